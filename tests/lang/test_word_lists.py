"""Word lists are data: sorted, unique, lower-case, the same files in every language."""

import tomllib
from pathlib import Path

import pytest

import sourcier.lang
from sourcier.lang.conjugation import conjugate, forms
from sourcier.lang.language import Language
from sourcier.lang.load import CODES

ROOT = Path(sourcier.lang.__file__).parent
LISTS = sorted(ROOT.glob("*/words/*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_entries_are_sorted_unique_and_lower_case(path: Path) -> None:
    entries = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    assert entries == sorted(set(entries))
    assert all(entry == entry.strip().lower() for entry in entries)


def test_every_language_has_the_same_files() -> None:
    names = {code: {p.name for p in LISTS if p.parts[-3] == code} for code in CODES}
    assert len({frozenset(of) for of in names.values()}) == 1, names


@pytest.mark.parametrize("code", CODES)
def test_verb_models_name_known_sets_only(code: str) -> None:
    table = tomllib.loads((ROOT / code / "conjugation.toml").read_text("utf-8"))
    for model in [*table["models"].values(), *table["verbs"].values()]:
        assert all(token.partition("+")[2] in {"", *table["sets"]} for token in model.split())


@pytest.mark.parametrize(
    ("code", "infinitive", "some"),
    [
        ("fr", "reprendre", "reprend repris reprennent reprenait reprendra reprendrait"),
        ("fr", "joindre", "joint joignent joignait joindrait"),
        ("fr", "protéger", "protège protégeons protégé protégea protégerait"),
        ("fr", "lancer", "lance lançait lancé lancera"),
        ("fr", "appeler", "appelle appelons appellera"),
        ("fr", "finir", "finit finissent fini finirait"),
        ("fr", "obtenir", "obtient obtenu obtint obtiendra"),
        ("fr", "conclure", "conclut conclu conclue"),
        ("fr", "reconnaître", "reconnaît reconnu reconnaissent"),
        ("en", "deny", "denies denied denying"),
        ("en", "describe", "describes described describing"),
        ("en", "kidnap", "kidnapped kidnapping"),
        ("en", "take", "takes took taken taking"),
    ],
)
def test_forms_of_verbs(code: str, infinitive: str, some: str) -> None:
    assert {*some.split()} <= {form for form, _ in forms(Language(code), infinitive)}


def test_the_conditional_is_known() -> None:
    known = conjugate("fr", ("verbs",))
    assert known["tuerait"].conditional
    assert not known["tuera"].conditional
    assert known["tuerait"].lemmas == {"tuer"}


@pytest.mark.parametrize("code", CODES)
def test_no_verb_is_left_without_forms(code: str) -> None:
    language = Language(code)
    assert [verb for verb in language.words("verbs") if len({form for form, _ in forms(language, verb)}) < 3] == []
