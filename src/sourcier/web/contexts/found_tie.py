"""What side by side would say of a pasted text and one that it was found in, in a few lines."""

from dataclasses import dataclass

from sourcier.core.comparison import Comparison
from sourcier.core.edit import MEANING
from sourcier.export import sentences, summary
from sourcier.export.names import one_outlet
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.beside import called

_HEAVIEST = 3
_WORDS = 60  # code points of a difference on either side


@dataclass(frozen=True, slots=True)
class Tie:
    """The sentence on share and credit, whether the direction is known, and why; the words of credit and the verdict.

    `differences` are the heaviest of meaning, each with its category and the words of both texts, of `meaning` in all;
    `sides` says whose words stand first in them.
    """

    lead: str
    sides: str
    direction: str
    credit: str
    verdict: str
    crediting: tuple[str, ...]
    differences: tuple[tuple[str, str], ...]
    meaning: int


def tie(pair: Comparison, pasted: str, phrases: Phrases) -> Tie:
    """Return it; `pasted` is the id of the pasted text."""
    names = called(pair, phrases)
    for side, article in (("derived", pair.derived), ("source", pair.source)):
        if article.id == pasted and not article.outlet:
            names[side] = phrases.say("pages.find.this")
        elif article.outlet and not (pair.derived.outlet and pair.source.outlet):
            names[side] = article.outlet
    lead, *more = summary.told(pair, phrases, names)
    here, there = pair.derived.text, pair.source.text
    edits = [edit for each in pair.passages if each.kind == "reuse" for edit in each.edits if edit.category in MEANING]
    verdict = sentences.verdict(pair.credit, pair.direction, phrases, one_outlet=one_outlet(pair.derived, pair.source))
    return Tie(
        lead[:1].upper() + lead[1:] if lead.startswith(phrases.say("pages.find.this")) else lead,
        f"{names['source']} → {names['derived']}",
        more[0] if summary.is_long(pair) and pair.direction != "unknown" else "",
        pair.credit.status,
        verdict,
        tuple(" ".join(span.of(here).split()) for span in pair.credit.spans) if verdict else (),
        tuple(
            (phrases.say(f"category.{edit.category}"), sentences.change(edit, here, there, phrases, _WORDS))
            for edit in sentences.heaviest(edits)[:_HEAVIEST]
        ),
        len(edits),
    )  # fmt: skip
