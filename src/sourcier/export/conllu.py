"""An analysis as CoNLL-U (https://universaldependencies.org/format.html), with offsets in the last column.

`start_char` and `end_char`, in code points of the article's text, are named as Stanza names them.
"""

import re
from collections.abc import Iterator

from sourcier.text.analysis import Analysis, Sentence

_BREAK = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_BLANK = re.compile(r"[\s/]+")  # what the name of a sentence may not hold
_HALF = re.compile(r"[\ud800-\udfff]")  # of a surrogate pair: UTF-8 has no bytes for it


def conllu(analysis: Analysis, id_: str) -> Iterator[bytes]:
    """Yield an article as one `newdoc`, a piece a sentence; nothing where it has no token."""
    name = _BLANK.sub("_", id_)
    for number, sentence in enumerate(analysis.sentences, start=1):
        head = f"# newdoc id = {_line(id_)}\n# generator = {_line(analysis.producer)}\n" if number == 1 else ""
        yield _encoded(
            f"{head}# sent_id = {name}-{number}\n# text = {_text(analysis, sentence)}\n"
            + "".join(_row(analysis, sentence, at) for at in range(sentence.first, sentence.stop))
            + "\n"
        )


def _text(analysis: Analysis, sentence: Sentence) -> str:
    """Return the sentence on one line: its forms, with one space where any white space stands."""
    parts = []
    for at in range(sentence.first, sentence.stop):
        parts.append(_line(analysis.form(at)))
        if at + 1 < sentence.stop and not _joined(analysis, at):
            parts.append(" ")
    return "".join(parts)


def _row(analysis: Analysis, sentence: Sentence, at: int) -> str:
    token = analysis.tokens[at]
    head = 0 if token.head == at else token.head - sentence.first + 1
    offsets = f"start_char={token.start}|end_char={token.end}"
    columns = (
        str(at - sentence.first + 1),
        _line(analysis.form(at)),
        _line(token.lemma),
        token.upos,
        "",
        token.feats,
        str(head),
        token.relation,
        "",
        f"SpaceAfter=No|{offsets}" if _joined(analysis, at) else offsets,
    )
    return "\t".join(column or "_" for column in columns) + "\n"


def _joined(analysis: Analysis, at: int) -> bool:
    """Tell whether the next token follows at once."""
    return at + 1 < len(analysis.tokens) and analysis.tokens[at + 1].start == analysis.tokens[at].end


def _line(text: str) -> str:
    return _BREAK.sub(" ", text)


def _encoded(text: str) -> bytes:
    return _HALF.sub("\ufffd", text).encode("utf-8")
