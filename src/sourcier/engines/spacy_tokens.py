"""What spaCy found in one paragraph, as tokens of ours: no white space, and one tree a sentence."""

from collections.abc import Iterator, Sequence
from typing import Any

from sourcier.text import sentences as rules
from sourcier.text.analysis import Token

_ROOT = "root"
_UNSPECIFIED = "dep"


def sentences(doc: Any, text: str, offset: int, first: int) -> Iterator[list[Token]]:
    """Yield the tokens of each sentence of a `Doc` over `text`.

    `offset` is added to positions in the text, `first` is the place of the paragraph's first token in its article.
    """
    parsed = doc.has_annotation("DEP")
    for sentence in _ranges(doc, text):
        kept = [token for token in sentence if not token.is_space]
        if kept:
            yield list(_tokens(kept, offset, first, parsed=parsed))
            first += len(kept)


def _ranges(doc: Any, text: str) -> Iterator[Sequence[Any]]:
    if doc.has_annotation("SENT_START"):
        yield from doc.sents
        return
    ends = [span.end for span in rules.sentences(text)]
    sentence: list[Any] = []
    for token in doc:
        sentence.append(token)
        if ends and token.idx + len(token.text) >= ends[0]:
            yield sentence
            sentence = []
            while ends and token.idx + len(token.text) >= ends[0]:
                ends.pop(0)
    if sentence:
        yield sentence


def _tokens(kept: Sequence[Any], offset: int, first: int, *, parsed: bool) -> Iterator[Token]:
    places = {token.i: first + at for at, token in enumerate(kept)}
    heads = [_head(token, places) if parsed else None for token in kept]
    root = heads.index(None)
    for at, token in enumerate(kept):
        head = heads[at]
        yield Token(
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
            lemma=token.lemma_,
            upos=token.pos_,
            feats=str(token.morph),
            head=first + root if head is None else head,
            relation=_relation(token.dep_, is_root=at == root, alone=head is None) if parsed else "",
        )


def _head(token: Any, places: dict[int, int]) -> int | None:
    """Return where the nearest head of a token that is no white space stands; None where there is none such."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return None if head.i == token.i else places.get(head.i)


def _relation(given: str, *, is_root: bool, alone: bool) -> str:
    """Return spaCy's relation; a second root of a sentence hangs from the first by UD's unspecified one."""
    if is_root:
        return _ROOT
    return _UNSPECIFIED if alone and given.lower() in {"", _ROOT} else given
