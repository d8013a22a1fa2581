"""What credit one text gives another; all texts are invented."""

import pytest

from sourcier.core.article import Article
from sourcier.core.span import Span
from sourcier.lineage.credit import agency, credit, mentions, names_source

FIRST = "Le conseil de région a adopté lundi son budget pour l'année à venir"
SECOND = "Les élus ont voté la réfection de la route du nord, longue de quarante kilomètres."
SOURCE = Article("s", f"Le budget\n\n{FIRST}.\n\n{SECOND}", outlet="Agence Sahel Presse (ASP)")


def derived(first: str = "", end: str = "", **more: object) -> tuple[Article, list[Span]]:
    text = f"Le budget\n\n{FIRST}{first}.\n\n{SECOND}{end}"
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (FIRST, SECOND)]
    return Article("d", text, title="Le budget", outlet="Le Phare", **more), spans  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "end",
    [
        "\n\n(ASP)",
        "\n\nLe Phare, avec ASP",
        "\n\nSource : Agence Sahel Presse",
        "\n\nSource : Sahel Presse",
        "\n\nSource : sahelpresse.com",
    ],
)
def test_a_signature_that_names_the_source_is_full_credit(end: str) -> None:
    article, passages = derived(end=end)
    found = credit(article, SOURCE, passages)
    assert (found.status, found.covers) == ("full", (0, 1))
    assert found.spans[0].of(article.text) == end.strip()


def test_a_sentence_covers_the_passage_it_touches() -> None:
    article, passages = derived(", d'après une dépêche de l'Agence Sahel Presse")
    found = credit(article, SOURCE, passages)
    assert (found.status, found.names, found.covers) == ("partial", ("Agence Sahel Presse",), (0,))


def test_one_sentence_in_one_long_passage_is_partial() -> None:
    article, passages = derived(", d'après l'Agence Sahel Presse")
    whole = [Span(passages[0].start, passages[1].end)]
    assert credit(article, SOURCE, whole).status == "partial"


def test_a_sentence_that_is_the_whole_passage_is_full() -> None:
    article, passages = derived(", d'après l'Agence Sahel Presse")
    assert credit(article, SOURCE, passages[:1]).status == "full"


def test_an_outlet_whose_name_shows_no_medium_is_found_when_it_is_the_source() -> None:
    ministry = Article("s", SOURCE.text, outlet="Ministère des Routes rurales")
    article, passages = derived(", indique un communiqué du ministère des Routes rurales")
    assert mentions(article) == ()
    assert credit(article, ministry, passages).status == "partial"


def test_another_agency_is_named() -> None:
    article, passages = derived(end="\n\n(AFP)")
    found = credit(article, SOURCE, passages)
    assert (found.status, found.names, found.covers) == ("other_named", ("AFP",), (0, 1))


def test_what_the_source_itself_says_credits_no_other() -> None:
    source = Article("s", f"Le budget\n\n{FIRST}, selon Reuters.\n\n{SECOND}", outlet="Radio Kolmari")
    article, passages = derived(", selon Reuters")
    assert credit(article, source, passages).status == "none_found"


def test_a_broadcaster_behind_one_statement_is_no_other_source() -> None:
    article, passages = derived(", selon Télé Kolmari")
    assert credit(article, SOURCE, passages).status == "none_found"


def test_no_credit() -> None:
    article, passages = derived()
    found = credit(article, SOURCE, passages)
    assert (found.status, found.names, found.spans, found.covers) == ("none_found", (), (), ())


def test_a_link_alone_shows_no_words_and_covers_nothing() -> None:
    source = Article("s", SOURCE.text, outlet="Radio Kolmari", url="https://radiokolmari.example/budget-2031")
    article, passages = derived(links=("http://www.radiokolmari.example/budget-2031/?utm=x",))
    assert credit(article, source, passages).status == "partial"
    assert credit(article, source, passages).covers == ()
    article, passages = derived(links=("https://radiokolmari.example/autre-page",))
    found = credit(article, source, passages)
    assert (found.status, found.covers) == ("partial", ())


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("APA News", "APA"),
        ("l’AFP", "AFP"),
        ("Agence France Presse", "AFP"),
        ("APS", "APS"),
        ("Agence de presse sénégalaise", "APS (Sénégal)"),
        ("La Gazette", None),
    ],
)
def test_canonical_names(name: str, canonical: str | None) -> None:
    assert agency(name) == canonical


def test_an_ambiguous_acronym_names_either_agency() -> None:
    (mention,) = mentions(Article("d", f"{FIRST}.\n\nAvec APS"))
    for outlet in ("Algérie Presse Service", "Agence de presse sénégalaise"):
        assert names_source(mention, Article("s", "", outlet=outlet))
    assert not names_source(mention, Article("s", "", outlet="APA News"))


def test_a_mention_names_a_source_by_its_site() -> None:
    (mention,) = mentions(Article("d", f"{FIRST}.\n\nAvec APA"))
    assert names_source(mention, Article("s", "", url="https://fr.apanews.net/news/x"))
    assert not names_source(mention, Article("s", "", url="https://fr.autre.example/news/x"))
