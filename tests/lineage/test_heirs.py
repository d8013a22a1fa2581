"""Which articles come from the text that nobody has. All articles are invented."""

from sourcier.core.article import Article
from sourcier.core.family import Family
from sourcier.lineage.analysis import analyse
from sourcier.lineage.families import families
from tests.lineage.texts import paragraphs, text


def _family(*articles: Article) -> Family:
    (family,) = families(analyse(articles))
    return family


def test_those_that_name_it_or_share_what_its_credit_covers() -> None:
    shared, further = text(3), paragraphs(4, 1)[0]
    family = _family(
        Article("a", f"{text(1)}\n\n{shared}\n\n{further}", outlet="Un"),
        Article("b", f"{text(2)}\n\n{shared}\n\nSource : Reuters", outlet="Deux"),
        Article("c", f"{text(5)}\n\n{further}", outlet="Trois"),
    )
    assert set(family.articles) == {"a", "b", "c"}
    assert family.from_absent == ("a", "b")


def test_nobody_where_no_origin_is_absent() -> None:
    family = _family(Article("a", text(1), outlet="Un"), Article("b", text(1), outlet="Deux"))
    assert (family.absent_origin, family.from_absent) == (None, ())


def test_all_where_the_origin_is_in_parts_of_all() -> None:
    parts = [text(seed) for seed in (11, 12, 13)]
    family = _family(*(Article(f"{n}", "\n\n".join(p for at, p in enumerate(parts) if at != n)) for n in range(3)))
    assert family.absent_origin is not None
    assert family.absent_origin.name is None
    assert family.from_absent == family.articles
