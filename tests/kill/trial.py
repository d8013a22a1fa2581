"""One ledger after another is killed while it is worked on, looked at, and brought to the end of the work."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcier.store import ledger as store
from sourcier.store.index.manifest import decoded
from sourcier.workflow.opened import Ledger
from sourcier.workflow.stages import LINEAGE
from tests.kill.forked import run
from tests.kill.works import NAME, Work

Found = tuple[list[bytes], list[bytes]]


@dataclass(frozen=True)
class Trial:
    """How one kill went: where it hit, whether it hit before the end, and what was wrong afterwards."""

    moment: str
    killed: bool
    wrong: tuple[str, ...]


def trials(work: Work, folder: Path, times: int, chance: random.Random) -> Iterator[Trial]:
    """Kill the work so often, every other time right after a durable write, and yield how each went."""
    base, whole = folder / "base", folder / "whole"
    base.mkdir(parents=True)
    work.prepare(base)
    shutil.copytree(base, whole)
    _, spent, moments, _ = run(work.do, whole)
    wanted = _found(whole)
    assert len(wanted[0]) > 20
    assert wanted[1]
    for number in range(times):
        place = folder / f"{number}"
        shutil.copytree(base, place)
        if number % 2 and moments:
            turns = times // 2
            moment = 1 + (number // 2 * moments // turns if turns < moments else number // 2 % moments)
            what, how = f"durable write {moment} of {moments}", {"moment": moment}
        else:
            after = chance.uniform(0, spent)
            what, how = f"{after:.3f} of {spent:.3f} s", {"after": after}
        killed, _, _, reported = run(work.do, place, **how)  # type: ignore[arg-type]
        wrong = (*_after(place, reported), *_ended(work, place, reported, wanted))
        yield Trial(what, killed, wrong)
        if not wrong:
            shutil.rmtree(place)


def _after(place: Path, reported: set[str]) -> Iterator[str]:
    """Look at what the kill left, as `sourcier doctor` does."""
    with Ledger(place / NAME) as ledger:
        yield from (f"after the kill: {each.where}: {each.message}" for each in _faults(ledger))
        lost = reported - {article.id for article in ledger.articles()}
        if lost:
            yield f"lost: {lost}"


def _faults(ledger: Ledger) -> list:  # type: ignore[type-arg]
    ledger.finish_removal()
    return list(ledger.health().faults)


def _ended(work: Work, place: Path, reported: set[str], wanted: Found) -> Iterator[str]:
    try:
        run(work.again, place)
    except AssertionError as error:
        yield f"it does not go on: {error}"
        return
    with Ledger(place / NAME) as ledger:
        health = ledger.health()
        yield from (f"at the end: {each.where}: {each.message}" for each in health.faults)
        if health.pending or health.unjudged or health.unindexed or health.outdated or health.unended:
            yield f"not done: {health}"
        if reported - {article.id for article in ledger.articles()}:
            yield "lost at the end"
    if _found(place) != wanted:
        yield "other lineage"
    yield from _leftovers(place)


def _leftovers(place: Path) -> Iterator[str]:
    index = place / f"{NAME}.index"
    listed = decoded((index / "manifest.json").read_bytes()).segments
    known = {"manifest.json"} | {name for each in listed for name in (each.segment, each.marks) if name}
    # a manifest that was not published yet is replaced by the next one
    if left := {path.name for path in index.iterdir() if path.suffix != ".new"} - known:
        yield f"left in the index: {left}"


def _found(place: Path) -> Found:
    with store.Ledger(place / NAME) as ledger:
        assert not ledger.unfinished(LINEAGE.version)
    with Ledger(place / NAME) as ledger:
        found = ledger.trace()
        return list(found.rows()), list(found.family_rows())
