"""What an engine takes for what: its commonest errors on aligned tokens, for those who mend it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from eval.alignment import Aligned, Pair

_KINDS = ("tokens missed", "UPOS", "features", "lemmas", "relations", "heads, by gold relation")


def confusions(texts: Iterable[Aligned]) -> dict[str, Counter[str]]:
    """Count « gold → predicted » for each kind of error."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in _KINDS}
    for text in texts:
        for pair in text.pairs:
            for kind, error in _errors(pair):
                counts[kind][error] += 1
    return counts


def lines(counts: dict[str, Counter[str]], most: int) -> Iterator[str]:
    """Yield the commonest of each kind, for people."""
    for kind, errors in counts.items():
        yield f"{kind}: {errors.total()}"
        for error, n in sorted(errors.items(), key=lambda item: (-item[1], item[0]))[:most]:
            yield f"  {n:5}  {error}"


def _errors(pair: Pair) -> Iterator[tuple[str, str]]:
    gold, found = pair.gold, pair.found
    if found is None:
        yield "tokens missed", gold.form
        return
    if gold.upos != found.upos:
        yield "UPOS", f"{gold.upos} → {found.upos}"
    elif gold.feats != found.feats:
        yield "features", _differing(gold.upos, gold.feats, found.feats)
    if gold.lemma not in {"", found.lemma}:
        yield "lemmas", f"{gold.form} ({gold.upos}): {gold.lemma} → {found.lemma}"
    if gold.relation != found.relation:
        yield "relations", f"{gold.relation} → {found.relation}"
    if not pair.head:
        yield "heads, by gold relation", gold.relation


def _differing(upos: str, gold: str, found: str) -> str:
    """Return the features that one side alone has."""
    here, there = set(gold.split("|")), set(found.split("|"))
    return f"{upos}: {'|'.join(sorted(here - there)) or '_'} → {'|'.join(sorted(there - here)) or '_'}"
