"""The lower half of a dossier, for checking: credit, direction, every edit, the two texts, what is not seen."""

from sourcier.core.edit import Edit
from sourcier.core.identity import text_hash
from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.dossier_findings import section
from sourcier.export.dossier_view import Side, View
from sourcier.export.html import Html, element, joined, link, table
from sourcier.export.names import one_outlet


def sections(view: View) -> list[Html]:
    """Return the sections."""
    parts = [_credit(view), _direction(view), _edits(view)] if view.passages else []
    return [*(part for part in parts if part is not None), _texts(view), _unseen(view)]


def _credit(view: View) -> Html | None:
    given = view.pair.credit
    alike = one_outlet(view.pair.derived, view.pair.source)
    status = sentences.verdict(given, view.pair.direction, view.phrases, one_outlet=alike)
    if not status and not given.names:
        return None
    shown = [
        element(
            "li", view.words("derived", span.of(view.pair.derived.text)), " ", _code(view.position("derived", span))
        )
        for span in given.spans
    ]
    words = element("ul", *shown) if shown else element("p", view.say("credit_none"))
    covered = [_stretch(view, view.pair.stretches[index]) for index in given.covers]
    covers = element("ul", *covered) if covered else element("p", "–")
    return section(
        view,
        "credit",
        element("p", " – ".join(each for each in (status, ", ".join(given.names)) if each)),
        _facts([(view.say("credit_words"), words), (view.say("credit_covers"), covers)]),
    )


def _stretch(view: View, span: Span) -> Html:
    return element("li", view.cited("derived", span), " ", _code(view.position("derived", span)))


def _direction(view: View) -> Html:
    told = element("p", view.direction())
    signals = sentences.reasons(view.pair.reasons, view.phrases, view.pair.direction)
    reasons = [element("li", line) for line in signals]
    return section(view, "direction", told, *([element("ul", *reasons)] if reasons else []))


def _edits(view: View) -> Html | None:
    if not view.edits:
        return None
    names = ("number", "category", "kind", "weight")
    headings = [*(view.say(name) for name in names), view.say("role_source"), view.say("role_derived")]
    rows = [_edit(view, number, edit) for number, edit in view.weighed]
    return section(view, "edits", table(headings, rows, class_="figures"), note="edits_note")


def _edit(view: View, number: int, edit: Edit) -> tuple[str, ...]:
    return (
        str(number),
        view.phrases.say(f"category.{edit.category}"),
        view.edit_kind(edit.kind),
        f"{edit.weight:.2f}",
        _where(view, "source", edit),
        _where(view, "derived", edit),
    )


def _where(view: View, side: Side, edit: Edit) -> Html:
    span = edit.derived if side == "derived" else edit.source
    words = view.words(side, sentences.shortened(span.of(view.article(side).text)) or "∅")
    return joined([_code(view.position(side, span)), " ", words])


def _texts(view: View) -> Html:
    shares = view.pair.shares
    parts = ", ".join(
        f"{view.say(name)} {view.phrases.percent(value)}"
        for name, value in (("shared", shares.shared), ("reworded", shares.reworded), ("unmatched", shares.unmatched))
    )
    both = [element("div", element("h3", view.label(side)), _text(view, side)) for side in ("source", "derived")]
    return section(
        view,
        "texts",
        element("div", *both, class_="pair texts"),
        *([_facts([(view.say("shares"), parts)])] if view.passages else []),
    )


def _text(view: View, side: Side) -> Html:
    article, unknown = view.article(side), view.say("unknown")
    return _facts(
        [
            (view.say("outlet"), article.outlet or unknown),
            (view.say("text_title"), view.words(side, article.title) if article.title else unknown),
            (view.say("byline"), article.byline or unknown),
            (view.say("published"), _moment(view, article.published)),
            (view.say("captured"), _moment(view, article.captured)),
            (view.say("url"), link(article.url) if article.url else unknown),
            (view.say("id"), article.id),
            (view.say("path"), article.path or unknown),
            (view.say("language"), article.language or unknown),
            (view.say("characters"), view.phrases.number(len(article.text))),
            (view.say("complete"), view.say("complete_yes" if article.complete else "complete_no")),
            (view.say("hash"), _code(text_hash(article.text))),
        ]
    )


def _moment(view: View, moment: Moment | None) -> str:
    return f"{view.phrases.date(moment.value)} ({moment.value})" if moment else view.say("unknown")


def _unseen(view: View) -> Html:
    lines = view.say("unseen_list").strip().splitlines()
    return element(
        "section", element("h2", view.say("unseen")), element("ul", *(element("li", line) for line in lines)),
        class_="unseen",
    )  # fmt: skip


def _facts(pairs: list[tuple[str, str]]) -> Html:
    return element("dl", *(joined([element("dt", name), element("dd", value)]) for name, value in pairs))


def _code(text: str) -> Html:
    return element("code", text)
