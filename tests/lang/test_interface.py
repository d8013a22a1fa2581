"""The catalogues of the interface are whole, in every language."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import sourcier
from sourcier.cli.program import COMMANDS, load
from sourcier.core.credit import CreditStatus
from sourcier.core.edit import CATEGORIES
from sourcier.lang.interface import phrases, placeholders
from sourcier.lang.load import CODES
from sourcier.web.routes import ROUTES
from tests import manners
from tests.manners import templates

SOURCE = Path(sourcier.__file__).parent
_MATCHED = ("message.", "system.", "pages.messages.")
MATCHED = {key for key in phrases("en").entries if key.startswith(_MATCHED)}  # see test_messages.py
STEPS = {key.partition(".")[2] for key in phrases("en").entries if key.startswith("progress.")}


@dataclass(frozen=True)
class Said:
    """A key handed to `say`: whole, or its beginning where the rest is a name in the same file or in core."""

    key: str
    composed: bool
    file: Path


def said() -> Iterator[Said]:
    yield from _said_in_templates()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say":
                yield from _keys(node.args[0], _prefix(node.func, path), path)
            elif isinstance(node, ast.Constant) and re.fullmatch(r"[a-z]+\.[a-z_]+", str(node.value)):
                yield Said(str(node.value), False, path)  # handed on before it is said


def _said_in_templates() -> Iterator[Said]:
    for path in (SOURCE / "web" / "templates").glob("*.html"):
        for key, composed in re.findall(r"say\(\s*'([\w.]+)'\s*(~?)", path.read_text("utf-8")):
            yield Said(key, bool(composed), path)


def _prefix(func: ast.Attribute, path: Path) -> str:
    in_view = ast.unparse(func) == "view.say" or (ast.unparse(func) == "self.say" and path.stem == "dossier_view")
    return "dossier." if in_view else ""


def _keys(node: ast.expr, prefix: str, path: Path) -> Iterator[Said]:
    for part in ast.walk(node):
        if isinstance(part, ast.JoinedStr):
            first = part.values[0]
            if isinstance(first, ast.Constant):
                yield Said(prefix + str(first.value), True, path)
            elif prefix:
                yield Said(prefix, True, path)
        elif isinstance(part, ast.Constant) and isinstance(part.value, str) and not part.value.endswith((".", "_")):
            yield Said(prefix + part.value, False, path)
        elif isinstance(part, ast.Name) and prefix:
            yield Said(prefix, True, path)


def _names(path: Path) -> set[str]:
    if path.suffix == ".html":
        return set(re.findall(r"'([\w-]+)'", path.read_text("utf-8"))) | set(CODES) | set(ROUTES)
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {str(name) for name in names} | {
        keyword.arg or "" for keyword in ast.walk(tree) if isinstance(keyword, ast.keyword)
    }


def used() -> set[str]:
    """Every key that is said somewhere."""
    values = [*(SOURCE / "core").glob("*.py"), SOURCE / "web" / "imported.py", *(SOURCE / "figures").glob("*.py")]
    core = set().union(*map(_names, values))
    keys = set()
    for each in said():
        if not each.composed:
            keys.add(each.key)
            continue
        names = core | _names(each.file) | set(COMMANDS) | {"short", "about", "examples"}
        keys |= {each.key + name for name in names}
        keys |= {f"{each.key}{one}.{two}" for one in names if len(one) < 20 for two in names if len(two) < 20}
    return keys | {f"{name}.{part}" for name in COMMANDS for part in ("short", "about", "examples")} | _parameters()


def _parameters() -> set[str]:
    """Return the keys of help and marks of options and arguments, which are composed in one place."""
    params = [param for name in COMMANDS for param in load(name, phrases("en")).params]
    names = {str(param.name) for param in params} | {"as_json", "map", "max_size", "version"}
    marks = {"paths_optional", "file", "pair", "size", "limit", "output"}
    return {f"{kind}.{name}" for kind in ("option", "argument", "metavar") for name in names | marks}


@pytest.mark.parametrize("code", CODES)
def test_all_languages_have_the_same_keys(code: str) -> None:
    assert set(phrases(code).entries) == set(phrases("en").entries)
    assert set(phrases(code).manners) == set(phrases("en").manners)


def test_a_message_leaves_the_same_names_open_in_all_languages() -> None:
    for key in phrases("en").entries:
        open_names = {frozenset().union(*map(placeholders, templates(code, key))) for code in CODES}
        assert len(open_names) == 1, key
        assert len({len(templates(code, key)) for code in CODES}) == 1, key


def test_a_message_with_a_plural_counts_n() -> None:
    for code in CODES:
        for key, entry in phrases(code).entries.items():
            assert isinstance(entry, str) or "n" in placeholders(entry[1]), key


def test_every_message_is_used() -> None:
    assert set(phrases("en").entries) - used() - MATCHED - {f"progress.{step}" for step in STEPS} == set()


def test_every_message_that_is_asked_for_is_there() -> None:
    known = phrases("en").entries
    asked = {each.key for each in said() if not each.composed and "." in each.key}
    groups = {key.partition(".")[0] for key in known}
    files = (".toml", ".txt", ".html", ".css", ".py", ".csv", ".bin")
    assert {key for key in asked if key.partition(".")[0] in groups and not key.endswith(files)} - set(known) == set()


def test_every_step_that_reports_progress_has_a_name() -> None:
    calls = re.compile(r"progress\(\"(\w+)\"")
    steps = {step for path in SOURCE.rglob("*.py") for step in calls.findall(path.read_text("utf-8"))}
    assert steps == STEPS


def test_every_category_and_status_has_a_name() -> None:
    for code in CODES:
        for name in CATEGORIES:
            assert phrases(code).say(f"category.{name}")
        for status in CreditStatus.__args__:  # type: ignore[attr-defined]
            assert phrases(code).say(f"credit.{status}")


@pytest.mark.parametrize("code", CODES)
def test_no_word_of_a_message_accuses_or_confirms(code: str) -> None:
    said = {key: manners.accusing(code, text) for key in phrases(code).entries for text in templates(code, key)}
    assert {key: words for key, words in said.items() if words} == {}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "two independent sources"), ("en", "confirmed"), ("en", "it is true"), ("en", "stolen"), ("en", "theft"),
        ("en", "the original text"), ("en", "its own words"), ("en", "False."), ("en", "Invented by them"),
        ("fr", "deux sources indépendantes"), ("fr", "confirmé"), ("fr", "c’est vrai"), ("fr", "La vérité"),
        ("fr", "un vol"), ("fr", "volés"), ("fr", "copié"), ("fr", "le texte original"), ("fr", "une fausse nouvelle"),
    ],
)  # fmt: skip
def test_words_that_accuse_or_confirm_are_met(code: str, text: str) -> None:
    assert manners.accusing(code, text)


def test_an_exempt_message_holds_a_forbidden_word_in_some_language() -> None:
    holding = {
        key for code in CODES for key in manners.EXEMPT for text in templates(code, key) if manners.bare(code, text)
    }
    assert set(manners.EXEMPT) - holding == set()


@pytest.mark.parametrize(
    ("code", "n", "expected"),
    [
        ("fr", 0, "0 texte lu"),
        ("fr", 1, "1 texte lu"),
        ("fr", 2, "2 textes lus"),
        ("en", 0, "0 texts"),
        ("en", 1, "1 text "),
    ],
)
def test_plurals(code: str, n: int, expected: str) -> None:
    assert phrases(code).say("trace.read", n=n).startswith(expected)


@pytest.mark.parametrize(
    ("code", "share", "expected"),
    [
        ("en", 0.62, "62%"),
        ("fr", 0.62, "62\u00a0%"),
        ("en", 0.001, "1%"),
        ("en", 0.999, "99%"),
        ("en", 1.0, "100%"),
        ("en", 0, "0%"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_nothing(code: str, share: float, expected: str) -> None:
    assert phrases(code).percent(share) == expected


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2031", "2031", "2031"),
        ("2031-03", "mars 2031", "March 2031"),
        ("2031-03-01", "1er mars 2031", "1 March 2031"),
        ("2031-03-14", "14 mars 2031", "14 March 2031"),
        ("2031-03-14T10:30", "14 mars 2031 à 10:30", "14 March 2031, 10:30"),
        ("2031-03-14T10:30:00Z", "14 mars 2031 à 10:30 UTC", "14 March 2031, 10:30 UTC"),
        ("2031-03-14T10:30:00.5+01:00", "14 mars 2031 à 10:30 UTC+01:00", "14 March 2031, 10:30 UTC+01:00"),
    ],
)
def test_a_date_says_no_more_than_it_knows(value: str, french: str, english: str) -> None:
    assert phrases("fr").date(value) == french
    assert phrases("en").date(value) == english


def test_numbers_are_grouped() -> None:
    assert phrases("fr").number(1_234_567) == "1\u202f234\u202f567"
    assert phrases("en").say("trace.read", n=50_000).startswith("50,000 ")


def test_an_unknown_language_has_no_catalogue() -> None:
    with pytest.raises(KeyError):
        phrases("xx")
