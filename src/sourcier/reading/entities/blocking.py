"""Under which keys a sighting is looked for: two that share none are never compared."""

from collections.abc import Iterable, Iterator

from sourcier.core.entity import Sighting
from sourcier.reading.entities.body import body
from sourcier.reading.entities.naming import Name
from sourcier.reading.entities.profile import Profile, profile
from sourcier.reading.entities.references import name_key
from sourcier.reading.entities.transliteration import Word

_WHOLE = 2  # words


def blocks_of(sighting: Sighting, code: str) -> tuple[str, ...]:
    """Return the keys of a sighting, sorted."""
    if sighting.kind == "person":
        return person_blocks(profile(sighting, code))
    if sighting.kind == "organisation":
        found = body(sighting, code)
        known = (f"k={found.known}",) if found.known else ()
        return tuple(
            sorted({*(f"o={key}" for key in found.full), *(f"a={key}" for key in found.short | found.initials), *known})
        )
    return (place_key(sighting),)


def person_blocks(found: Profile) -> tuple[str, ...]:
    """Return the keys of a person, sorted."""
    return tuple(sorted(set(_person(found))))


def place_key(sighting: Sighting) -> str:
    """Return what is one place: the gazetteer's, or a name in a country; without either, the article's own."""
    if sighting.source_id is not None:
        return f"l={sighting.source_id}"
    where = sighting.country or f"?{sighting.article}"
    return f"l={name_key(sighting.name)}|{where}"


def _person(found: Profile) -> Iterator[str]:
    for name in (found.name, *found.also):
        if not name.single:
            yield f"g={name.glued}"
            yield from _pairs(name)
        yield from _initials(name)
        yield from _surname(name, found)


def _pairs(name: Name) -> Iterator[str]:
    """Two of its words by their consonants, but not two frequent ones out of more; and all of them."""
    words = _full(name)
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            if not (one.frequent and other.frequent) or len(words) == _WHOLE:
                yield f"p={' '.join(sorted((one.skeleton, other.skeleton)))}"
    if len(words) > _WHOLE:
        yield f"p={' '.join(sorted(word.skeleton for word in words))}"


def _initials(name: Name) -> Iterator[str]:
    """A rare word beside the first letter of another, which may be but an initial or be spelt wrongly."""
    for one in _full(name):
        for other in name.words:
            if other is one:
                continue
            if not one.frequent:
                yield from (f"i={one.skeleton}|{first}" for first in {other.folded[0], other.spelling[0].lower()})
            elif not other.frequent and not other.initial:
                yield f"j={one.skeleton}|{other.skeleton[:2]}"


def _surname(name: Name, found: Profile) -> Iterator[str]:
    """One word with a country and an office, without which a surname is nobody's."""
    if found.country is not None:
        heads = sorted({office.head for office in found.offices if office.scope != "many"})
        for word in _full(name):
            yield from (f"m={word.skeleton}|{found.country}|{head}" for head in heads)


def _full(name: Name) -> list[Word]:
    return [word for word in name.words if not word.initial]


def shared(keys: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """Return who stands under each key, by number; keys of one are left out."""
    found: dict[str, list[int]] = {}
    for number, own in enumerate(keys):
        for key in own:
            found.setdefault(key, []).append(number)
    return {key: numbers for key, numbers in found.items() if len(numbers) > 1}
