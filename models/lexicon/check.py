"""How far the lexicon covers a treebank: `python -m models.lexicon.check FILE.conllu… [--missing N]`.

Counted over tokens with a letter. A token is read where one reading has its part of speech and lemma; its features are
compatible where such a reading (or, for a wrong lemma, one of the part of speech) contradicts none of them.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from eval.conllu import Word, sentences
from sourcier.lang.fr.lexicon import Lexicon, lexicon
from sourcier.lang.fr.morphology import Reading

MEASURES = ("known", "part of speech", "part of speech and lemma", "features compatible", "features the same")
# Of the sentence, not of the form: the lexicon cannot say them.
_OF_THE_SENTENCE = {"Voice", "ExtPos", "Typo", "Reflex", "Emph"}


def _table(feats: str) -> dict[str, str]:
    pairs = (feat.split("=", 1) for feat in feats.split("|") if feat)
    return {name: value for name, value in pairs if name not in _OF_THE_SENTENCE}


def compatible(reading: Reading, word: Word) -> bool:
    """Say whether no feature that both have differs."""
    gold, read = _table(word.feats), _table(reading.feats)
    return all(gold[name] == read[name] for name in gold.keys() & read.keys())


def met(word: Word, found: Lexicon) -> set[str]:
    """Return which of MEASURES hold of a word."""
    readings = found.readings(word.form)
    classed = [one for one in readings if one.upos == word.upos]
    read = [one for one in classed if one.lemma == word.lemma]
    holds = {
        "known": found.known(word.form),
        "part of speech": bool(classed),
        "part of speech and lemma": bool(read),
        "features compatible": any(compatible(one, word) for one in read or classed),
        "features the same": any(_table(one.feats) == _table(word.feats) for one in read or classed),
    }
    return {name for name, held in holds.items() if held}


def report(words: Iterable[Word], missing: int) -> Iterator[str]:
    """Yield a line a measure, with and without names, then the most frequent words of each that fail."""
    found = lexicon()
    counted = [(word, met(word, found)) for word in words if any(letter.isalpha() for letter in word.form)]
    common = [(word, held) for word, held in counted if word.upos not in {"PROPN", "X"}]
    yield f"{'share of tokens':28} {'all':>6} {'but names, foreign words':>26}"
    for name in MEASURES:
        shares = [100 * sum(name in held for _, held in one) / max(len(one), 1) for one in (counted, common)]
        yield f"{name:28} {shares[0]:6.2f} {shares[1]:26.2f}"
    for name in MEASURES if missing else ():
        failing = Counter(
            f"{word.form} {word.lemma} {word.upos} {word.feats}" for word, held in common if name not in held
        )
        yield f"\nnot {name}:"
        yield from (f"{count:5} {word}" for word, count in failing.most_common(missing))


def main() -> None:
    """Print the report of each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--missing", type=int, default=0, help="how many of the most frequent failures to print")
    options = parser.parse_args()
    for file in options.files:
        print(f"# {file.name}")
        print("\n".join(report((word for sentence in sentences(file) for word in sentence), options.missing)))


if __name__ == "__main__":
    main()
