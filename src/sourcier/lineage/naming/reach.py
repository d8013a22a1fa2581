"""The sentence and the paragraph around a stretch of text, without cutting up the rest."""

import re

from sourcier.core.span import Span

_ENDS_LINE = '.!?…:»”")'
_SENTENCE = 1200  # code points: a sentence is not followed farther to either side
_SHORT_LINE = 60  # code points: a shorter line is no wrapped one, but a heading or a signature
_STOP = re.compile(r"([.!?…]+[»”\"’')\]]*)(\s+)(?=[^\sa-zà-ÿ])")
_SHORTENED = re.compile(
    r"(?:^|[\s(«'’])(?:[A-Z]|MM?|Mme|Mlle|Dr|Pr|St|Ste|n|no|N|art|env|Mr|Mrs|Ms|Gen|Col|Lt|Sgt|vs|v)\.$"
)


def paragraph_at(text: str, start: int, end: int) -> Span:
    """Return the paragraph that holds start..end: it ends at an empty line, or at a line that ends a sentence."""
    first = start
    while (cut := text.rfind("\n", 0, first)) >= 0 and not _ends(text, cut):
        first = cut
    last = end
    while (cut := text.find("\n", last)) >= 0 and not _ends(text, cut):
        last = cut + 1
    return _trim(text, text.rfind("\n", 0, first) + 1, len(text) if cut < 0 else cut)


def _ends(text: str, cut: int) -> bool:
    begin = text.rfind("\n", 0, cut) + 1
    line = text[begin:cut].rstrip()
    after = text[cut + 1 : cut + 2]
    return not line or len(line) < _SHORT_LINE or line[-1] in _ENDS_LINE or after in {"\n", ""}


def sentence_at(text: str, start: int, end: int) -> Span:
    """Return the sentence that holds start..end, within its paragraph."""
    paragraph = paragraph_at(text, start, end)
    first, last = max(paragraph.start, start - _SENTENCE), min(paragraph.end, end + _SENTENCE)
    for match in _STOP.finditer(text, first, last):
        if _SHORTENED.search(text[max(paragraph.start, match.end(1) - 6) : match.end(1)]):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.end(1) >= end:
            last = match.end(1)
            break
    return _trim(text, first, last)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
