"""An analysis as JSON values: the lines of `parse --json`."""

from typing import Any

from sourcier.export.line import line
from sourcier.text.analysis import Analysis, Sentence
from sourcier.version import __version__


def parsed(analysis: Analysis, id_: str, path: str | None) -> bytes:
    """Return the line of one article."""
    return line(
        {
            "id": id_,
            "path": path,
            "language": analysis.language,
            "sentences": [_sentence(analysis, each) for each in analysis.sentences],
            "producer": {"name": "sourcier", "version": __version__, "engine": analysis.producer},
        }
    )


def _sentence(analysis: Analysis, sentence: Sentence) -> dict[str, Any]:
    span = analysis.span(sentence)
    tokens = [_token(analysis, sentence, at) for at in range(sentence.first, sentence.stop)]
    return {"start": span.start, "end": span.end, "tokens": tokens}


def _token(analysis: Analysis, sentence: Sentence, at: int) -> dict[str, Any]:
    token = analysis.tokens[at]
    return {
        "start": token.start,
        "end": token.end,
        "text": analysis.form(at),
        "lemma": token.lemma or None,
        "upos": token.upos or None,
        "feats": token.feats or None,
        "head": None if token.head == at else token.head - sentence.first,
        "relation": token.relation or None,
    }
