"""What is seen of whom in the articles of a marked ledger: by the readers, as in use, or by the marks themselves."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from eval.cases.facts.forms import Excerpt, Mark
from eval.readers.reading import Reading
from sourcier.core.article import Article
from sourcier.core.entity import EntityKind, Sighting
from sourcier.core.mention import Mention
from sourcier.core.span import Span
from sourcier.reading.entities.references import name_key
from sourcier.workflow.sightings import sighted

_KINDS: dict[str, EntityKind] = {"person": "person", "org": "organisation"}


@dataclass(frozen=True, slots=True)
class Seen:
    """A sighting and the spans of its mentions in its article."""

    sighting: Sighting
    spans: tuple[Span, ...]


def read(readings: Iterable[Reading]) -> list[Seen]:
    """Return what the readers see, each article by itself."""
    return [seen for reading in readings for seen in _read(reading)]


def marked(excerpts: Iterable[Excerpt]) -> list[Seen]:
    """Return what is marked, as if the readers had found just that."""
    return [seen for excerpt in excerpts for seen in _accompanied(list(_marked(excerpt)))]


def _read(reading: Reading) -> Iterable[Seen]:
    excerpt, facts = reading.excerpt, reading.facts
    article = Article(excerpt.id, excerpt.text, outlet=excerpt.outlet, published=reading.published)
    mentions = {
        "person": [each.mentions for each in facts.people],
        "organisation": [each.mentions for each in facts.organisations],
        "place": [each.mentions for each in facts.places],
    }
    for sighting in sighted(article, facts).sightings:
        yield Seen(sighting, tuple(each.span for each in mentions[sighting.kind][sighting.index]))


def _marked(excerpt: Excerpt) -> Iterable[Seen]:
    for kind, named in _KINDS.items():
        chains: dict[str, list[Mark]] = defaultdict(list)
        for mark in excerpt.marks:
            if mark.kind == kind:
                chains[mark.keys["id"]].append(mark)
        for at, (name, marks) in enumerate(chains.items()):
            mentions = [Mention(Span(mark.start, mark.end), "mark") for mark in marks]
            fullest = max((mark.text for mark in marks), key=len)
            country = next(filter(None, (mark.keys.get("country") for mark in marks)), None)
            more: dict[str, object] = {"country": country}
            if kind == "person":
                more["roles"] = tuple(m.text for m in excerpt.marks if m.kind == "role" and m.keys["of"] == name)
            else:
                acronym = next((mark.text for mark in marks if _acronym(mark.text)), None)
                more |= {"acronym": acronym, "organisation_kind": marks[0].keys["kind"]}
            yield _seen(excerpt, at, named, fullest, mentions, **more)


def _acronym(form: str) -> bool:
    return form.isalnum() and form[1:].upper() == form[1:]


def _seen(excerpt: Excerpt, at: int, kind: EntityKind, name: str, mentions: Sequence[Mention], **more: object) -> Seen:
    forms = tuple(dict.fromkeys(mention.span.of(excerpt.text) for mention in mentions))
    told = {"forms": forms, "published": excerpt.published, "outlet": excerpt.outlet, **more}
    sighting = Sighting(excerpt.id, at, kind, name, **told)  # type: ignore[arg-type]
    return Seen(sighting, tuple(mention.span for mention in mentions))


def _accompanied(seen: Sequence[Seen]) -> Iterable[Seen]:
    """Give each sighting of an article the keys of the others' names."""
    keys = [name_key(each.sighting.name) for each in seen]
    for each, own in zip(seen, keys, strict=True):
        company = tuple(dict.fromkeys(key for key in keys if key != own))
        yield replace(each, sighting=replace(each.sighting, companions=company))
