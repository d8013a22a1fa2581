"""What came through the web page, into the ledger: uploaded files, one address, or nothing but lineage anew."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.ingest.fetched import FetchLimits, fetch
from sourcier.ingest.formats import kind_of
from sourcier.ingest.left_aside import left_aside
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.unzipped import unzip
from sourcier.store.ledger import Ledger
from sourcier.workflow.entity_finding import bring_up_to_date
from sourcier.workflow.intake import Intake
from sourcier.workflow.ledger import Added, Interrupted, add, add_articles
from sourcier.workflow.refreshing import refresh
from sourcier.workflow.spool import Spool


def take_in(intake: Intake, progress: Progress) -> Added:
    """Do it; what was stored stays wherever it is stopped. Raises what `workflow.ledger.add` raises."""
    if intake.spool:
        return _files(intake.ledger, intake.spool, progress)
    if intake.url:
        return _address(intake.ledger, intake.url, FetchLimits(private=intake.private), progress)
    with Ledger(intake.ledger, create=False) as ledger:
        refresh(ledger, progress)
        if intake.facts:
            bring_up_to_date(ledger, progress)
    return Added(0, 0, ())


def _files(path: Path, spool: Spool, progress: Progress) -> Added:
    root = f"{spool.files}{os.sep}"

    def place(where: str) -> str:
        return where.removeprefix(root).replace(os.sep, "/")

    before = (*spool.problems, *(replace(each, where=place(each.where)) for each in _unpacked(spool, progress)))
    before += tuple(left_aside(spool.files))
    given = sorted(str(each) for each in spool.files.iterdir() if _is_read(each))
    if not given:
        return Added(0, 0, before)
    try:
        added = add(path, given, ReadOptions(), progress, place=place)
    except Interrupted as stop:
        raise Interrupted(replace(stop.added, problems=(*before, *stop.added.problems))) from stop
    return replace(added, problems=(*before, *added.problems))


def _is_read(path: Path) -> bool:
    """Tell whether something is there to be read: of files and archives of which nothing is, that is said already."""
    if path.is_file():
        return kind_of(path.name) is not None
    return any(_is_read(each) for each in path.iterdir())


def _unpacked(spool: Spool, progress: Progress) -> list[Problem]:
    """Unpack the archives into folders of their names, anew where that was begun before."""
    problems: list[Problem] = []
    archives = spool.archives()
    for done, (archive, folder) in enumerate(archives):
        progress("unpack", done, len(archives))
        shutil.rmtree(folder, ignore_errors=True)
        problems += unzip(archive, folder)
    if archives:
        progress("unpack", len(archives), len(archives))
    return problems


def _address(path: Path, url: str, limits: FetchLimits, progress: Progress) -> Added:
    progress("fetch", 0, 1)
    met = fetch(url, limits)
    progress("fetch", 1, 1)
    if isinstance(met, Problem):
        return Added(0, 0, (met,))
    return add_articles(path, [met], progress)
