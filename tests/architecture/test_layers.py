"""The tree keeps to its plan."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "sourcier").rglob("*.py"))
_VAGUE = {"utils", "helpers", "common", "misc"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_names_tell_the_story(path: Path) -> None:
    assert path.stem not in _VAGUE


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_languages_are_named_in_lang_only(path: Path) -> None:
    if "lang" in path.parts:
        return
    compared = [
        constant.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare)
        for constant in ast.walk(node)
        if isinstance(constant, ast.Constant)
    ]
    assert "fr" not in compared


def _imported(code: str) -> set[str]:
    script = f"import sys; {code}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_the_door_opens_without_the_heavy_libraries() -> None:
    assert not _imported("import sourcier") & {
        "numpy",
        "rich",
        "trafilatura",
        "lxml",
        "orjson",
        "click",
        "yaml",
        "ftfy",
    }
