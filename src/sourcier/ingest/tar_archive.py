"""tar archives, packed or not, passed through from their beginning; nothing is unpacked to disk."""

import io
import tarfile
from collections.abc import Iterator

from sourcier.core.problem import Problem
from sourcier.ingest.members import ArchiveLimits, Full, Members, fit
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.piece import Held, Piece
from sourcier.ingest.source import Source
from sourcier.ingest.tar_passing import Passing
from sourcier.ingest.tar_sidecars import MOST, Sidecars
from sourcier.ingest.trouble import Trouble, problem

_AGAIN = "get it anew"


def read(
    stream: io.BufferedReader, source: Source, options: ReadOptions, limits: ArchiveLimits | None = None
) -> Iterator[Problem | Piece | Held]:
    """Yield the files of an archive."""
    if not stream.peek(1):
        raise Trouble("the file is empty")
    members = Members(source, options, limits)
    sidecars = Sidecars(source.file, options.max_bytes)
    passing = Passing(stream)
    for info, file in passing:
        try:
            if not info.isdir() and (item := _one(info, file, members, sidecars)):
                yield item
        except Full:
            raise
        except Trouble as trouble:
            yield problem(members.where(info.name), trouble.message, trouble.hint)
    if passing.broken and not members.count:
        raise Trouble("the archive is damaged, or no tar", _AGAIN)
    for path in sidecars.alone():
        members.aside.add(path)
    yield from members.told()
    if sidecars.full:
        yield problem(source.path, f"the archive holds more than {MOST:,} bytes of metadata: the rest was left out")
    if passing.broken:
        yield problem(source.path, "the archive is damaged or cut short: what can be read of it was read", _AGAIN)


def _one(info: tarfile.TarInfo, file: io.BufferedReader, members: Members, sidecars: Sidecars) -> Piece | Held | None:
    path = fit(info.name)
    kind = members.kind(path)
    if kind is None:
        return None
    members.admit()
    members.admit(info.size)
    if not info.isreg():
        raise Trouble("this is a link or a device, not a file: it was left out")
    if not kind.one:
        return members.held(path, kind, file)
    try:
        return members.piece(path, kind, file, sidecars.of(path))
    except tarfile.TarError:
        raise Trouble("the file is cut short: it was left out", _AGAIN) from None
