"""Texts of unknown outlet that name one themselves; all texts are invented."""

import pytest

from sourcier.core.article import Article
from sourcier.core.family import Edge, Family
from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.lineage.analysis import analyse
from sourcier.lineage.credit import credit
from sourcier.lineage.families import families
from sourcier.lineage.itself import named_itself
from tests.lineage.texts import text

_DATELINE = "SANDORO, 12 mai 2025 (APV) - "
_BODY = text(7)


def _plain(name: str, before: str = "", after: str = "", *, hour: int = 8, **more: str) -> Article:
    moment = Moment(f"2025-05-12T{hour:02}:00:00+00:00")
    return Article(name, f"{before}{_BODY}{after}", published=moment, **more)  # type: ignore[arg-type]


def _family(*articles: Article) -> tuple[Family, Edge]:
    (family,) = families(analyse(articles))
    return family, family.edges[0]


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (_DATELINE, "", "APV"),
        (_DATELINE, "\n\nAvec AFP", "APV"),
        ("", "\n\n(AFP)", "AFP"),
        ("", "\n\nAwa Sédogo, avec AFP", None),
        ("", "\n\nSource : AFP", None),
        ("", "\n\n(AFP)\n\nAvec Reuters", None),
        ("", "", None),
    ],
)
def test_a_dateline_or_only_signature_names_a_text_of_unknown_outlet(before: str, after: str, name: str | None) -> None:
    assert named_itself(_plain("a", before, after)) == name


@pytest.mark.parametrize("known", [{"outlet": "Le Phare"}, {"url": "https://lephare.example/1"}])
def test_a_text_whose_outlet_or_site_is_known_is_no_other_s(known: dict[str, str]) -> None:
    assert named_itself(_plain("a", _DATELINE, **known)) is None


def test_a_dispatch_of_unknown_outlet_is_not_absent_by_its_own_dateline() -> None:
    family, edge = _family(_plain("a", _DATELINE), _plain("b", hour=10, outlet="Le Phare"))
    assert family.absent_origin is None
    assert (edge.derived, edge.direction, edge.credit.status) == ("b", "source_first", "none_found")


def test_another_agency_named_at_its_end_is_absent() -> None:
    family, edge = _family(_plain("a", _DATELINE, "\n\nAvec AFP"), _plain("b", hour=10, outlet="Le Phare"))
    assert family.absent_origin is not None
    assert (family.absent_origin.name, edge.direction) == ("AFP", "unknown")


@pytest.mark.parametrize(
    "ends", [("\n\nAvec AFP", "\n\nAvec AFP"), ("\n\n(AFP)", "\n\n(AFP)"), ("\n\n(AFP)", "\n\nAvec AFP")]
)
def test_reprints_of_unknown_outlets_name_an_absent_agency(ends: tuple[str, str]) -> None:
    family, edge = _family(_plain("a", "", ends[0]), _plain("b", "", ends[1], hour=10))
    assert family.absent_origin is not None
    assert (family.absent_origin.name, edge.direction) == ("AFP", "unknown")


def test_a_later_text_signed_by_an_agency_is_not_taken_from_an_earlier_reprint() -> None:
    _, edge = _family(_plain("a", outlet="Le Phare"), _plain("b", "", "\n\n(AFP)", hour=10))
    assert edge.direction == "unknown"


@pytest.mark.parametrize("said", ["a indiqué l'APV", "selon APV"])
def test_a_sentence_credits_a_source_that_names_itself(said: str) -> None:
    words = f"Le marché de Sandoro a rouvert lundi matin après trois ans de travaux, {said}."
    derived = Article("b", f"{words}\n\n{text(8)}", outlet="Le Phare")
    itself, other = Article("a", f"{_DATELINE}{words}"), Article("a", f"{_DATELINE}{words}", outlet="Le Soir")
    passages = [Span(0, len(words))]
    assert (credit(derived, itself, passages).status, credit(derived, itself, passages).names) == ("full", ("APV",))
    assert credit(derived, other, passages).status == "none_found"
