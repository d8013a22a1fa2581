"""The score of entities: who is who made by hand beside marks, and the figures that it must get."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval import entities as command
from eval.cases.facts.forms import Excerpt
from eval.cases.facts.load import LEDGERS, parse, read
from eval.readers import entities as row
from eval.readers import sightings
from eval.readers.entities import Chains, Place, chains, counts, figures
from eval.readers.reading import Reading
from sourcier.core.entity import Entity, Sighting
from sourcier.core.facts import Facts
from sourcier.core.location import Location
from sourcier.core.mention import Mention
from sourcier.core.organisation import Organisation
from sourcier.core.person import Person, Role
from sourcier.core.span import Span
from sourcier.text.analysis import Analysis

_ARTICLES = {
    "a1": "Le ⟦maire|role|of=p1; state=current⟧ ⟦Bana Sido|person|id=p1; country=NE⟧ cite ⟦Kollo Ari|person|id=p2⟧.",
    "a2": "⟦Sido|person|id=p1⟧ part avec l'⟦Office des bacs|org|id=o1; kind=company⟧ (⟦ODB|org|id=o1; kind=company⟧).",
    "a3": "⟦Bana Sido|person|id=p3⟧ chante. ⟦Sido|person|id=p3⟧ danse.",
}


def _excerpts() -> list[Excerpt]:
    return [
        Excerpt(name, "NE", "2031-03-04", "", *parse(name, text), (), "La Barque") for name, text in _ARTICLES.items()
    ]


def _chains(**names: str) -> Chains:
    """Ours by article and order: `a1_0` is the first person marked in a1; one that is not named is missed."""
    marked, found = {}, {}
    for excerpt in _excerpts():
        marks = [mark for mark in excerpt.marks if mark.kind == "person"]
        for at, mark in enumerate(marks):
            place = Place(excerpt.id, Span(mark.start, mark.end))
            marked[place] = mark.keys["id"]
            if f"{excerpt.id}_{at}" in names:
                found[place] = names[f"{excerpt.id}_{at}"]
    return Chains(marked, found)


def _values(of: Chains) -> dict[str, float]:
    return {name: round(share.value, 3) for name, share in figures(_excerpts(), of, "person").items()}


def test_what_is_all_right_has_no_false_merge_and_misses_nothing() -> None:
    of = _chains(a1_0="x", a1_1="y", a2_0="x", a3_0="z", a3_1="z")
    values = _values(of)
    assert (values["B³"], values["B³ strict"]) == (1, 1)
    assert [value for name, value in values.items() if "B³" not in name] == [0, 0, 0, 0]


def test_homonyms_in_one_entity_are_false_merges() -> None:
    values = _values(_chains(a1_0="x", a1_1="y", a2_0="x", a3_0="x", a3_1="x"))
    # Six pairs of x, of which two are right; precision 4 times 1/2 and once 1.
    assert values["false merges"] == pytest.approx(4 / 6, abs=1e-3)
    assert values["false merges across articles"] == pytest.approx(4 / 5, abs=1e-3)
    assert (values["missed"], values["B³"]) == (0, 0.75)


def test_what_is_apart_or_not_found_is_missed() -> None:
    apart = _values(_chains(a1_0="x", a1_1="y", a2_0="w", a3_0="z", a3_1="z"))
    assert (apart["missed"], apart["missed across articles"], apart["false merges"]) == (0.5, 1, 0)
    unfound = _values(_chains(a1_0="x", a1_1="y", a2_0="x", a3_0="z"))
    assert (unfound["missed"], unfound["missed across articles"]) == (0.5, 0)
    assert unfound["B³"] > unfound["B³ strict"]


def test_a_wrong_name_in_an_entity_is_a_false_merge_and_two_wrong_ones_say_nothing() -> None:
    of = _chains(a1_0="x")
    wrong = [Place("a2", Span(at, at + 2)) for at in (0, 5, 9)]
    of.found.update({wrong[0]: "x", wrong[1]: "w", wrong[2]: "w"})
    total = counts(_ARTICLES, of)
    assert sum(each["joined"] for each in total.values()) == 1
    assert sum(each["falsely joined"] for each in total.values()) == 1
    assert sum(each["answers"] for each in total.values()) == 4


def test_marks_are_sightings_with_their_names_roles_and_company() -> None:
    seen = [each.sighting for each in sightings.marked(_excerpts())]
    assert seen[0] == Sighting(
        "a1", 0, "person", "Bana Sido", ("Bana Sido",), ("maire",), "NE",
        companions=("kollo ari",), published="2031-03-04", outlet="La Barque",
    )  # fmt: skip
    (body,) = (each for each in seen if each.kind == "organisation")
    assert (body.name, body.acronym, body.organisation_kind) == ("Office des bacs", "ODB", "company")
    assert [each.index for each in seen if each.article == "a3"] == [0]


def test_facts_are_sightings_too() -> None:
    excerpt = _excerpts()[1]
    sido, bacs = (Mention(Span(at, at + 4), "x") for at in (0, excerpt.text.index("bacs")))
    reading = Reading(excerpt, Analysis(excerpt.text, "fr", "test 1", (), ()))
    reading.__dict__["facts"] = Facts(
        (Person("Sido", (sido,), (Role(Span(5, 9), "current", alone=True),), "NE", "x"),),
        (),
        (Organisation("Office", "ODB", "company", (sido, bacs), "NE", "x"),),
        (Location("Bacs", "town", "NE", None, None, None, "geonames:1", (bacs,), "x"),),
        (), (), "NE", (),
    )  # fmt: skip
    person, body, place = sightings.read([reading])
    assert (person.sighting.roles, person.sighting.companions) == (("part",), ("office", "bacs"))
    assert (body.sighting.forms, body.sighting.acronym, body.spans) == (("Sido", "bacs"), "ODB", (sido.span, bacs.span))
    assert (place.sighting.source_id, place.sighting.index, place.sighting.kind) == ("geonames:1", 0, "place")


def _joined(seen: list[sightings.Seen]) -> tuple[Entity, ...]:
    """One entity a kind, as a bad program would have it."""
    kinds = dict.fromkeys(each.kind for each in seen)  # type: ignore[attr-defined]
    return tuple(
        Entity(kind, kind, "x", None, tuple(each for each in seen if each.kind == kind))  # type: ignore[attr-defined]
        for kind in kinds
    )


def test_entities_are_asked_of_the_real_door_and_errors_name_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row, "resolved", lambda sightings: _joined(list(sightings)))
    excerpts = _excerpts()
    of = chains(excerpts, sightings.marked(excerpts), "person")
    assert set(of.found.values()) == {"person"}
    assert of.found.keys() == of.marked.keys()
    told = "\n".join(command._errors(excerpts, sightings.marked(excerpts), of, "person"))
    assert "p1: a1 « Bana Sido », a2 « Sido »" in told
    assert "p3: a3 « Bana Sido », a3 « Sido »" in told


def test_a_name_with_other_edges_stands_for_the_marked_one_that_it_overlaps() -> None:
    excerpts = _excerpts()
    seen = sightings.marked(excerpts)
    bana = seen[0]
    cut = replace(bana, spans=(Span(bana.spans[0].start, bana.spans[0].start + 4), Span(0, 2)))
    of = chains(excerpts, [cut, *seen[1:]], "person")
    assert Place("a1", bana.spans[0]) in of.found
    assert Place("a1", cut.spans[0]) not in of.found
    assert Place("a1", Span(0, 2)) in of.found


def test_the_command_tells_people_and_bodies_as_read_and_as_marked(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--second"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        f"entities, {name} as {way}" for name in ("people", "organisations") for way in ("read", "marked")
    ]
    assert all("false merges" in line and "40 articles" in line for line in lines)


def test_a_ledger_that_cannot_be_read_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(tmp_path / "none.toml")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_resolving_what_is_marked_joins_somebody_over_articles() -> None:
    excerpts = read(LEDGERS[:1], ledger=True)
    of = chains(excerpts, sightings.marked(excerpts), "person")
    assert len(set(of.found.values())) < len({(place.article, name) for place, name in of.marked.items()})
