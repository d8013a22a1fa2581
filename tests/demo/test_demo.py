"""The demo dossier shows what its authors put into it (truth.toml)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sourcier.core.family import Edge
from sourcier.workflow.demo import demo_corpus
from sourcier.workflow.traced import Trace, trace_corpus

TRUTH = tomllib.loads(Path(__file__).with_name("truth.toml").read_text("utf-8"))
REPRINTS = TRUTH["reprint"]


@cache
def _trace() -> Trace:
    return trace_corpus(demo_corpus())


def _name(id_: str) -> str:
    return id_.removesuffix(".txt")


def _edges(derived: str) -> dict[str, Edge]:
    return {
        _name(edge.source): edge
        for family in _trace().families
        for edge in family.edges
        if _name(edge.derived) == derived
    }


def _paragraphs(id_: str) -> list[str]:
    return _trace().articles[f"{id_}.txt"].text.strip("\n").split("\n\n")


def _named(reprint: dict[str, Any]) -> str:
    return f"{reprint['derived']} from {reprint['source']}"


@pytest.mark.parametrize("reprint", REPRINTS, ids=_named)
def test_source_direction_delay_and_credit(reprint: dict[str, Any]) -> None:
    edge = _edges(reprint["derived"])[reprint["source"]]
    assert edge.direction in reprint["direction"].split("|")
    assert edge.credit.status == reprint["credit"]
    if reprint["delay"]:
        hours, _, minutes = reprint["delay"].removeprefix("PT").removesuffix("M").partition("H")
        assert edge.delay is not None
        assert edge.delay.total_seconds() == 3600 * int(hours) + 60 * int(minutes or 0)


@pytest.mark.parametrize("reprint", REPRINTS, ids=_named)
def test_shared_paragraphs_are_covered(reprint: dict[str, Any]) -> None:
    text = _trace().articles[f"{reprint['derived']}.txt"].text
    found = [p for p in _trace().passages_of(f"{reprint['derived']}.txt") if _name(p.source) == reprint["source"]]
    for ours, _ in reprint["paragraphs"]:
        words = _paragraphs(reprint["derived"])[ours]
        start = text.index(words)
        covered = sum(
            max(0, min(p.derived_span.end, start + len(words)) - max(p.derived_span.start, start)) for p in found
        )
        put_in = sum(len(edit["derived"]) for edit in reprint["edits"] if edit["paragraph"] == ours)
        assert covered >= 0.95 * (len(words) - put_in), words


@pytest.mark.parametrize("reprint", REPRINTS, ids=_named)
def test_edits_are_named(reprint: dict[str, Any]) -> None:
    derived, source = (_trace().articles[f"{reprint[side]}.txt"].text for side in ("derived", "source"))
    found = [
        (edit.category, edit.derived.of(derived).strip(" ,"), edit.source.of(source).strip(" ,"))
        for passage in _trace().passages_of(f"{reprint['derived']}.txt")
        if _name(passage.source) == reprint["source"]
        for edit in passage.edits
    ]
    put_in = [block.derived.of(derived).strip(" ,") for block in _edges(reprint["derived"])[reprint["source"]].blocks]
    for wanted in reprint["edits"]:
        words = wanted["derived"], wanted["source"]
        named = any(
            category in wanted["category"] and all(ours in theirs for ours, theirs in zip(edit, words, strict=True))
            for category, *edit in found
            if any(edit)
        )
        assert named or (not words[1] and words[0] in put_in), wanted


def test_the_absent_agency_is_named() -> None:
    names = {family.absent_origin.name for family in _trace().families if family.absent_origin}
    assert names == {absent["name"] for absent in TRUTH["absent_origin"]}


def test_quotations_and_footers_are_no_reuse() -> None:
    quoted = [p for p in _trace().passages if p.kind == "quotation"]
    for wanted in TRUTH["quotation"]:
        assert any({_name(p.derived), _name(p.source)} == set(wanted["articles"]) for p in quoted), wanted
    standing = {_name(p.derived) for p in _trace().passages if p.kind == "boilerplate"}
    for footer in TRUTH["footer"]:
        assert len(standing & set(footer["articles"])) >= len(footer["articles"]) - 1  # the earliest has none before it
    tied = {_name(id_) for family in _trace().families for id_ in family.articles}
    assert tied.isdisjoint(TRUTH["articles"]["unrelated"])
