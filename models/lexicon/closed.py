"""The words of closed classes, by hand: closed.toml says for each what the treebank's conventions make of it."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from sourcier.lang.fr.morphology import Reading

if TYPE_CHECKING:
    from models.lexicon.build import Words

FILE = Path(__file__).with_name("closed.toml")
CLOSED = {"ADP", "CCONJ", "DET", "PRON", "SCONJ"}


def mend(words: "Words") -> None:
    """Put the readings of closed.toml before a form's others, of which those of closed classes go."""
    mended: dict[str, list[Reading]] = {}
    for upos, lines in tomllib.loads(FILE.read_text("utf-8")).items():
        for line in lines.strip().splitlines():
            if upos == "PREFIX":
                _mark(words, line.split(","))
                continue
            forms, lemma, *feats = line.split()
            for form in forms.split(","):
                mended.setdefault(form, []).append(Reading(lemma, upos, feats[0] if feats else ""))
    for form, added in mended.items():
        readings, marks = words.get(form, ([], set()))
        others = [one for one in readings if one.upos not in CLOSED and one not in added]
        if any(one.upos in CLOSED for one in added):
            marks.add("function word")
        words[form] = ([*added, *others], marks)


def _mark(words: "Words", prefixes: list[str]) -> None:
    for prefix in prefixes:
        readings, marks = words.get(prefix, ([], set()))
        words[prefix] = (readings, {*marks, "prefix"})
