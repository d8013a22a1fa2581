"""From a record (a JSON object, a row of a table) to an article."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.mending import MESSAGE, mend
from sourcier.ingest.metadata import addresses, metadata, phrase
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.source import Source
from sourcier.ingest.titles import leading
from sourcier.ingest.trouble import Trouble, problem

_SHOWN = 12


class Records:
    """Makes the articles of one file; `complaints` are those of the last record that was given all the same."""

    def __init__(self, source: Source, options: ReadOptions) -> None:
        self.source = source
        self.options = options
        self.columns: Mapping[str, str] = {}
        self.unmet = {ours: theirs for ours, theirs in options.mapping.items() if ours != "text"}
        self.stated = options.stated
        self.keep_raw = options.keep_raw
        self.complaints: list[str] = []

    def article(self, values: Mapping[str, Any], number: int, raw: bytes | None) -> Article:
        """Return the article of the record that begins on line `number`; raises Trouble where it has no text."""
        self._choose(values)
        text = self._text(values)
        known, self.complaints = metadata(values, self.columns)
        mended = mend(text)
        if mended is not None:
            text = mended
            self.complaints.append(MESSAGE)
        if "links" not in known and (links := addresses(text)):
            known["links"] = links
        known |= self.stated
        path = f"{self.source.path}#{number}"
        return Article(
            id=self._id(values) or f"{self.source.id}#{number}",
            text=text,
            title_span=leading(known.get("title", ""), text),
            path=path,
            locations=(path,),
            raw=raw if self.keep_raw else None,
            **known,
        )

    def told(self, number: int) -> Iterator[Problem]:
        """Yield the complaints of the last article."""
        for complaint in self.complaints:
            yield problem(f"{self.source.path}#{number}", complaint)

    def missing(self, columns: Iterable[str] = ()) -> Iterator[Problem]:
        """Yield a problem for each column that was named for a field and that no record has had.

        `columns` are those that the file has, as far as it says.
        """
        named = ", ".join(columns)
        for ours, theirs in self.unmet.items():
            message = f"no column {theirs!r}, which was named for {ours}"
            yield problem(self.source.path, message, f"it has: {named}" if named else None)

    def meet(self, present: Container[str]) -> None:
        """Take note of the columns that a record, or the head of a table, has."""
        self.columns = self.options.columns(present)
        if self.unmet:
            found = [ours for ours in self.unmet if self.columns[ours] in present]
            for ours in found:
                del self.unmet[ours]

    def _choose(self, values: Mapping[str, Any]) -> None:
        if self.options.mapping:
            self.meet({name for name, value in values.items() if value is not None})

    def _text(self, values: Mapping[str, Any]) -> str:
        column = self.columns.get("text", "text")
        text = values.get(column)
        if column not in values:
            raise no_text(column, list(values))
        if text is not None and not isinstance(text, str):
            raise Trouble(f"{column}: not a text: {text if isinstance(text, (int, float)) else type(text).__name__}")
        if text is None or text.isspace() or not text:
            raise Trouble(f"the text is empty ({column})")
        return text

    def _id(self, values: Mapping[str, Any]) -> str | None:
        try:
            return phrase(values.get(self.columns.get("id", "id"), ""))
        except Trouble:
            return None


def no_text(column: str, columns: list[str]) -> Trouble:
    """Return the trouble of a record or table that lacks the column of the text."""
    named = ", ".join(columns[:_SHOWN]) + (", …" if len(columns) > _SHOWN else "")
    return Trouble(f"no {column!r} among: {named or 'nothing'}", "name the column that holds it: --map text=COLUMN")
