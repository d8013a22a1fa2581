"""A text pasted to be looked for, or set beside another, without being kept."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.errors import Gone, InputError
from sourcier.core.found import Found
from sourcier.export.article_rows import found as found_row
from sourcier.export.dossier import dossier
from sourcier.export.dossier_name import dossier_name
from sourcier.export.produced import one_produced
from sourcier.web.contexts.ask import Ask
from sourcier.web.contexts.beside import beside as beside_context
from sourcier.web.contexts.find import TOLD, found_page, most_shared, told
from sourcier.web.contexts.found_beside import FoundBeside
from sourcier.web.contexts.found_tie import Tie, tie
from sourcier.web.pasted import Pasting
from sourcier.web.visit import File, Moved, Shown, Upload, Visit
from sourcier.workflow.dating import dated
from sourcier.workflow.desk import Desk
from sourcier.workflow.options import ReadOptions
from sourcier.workflow.pasting import pasted
from sourcier.workflow.shown import Compared

_STATED = ("title", "outlet", "url")
_IN_PASSING = 60_000  # characters of two texts that are compared in some 50 ms
_LONGEST = 2_000  # characters of what is stated


def ask(visit: Visit) -> Shown:
    """Show where a text is pasted, or with `two=1` two texts."""
    with visit.site.desk() as desk:
        totals = desk.totals()
    context = Ask(totals.articles, two=visit.query.get("two") == "1")
    return Shown("find.html", context, context.row)


def paste(visit: Visit) -> Moved:
    """Look for a text, or set it beside the one pasted with it."""
    article, other = pasted(visit.form.get("text", ""), _options(visit)), visit.form.get("other", "")
    if other.strip():
        second = pasted(other, ReadOptions())
        if second.id == article.id:
            raise InputError("the two texts are the same, word for word")
        keys = (visit.site.pasted.put(Pasting(each, None)) for each in (article, second))
        return Moved(visit.link("found_beside", key=next(keys), id=next(keys)))
    with visit.site.desk() as desk:
        found = desk.seek(article)
    return Moved(visit.link("found", key=visit.site.pasted.put(Pasting(article, found))))


def show(visit: Visit) -> Shown:
    """Show where else it stands."""
    key, article, found = _found(visit)
    sources = {each.source for each in found.passages}
    with visit.site.desk() as desk:
        cards = desk.cards(sources)
        ties = dict(_ties(visit, desk, article, [cards[id_] for id_ in most_shared(found, cards)[:TOLD]]))
        families = desk.glance(each.family for each in cards.values() if each.family)
        register = desk.registered()
    context = told(found_page(key, article, found, cards, visit.phrases), ties, families)
    context = replace(context, register=register)
    return Shown("found.html", context, lambda: _row(visit, article, found))


def _ties(visit: Visit, desk: Desk, article: Article, cards: list[Card]) -> Iterator[tuple[str, Tie]]:
    """Yield what side by side would say; nothing of texts that are too long to be compared in passing."""
    for each in cards:
        if len(article.text) + each.characters <= _IN_PASSING and each.id != article.id:
            yield each.id, tie(desk.beside(article, each.id), article.id, visit.phrases)


def _row(visit: Visit, article: Article, found: Found) -> bytes:
    with visit.site.desk() as desk:
        texts, producer = desk.texts({each.source for each in found.passages}), desk.search_producer()
    passages = tuple(each for each in found.passages if each.source in texts)  # some may have been removed since
    return one_produced(found_row(replace(found, passages=passages), article.text, texts), producer)


def beside(visit: Visit) -> Shown:
    """Show it beside an article, or beside another pasted text."""
    pair = _pair(visit)
    key, id_ = visit.path["key"], visit.path["id"]
    known = visit.site.pasted.get(id_) is None
    links = {id_: visit.link("article", id=id_)} if known else {}
    with visit.site.desk() as desk:
        register = desk.registered()
    context = FoundBeside(
        beside_context(pair, visit.phrases, links),
        visit.link("found_saved", key=key, id=id_),
        visit.link("found_saved", {"full": 1}, key=key, id=id_),
        visit.link("found", key=key) if known else visit.link("find"),
        register,
    )
    return Shown("found_beside.html", context, pair.row)


def saved(visit: Visit) -> File:
    """Return that comparison as one HTML file."""
    pair = _pair(visit)
    content = dossier(pair, visit.phrases, full=visit.query.get("full") == "1")
    return File(content, "text/html; charset=utf-8", dossier_name(pair))


def keep(visit: Visit) -> Moved:
    """Take the text into the ledger."""
    article = _pasting(visit).article
    known = {name: value for name in _STATED if (value := getattr(article, name))}
    if article.published:
        known["published"] = article.published.value
    files = [Upload(f"{article.id}.txt", BytesIO(article.text.encode()))]
    files.append(Upload(f"{article.id}.json", BytesIO(json.dumps(known).encode())))
    return Moved(visit.link("import", key=visit.site.imports.start(files).key))


def forget(visit: Visit) -> Moved:
    """Drop the text at once."""
    visit.site.pasted.forget(visit.path["key"])
    return Moved(visit.link("find"))


def _options(visit: Visit) -> ReadOptions:
    title, outlet, url = (visit.form.get(name, "").strip()[:_LONGEST] or None for name in _STATED)
    day = visit.form.get("published", "").strip()
    published = dated(day) if day else None
    if day and published is None:
        raise InputError(f"not a day such as 2031-03-04: {day[:40]!r}")
    return ReadOptions(title=title, outlet=outlet, url=url, published=published)


def _pasting(visit: Visit) -> Pasting:
    known = visit.site.pasted.get(visit.path["key"])
    if known is None:
        raise Gone("this text is no longer kept", "paste it again")
    return known


def _found(visit: Visit) -> tuple[str, Article, Found]:
    pasting = _pasting(visit)
    if pasting.found is None:
        raise Gone("this text was only set beside another", "paste it again to look for it")
    return visit.path["key"], pasting.article, pasting.found


def _pair(visit: Visit) -> Compared:
    article, id_ = _pasting(visit).article, visit.path["id"]
    second = visit.site.pasted.get(id_)
    with visit.site.desk() as desk:
        return desk.beside(article, second.article if second else id_)
