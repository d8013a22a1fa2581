"""The scores of an engine on raw text, in per cent, and the CoNLL 2018 shared task's beside them.

Ours are shares of the gold tokens, where one that no predicted token has the span of is wrong; heads and relations
(with their subtypes) are counted over gold tokens that are no punctuation: neither UPOS `PUNCT` nor relation `punct`.
Those of the task (https://universaldependencies.org/conll18/evaluation.html) are F1 over the same surface tokens, with
punctuation, relations without their subtypes, universal features alone.
"""

from collections import Counter
from collections.abc import Iterable

from eval.alignment import Aligned, Pair
from eval.conllu import Word
from sourcier.text.analysis import Token

_UNIVERSAL = frozenset(  # of the features, and of the relations those of content words, as the task's rules list them
    "Abbr Animacy Aspect Case Definite Degree Evident Foreign Gender Mood Number NumType Person Polarity Polite Poss "
    "PronType Reflex Tense VerbForm Voice".split()
)
_CONTENT = frozenset(
    "acl advcl advmod amod appos ccomp compound conj csubj dep discourse dislocated expl fixed flat goeswith iobj list "
    "nmod nsubj nummod obj obl orphan parataxis reparandum root vocative xcomp".split()
)
_VALUES = ("upos", "feats", "lemma", "uas", "las")
_TASK = ("tokens", "sentences", "words", "upos", "ufeats", "lemmas", "uas", "las", "clas")


def scores(texts: Iterable[Aligned]) -> dict[str, object]:
    """Return our scores by name, and the task's under `conll18`."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts += counted(text)
    task = {name: _f1(counts, name) for name in _TASK}
    return {
        "tokens_f": task["tokens"],
        "sentences_f": task["sentences"],
        **{name: _share(counts[name], counts["no_punct" if name in {"uas", "las"} else "gold"]) for name in _VALUES},
        "conll18": task,
    }


def counted(text: Aligned) -> Counter[str]:
    """Count what is right in one text, and out of how much; `conll:` goes before what the task counts."""
    counts: Counter[str] = Counter()
    for pair in text.pairs:
        counts.update(_right(pair))
        counts.update(f"conll:{name}" for name in _right_for_the_task(pair))
    aligned = sum(pair.found is not None for pair in text.pairs)
    content = sum(_content(pair.gold) for pair in text.pairs)
    for name in _TASK:
        counts[f"gold:{name}"] = len(text.pairs)
        counts[f"found:{name}"] = len(text.tokens)
    counts.update({"conll:tokens": aligned, "conll:words": aligned})
    counts["conll:sentences"] = len(text.gold_sentences & text.found_sentences)
    counts["gold:sentences"], counts["found:sentences"] = len(text.gold_sentences), len(text.found_sentences)
    counts["gold:clas"], counts["found:clas"] = content, sum(map(_content, text.tokens))
    return counts


def _right(pair: Pair) -> Iterable[str]:
    gold, found = pair.gold, pair.found
    punctuation = gold.upos == "PUNCT" or gold.relation == "punct"
    yield "gold"
    if not punctuation:
        yield "no_punct"
    if found is None:
        return
    right = {
        "upos": gold.upos == found.upos,
        "feats": gold.feats == found.feats,
        "lemma": gold.lemma in {"", found.lemma},
        "uas": pair.head and not punctuation,
        "las": pair.head and gold.relation == found.relation and not punctuation,
    }
    yield from (name for name, holds in right.items() if holds)


def _right_for_the_task(pair: Pair) -> Iterable[str]:
    gold, found = pair.gold, pair.found
    if found is None:
        return
    attached = pair.head and _plain(gold.relation) == _plain(found.relation)
    right = {
        "upos": gold.upos == found.upos,
        "ufeats": _universal(gold.feats) == _universal(found.feats),
        "lemmas": gold.lemma in {"", found.lemma},
        "uas": pair.head,
        "las": attached,
        "clas": attached and _content(gold),
    }
    yield from (name for name, holds in right.items() if holds)


def _plain(relation: str) -> str:
    return relation.partition(":")[0]


def _content(word: Word | Token) -> bool:
    return _plain(word.relation) in _CONTENT


def _universal(feats: str) -> frozenset[str]:
    return frozenset(each for each in feats.split("|") if each.partition("=")[0] in _UNIVERSAL)


def _f1(counts: Counter[str], name: str) -> float:
    return _share(2 * counts[f"conll:{name}"], counts[f"gold:{name}"] + counts[f"found:{name}"])


def _share(right: int, of: int) -> float:
    return round(100 * right / of, 2) if of else 0.0
