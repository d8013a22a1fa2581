"""What a file is by its name."""

from dataclasses import dataclass

_ONE = frozenset({"plain_text", "markdown", "html_page"})
_ARCHIVES = frozenset({"web_archive_zip", "zip_archive", "tar_archive"})
_SEEKING = frozenset({"parquet_table", "web_archive_zip", "zip_archive"})
_HOLDING = _ARCHIVES | {"web_archive"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A file's format, by the name of its module, and what it is packed with."""

    format: str
    packing: str | None = None

    @property
    def one(self) -> bool:
        """Whether it holds one article."""
        return self.format in _ONE

    @property
    def records(self) -> bool:
        """Whether it holds records, each with an id of its own where it states one."""
        return self.format not in _ONE | _HOLDING

    @property
    def archive(self) -> bool:
        """Whether it holds files."""
        return self.format in _ARCHIVES

    @property
    def seeking(self) -> bool:
        """Whether its end is read before the rest, so that it must be a file on the disk."""
        return self.format in _SEEKING
