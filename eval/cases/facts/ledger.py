"""What holds of marked excerpts that make a ledger: many articles, each with a day and an outlet, and ids over all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from eval.cases.check import need
from eval.cases.facts.check import check_labels
from eval.cases.facts.forms import Excerpt

FEWEST, MOST = 25, 70  # words of an article


def check_ledger(excerpts: Sequence[Excerpt]) -> None:
    """Require days, outlets and short texts, and that one id is one body and one person of one country everywhere."""
    countries: dict[str, set[str]] = defaultdict(set)
    for excerpt in excerpts:
        need(excerpt.published is not None, excerpt.id, "an article of a ledger has its day")
        need(bool(excerpt.outlet), excerpt.id, "an article of a ledger has its outlet")
        length = len(excerpt.text.split())
        need(FEWEST <= length <= MOST, excerpt.id, f"{length} words, and {FEWEST} to {MOST} are meant")
        for mark in excerpt.marks:
            if mark.kind == "person" and mark.keys.get("country"):
                countries[mark.keys["id"]].add(mark.keys["country"])
    for name, told in countries.items():
        need(len(told) == 1, name, f"is of two countries: {sorted(told)}")
    check_labels("the ledger", [mark for excerpt in excerpts for mark in excerpt.marks])


def unnamed(excerpt: Excerpt) -> Excerpt:
    """Return an excerpt with letters in place of what is marked: names come back in a ledger, sentences do not."""
    text = list(excerpt.text)
    for mark in excerpt.marks:
        text[mark.start : mark.end] = ("X " * len(mark.text))[: len(mark.text)]
    return replace(excerpt, text="".join(text))
