"""The table of docs/facts.md: `python -m eval.facts_table [--write]`, of the never-seen set, then of the other."""

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.analysed import analysed
from eval.cases.facts.load import LEDGERS, SECOND, first, read
from eval.entities import KINDS
from eval.facts import READERS, row
from eval.readers import entities, sightings
from eval.readers.reading import Reading
from eval.readers.score import Share, counted, shares

Figures = dict[tuple[str, str], Share]
"""Figures by what is read and what is measured of it."""

_NAMES = {
    "span F": "span F",
    "overlap F": "span F where spans that overlap count",
    "value+max+bound": "value and bound right",
    "value": "value right",
    "what": "what is counted right",
    "of": "given to the right person, or to nobody",
    "role found": "found with the right person",
    "country+at": "resolved to the right one",
    "at": "point right (none is wrong)",
    "point given is right": "point right where we give one",
    "B³": "one for each in the article (B³)",
    "B³ strict": "the same, names missed or wrong counting nothing",
}
_READER = {"b3": "people"}
PAGE = Path(__file__).parents[1] / "docs" / "facts.md"
_TABLE = re.compile(r"^\| what \| measure \|.*?\n\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^\| (?P<what>[^|]+) \| (?P<measure>[^|]+) \| (?P<value>[0-9.]+) \(", re.MULTILINE)


def main() -> None:
    """Print the table in Markdown, or put it in its page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help=f"into docs/{PAGE.name}, instead of printing it")
    given = parser.parse_args()
    never_seen = facts_figures(analysed(read([SECOND]))) | ledger_figures(1)
    lines = "\n".join(table(never_seen, facts_figures(analysed(read(first()))) | ledger_figures(0)))
    if given.write:
        PAGE.write_text(_TABLE.sub(lambda _: lines + "\n\n", PAGE.read_text("utf-8"), count=1), "utf-8")
    else:
        print(lines)


def documented() -> dict[tuple[str, str], float]:
    """Return the never-seen figures that the page tells."""
    lines = _LINE.finditer(PAGE.read_text("utf-8"))
    return {(line["what"], line["measure"]): float(line["value"]) for line in lines}


def facts_figures(readings: Sequence[Reading]) -> Figures:
    """Return the figures of all readers over some excerpts."""
    found: Figures = {}
    for name in READERS:
        of = row(name)
        counts = [counted(of, each.excerpt, list(of.read(each))) for each in readings]
        for measure, share in shares(of, counts).items():
            found[named(name, measure)] = share
    return found


def named(reader: str, measure: str) -> tuple[str, str]:
    """Return how the table calls a figure of a reader."""
    return _READER.get(reader, reader), _NAMES.get(measure, f"{measure} right")


def ledger_figures(ledger: int) -> Figures:
    """Return the figures of entities over one of the LEDGERS, as read in each article and as marked there."""
    excerpts = read(LEDGERS[ledger : ledger + 1], ledger=True)
    found: Figures = {}
    for way, seen in (("read", sightings.read(analysed(excerpts))), ("marked", sightings.marked(excerpts))):
        for kind, name in KINDS.items():
            of = entities.chains(excerpts, seen, kind)
            for measure, share in entities.figures(excerpts, of, kind).items():
                if "across" not in measure and "strict" not in measure:
                    found[f"{name} over a ledger, as {way}", measure] = share
    return found


def table(never_seen: Figures, tuned: Figures) -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| what | measure | never-seen set (95 % interval) | set for tuning |"
    yield "|---|---|---|---|"
    for (what, measure), share in never_seen.items():
        interval = f"{share.value:.3f} ({share.low:.3f} to {share.high:.3f})"
        yield f"| {what} | {measure} | {interval} | {tuned[what, measure].value:.3f} |"


if __name__ == "__main__":
    main()
