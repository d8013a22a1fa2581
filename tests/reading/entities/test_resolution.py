"""The door: entities of a small ledger, whatever the order, and with what a person decided. Everybody is invented."""

from collections.abc import Collection
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.namesakes import simulated
from sourcier.core.entity import Decision, Sighting
from sourcier.reading.entities.census import census
from sourcier.reading.entities.references import reference
from sourcier.reading.entities.resolution import blocks, changed, resolved
from tests.reading.entities.factory import person, sizes, together

LEDGER = simulated(240, seed=3, share_of_homonyms=0.3).sightings
PREFECT = ("préfet de Mirriah",)


def test_no_sightings_are_no_entities() -> None:
    assert resolved([]) == ()


@given(st.permutations(range(len(LEDGER))))
@settings(max_examples=12, deadline=None)
def test_the_order_of_arrival_changes_nothing(order: list[int]) -> None:
    assert resolved([LEDGER[number] for number in order]) == resolved(LEDGER)


def test_every_sighting_is_in_one_entity_and_ids_are_apart() -> None:
    entities = resolved(LEDGER)
    held = [(one.article, one.index) for entity in entities for one in entity.sightings]
    assert sorted(held) == sorted((one.article, one.index) for one in LEDGER)
    assert len({entity.id for entity in entities}) == len(entities)
    assert all(bool(entity.matches) == (len(entity.sightings) > 1) for entity in entities)


def test_two_of_one_article_are_two() -> None:
    here = [person("a", "Ali Tiombalou"), person("a", "Ali Tchiombalou", index=1)]
    there = [person("b", "Ali Tyombalou")]
    for entity in resolved([*here, *there]):
        articles = [one.article for one in entity.sightings]
        assert len(set(articles)) == len(articles)


def test_what_an_article_calls_by_one_name_is_one() -> None:
    twice = [person("a", "Ali Tombalou"), person("a", "Ali  Tombalou", index=1)]
    assert sizes(resolved(twice)) == [2]


def test_weak_links_do_not_chain() -> None:
    """Whoever has but a given name in full would tie all who share his surname, were links enough."""
    sightings = [
        person("a", "Kouakou N'Dri Affoumani", country="CI"),
        person("b", "Kouakou Affoumani", country="CI"),
        person("c", "Kouakou Yao Affoumani", country="CI"),
    ]
    assert not any(len(entity.sightings) == 3 for entity in resolved(sightings))


def test_a_name_known_to_be_of_several_needs_more() -> None:
    several = [person("a", "Ali Tombalou", country="NE"), person("b", "Ali Tombalou", country="ML")]
    assert sizes(resolved([*several, person("c", "Ali Tombalou")])) == [1, 1, 1]
    assert sizes(resolved([several[0], person("c", "Ali Tombalou")])) == [2]


def test_a_surname_that_two_bear_in_one_office_is_neither_s() -> None:
    two = [
        person(article, f"{given} Tombalou", *PREFECT, country="NE")
        for article, given in (("a", "Ali"), ("b", "Sanda"))
    ]
    alone = person("c", "Tombalou", *PREFECT, country="NE")
    assert sizes(resolved([*two, alone])) == [1, 1, 1]
    assert sizes(resolved([two[0], alone])) == [2]


def test_the_id_is_of_the_earliest_and_is_kept() -> None:
    first = person("b", "Ali Tombalou", published="2031-02-01")
    before = resolved([first])[0]
    later = person("c", "Ali Tombalou", published="2031-03-01")
    earlier = person("a", "Ali Tombalou", published="2031-01-01")
    assert resolved([first, later])[0].id == before.id
    assert resolved([first, earlier])[0].id != before.id
    assert resolved([first, earlier], known={reference(first): before.id})[0].id == before.id


def test_an_entity_that_falls_apart_leaves_its_id_with_the_first() -> None:
    first, other = person("a", "Ali Tombalou"), person("b", "Ali Tombalou")
    id_ = resolved([first, other])[0].id
    known = {reference(one): id_ for one in (first, other)}
    parted = resolved([first, other], [Decision("split", reference(other))], known)
    assert [entity.id == id_ for entity in parted] == [True, False]
    assert len({entity.id for entity in parted}) == 2


def test_the_name_is_the_whole_one_that_most_have() -> None:
    names = ("Ali Tiombalou", "Ali Tchiombalou", "Ali Tiombalou", "Ali Tyombalou")
    sightings = [person(str(at), name, country="NE" if at else None) for at, name in enumerate(names)]
    entity = resolved(sightings)[0]
    assert (entity.name, entity.country) == ("Ali Tiombalou", "NE")


def test_decisions_hold_over_new_sightings() -> None:
    one, other = person("a", "Ali Tombalou", country="NE"), person("b", "Sanda Gouro", country="ML")
    same = person("c", "Ali Tombalou", country="NE")
    merge = Decision("merge", reference(one), reference(other))
    assert together(resolved([one, other, same], [merge])) == {
        frozenset({"a Ali Tombalou", "b Sanda Gouro", "c Ali Tombalou"})
    }
    split = Decision("split", reference(same))
    apart = resolved([one, other, same], [merge, split])
    assert sizes(apart) == [2, 1]
    assert sizes(resolved([one, other, same], [merge, split, Decision("merge", reference(same), reference(one))])) == [
        3
    ]
    renamed = resolved([one, same], [Decision("rename", reference(one), name="Ali le Jeune")])
    assert [entity.name for entity in renamed] == ["Ali le Jeune"]
    assert renamed[0].decisions[0].kind == "rename"


def test_a_decision_about_a_sighting_that_is_gone_waits() -> None:
    one, gone = person("a", "Ali Tombalou"), person("b", "Sanda Gouro")
    merge = Decision("merge", reference(one), reference(gone))
    assert sizes(resolved([one], [merge])) == [1]
    assert sizes(resolved([gone], [merge, Decision("split", reference(gone))])) == [1]


def test_places_are_one_by_the_gazetteer_or_by_name_and_country() -> None:
    river = Sighting("a", 0, "place", "Niger", source_id="geonames:2")
    state = Sighting("a", 1, "place", "Niger", source_id="iso:NE")
    again = Sighting("b", 0, "place", "République du Niger", source_id="iso:NE")
    told = [Sighting(article, 2, "place", "Kandargo", country="NE") for article in "ab"]
    unknown = [Sighting(article, 3, "place", "Kandargo") for article in "cd"]
    assert sizes(resolved([river, state, again, *told, *unknown])) == [2, 2, 1, 1, 1]


def _sharing(ledger: Collection[Sighting], keys: Collection[str]) -> list[Sighting]:
    return [one for one in ledger if not set(blocks(one)).isdisjoint(keys)]


@given(st.integers(1, len(LEDGER) - 1))
@settings(max_examples=12, deadline=None)
def test_what_changes_is_what_all_together_would_be(count: int) -> None:
    """Entities before a batch, with those of the batch in their places, are those of all sightings."""
    counted = census(LEDGER)
    merge = [Decision("merge", reference(LEDGER[0]), reference(LEDGER[-1]))]
    old, fresh = LEDGER[:-count], LEDGER[-count:]
    found = changed(fresh, lambda keys: _sharing(LEDGER, keys), counted, merge)
    replaced = {reference(one) for entity in found for one in entity.sightings}
    before = resolved(old, merge, counted=counted)
    kept = [entity for entity in before if not any(reference(one) in replaced for one in entity.sightings)]
    assert together([*kept, *found]) == together(resolved(LEDGER, merge, counted=counted))


def test_what_does_not_touch_is_left_alone() -> None:
    fresh = person("new", "Zoubeïda Kandargouro", country="NE")
    found = changed([fresh], lambda keys: _sharing([*LEDGER, fresh], keys), census(LEDGER))
    assert [entity.sightings for entity in found] == [(fresh,)]


def test_companions_make_a_frequent_name_one() -> None:
    seen = person("a", "Moussa Ibrahim", companions=("fanta gouro", "ali tombalou"), published="2031-01-01")
    again = replace(seen, article="b", published="2031-01-03")
    stranger = replace(seen, article="c", companions=("sanda kollo",))
    assert together(resolved([seen, again, stranger])) == {
        frozenset({"a Moussa Ibrahim", "b Moussa Ibrahim"}),
        frozenset({"c Moussa Ibrahim"}),
    }
