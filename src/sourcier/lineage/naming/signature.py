"""What one line signs: « Par X avec AFP », « (AS/APA) », « Avec Reuters », « Source AFP »."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sourcier.core.span import Span
from sourcier.lineage.naming.known import may_name
from sourcier.lineage.naming.listed import Listed, listed
from sourcier.lineage.naming.openings import OPEN, PERSON, asked_after, by, own_opening, together
from sourcier.lineage.naming.phrases import either
from sourcier.lineage.naming.pictures import is_image
from sourcier.lineage.naming.register import entries
from sourcier.lineage.naming.rows import Row
from sourcier.text.fold import fold

_LINE = 120  # code points: a longer line is prose, of which only the end is looked at
_SIGNATURE = 60
_INITIALS = 4  # letters of a writer's initials at most: « AS/APA »
_BRACKET = re.compile(r"[(\[](?P<names>[^()\[\]\n]{2,60})[)\]]\s*\.?$")
_CLOCK = re.compile(r"\d\s?:\s?\d")
_AGENCY = re.compile(r"Agen(?:ce|cy|cia) ")
_TITLED = re.compile(r"L[ae]s? |L['’]|The ")
_PROSE = 2  # small words in what should be a name


@lru_cache(4096)
def may_sign(line: str) -> bool:
    """Tell whether `signed` could find anything in a line: it costs far less, and is True too often only."""
    if shared := together().search(line):
        return asked_after(line[: shared.start()], heading=False) is not None
    return bool(by().match(line) or _BRACKET.search(line)) or may_name(line)


def signed(text: str, part: Span, row: Row) -> Iterator[tuple[Listed, int]]:
    """Yield the names of a signature, each with where the words that show it begin."""
    line, start, end = part.of(text), part.start, part.end
    if is_image(line) or ":" in _CLOCK.sub("", line):
        return
    shared = together().search(line)
    match = shared or by().match(line)
    if match and _is_sentence(text, start, match):
        return
    if shared:
        shown = start if shared.start() <= _SIGNATURE else start + max(line.rfind("(", 0, shared.start()), 0)
        yield from ((name, shown) for name in _with_names(text, start, shared, row))
    elif match:
        yield from ((name, start) for name in listed(text, start + match.start("names"), end))
    elif match := _BRACKET.search(line):
        yield from _in_brackets(text, start, match)
    else:
        yield from ((name, start) for name in _bare(text, start, end, row))


def _is_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether words of a sentence stand among the names: « Avec l'AFP, dix maisons ont brûlé »."""
    for name in listed(text, start + match.start("names"), start + match.end("names")):
        words = name.span.of(text).split()
        plain = sum(word.islower() for word in words)
        if not name.sure and plain >= _PROSE and not fold(" ".join(words)).startswith(own_opening()):
            return True
    return False


def _bare(text: str, start: int, end: int, row: Row) -> Iterator[Listed]:
    """Yield the names of a line that has nothing but names, initials and « source »."""
    label = _unmarked().match(text, start, end)
    names = list(listed(text, label.end() if label else start, end))
    if not names or not all(_fits(text, name, names) for name in names):
        return
    closing = row.end and not row.top
    for name in names:
        other_meaning = any(entry.homograph for entry in entries(name.name))
        if (name.registered and (closing or not other_meaning)) or (closing and _AGENCY.match(name.name)):
            yield name


@cache
def _unmarked() -> re.Pattern[str]:
    return re.compile(rf"{OPEN}{either('label', 'dispatches', 'itself')}\s*[/–—-]?\s*(?={either('of')}|[^\W\d_a-z])")


def _fits(text: str, name: Listed, names: list[Listed]) -> bool:
    """Tell whether a name beside an agency's is initials, a medium, or a person before a dash: « A. K. – AFP »."""
    written = name.span.of(text)
    if name.registered or name.sure or len(written) <= _INITIALS:
        return True
    if len(names) != 2 or not PERSON.fullmatch(written):
        return False
    return text[name.span.end : name.span.end + 3].strip()[:1] in set("–—-") or names[1].span.of(text)[0].islower()


def _with_names(text: str, start: int, match: re.Match[str], row: Row) -> Iterator[Listed]:
    asked = asked_after(text[start : start + match.start()], heading=row.heading)
    if asked is None:
        return
    names = list(listed(text, start + match.start("names"), start + match.end("names")))
    if all(getattr(name, asked) for name in names):
        yield from (name for name in listed(text, start, start + match.start()) if name.registered)
        yield from names


def _in_brackets(text: str, start: int, match: re.Match[str]) -> Iterator[tuple[Listed, int]]:
    place = start + match.start()
    line = text.rfind("\n", 0, place) + 1
    alone = not text[line:place].strip(" –—-.")
    after_stop = text[:place].rstrip()[-1:] in {".", "!", "?", "»", "…", "”"}
    names = list(listed(text, start + match.start("names"), start + match.end("names")))
    if not all(_fits(text, name, names) for name in names):
        return
    if alone or after_stop or PERSON.fullmatch(text[line:place].strip()):
        yield from ((name, place) for name in names if name.registered or (name.sure and not _TITLED.match(name.name)))
    elif not match[0].rstrip().endswith(".") and len(text) - line > _LINE and place - line > _LINE:
        yield from ((name, place) for name in names if name.registered and not _explains(text, place, name))


def _explains(text: str, place: int, name: Listed) -> bool:
    """Tell whether brackets may spell out the name before them, and sign nothing: « l'Agence France-Presse (AFP) »."""
    if any(entry.homograph for entry in entries(name.name)):
        return True
    words = re.findall(r"[^\W_]+", text[max(0, place - 60) : place])[-5:]
    return any(entries(" ".join(words[first:])) for first in range(len(words)))
