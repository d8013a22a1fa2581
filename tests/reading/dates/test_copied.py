"""Words of time in passages that were taken from earlier texts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.core.date import Date
from sourcier.core.edit import Category
from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.reading.dates.copied import Taken, taken
from sourcier.reading.dates.reader import dates
from tests import factory
from tests.reading.dates.factory import analysis

OWN = Moment("2024-09-12")  # a Thursday
EARLIER = Moment("2024-09-04")  # the Wednesday of the week before


def _read(marked: str, published: Moment | None = EARLIER, own: Moment | None = OWN, changed: str = "") -> list[Date]:
    """The dates of a text of which « [ … ] » was taken from the text « a »."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    words = (factory.span(text, changed),) if changed else ()
    return list(dates(analysis(text), own, [Taken(Span(start, end), "a", published, words)]).dates)


def _told(found: list[Date]) -> list[tuple[str | None, str | None, str | None]]:
    return [(each.value, each.anchored_on, each.shifted_from) for each in found]


def test_last_week_is_the_week_before_the_source_came_out() -> None:
    assert _told(_read("Les pluies ont repris hier. [La digue a cédé la semaine dernière.] Rien n'a bougé hier.")) == [
        ("2024-09-11", None, None),
        ("2024-08-26/2024-09-01", "a", "2024-09-02/2024-09-08"),
        ("2024-09-11", None, None),
    ]


def test_what_does_not_lean_on_a_publication_is_not_anchored() -> None:
    assert _told(_read("[La digue, bâtie en 1987, a cédé le 2 mai 2024.]")) == [
        ("1987", None, None),
        ("2024-05-02", None, None),
    ]


def test_the_same_value_is_anchored_and_not_shifted() -> None:
    assert _told(_read("[La digue cédera encore cette année.]")) == [("2024", "a", None)]


def test_the_same_day_changes_nothing() -> None:
    text = "[La digue a cédé la semaine dernière.]"
    assert _told(_read(text, Moment("2024-09-12T06:00:00Z"))) == [("2024-09-02/2024-09-08", None, None)]


def test_a_source_that_came_out_later_wrote_the_words_earlier() -> None:
    assert _told(_read("[La digue a cédé hier.]", Moment("2024-09-14"))) == [("2024-09-11", None, None)]


def test_a_source_that_nobody_knows_the_day_of_gives_no_day() -> None:
    assert _told(
        _read("[La digue a cédé hier. Le lendemain, l'eau montait.] Le surlendemain, elle baissait.", None)
    ) == [
        (None, "a", "2024-09-11"),
        (None, "a", "2024-09-12"),
        (None, "a", "2024-09-14"),
    ]


def test_an_article_without_a_day_reads_what_it_took_by_the_sources() -> None:
    found = _read("[La digue a cédé hier.] L'eau montera demain.", own=None)
    assert _told(found) == [("2024-09-03", "a", None), (None, None, None)]


def test_what_the_text_counts_on_from_a_shifted_day_is_shifted() -> None:
    found = _read("[La digue a cédé mardi dernier.] Le lendemain, l'eau montait. Elle baisse depuis lundi.")
    assert _told(found) == [
        ("2024-09-03", "a", "2024-09-10"),
        ("2024-09-04", "a", "2024-09-11"),
        ("2024-09-09/..", None, None),
    ]


def test_a_quotation_keeps_the_day_that_is_told_of_it() -> None:
    found = _read("« [Les camions partiront demain] », a promis le maire lundi.")
    assert _told(found) == [("2024-09-10", None, None), ("2024-09-09", None, None)]
    assert _told(_read("« [Les camions partiront demain] », a promis le maire.")) == [("2024-09-05", "a", "2024-09-13")]


def test_a_quotation_told_in_the_passage_leans_on_the_source_with_its_day() -> None:
    found = _read("[« Les camions partiront demain », a promis le maire lundi.]")
    assert _told(found) == [("2024-09-03", "a", "2024-09-10"), ("2024-09-02", "a", "2024-09-09")]


def test_the_whole_expression_stands_in_the_passage() -> None:
    assert _told(_read("[La digue a cédé lundi] dernier.")) == [("2024-09-09", None, None)]
    assert _told(_read("La digue a cédé la semaine [dernière et l'eau monte.]")) == [
        ("2024-09-02/2024-09-08", None, None)
    ]


def test_what_was_changed_is_the_articles_own() -> None:
    text = "[La digue a cédé la semaine dernière, et non hier.]"
    assert _told(_read(text, changed="semaine")) == [
        ("2024-09-02/2024-09-08", None, None),
        ("2024-09-03", "a", "2024-09-11"),
    ]


def test_the_problem_is_told_by_the_day_that_holds() -> None:
    text = "La digue a cédé le lundi 2 septembre."
    assert not dates(analysis(text), Moment("2024-09-12"), [Taken(Span(0, len(text)), "a", EARLIER)]).problems
    assert dates(analysis(text), EARLIER, [Taken(Span(0, len(text)), "a", Moment("2023-09-04"))]).problems


def test_of_several_sources_the_earliest_wrote_the_words() -> None:
    text = "La digue a cédé hier."
    whole = Span(0, len(text))
    day = {"c": "2024-09-10", "b": "2024-09-06", "d": "2024-09-08"}
    found = [Taken(whole, id_, Moment(value)) for id_, value in day.items()]
    assert _told(list(dates(analysis(text), OWN, [Taken(whole, "a", None), *found]).dates)) == [
        ("2024-09-05", "b", "2024-09-11")
    ]


def test_a_language_without_rules_has_no_dates() -> None:
    assert dates(analysis("It broke yesterday.", "en"), OWN, [Taken(Span(0, 19), "a", EARLIER)]).dates == ()


SOURCE = Article("a", "Le préfet a distribué du pain mardi et du riz pour les familles du camp.", published=EARLIER)
DERIVED = Article("b", "Le préfet a distribué du pain mardi et du mil pour les familles du camp.", published=OWN)


def _taken(category: Category, words: str) -> tuple[Taken, ...]:
    edit = factory.edit((DERIVED.text, words), (SOURCE.text, ""), category, 0.5)
    passage = factory.passage(DERIVED, SOURCE, DERIVED.text, SOURCE.text, [edit])
    return taken("b", [passage], {"a": EARLIER})


def test_only_what_is_known_to_come_from_an_earlier_text_is_taken() -> None:
    passage = factory.passage(DERIVED, SOURCE, DERIVED.text, SOURCE.text)
    day: dict[str, Moment | None] = {"a": EARLIER}
    assert taken("b", [passage], day) == (Taken(Span(0, len(DERIVED.text)), "a", EARLIER),)
    assert taken("b", [replace(passage, kind="quotation")], {}) == (Taken(Span(0, len(DERIVED.text)), "a", None),)
    for other in (
        replace(passage, direction="unknown"),
        replace(passage, direction="derived_first"),
        replace(passage, kind="boilerplate"),
        replace(passage, kind="title"),
        replace(passage, best=False),
    ):
        assert taken("b", [other], day) == ()
    assert taken("b", [replace(passage, best=False, similarity=1.0)], day)
    assert taken("a", [passage], day) == ()


def test_edits_beside_a_day_change_it_where_they_can() -> None:
    def value(category: Category, words: str) -> str | None:
        return dates(analysis(DERIVED.text), OWN, _taken(category, words)).dates[0].value

    assert value("wording", "mil") == value("verb", "pain") == value("typography", "mardi") == "2024-09-03"
    assert value("date", "pain") == value("wording", "et du") == value("date", "mardi") == "2024-09-10"


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
    st.sampled_from([None, Moment("2024"), Moment("2024-08"), EARLIER, OWN]),
)
def test_no_passage_adds_or_moves_a_date(spans: list[tuple[int, int]], published: Moment | None) -> None:
    text = "Hier lundi, il a plu ; la veille aussi, et le 12 mars 2019."
    found = [Taken(Span(min(each), max(each)), "a", published) for each in spans]
    read, plain = dates(analysis(text), OWN, found).dates, dates(analysis(text), OWN).dates
    assert [each.span for each in read] == [each.span for each in plain]
    for each, by_own in zip(read, plain, strict=True):
        assert each.shifted_from == (by_own.value if each.value != by_own.value else None)
