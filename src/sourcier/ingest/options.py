"""What the user says of the articles to read."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from sourcier.core.errors import InputError
from sourcier.core.moment import Moment
from sourcier.ingest.metadata import FIELDS, Metadata, language_code


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read; what is stated here of the articles wins over what the files say.

    `mapping` names columns, our field to theirs: {"title": "headline"}. `max_bytes` bounds a single-article file, or
    one record of a file of many. `keep_raw` keeps the bytes as they came. Raises InputError on a field we do not have.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = 5_000_000
    keep_raw: bool = False
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: Moment | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        for name in self.mapping:
            if name not in FIELDS:
                raise InputError(f"no field is called {name!r}", f"the fields are: {', '.join(FIELDS)}")
        if self.max_bytes <= 0:
            raise InputError(f"the size limit must be above 0 bytes, not {self.max_bytes}")
        if self.language and not language_code(self.language):
            raise InputError(f"not a language code: {self.language!r}", "give two letters of ISO 639-1, as in fr")

    @property
    def stated(self) -> Metadata:
        """What the options themselves say of every article."""
        given = Metadata()
        if self.title:
            given["title"] = self.title
        if self.outlet:
            given["outlet"] = self.outlet
        if self.url:
            given["url"] = self.url
        if self.byline:
            given["byline"] = self.byline
        if self.published:
            given["published"] = self.published
        if self.language:
            given["language"] = language_code(self.language) or self.language
        return given

    def columns(self, present: Container[str]) -> dict[str, str]:
        """Return the column that holds each mapped field in a record that has the columns `present`.

        Where the column named for a field is not there, it is the one of the field's own name, unless that was named
        for another field.
        """
        taken = self.mapping.values()
        return {
            ours: ours if theirs not in present and ours in present and ours not in taken else theirs
            for ours, theirs in self.mapping.items()
        }
