"""Any installed spaCy pipeline as an engine: `spacy:NAME`, where NAME is a package or a folder. spaCy is an extra.

Only what spaCy documents of `Language`, `Doc` and `Token` is used (https://spacy.io/api).
"""

import warnings
from importlib import import_module
from typing import Any

from sourcier.core.errors import InputError
from sourcier.engines.pieces import pieces
from sourcier.engines.spacy_tokens import sentences
from sourcier.text.analysis import Analysis, Sentence, Token

# A file that is missing or damaged; an installed package of that name that is no pipeline (`spacy:numpy`).
_UNLOADABLE = (OSError, ImportError, ValueError, EOFError, KeyError, AttributeError, TypeError)
_MOST = 100_000  # code points at once: spaCy's parser takes about 1 GB for ten times that
# Pipelines are trained with straight apostrophes and quotation marks; half a surrogate pair is no text to spaCy.
_READABLE = str.maketrans("’‘ʼ“”", "'''\"\"") | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def load(name: str) -> "Spacy":
    """Return the engine of an installed pipeline; InputError where spaCy or the pipeline is not there."""
    try:
        library = import_module("spacy")
    except ImportError as error:
        raise InputError("spaCy is not installed", "pip install 'sourcier[spacy]'") from error
    try:
        with warnings.catch_warnings():  # such as of a pipeline made for another version
            warnings.simplefilter("ignore")
            pipeline = library.load(name, exclude=["ner"])
    except _UNLOADABLE as error:
        raise InputError(f"no spaCy pipeline {name} can be loaded", "pip install it, or give its folder") from error
    return Spacy(name, pipeline, library.__version__)


class Spacy:
    """A spaCy pipeline; what it has no component for is left empty.

    Without a parser every token of a sentence hangs from its first; without any that finds sentences, they are those
    of `text.sentences`.
    """

    def __init__(self, name: str, pipeline: Any, library: str) -> None:
        """Take a loaded pipeline, and the version of spaCy that runs it."""
        self._pipeline = pipeline
        self.name = f"spacy:{name}"
        self.version = f"{pipeline.meta.get('version', '')}, spaCy {library}"
        self.language = str(pipeline.lang)

    def analyse(self, text: str) -> Analysis:
        """Read `text` paragraph by paragraph; InputError where the pipeline's tokenizer does not keep it as it is."""
        tokens: list[Token] = []
        found: list[Sentence] = []
        for piece in pieces(text, min(_MOST, self._pipeline.max_length)):
            readable = piece.of(text).translate(_READABLE)
            doc = self._pipeline(readable)
            if doc.text != readable:
                raise InputError(f"the pipeline of {self.name} does not keep the characters of a text")
            for sentence in sentences(doc, readable, piece.start, len(tokens)):
                found.append(Sentence(len(tokens), len(tokens) + len(sentence)))
                tokens += sentence
        return Analysis(text, self.language, f"{self.name} {self.version}", tuple(tokens), tuple(found))
