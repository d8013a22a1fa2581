"""Which of several readings of a name holds: by the evidence where it stands, and by what the whole text says of it."""

from collections.abc import Iterable, Sequence

from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.candidate import Candidate, NameKind
from sourcier.reading.names.words import Words

LEAST = 0.4  # evidence below this is none
_VOTE = 0.2  # what the strongest evidence elsewhere in the text weighs, beside that of the place itself
_A_WORD_MORE = 0.03  # of two readings alike the longer holds (« région de Tillabéri »)
_WORDS = 5


def settled(words: Words, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates that hold, in order and without overlap.

    The same words read in two ways are told apart by the strongest evidence for either anywhere in the text. Takes
    time in proportion to the candidates, but for sorting them.
    """
    free = [each for each in candidates if words.free(each.first, each.stop)]
    surfaces = [key(words.written(each.first, each.stop)) for each in free]
    votes = _votes(free, surfaces)
    ranked = sorted(
        ((_rank(each, votes[surface]), each) for each, surface in zip(free, surfaces, strict=True)),
        key=lambda pair: (-pair[0], pair[1].first, pair[1].kind),
    )
    held: set[int] = set()
    kept = []
    for rank, each in ranked:
        if rank >= LEAST and held.isdisjoint(range(each.first, each.stop)):
            held.update(range(each.first, each.stop))
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.first))


def _votes(candidates: Sequence[Candidate], surfaces: Sequence[str]) -> dict[str, dict[NameKind, float]]:
    """The strongest evidence for each kind, by what the words spell."""
    votes: dict[str, dict[NameKind, float]] = {}
    for each, surface in zip(candidates, surfaces, strict=True):
        of = votes.setdefault(surface, {})
        of[each.kind] = max(of.get(each.kind, 0.0), each.weight)
    return votes


def _rank(candidate: Candidate, votes: dict[NameKind, float]) -> float:
    """The weight, with a vote for the kind that the text shows best, and one against the others."""
    others = max((weight for kind, weight in votes.items() if kind != candidate.kind), default=0.0)
    ours = votes[candidate.kind]
    lead = ours - candidate.weight if ours >= others else ours - others  # a weak rival makes no reading stronger
    length = min(candidate.stop - candidate.first, _WORDS)
    return candidate.weight + _VOTE * lead + _A_WORD_MORE * length
