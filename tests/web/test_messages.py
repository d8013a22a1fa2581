"""What a page refuses it says in the visitor's language."""

import ast
from pathlib import Path

import pytest

import sourcier.web
from sourcier.lang.interface import phrases
from sourcier.lang.messages import in_language
from tests.web.visiting import client

_FOLDER = Path(sourcier.web.__file__).parent
_SAID_TO_PEOPLE = {"InputError", "Gone"}
_AT_THE_TERMINAL = {"server.py"}  # says its words before any page is there


def _said() -> set[str]:
    found = set()
    for path in _FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SAID_TO_PEOPLE:
                found |= {_template(each) for each in node.args if path.name not in _AT_THE_TERMINAL}
    return found - {""}


def _template(node: ast.expr) -> str:
    """Return a message, `[]` for what changes in it; nothing for one made elsewhere."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "[]" for each in node.values)
    return ""


def test_every_refusal_is_known_in_french() -> None:
    said = _said()
    assert "no file was chosen" in said
    assert sorted(text for text in said if in_language(text, phrases("fr")) == text) == []


def test_every_known_refusal_is_still_said() -> None:
    kept = {key: str(words) for key, words in phrases("en").entries.items() if key.startswith("pages.messages.")}
    known = {"".join("[]" if part.startswith("{") else part for part in _parts(words)) for words in kept.values()}
    assert sorted(known - _said()) == []


def _parts(words: str) -> list[str]:
    return words.replace("{", "\0{").replace("}", "}\0").split("\0")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/articles?page=x", "page\u00a0: pas un nombre entier"),
        ("/articles?from=hier", "pas un jour tel que 2031-03-04\u00a0: &#x27;hier&#x27;"),
        ("/outlets/weeks?week=2031-13-01", "pas un jour tel que"),
        ("/find/none", "ce texte n’est plus gardé"),
        ("/imports/none", "cette entrée d’articles"),
    ],
)
def test_a_page_refuses_in_french(tmp_path: Path, address: str, words: str) -> None:
    with client(tmp_path / "a.db") as browser:
        answer = browser.get(address, headers={"accept-language": "fr"})
    assert answer.status_code in {400, 404}
    assert words in answer.text
