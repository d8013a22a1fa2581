"""The rows of names: facts made by hand beside marks, and the figures that they must get."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from eval.cases.facts.forms import Excerpt
from eval.cases.facts.load import parse
from eval.facts import READERS, figures, row
from eval.readers.pipelines import pipelines
from eval.readers.reading import Reading
from eval.readers.row import Row
from eval.readers.score import counted, faults
from sourcier.core.facts import Facts
from sourcier.core.location import Location
from sourcier.core.mention import Mention
from sourcier.core.organisation import Organisation
from sourcier.core.person import Office, Person, Role
from sourcier.core.span import Span
from sourcier.text.analysis import Analysis

_MARKED = (
    "Le ⟦maire|role|of=p1; state=current⟧ ⟦Bana Sido|person|id=p1⟧ et l'⟦ex-préfet|role|of=p2; state=former⟧ "
    "⟦Kollo Ari|person|id=p2⟧. ⟦Sido|person|id=p1⟧ attend le ⟦gouverneur|role|of=⟧. "
    "L'⟦Office des bacs|org|id=o1; kind=company; country=NE⟧ (⟦ODB|org|id=o1; kind=company; country=NE⟧) "
    "quitte ⟦Dosso|place|id=l1; kind=town; country=NE; at=13.0,3.2⟧ pour "
    "⟦Banizou|place|id=l2; kind=village; country=NE⟧."
)


class _Hand(Reading):
    """A reading whose facts are written by hand."""

    facts: Facts = Facts((), (), (), (), (), (), None, ())


def _hand(**facts: object) -> _Hand:
    text, marks = parse("test", _MARKED)
    reading = _Hand(Excerpt("test", "NE", None, "test", text, marks, ()), Analysis(text, "fr", "test 1", (), ()))
    whole = {"people": (), "offices": (), "organisations": (), "places": (), "dates": (), "numbers": ()}
    reading.__dict__["facts"] = Facts(**{**whole, "country": None, "problems": (), **facts})  # type: ignore[arg-type]
    return reading


def _span(words: str, after: str = "") -> Span:
    text = parse("test", _MARKED)[0]
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return Span(start, start + len(words))


def _person(*spans: Span, roles: tuple[Role, ...] = ()) -> Person:
    return Person("x", tuple(Mention(span, "test") for span in spans), roles, None, "test 1")


def _role(words: str, state: str = "current") -> Role:
    return Role(_span(words), state, alone=False)  # type: ignore[arg-type]


def _values(name: str, reading: Reading) -> dict[str, float]:
    return {key: round(value, 3) for key, value in figures(row(name), [reading]).items()}


def _classes(name: str, reading: Reading) -> list[str]:
    of = row(name)
    return sorted(fault.what for fault in faults(of, reading.excerpt, list(of.read(reading))))


BANA, KOLLO, SIDO = _span("Bana Sido"), _span("Kollo Ari"), _span("Sido", after="Ari. ")


def test_every_row_has_the_name_of_its_file() -> None:
    assert [row(name).name for name in READERS] == list(READERS)


def test_what_is_all_right_scores_one() -> None:
    people = (_person(BANA, SIDO, roles=(_role("maire"),)), _person(KOLLO, roles=(_role("ex-préfet", "former"),)))
    office = Office(_role("gouverneur"), None, "test 1")
    body = tuple(Mention(_span(words), "test") for words in ("Office des bacs", "ODB"))
    places = (
        Location("Dosso", "town", "NE", 13.05, 3.19, 5.0, "x", (Mention(_span("Dosso"), "test"),), "test 1"),
        Location("Banizou", "village", "NE", None, None, None, None, (Mention(_span("Banizou"), "test"),), "test 1"),
    )
    bodies = (Organisation("Office des bacs", "ODB", "company", body, "NE", "test 1"),)
    reading = _hand(people=people, offices=(office,), organisations=bodies, places=places)
    for name in ("people", "roles", "b3", "organisations", "places"):
        assert set(_values(name, reading).values()) == {1.0}, name
        assert not _classes(name, reading)


def test_nothing_found_scores_nothing() -> None:
    for name in ("people", "roles", "b3", "organisations", "places"):
        assert set(_values(name, _hand()).values()) == {0.0}, name


def test_names_with_other_edges_are_told_apart_from_names_missed() -> None:
    reading = _hand(people=(_person(_span("Bana")), _person(KOLLO)))
    assert _values("people", reading) == {"span F": 0.4, "overlap F": 0.8}
    assert _classes("people", reading) == ["edges", "missed"]


def test_people_in_one_chain_who_are_two_lose_precision() -> None:
    assert _values("b3", _hand(people=(_person(BANA, KOLLO, SIDO),))) == {"B³": 0.714, "B³ strict": 0.714}
    assert _classes("b3", _hand(people=(_person(BANA, KOLLO, SIDO),))) == ["joined"]


def test_one_person_in_two_chains_loses_recall() -> None:
    apart = _hand(people=(_person(BANA), _person(KOLLO), _person(SIDO)))
    assert _values("b3", apart) == {"B³": 0.8, "B³ strict": 0.8}
    assert _classes("b3", apart) == ["apart"]


def test_a_mention_missed_or_wrong_is_a_chain_of_its_own_or_nothing() -> None:
    missed = _hand(people=(_person(BANA, SIDO),))
    assert _values("b3", missed) == {"B³": 1.0, "B³ strict": 0.8}
    wrong = _hand(people=(_person(BANA, SIDO, _span("Dosso")), _person(KOLLO)))
    # Precision 2/3, 2/3, 1/3 (strictly 0) and 1, recall 1.
    assert _values("b3", wrong) == {"B³": 0.8, "B³ strict": 0.737}


def test_a_role_is_found_where_the_same_person_has_it() -> None:
    swapped = (
        _person(BANA, SIDO, roles=(_role("ex-préfet", "former"),)),
        _person(KOLLO, roles=(_role("maire"),)),
    )
    assert _values("roles", _hand(people=swapped)) == {
        "span F": 0.8, "overlap F": 0.8, "state": 1.0, "of": 0.0, "role found": 0.0,
    }  # fmt: skip
    assert _classes("roles", _hand(people=swapped)) == ["missed", "of", "of"]
    one = (_person(BANA, roles=(_role("maire"), _role("ex-préfet"))), _person(SIDO), _person(KOLLO))
    assert _values("roles", _hand(people=one)) == {
        "span F": 0.8, "overlap F": 0.8, "state": 0.5, "of": 0.5, "role found": 0.5,
    }  # fmt: skip


def test_a_role_alone_whose_holder_nobody_names_is_no_attachment() -> None:
    office = Office(_role("gouverneur"), None, "test 1")
    assert _values("roles", _hand(offices=(office,))) == {
        "span F": 0.5, "overlap F": 0.5, "state": 1.0, "of": 1.0, "role found": 0.0,
    }  # fmt: skip
    assert _classes("roles", _hand(offices=(office,))) == ["missed", "missed"]
    given = _hand(people=(_person(SIDO, roles=(_role("gouverneur"),)),))
    assert (_values("roles", given)["of"], _values("roles", given)["role found"]) == (0.0, 0.0)


def test_who_shares_most_mentions_stands_for_a_marked_person() -> None:
    people = (_person(_span("Bana")), _person(_span("Sido", after="Bana "), SIDO, roles=(_role("maire"),)))
    assert _values("roles", _hand(people=people))["role found"] == 0.5


def test_an_acronym_apart_from_its_name_shows_in_the_chains() -> None:
    def body(words: str) -> Organisation:
        return Organisation(words, None, "ngo", (Mention(_span(words), "test"),), "NE", "test 1")

    apart = _hand(organisations=(body("Office des bacs"), body("ODB")))
    assert _values("organisations", apart) == {
        "span F": 1.0, "overlap F": 1.0, "kind": 0.0, "country": 1.0, "B³": 0.667, "B³ strict": 0.667,
    }  # fmt: skip
    assert _classes("organisations", apart) == ["apart", "kind", "kind"]


@pytest.mark.parametrize(
    ("country", "at", "right", "point", "given"),
    [
        ("NE", (13.2, 3.4), 1.0, 1.0, (1, 1)),
        ("NE", (13.21, 3.2), 0.0, 0.0, (1, 0)),
        ("NE", (None, None), 0.0, 0.0, (0, 0)),
        ("ML", (13.0, 3.2), 0.0, 1.0, (1, 1)),
    ],
)
def test_a_place_is_right_in_country_and_point(
    country: str, at: tuple[float | None, float | None], right: float, point: float, given: tuple[int, int]
) -> None:
    dosso = Location("Dosso", "town", country, *at, None, None, (Mention(_span("Dosso"), "test"),), "test 1")
    reading = _hand(places=(dosso,))
    values = _values("places", reading)
    counts = counted(row("places"), reading.excerpt, list(row("places").read(reading)))
    assert (counts["points"], counts["points right"]) == given
    assert (values["country+at"], values["at"], values["country"]) == (right, point, float(country == "NE"))


def test_a_point_is_asked_only_where_one_is_marked() -> None:
    village = Location("B", "village", "NE", 1.0, 1.0, None, None, (Mention(_span("Banizou"), "test"),), "test 1")
    reading = _hand(places=(village,))
    counts = counted(row("places"), reading.excerpt, list(row("places").read(reading)))
    assert (counts["asked at"], counts["right country+at"]) == (0, 1)


def test_pipelines_that_are_not_installed_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy.util", None)
    ((name, peer),) = pipelines({"PER"}).items()
    assert name == "a spaCy pipeline"
    with pytest.raises(ImportError):
        next(iter(peer(_hand().excerpt)))


def test_an_installed_pipeline_gives_the_names_of_its_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy, util = ModuleType("spacy"), ModuleType("spacy.util")
    entities = [SimpleNamespace(start_char=3, end_char=8, label_=label) for label in ("PER", "LOC")]
    util.get_installed_models = lambda: ["some_model"]  # type: ignore[attr-defined]
    spacy.load = lambda _name: lambda _text: SimpleNamespace(ents=entities)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    monkeypatch.setitem(sys.modules, "spacy.util", util)
    ((name, peer),) = pipelines({"PER", "PERSON"}).items()
    assert name == "spaCy some_model"
    assert [answer.span for answer in peer(_hand().excerpt)] == [Span(3, 8)]


def test_other_programs_have_spans_only() -> None:
    places: Row = row("places")
    assert set(places.peers()) == {"a spaCy pipeline"} or all(name.startswith("spaCy ") for name in places.peers())
