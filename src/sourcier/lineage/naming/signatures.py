"""Signatures on lines of their own or after the last sentence: « Par X avec AFP », « (AS/APA) », « Avec Reuters »."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from sourcier.core.span import Span
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.listed import Listed, listed
from sourcier.lineage.naming.phrases import either, phrases
from sourcier.lineage.naming.pictures import is_image
from sourcier.lineage.naming.reach import paragraph_at
from sourcier.lineage.naming.register import entries
from sourcier.lineage.naming.rows import Row
from sourcier.text.fold import fold

_LINE = 120  # code points: a longer line is prose, of which only the end is looked at
_TAIL = 70
_SIGNATURE = 60
_INITIALS = 4  # letters of a writer's initials at most: « AS/APA »
_OPEN = r"[\s\[(*_–—|-]*"
_AFTER_STOP = re.compile(r"[.!?…»”\"]\s*[–—-]?\s*(?=\(?[^\W\d_][^.!?…»”\"]*\)?\.?$)")
_BRACKET = re.compile(r"[(\[](?P<names>[^()\[\]\n]{2,60})[)\]]\s*\.?$")
_UNSTOPPED = re.compile(r"(?<=[^\W\d_])\s*\([^()\n]{2,60}\)$|(?<=\s)\((?=[A-Za-z’']+\s[^()\n]{2,60}\)\.?$)")
_CLOCK = re.compile(r"\d\s?:\s?\d")
_AGENCY = re.compile(r"Agen(?:ce|cy|cia) ")
_TITLED = re.compile(r"L[ae]s? |L['’]|The ")
_PROSE = 2  # small words in what should be a name
_PERSON = re.compile(r"(?:[^\W\d_a-z][\w’'.-]*[ \u00a0]){0,4}[^\W\d_a-z][\w’'.-]*[ \u00a0]*")


@cache
def _with() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(\[,/|–—-])){either('with')}\s+(?P<names>[^\n|]{{2,80}})(?=\||$)")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"{_OPEN}{either('by')}\s+(?P<names>[^\n]{{2,80}})$")


@cache
def _own_opening() -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in phrases("own"))


def signatures(text: str, lines: list[Row]) -> Iterator[tuple[Row, Candidate]]:
    """Yield the names that signatures give, each with its line."""
    for row in lines:
        if row.title or (len(row.span) <= _LINE and is_image(row.span.of(text))):
            continue
        for part in _parts(text, row):
            found = [] if row.heading and not _formal(part.of(text)) else list(_signed(text, part, row))
            yield from ((row, _candidate(text, row, name, Span(shown, part.end))) for name, shown in found)
            if found:
                break


def _parts(text: str, row: Row) -> Iterator[Span]:
    """Yield what may be a signature: a short line, or its parts between bars; what follows the last full stop."""
    start, end = row.span.start, row.span.end
    short = len(row.span) <= _LINE
    if short:
        yield row.span
        bars = [start - 1, *(place for place in range(start, end) if text[place] == "|"), end]
        yield from (Span(left + 1, right) for left, right in pairwise(bars) if len(bars) > 2)
    if short and not row.last:
        return  # the end of a short line above the text is a picture's caption
    tail = max(start, end - _TAIL)
    for match in _AFTER_STOP.finditer(text, tail, end):
        yield Span(match.end(), end)
    if not short and (bracket := _UNSTOPPED.search(text, tail, end)):
        yield Span(bracket.start(), end)


def _candidate(text: str, row: Row, name: Listed, span: Span) -> Candidate:
    alone = (
        span.start <= row.span.start + 1
        or "|" in row.span.of(text)
        or (len(row.span) <= _SIGNATURE and _PERSON.match(text, row.span.start))
    )
    if (alone and (row.top or row.end)) or (row.end and row.last):
        return Candidate(name.name, span, "text", Span(0, len(text)), "signature", sure=name.sure)
    return Candidate(name.name, span, "paragraph", covered(text, row.span), "signature", sure=name.sure)


def covered(text: str, line: Span) -> Span:
    """Return the paragraph a line inside the text speaks for: its own, and the one before a line that is short."""
    if len(line) > _LINE:
        return paragraph_at(text, line.start, line.end)
    before = text[: line.start].rstrip()
    return Span(paragraph_at(text, max(0, len(before) - 1), len(before)).start, line.end) if before else line


def _formal(line: str) -> bool:
    """Tell whether a first line can be no headline: « Par AFP », « (AFP) »."""
    return bool(_by().match(line) or _BRACKET.fullmatch(line))


def _signed(text: str, part: Span, row: Row) -> Iterator[tuple[Listed, int]]:
    """Yield the names of a signature, each with where the words that show it begin."""
    line, start, end = part.of(text), part.start, part.end
    if is_image(line) or ":" in _CLOCK.sub("", line):
        return
    if (match := _with().search(line) or _by().match(line)) and _is_sentence(text, start, match):
        return
    if match := _with().search(line):
        shown = start if match.start() <= _SIGNATURE else start + max(line.rfind("(", 0, match.start()), 0)
        yield from ((name, shown) for name in _with_names(text, start, match))
    elif match := _by().match(line):
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
        if not name.sure and plain >= _PROSE and not fold(" ".join(words)).startswith(_own_opening()):
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
    return re.compile(rf"{_OPEN}{either('label', 'dispatches', 'itself')}\s*[/–—-]?\s*(?={either('of')}|[^\W\d_a-z])")


def _fits(text: str, name: Listed, names: list[Listed]) -> bool:
    """Tell whether a name beside an agency's is initials, a medium, or a person before a dash: « A. K. – AFP »."""
    written = name.span.of(text)
    if name.registered or name.sure or len(written) <= _INITIALS:
        return True
    if len(names) != 2 or not _PERSON.fullmatch(written):
        return False
    return text[name.span.end : name.span.end + 3].strip()[:1] in set("–—-") or names[1].span.of(text)[0].islower()


def _with_names(text: str, start: int, match: re.Match[str]) -> Iterator[Listed]:
    before = text[start : start + match.start()]
    names = list(listed(text, start + match.start("names"), start + match.end("names")))
    known = [name for name in listed(text, start, start + match.start()) if name.registered]
    if (names or known) and _signs(before.rpartition("|")[2], names):
        yield from (*known, *names)


def _signs(before: str, names: list[Listed]) -> bool:
    """Tell whether the words before « avec » are those of a signature and not of a sentence."""
    bare = before.strip(" \u00a0([–—-|,/")
    if not bare or _by().match(before + " x") or fold(bare).startswith(_own_opening()):
        return True
    if before.rstrip()[-1:] in set(",/|([–—-"):
        return all(name.sure for name in names)
    return all(name.registered for name in names) and bool(_PERSON.fullmatch(before.strip()))


def _in_brackets(text: str, start: int, match: re.Match[str]) -> Iterator[tuple[Listed, int]]:
    place = start + match.start()
    line = text.rfind("\n", 0, place) + 1
    alone = not text[line:place].strip(" –—-.")
    after_stop = text[:place].rstrip()[-1:] in {".", "!", "?", "»", "…", "”"}
    names = list(listed(text, start + match.start("names"), start + match.end("names")))
    if not all(_fits(text, name, names) for name in names):
        return
    if alone or after_stop or _PERSON.fullmatch(text[line:place].strip()):
        yield from ((name, place) for name in names if name.registered or (name.sure and not _TITLED.match(name.name)))
    elif not match[0].rstrip().endswith(".") and len(text) - line > _LINE and place - line > _LINE:
        yield from ((name, place) for name in names if name.registered and not _explains(text, place, name))


def _explains(text: str, place: int, name: Listed) -> bool:
    """Tell whether brackets may spell out the name before them, and sign nothing: « l'Agence France-Presse (AFP) »."""
    if any(entry.homograph for entry in entries(name.name)):
        return True
    words = re.findall(r"[^\W_]+", text[max(0, place - 60) : place])[-5:]
    return any(entries(" ".join(words[first:])) for first in range(len(words)))
