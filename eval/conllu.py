"""Treebanks in CoNLL-U as they stand on the surface: a contraction is one token, as an engine finds it in a text.

The format: https://universaldependencies.org/format.html.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcier.core.errors import InputError

_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Word:
    """One surface token of a treebank.

    `head` is an index into the sentence, the word's own where it is the root; `feats` is sorted, and empty, as `lemma`
    is, where the file says `_`; `space_after` is false where the next token follows at once.
    """

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    relation: str
    space_after: bool


def sentences(path: Path) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences of a file, multiword tokens merged; `InputError` names the file and the line that is wrong.

    A multiword token takes lemma, part of speech, head and relation from the first of its words whose head lies outside
    it, and the features of all of them. Empty nodes and enhanced dependencies are left aside.
    """
    for lines in _blocks(path):
        rows = [_row(path, number, line) for number, line in lines]
        _check(path, rows)
        yield _merged(rows)


@dataclass(frozen=True, slots=True)
class _Row:
    """A word, or the range of a multiword token; `first`, `last` and `head` count from 1, and head 0 is the root."""

    number: int
    many: bool
    first: int
    last: int
    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    relation: str
    space_after: bool


def _blocks(path: Path) -> Iterator[list[tuple[int, str]]]:
    """The numbered lines of each sentence that carry a word or a multiword token."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            if block:
                yield block
            block = []
        elif not line.startswith("#") and "." not in line.partition("\t")[0]:
            block.append((number, line))
    if block:
        yield block


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            for line in file:
                yield line.rstrip("\r\n")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8") from error


def _row(path: Path, number: int, line: str) -> _Row:
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        raise InputError(f"{path}, line {number}: {len(columns)} columns, and CoNLL-U has {_COLUMNS}")
    identity, form, lemma, upos, _, feats, head, relation, _, misc = columns
    first, dash, last = identity.partition("-")
    numbers = [first, last if dash else first, "0" if dash else head]
    if not all(one.isascii() and one.isdigit() for one in numbers):
        raise InputError(f"{path}, line {number}: the number of the word or of its head is none: {identity}, {head}")
    return _Row(
        number=number,
        many=bool(dash),
        first=int(numbers[0]),
        last=int(numbers[1]),
        form=form,
        lemma="" if lemma == "_" != form else lemma,
        upos=upos,
        feats=_sorted(feats.split("|")),
        head=int(numbers[2]),
        relation=relation,
        space_after="SpaceAfter=No" not in misc.split("|"),
    )


def _sorted(features: Iterable[str]) -> str:
    return "|".join(sorted({one for one in features if one not in {"", "_"}}, key=str.lower))


def _check(path: Path, rows: list[_Row]) -> None:
    """Words are numbered 1, 2, 3 …, a range stands before its first word, and every head is in the sentence."""
    words = sum(not row.many for row in rows)
    due, free = 1, 1
    for row in rows:
        if row.many:
            right = row.first == due >= free and due < row.last <= words
            free = row.last + 1
        else:
            right = row.first == due and row.head <= words
            due += 1
        if not right:
            raise InputError(f"{path}, line {row.number}: a number or a head does not fit its sentence: {row.form}")
    if due == 1:
        raise InputError(f"{path}, line {rows[0].number}: a sentence without a word")


def _merged(rows: list[_Row]) -> tuple[Word, ...]:
    words = [row for row in rows if not row.many]
    ranges = {row.first: row for row in rows if row.many}
    tokens: list[tuple[_Row, list[_Row]]] = []
    position = 0
    while position < len(words):
        surface = ranges.get(position + 1, words[position])
        tokens.append((surface, words[position : surface.last]))
        position = surface.last
    places = {word.first: place for place, (_, inside) in enumerate(tokens) for word in inside}
    return tuple(_word(place, surface, inside, places) for place, (surface, inside) in enumerate(tokens))


def _word(place: int, surface: _Row, inside: list[_Row], places: dict[int, int]) -> Word:
    chief = next((word for word in inside if places.get(word.head) != place), inside[0])
    return Word(
        form=surface.form,
        lemma=chief.lemma,
        upos=chief.upos,
        feats=_sorted(feature for word in inside for feature in word.feats.split("|")),
        head=places.get(chief.head, place),
        relation=chief.relation,
        space_after=surface.space_after,
    )
