"""What a coder sees of two texts: how each begins, where they are most alike, how each ends."""

import numpy as np

from sourcier.figures.nearest_run import Hashes, Run, longest
from sourcier.lineage.words import Words, words

_LOOKED_AT = 20_000  # code points
_WHOLE = 220  # words; a text of no more is shown whole
_HEAD, _TAIL = 25, 30
_BESIDE = (45, 20)  # words on either side of the longest run, and of the next
_RUN = 80  # words of a long run that are shown
_NEXT = 5  # words of a second run that is worth showing
_MARKS = 10  # characters before and after a run that are shown with it, up to a space
_END = 200  # characters of the end of a text that was not looked at whole
_GAP = " […] "

_Parts = list[tuple[int, int]]


def excerpts(one: str, other: str) -> tuple[str, str]:
    """Return an excerpt of each text, on one line: the same rule for all, whether or not anything is shared."""
    here, there = words(one[:_LOOKED_AT]), words(other[:_LOOKED_AT])
    runs = _runs(here.hashes, there.hashes)
    ours, theirs = (_windows([(run[side], min(run.words, _RUN)) for run in runs]) for side in (0, 1))
    return _excerpt(one, here, ours), _excerpt(other, there, theirs)


def _runs(here: Hashes, there: Hashes) -> list[Run]:
    """Return the longest run, and the next where it is long enough: the first may be an outlet's standing text."""
    first = longest(here, there)
    if not first.words:
        return [first]
    ours, theirs = here.copy(), there.copy()
    ours[first.one : first.one + first.words] = np.arange(first.words, dtype=np.uint64) * 2  # words met nowhere else
    theirs[first.other : first.other + first.words] = np.arange(first.words, dtype=np.uint64) * 2 + 1
    following = longest(ours, theirs)
    return [first, following] if following.words >= _NEXT else [first]


def _windows(runs: _Parts) -> _Parts:
    pairs = zip(runs, _BESIDE, strict=False)
    return [(start - beside, start + length + beside) for (start, length), beside in pairs]


def _excerpt(text: str, known: Words, windows: _Parts) -> str:
    count = len(known)
    if count <= _WHOLE:
        return _line(text[:_LOOKED_AT])
    merged: _Parts = []
    for begin, end in sorted([(0, _HEAD), *windows, (count - _TAIL, count)]):
        begin, end = max(0, begin), min(count, end)  # noqa: PLW2901 - a window may reach over the ends
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    shown = [_line(text[_from(text, known, begin) : _to(text, known, end)]) for begin, end in merged]
    if len(text) > _LOOKED_AT:
        shown.append(_line(text[-_END:]))
    return _GAP.join(shown)


def _from(text: str, known: Words, word: int) -> int:
    """Return where a run of words begins, with the marks that stand before it."""
    start = int(known.starts[word]) if word else 0
    while start and not text[start - 1].isspace() and int(known.starts[word]) - start < _MARKS:
        start -= 1
    return start


def _to(text: str, known: Words, word: int) -> int:
    """Return where a run of words ends, with the marks that stand after it; after the last word, the text's end."""
    if word == len(known):
        return min(len(text), _LOOKED_AT)
    end = int(known.ends[word - 1]) if word else 0
    while end < len(text) and not text[end].isspace() and end - int(known.ends[word - 1]) < _MARKS:
        end += 1
    return end


def _line(text: str) -> str:
    return " ¶ ".join(" ".join(part.split()) for part in text.splitlines() if part.strip())
