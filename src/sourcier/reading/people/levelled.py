"""Names in sentences where capitals show nothing: in small letters throughout (a transcript), or in capitals."""

from sourcier.reading.people import cues, shape
from sourcier.reading.people.run import Run
from sourcier.reading.people.runs import Namer
from sourcier.reading.people.titles import after_titles

_LEAST, _MOST = 2, 4  # words of such a name
_INITIAL = 2  # letters, with the full stop


def apposed(namer: Namer, runs: list[Run], comma: int) -> int:
    """Add a name after « le préfet , » and return where it ends, 0 for none."""
    first = after_titles(namer, comma + 1)
    if namer.words.at(comma) != "," or not namer.lowered(first) or namer.shape(first) & shape.GLUED:
        return 0
    stop = _stop(namer, first) if namer.stop(first, bold=True) > first else first
    if stop < first + _LEAST or namer.words.upos(stop) != "PUNCT":
        return 0
    runs.append(Run(first, stop))
    return stop


def levelled(namer: Namer, runs: list[Run], first: int) -> int:
    """Add a name after « … », dit, or of an initial and a known name; return where it ends, `first` for none."""
    form = namer.words.at(first)
    initial = len(form) == _INITIAL and form.endswith(".") and form[0].isalpha()
    if initial and namer.shape(first + 1) & shape.PERSONAL:
        runs.append(Run(first, max(namer.stop(first + 1, bold=True), first + _LEAST)))
        return runs[-1].stop
    other = namer.is_function(first) or namer.words.upos(first) == "VERB" or namer.shape(first) & shape.TITLE
    if other or not cues.said(namer, Run(first, first + 1)):
        return first
    stop = _stop(namer, first)
    strange = any(namer.shape(at) & shape.PERSONAL or not namer.shape(at) & shape.WORD for at in range(first, stop))
    if stop < first + _LEAST or not strange or namer.words.upos(stop) != "PUNCT":
        return first
    runs.append(Run(first, stop))
    return stop


def _stop(namer: Namer, first: int) -> int:
    """Where the words end that no small word and no sign parts."""
    stop = first
    while stop - first < _MOST and namer.shape(stop) & shape.LETTERS and not namer.is_function(stop):
        stop += 1
    return stop
