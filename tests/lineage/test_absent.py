"""Which texts nobody has, as far as credits tell. All articles are invented."""

from sourcier.core.article import Article
from sourcier.core.family import AbsentOrigin
from sourcier.lineage.analysis import analyse
from sourcier.lineage.families import families
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.traced import trace_corpus
from tests.lineage.texts import paragraphs, text

_PHRASE = "La récolte de mil a doublé en trois saisons dans les villages de la boucle, au nord du fleuve Tamaré."
_LONG = text(90, 1)


def _origin(*articles: Article) -> AbsentOrigin | None:
    return next((family.absent_origin for family in families(analyse(articles))), None)


def test_one_shared_phrase_does_not_pass_a_credit_on() -> None:
    one = Article("a", f"{text(1, 8)}\n\n{_PHRASE}", outlet="Un")
    other = Article("b", f"{text(2, 8)}\n\n{_PHRASE}\n\nSource : Reuters", outlet="Deux")
    assert _origin(one, other) is None


def test_a_fair_part_shared_does() -> None:
    one = Article("a", f"{text(1)}\n\n{text(3)}", outlet="Un")
    other = Article("b", f"{text(2)}\n\n{text(3)}\n\nSource : Reuters", outlet="Deux")
    origin = _origin(one, other)
    assert origin is not None
    assert origin.name == "Reuters"


def test_an_origin_is_told_of_those_that_name_it_or_share_what_it_covers() -> None:
    shared, further = text(3), paragraphs(4, 1)[0]
    articles = (
        Article("a", f"{text(1)}\n\n{shared}\n\n{further}", outlet="Un"),
        Article("b", f"{text(2)}\n\n{shared}\n\nSource : Reuters", outlet="Deux"),
        Article("c", f"{text(5)}\n\n{further}", outlet="Trois"),
    )
    found = trace_corpus(Corpus(articles, ()))
    (family,) = found.families
    assert set(family.articles) == {"a", "b", "c"}
    assert [id_ for id_ in "abc" if found.absent_origin_of(id_)] == ["a", "b"]
