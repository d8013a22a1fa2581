"""Two texts side by side: what is shared, what differs in meaning, what one alone has, and the texts themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.core.comparison import Comparison
from sourcier.core.edit import MEANING
from sourcier.core.family import Block, Headline
from sourcier.export import dossier_findings, sentences, summary
from sourcier.export.dossier_view import Side, View
from sourcier.export.html import Html
from sourcier.export.names import article_name, one_outlet
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.alignment import rows
from sourcier.web.contexts.marked_sides import Marks, cells, label

_SIDES: tuple[Side, Side] = ("source", "derived")


@dataclass(frozen=True, slots=True)
class Text:
    """One of the two: what it is to the other, what it is called in sentences, and its address, None for none."""

    article: Article
    role: str
    name: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference of meaning in the words around it, those of the text that stands first before the other's.

    `anchor` is the id of its place in the derived text, `label` the letter that it has there and in the list.
    """

    number: int
    label: str
    anchor: str
    category: str
    first: Html
    second: Html


@dataclass(frozen=True, slots=True)
class Apart:
    """A unit that one text alone has, or that moved: what befell it, what it is, its words."""

    what: str
    unit: str
    words: Html


@dataclass(frozen=True, slots=True)
class Beside:
    """What the template `beside_body.html` draws, as `beside`.

    `lead` is the sentence to read first, `told` are those after it. `shares` are three shares (0..1) of the derived
    text with their names. `lighter` counts the differences that change no meaning. `headlines` are the two where they
    differ, `other_headline` tells whether one stands in for the other as a whole. `sides` are the two as they stand:
    the source first, or the earlier one where no direction is known. `rows` are their texts in the same order, None
    where one has nothing beside the other's words.
    """

    source: Text
    derived: Text
    lead: str
    told: tuple[str, ...]
    shares: tuple[tuple[str, float], ...]
    differences: tuple[Difference, ...]
    lighter: int
    headlines: tuple[str, str] | None
    other_headline: bool
    counts: tuple[str, ...]
    apart: tuple[Apart, ...]
    rows: tuple[tuple[Html | None, Html | None], ...]
    passages: int
    sides: tuple[Text, Text]


def beside(
    pair: Comparison,
    phrases: Phrases,
    links: Mapping[str, str],
    tied: float | None = None,
    versions: Mapping[str, str] | None = None,
) -> Beside:
    """Return the page of a comparison; `links` gives the addresses of the articles that have one, by id.

    `tied` is the share (0..1) of the derived text that its own page says, where the lineage ties the two. `versions`
    are what two versions of one page are called, by their sides: nobody asks which of them takes up the other.
    """
    view = View(pair, phrases, full=True)
    names = versions or called(pair, phrases)
    lead, *told, _ = summary.told(pair, phrases, names)
    if versions and summary.is_long(pair):
        lead, told = phrases.say("compare.plain", **names, share=phrases.percent(pair.shares.shared)), []
    told.append(_whole(pair, phrases, names, tied, known=pair.derived.id in links))
    order = _order(pair)
    source, derived = (_text(view, side, names, links) for side in _SIDES)
    meaning = [(number, edit) for number, edit in view.weighed if edit.category in MEANING]
    headline = pair.headline if pair.headline and pair.headline.derived != pair.headline.source else None
    apart = summary.apart(pair) if view.passages else []
    listed = summary.is_mostly_shared(pair)
    return Beside(
        source=source,
        derived=derived,
        lead=lead,
        told=tuple(told),
        shares=_shares(pair, phrases) if summary.is_long(pair) else (),
        differences=tuple(
            Difference(
                number, label(number), f"difference-{number}", phrases.say(f"category.{edit.category}"),
                *(dossier_findings.in_context(view, side, edit) for side in order),
            )
            for number, edit in meaning
        ),
        lighter=len(view.edits) - len(meaning),
        headlines=_headlines(headline, order) if headline else None,
        other_headline=headline is not None and summary.is_other(headline),
        counts=tuple(_counts(view, apart, names)),
        apart=tuple(_apart(view, each, names) for each in apart if listed or each.kind == "moved"),
        rows=tuple(_rows(view) if order == _SIDES else ((right, left) for left, right in _rows(view))),
        passages=len(view.passages),
        sides=(source, derived) if order == _SIDES else (derived, source),
    )  # fmt: skip


def _order(pair: Comparison) -> tuple[Side, Side]:
    """Return the sides as they stand: where no direction is known, the text that is earlier for certain stands left."""
    here, there = pair.derived.published, pair.source.published
    if pair.direction == "unknown" and here and there and here.before(there):
        return "derived", "source"
    return _SIDES


def _headlines(headline: Headline, order: tuple[Side, Side]) -> tuple[str, str]:
    both = headline.source, headline.derived
    return both if order == _SIDES else both[::-1]


def _whole(pair: Comparison, phrases: Phrases, names: Mapping[str, str], tied: float | None, *, known: bool) -> str:
    """Return what the shares count, and what the article's own page says, which sets title and standing text aside."""
    if tied is not None and summary.is_long(pair):
        return phrases.say("pages.beside.whole_tied", share=phrases.percent(tied), name=names["derived"])
    return phrases.say("pages.beside.whole_page" if known else "pages.beside.whole")


def called(pair: Comparison, phrases: Phrases) -> dict[str, str]:
    """Return what sentences call the two: their outlets where these tell them apart, else their headlines."""
    derived, source = pair.derived, pair.source
    if derived.outlet and source.outlet and not one_outlet(derived, source):
        return {"derived": derived.outlet, "source": source.outlet}
    return {"derived": article_name(derived, phrases), "source": article_name(source, phrases)}


def _text(view: View, side: Side, names: Mapping[str, str], links: Mapping[str, str]) -> Text:
    direction = view.pair.direction
    comes_first = (side == "source") == (direction == "source_first")
    role = "source" if comes_first else "derived"
    if direction == "unknown":
        role = "first" if side == _order(view.pair)[0] else "second"
    article = view.article(side)
    return Text(article, view.phrases.say(f"pages.beside.role_{role}"), names[side], links.get(article.id))


def _shares(pair: Comparison, phrases: Phrases) -> tuple[tuple[str, float], ...]:
    shares = pair.shares
    return (
        (phrases.say("pages.beside.same"), shares.shared),
        (phrases.say("pages.beside.reworded"), shares.reworded),
        (phrases.say("pages.beside.unmatched"), shares.unmatched),
    )


def _counts(view: View, blocks: Sequence[Block], names: Mapping[str, str]) -> list[str]:
    counted = []
    for kind in ("inserted", "dropped", "moved"):
        units = [each for each in blocks if each.kind == kind]
        if units:
            label = _befell(view, kind, names)
            told = sentences.units(units, view.phrases)
            counted.append(view.phrases.say("quote.labelled", label=label, text=told))
    return counted


def _apart(view: View, block: Block, names: Mapping[str, str]) -> Apart:
    side: Side = "source" if block.kind == "dropped" else "derived"
    span = block.source if block.kind == "dropped" else block.derived
    unit = view.say(f"unit_{block.unit}")
    return Apart(_befell(view, block.kind, names), unit, view.cited(side, span))


def _befell(view: View, kind: str, names: Mapping[str, str]) -> str:
    """Return what befell a unit; that it was added or left out is said only where the direction is known."""
    if kind == "moved":
        return view.phrases.say("pages.beside.moved")
    if view.derives:
        return view.phrases.say(f"pages.beside.{kind}", name=names["derived"])
    return view.phrases.say("pages.beside.only", name=names["derived" if kind == "inserted" else "source"])


def _rows(view: View) -> list[tuple[Html | None, Html | None]]:
    here, there = Marks(view, "derived"), Marks(view, "source")
    shared = set(there.anchors)
    anchors = [each for each in here.anchors if each in shared]
    cut = rows(view.article("source").text, view.article("derived").text, anchors)
    left, right = cells(there, [row.source for row in cut]), cells(here, [row.derived for row in cut])
    return list(zip(left, right, strict=True))
