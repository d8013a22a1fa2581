"""From a record (a JSON object, a row of a table) to an article."""

from collections.abc import Iterator, Mapping
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
        self.columns = options.mapping
        self.text_column = options.column("text")
        self.id_column = options.column("id")
        self.stated = options.stated
        self.keep_raw = options.keep_raw
        self.complaints: list[str] = []

    def article(self, values: Mapping[str, Any], number: int, raw: bytes | None) -> Article:
        """Return the article of the record that begins on line `number`; raises Trouble where it has no text."""
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

    def _text(self, values: Mapping[str, Any]) -> str:
        text = values.get(self.text_column)
        if text is None:
            raise no_text(self.text_column, list(values))
        if not isinstance(text, str):
            raise Trouble(f"{self.text_column}: not a text: {str(text)[:60]}")
        if not text or text.isspace():
            raise Trouble(f"the text is empty ({self.text_column})")
        return text

    def _id(self, values: Mapping[str, Any]) -> str | None:
        try:
            return phrase(values.get(self.id_column, ""))
        except Trouble:
            return None


def no_text(column: str, columns: list[str]) -> Trouble:
    """Return the trouble of a record or table that lacks the column of the text."""
    named = ", ".join(columns[:_SHOWN]) + (", …" if len(columns) > _SHOWN else "")
    return Trouble(f"no {column!r} among: {named or 'nothing'}", "name the column that holds it: --map text=COLUMN")
