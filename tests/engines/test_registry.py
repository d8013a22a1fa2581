"""Engines by name."""

import subprocess
import sys
from importlib import import_module

import pytest

from sourcier.core.errors import InputError
from sourcier.engines import registry


@pytest.mark.parametrize("name", ["", "nothing", "spacy", "spacy:", "nothing:at_all"])
def test_an_unknown_engine_is_said_with_those_there_are(name: str) -> None:
    with pytest.raises(InputError, match="there is no engine") as caught:
        registry.load(name)
    assert caught.value.hint == "the engines are french, spacy:NAME"


@pytest.mark.parametrize("language", [None, "", "en", "ar"])
def test_a_language_may_have_none(language: str | None) -> None:
    assert registry.default(language) is None


def test_each_registered_engine_is_made_once_and_bears_its_name() -> None:
    for name in registry.names():
        assert registry.load(name).name == name
        assert registry.load(name) is registry.load(name)


def test_the_default_of_a_language_reads_that_language() -> None:
    french = registry.default("fr")
    assert french
    assert french.language == "fr"


def test_to_know_the_engines_loads_none() -> None:
    code = "import sys; from sourcier.engines import registry; registry.names(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"numpy", "spacy", "sourcier.engines.french", "sourcier.engines.spacy"}


def test_without_spacy_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)  # as where it is not installed
    with pytest.raises(InputError, match="spaCy is not installed") as caught:
        registry.load("spacy:fr_core_news_sm")
    assert caught.value.hint == "pip install 'sourcier[spacy]'"
    assert import_module("sourcier.engines.spacy")
