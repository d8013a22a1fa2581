"""How well a ledger's people and bodies are held to be one: `python -m eval.entities [--second] [--errors] [--marked]`.

Twice: as the readers find them in each article, and as they are marked there, which leaves only what resolving does.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.analysed import analysed
from eval.cases.facts.forms import Excerpt
from eval.cases.facts.load import LEDGERS, CaseError, read
from eval.readers import entities as row
from eval.readers import sightings
from eval.readers.entities import Chains, Place, chains, counts, entities, figures
from eval.readers.sightings import Seen

KINDS = {"person": "people", "org": "organisations"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each kind and way; 2 where the ledger cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.toml", help="instead of the set for tuning")
    parser.add_argument("--second", action="store_true", help="the never-seen set, totals only")
    parser.add_argument("--errors", action="store_true", help="each error, of the set for tuning only")
    parser.add_argument("--marked", action="store_true", help="only as marked: nothing is read, only resolved")
    given = parser.parse_args(arguments)
    try:
        excerpts = read(LEDGERS[1:] if given.second else given.files or LEDGERS[:1], ledger=True)
    except CaseError as problem:
        print(problem, file=sys.stderr)
        return 2
    print(*lines(excerpts, errors=given.errors and not given.second, only_marked=given.marked), sep="\n")
    return 0


def lines(excerpts: Sequence[Excerpt], *, errors: bool, only_marked: bool = False) -> Iterator[str]:
    """Yield the row's lines for each kind: people and bodies as read, and as marked."""
    ways = _ways(excerpts, only_marked=only_marked)
    for kind, name in KINDS.items():
        for way, seen in ways.items():
            of = chains(excerpts, seen, kind)
            yield f"entities, {name} {way}: " + _told(excerpts, of, kind)
            if errors:
                yield from _errors(excerpts, seen, of, kind)


def plain(excerpts: Sequence[Excerpt]) -> dict[str, dict[str, float]]:
    """Return the figures of each kind and way (« people as read »), without their intervals."""
    ways = _ways(excerpts)
    return {
        f"{name} {way}": row.plain(excerpts, chains(excerpts, seen, kind), kind)
        for kind, name in KINDS.items()
        for way, seen in ways.items()
    }


def _ways(excerpts: Sequence[Excerpt], *, only_marked: bool = False) -> dict[str, list[Seen]]:
    ways = {} if only_marked else {"as read": sightings.read(analysed(excerpts))}
    return {**ways, "as marked": sightings.marked(excerpts)}


def _told(excerpts: Sequence[Excerpt], of: Chains, kind: str) -> str:
    each = counts([excerpt.id for excerpt in excerpts], of).values()
    sums = {name: sum(one[name] for one in each) for name in next(iter(each))}
    pairs = {"false merges": ("falsely joined", "joined"), "missed": ("parted", "one")}
    said = [f"{len(excerpts)} articles, {sums['marks']:.0f} marks, {sums['answers']:.0f} found"]
    for name, share in figures(excerpts, of, kind).items():
        what, _, across = name.partition(" across")
        part, whole = (f"{one}{' across' if across else ''}" for one in pairs.get(what, ("", "")))
        amount = f" {sums[part]:.0f} of {sums[whole]:.0f}, that is" if what in pairs else ""
        said.append(f"{name}{amount} {share.value:.3f} ({share.low:.3f} to {share.high:.3f})")
    return "; ".join(said)


def _errors(excerpts: Sequence[Excerpt], seen: Sequence[Seen], of: Chains, kind: str) -> Iterator[str]:
    """Yield the entities that hold several of the marked, with why, and the marked that several entities hold."""
    text = {excerpt.id: excerpt.text for excerpt in excerpts}

    def forms(places: Sequence[Place]) -> str:
        return ", ".join(f"{each.article} « {each.span.of(text[each.article])} »" for each in places)

    both: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place, ours in of.found.items():
        both[of.marked.get(place, "nobody marked"), ours].append(place)
    why = {entity.id: entity.matches for entity in entities(seen, kind)}
    for ours in dict.fromkeys(of.found.values()):
        held = {marked: places for (marked, other), places in both.items() if other == ours}
        if len(held) > 1:
            yield f"  joined   {ours} " + "; ".join(f"{name}: {forms(places)}" for name, places in held.items())
            for match in why[ours]:
                reasons = ", ".join(f"{one.kind} {one.weight:+.2f} « {one.text} »" for one in match.reasons)
                yield f"    {match.left.article} {match.left.key} = {match.right.article} {match.right.key}: {reasons}"
    for name in dict.fromkeys(of.marked.values()):
        parts = [places for (marked, _), places in both.items() if marked == name]
        if len(parts) > 1:
            yield f"  apart    {name} " + " | ".join(map(forms, parts))


if __name__ == "__main__":
    sys.exit(main())
