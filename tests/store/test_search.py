import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.moment import Moment
from sourcier.store import search
from sourcier.store.ledger import Ledger
from sourcier.store.query import query
from tests import factory

_TEXTS = {
    "armee": "L'armée a repris la ville de Sainte-Aurore, a dit le général inventé.",
    "soeur": "Sa sœur aînée tient un café près du port 😀 et l'œuvre avance.",
    "commerce": "Le ministère du commerce se joint au marché. Le commerce reprend.",
    "arabe": "الجيش استعاد المدينة",
    "chinois": "港口重新开放",
}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    list(ledger.add(factory.article(name, text, path=name) for name, text in _TEXTS.items()))
    return ledger


def _paths(ledger: Ledger, words: str) -> set[str | None]:
    return {ledger.article(hit.article).path for hit in ledger.search(words)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("armée", {"armee"}),
        ("ARMEE", {"armee"}),
        ("l'armee", {"armee"}),
        ("soeur", {"soeur"}),
        ("oeuvre", {"soeur"}),
        ("SŒUR", {"soeur"}),
        ("comm", {"commerce"}),
        ("co", set()),
        ("co*", {"commerce"}),
        ("repris ville", {"armee"}),
        ("repris café", set()),
        ('"repris la ville"', {"armee"}),
        ("« la ville repris »", set()),
        ("“du port”", {"soeur"}),
        ('"comm"', set()),
        ("Sainte-Aurore", {"armee"}),
        ("الجيش", {"arabe"}),
        ("港口", {"chinois"}),
        ("", set()),
        ("— … !", set()),
    ],
)
def test_what_is_found(filled: Ledger, words: str, found: set[str]) -> None:
    assert _paths(filled, words) == found


@pytest.mark.parametrize(
    "words",
    [
        '"',
        '""',
        "«",
        "AND",
        "NOT x",
        "x OR",
        "NEAR(",
        "a*b",
        "*",
        "title:x",
        "(",
        "^x",
        "x + y",
        "-x",
        "a\0b",
        "'",
        "\udce9x",
        '"a" "',
    ],
)
def test_no_syntax_error_can_come_out(filled: Ledger, words: str) -> None:
    assert isinstance(filled.search(words), list)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=())) | st.text('"«»*()^:+-ANDORT{} \0é', max_size=20))
def test_any_words_can_be_typed(words: str) -> None:
    with Ledger(None) as ledger:
        assert ledger.search(words) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["port", "l'armée", "œuvre", "😀", "\n\n", "—", "été", "le"]), min_size=1, max_size=80))
def test_spans_are_where_the_word_stands(words: list[str]) -> None:
    text = " ".join([*words, "port"])
    with Ledger(None) as ledger:
        list(ledger.add([factory.article(text=text, path="a")]))
        (hit,) = ledger.search("port")
        assert [span.of(text) for span in hit.spans] == ["port"] * text.count("port")
        assert hit.snippet == hit.snippet_span.of(text)
        assert "port" in hit.snippet


def test_the_title_counts_and_follows_corrections(filled: Ledger) -> None:
    filled.correct("armee", "title", "Une reprise")
    (hit,) = filled.search("reprise")
    assert (hit.title, hit.spans) == ("Une reprise", ())
    assert _TEXTS["armee"].startswith(hit.snippet)
    filled.undo("armee", "title")
    assert filled.search("reprise") == []


def test_the_best_come_first_and_of_equals_the_newest(ledger: Ledger) -> None:
    days = {"b": "2031-03-02", "c": "2031-03-03", "a": "2031-03-01"}
    list(ledger.add(factory.article(name, f"Le port {name}.", path=name, published=day) for name, day in days.items()))
    list(ledger.add([factory.article("z", "Le port, le port, le port.", path="z")]))
    hits = ledger.search("port")
    assert [hit.published for hit in hits] == [None, "2031-03-03", "2031-03-02", "2031-03-01"]
    assert len(ledger.search("port", limit=2)) == 2
    assert len(ledger.search("port", limit=10**30)) == len(hits)
    assert ledger.article(hits[1].article).published == Moment("2031-03-03")


def test_a_snippet_is_cut_between_words(ledger: Ledger) -> None:
    text = "avant " * 100 + "aiguille " + "après " * 100
    list(ledger.add([factory.article(text=text, path="a")]))
    (hit,) = ledger.search("aiguille")
    assert len(hit.snippet) <= 200
    assert set(hit.snippet.split()) == {"avant", "aiguille", "après"}


def test_a_text_with_the_marks_used_inside_has_no_spans(ledger: Ledger) -> None:
    list(ledger.add([factory.article(text="un \ufdd0 port", path="a")]))
    assert ledger.search("port")[0].spans == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [("repris ca", {"armee"}), ("repris caf", set()), ("co", set()), ("co repris", set()), ("repris co ", set())],
)
def test_a_word_still_being_typed_counts_from_three_letters(filled: Ledger, words: str, found: set[str]) -> None:
    paths = {filled.article(hit.article).path for hit in filled.search(words, prefix=True)}
    assert paths == found


def test_of_very_many_articles_those_that_came_last_are_ranked(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "RANKED", 2)
    texts = {"a": "Le port, le port, le port.", "b": "Le port de la ville.", "c": "Le port, le port."}
    list(ledger.add(factory.article(name, text, path=name) for name, text in texts.items()))
    assert [ledger.article(hit.article).path for hit in ledger.search("port")] == ["c", "b"]


def test_the_query_quotes_everything() -> None:
    assert query('a "b c" deux') == '("a") AND ("b c") AND ("deux"*)'
    assert query("cœur") == '("coeur"* OR "cœur"*)'
