"""The layers below say their messages in English; each is known in every language."""

import ast
import re
from pathlib import Path

import pytest

import sourcier
from sourcier.lang.interface import phrases
from sourcier.lang.messages import in_language
from sourcier.store.refusals import _WORDS

SOURCE = Path(sourcier.__file__).parent
BELOW = ("ingest", "engines", "store", "lineage", "figures", "workflow")
FRENCH = phrases("fr")
RAISED = {"Trouble", "InputError", "UnknownArticle", "LedgerError", "LedgerBusy", "LedgerTooNew"}
UNTRANSLATED = re.compile(
    r"two articles have the same id|give each Article an id"  # said to programmers, at the Python door alone
    r"|^\W*\[\]\W*$"  # no words of its own
)


def raised() -> set[str]:
    """Every message and hint that is raised or kept as a problem, `[]` for what changes in it."""
    found = set()
    for folder in BELOW:
        for path in (SOURCE / folder).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            named = _named(tree)
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    found |= {text for argument in _words(node) for text in _templates(argument, named)}
    found |= {words for _, *rest in _WORDS.values() for words in rest if words}
    return {text for text in found if not UNTRANSLATED.search(text)}


def _words(call: ast.Call) -> list[ast.expr]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in RAISED:
        return call.args
    return call.args[1:] if name in {"problem", "_problem"} else []


def _named(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """What each name of a module is set to."""
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    named.setdefault(target.id, []).append(node.value)
    return named


def _templates(node: ast.expr, named: dict[str, list[ast.expr]]) -> list[str]:
    if isinstance(node, ast.Name):
        return [text for value in named.get(node.id, ()) for text in _templates(value, {})]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "[]" for part in node.values)]
    return []


def test_every_message_is_known_in_french() -> None:
    messages = raised()
    assert len(messages) > 60
    assert "the title does not lie in the text" in messages
    assert sorted(text for text in messages if in_language(text, FRENCH) == text) == []


def test_every_known_message_is_still_said() -> None:
    text = "".join(path.read_text("utf-8") for folder in BELOW for path in (SOURCE / folder).rglob("*.py"))
    source = re.sub(r'"\s+f?"', "", re.sub(r"\{[^{}\n]*\}", "[]", text.replace('\\"', '"')))
    known = {key: entry for key, entry in phrases("en").entries.items() if key.startswith("message.")}
    gone = [key for key, entry in known.items() if re.sub(r"\{\w+\}", "[]", str(entry)) not in source]
    assert gone == []


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("the file is empty", "le fichier est vide"),
        ("no such file or folder: a: b", "pas de fichier ni de dossier\u00a0: a: b"),
        ("sourcier.db: this file is not a ledger", "sourcier.db: ce fichier n’est pas un registre"),
        ("files that end in .pdf are not read", "les fichiers en .pdf ne sont pas lus"),
        (
            "ids of records that are those of other articles too: 1; they go by file and line here",
            "identifiants qui sont aussi ceux d’autres articles\u00a0: 1\u00a0; ici ils vont par fichier et ligne",
        ),
        ("a sentence that nobody says", "a sentence that nobody says"),
    ],
)
def test_a_message_keeps_what_it_is_about(english: str, french: str) -> None:
    assert in_language(english, FRENCH) == french
    assert in_language(english, phrases("en")) == english
