"""The text of an article as HTML: passages, differences and words of credit marked, paragraph by paragraph."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sourcier.core.article import Article
from sourcier.core.edit import MEANING, Edit
from sourcier.core.span import Span
from sourcier.export.html import Html, element, joined
from sourcier.export.stretches import Stretch, stretches
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.article_marks import Mark, Marks

_OURS = "ltr"  # what has its own direction does not count where a browser looks for that of the article


def text(
    article: Article, marked: Marks, crediting: Sequence[Span], links: Mapping[int, str], phrases: Phrases
) -> Html:
    """Return the paragraphs; `crediting` are the words that name a source, `links` lead from passages to evidence."""
    edits = [(edit, number) for mark in marked.shared for number, edit in mark.edits]
    writer = _Writer(article, [*marked.shared, *marked.asides], links, phrases)
    borders = sorted({at for span in crediting for at in (span.start, span.end)})
    passages = [mark.span for mark in (*marked.shared, *marked.asides)]
    for stretch in stretches(Span(0, len(article.text)), passages, [edit.derived for edit, _ in edits]):
        for piece in _cut(stretch, borders):
            edit, number = edits[piece.edit] if piece.edit is not None else (None, 0)
            last = edit is not None and piece.span.end == edit.derived.end
            credited = any(span.holds(piece.span) and len(piece.span) for span in crediting)
            writer.put(piece, edit, number if last else 0, credited=credited)
    return writer.finished()


def _cut(stretch: Stretch, borders: Sequence[int]) -> Iterator[Stretch]:
    inside = [at for at in borders if stretch.span.start < at < stretch.span.end]
    if not inside:
        yield stretch
        return
    for start, end in pairwise([stretch.span.start, *inside, stretch.span.end]):
        yield Stretch(Span(start, end), stretch.passage, stretch.edit)


class _Writer:
    """Paragraphs in the making: a passage that goes on in the next one is opened there again, without its letter."""

    def __init__(self, article: Article, marks: Sequence[Mark], links: Mapping[int, str], phrases: Phrases) -> None:
        self._article, self._marks, self._links, self._phrases = article, marks, links, phrases
        self._done: list[Html] = []
        self._paragraph: list[Html] = []
        self._inside: list[Html] = []
        self._open: int | None = None
        self._begun: set[int] = set()
        self._start = 0

    def put(self, piece: Stretch, edit: Edit | None, number: int, *, credited: bool) -> None:
        """Add a piece of text."""
        if piece.passage != self._open:
            self._close()
            self._open = piece.passage
        place = piece.span.start
        lines = piece.span.of(self._article.text).split("\n")
        for index, words in enumerate(lines):
            if index:
                self._end(place)
                place += 1
            last = index == len(lines) - 1
            self._inside.append(_words(words, edit, number if last else 0, credited=credited))
            place += len(words)

    def finished(self) -> Html:
        """Return all paragraphs."""
        self._end(len(self._article.text))
        return joined(self._done)

    def _close(self) -> None:
        if self._inside and self._open is not None:
            self._paragraph.append(self._mark(self._open))
        else:
            self._paragraph += self._inside
        self._inside = []

    def _mark(self, index: int) -> Html:
        mark, inside = self._marks[index], joined(self._inside)
        if not inside.strip():
            return inside
        first = index not in self._begun
        self._begun.add(index)
        if not mark.number:
            label = element("sup", self._phrases.say(f"kind.{mark.passage.kind}"), dir=_OURS) if first else Html("")
            return element("mark", label, inside, class_="aside")
        if not first:
            return element("mark", inside, class_=f"p{mark.colour}", data_of=str(mark.number))
        return element("mark", self._letter(mark), inside, class_=f"p{mark.colour}", id=f"passage-{mark.number}")

    def _letter(self, mark: Mark) -> Html:
        href = self._links.get(mark.number)
        if href is None:
            return element("sup", mark.letter, dir=_OURS)
        name = self._phrases.say("pages.article.letter", letter=mark.letter, n=mark.number)
        return element("sup", element("a", mark.letter, href=href, aria_label=name), dir=_OURS)

    def _end(self, place: int) -> None:
        self._close()
        content = joined(self._paragraph)
        self._paragraph = []
        title, span = self._article.title_span, Span(min(self._start, place), place)
        self._start = place + 1
        if content.strip():
            self._done.append(element("p", content, class_="headline" if title and title.overlaps(span) else None))


def _words(words: str, edit: Edit | None, number: int, *, credited: bool) -> Html:
    shown = joined([words])
    if edit is not None:
        mark = element("sup", str(number)) if number else Html("")
        shown = element("em", shown or "∅", mark, class_=None if edit.category in MEANING else "slight")
    return element("span", shown, class_="credit") if credited and words else shown
