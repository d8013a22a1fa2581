"""WACZ files: WARC files in a ZIP, beside their index."""

import io
from collections.abc import Iterator

from sourcier.core.problem import Problem
from sourcier.ingest.formats import kind_of
from sourcier.ingest.members import ArchiveLimits, Full, Members, fit
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.piece import Held
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem
from sourcier.ingest.unzipped import readable
from sourcier.ingest.zip_names import name_of
from sourcier.ingest.zip_streams import directory, opened

_FORMAT = "web_archive"


def read(
    stream: io.BufferedReader, source: Source, options: ReadOptions, limits: ArchiveLimits | None = None
) -> Iterator[Problem | Held]:
    """Yield the WARC files; what else is there is an index of them, or a list for people."""
    members = Members(source, options, limits)
    with directory(stream) as archive:
        size = stream.seek(0, io.SEEK_END)
        for info in archive.infolist():
            kind = kind_of(name_of(info))
            if kind is None or kind.format != _FORMAT:
                continue
            try:
                members.admit()
                readable(info)
                yield members.held(fit(name_of(info)), kind, opened(archive, info, members, size))
            except Full:
                raise
            except Trouble as trouble:
                yield problem(members.where(name_of(info)), trouble.message, trouble.hint)
    if not members.count:
        yield problem(source.path, "no pages in this web archive")
