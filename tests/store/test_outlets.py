import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.errors import InputError
from sourcier.core.outlet import Outlet
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store.conftest import older

_TELE = Outlet(
    "Télé Kolmari", ("T.K.", "Kolmari Télévision"), ("kolmari.example", "tk.example"), "Groupe Zarma", "broadcaster",
    client=True, reference=True,
)  # fmt: skip


def _add(ledger: Ledger, **fields: str | None) -> str:
    number = len(ledger)
    article = factory.article(f"{number}.txt", f"Texte inventé numéro {number}.", path=f"{number}.txt", **fields)
    (added,) = ledger.add([article])
    return added.ids[0]


def _outlet(ledger: Ledger, key: str) -> str | None:
    return ledger.article(key).outlet


def test_an_outlet_comes_back_as_it_went_in(ledger: Ledger) -> None:
    assert ledger.outlets() == []
    assert ledger.register(_TELE) == _TELE
    bare = Outlet("Écho du Gué")
    ledger.register(bare)
    assert ledger.outlets() == [bare, _TELE]
    assert ledger.outlet("tele KOLMARI") == ledger.outlet("tk") == _TELE
    assert ledger.outlet("Ailleurs") is None
    changed = replace(_TELE, aliases=("TK",), domains=(), client=False, kind=None)
    ledger.register(changed)
    assert ledger.outlets() == [bare, changed]


@pytest.mark.parametrize("stated", ["Télé Kolmari", "TELE  KOLMARI", "t. k.", "Kolmari télévision"])
def test_an_article_that_states_a_name_is_called_by_the_registered_one(ledger: Ledger, stated: str) -> None:
    before = _add(ledger, outlet=stated)
    ledger.register(_TELE)
    after = _add(ledger, outlet=stated)
    assert _outlet(ledger, before) == _outlet(ledger, after) == "Télé Kolmari"
    assert {article.outlet for article in ledger.articles()} == {"Télé Kolmari"}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://kolmari.example/a", "Télé Kolmari"),
        ("http://WWW.TK.example", "Télé Kolmari"),
        ("https://fr.info.kolmari.example:8080/a?b#c", "Télé Kolmari"),
        ("https://autrekolmari.example/a", None),
        ("https://kolmari.example.ailleurs.example/", None),
        ("https://kolmari.example@ailleurs.example/", None),
        (None, None),
    ],
)
def test_an_article_without_an_outlet_goes_by_its_address(
    ledger: Ledger, url: str | None, expected: str | None
) -> None:
    before = _add(ledger, url=url)
    ledger.register(_TELE)
    after = _add(ledger, url=url)
    assert _outlet(ledger, before) == _outlet(ledger, after) == expected


def test_what_an_article_states_counts_more_than_its_address(ledger: Ledger) -> None:
    key = _add(ledger, outlet="Le Phare", url="https://kolmari.example/a")
    ledger.register(_TELE)
    assert _outlet(ledger, key) == "Le Phare"


def test_the_longer_of_two_domains_counts(ledger: Ledger) -> None:
    key = _add(ledger, url="https://phare.blogs.example/a")
    ledger.register(Outlet("Blogs", domains=("blogs.example",)))
    assert _outlet(ledger, key) == "Blogs"
    ledger.register(Outlet("Le Phare", domains=("phare.blogs.example",)))
    assert _outlet(ledger, key) == "Le Phare"
    ledger.unregister("Le Phare")
    assert _outlet(ledger, key) == "Blogs"


def test_a_correction_by_hand_counts_more_than_the_register(ledger: Ledger) -> None:
    named, unknown = _add(ledger, outlet="TK"), _add(ledger, url="https://tk.example/a")
    ledger.correct(named, "outlet", "Kolmari Télévision")
    ledger.correct(unknown, "outlet", "Le Phare")
    ledger.correct(unknown, "outlet", None)
    ledger.register(_TELE)
    assert (_outlet(ledger, named), _outlet(ledger, unknown)) == ("Kolmari Télévision", None)
    list(ledger.add([replace(ledger.article(named), id="x", outlet="TK", byline="Une plume")]))
    assert _outlet(ledger, named) == "Kolmari Télévision"
    assert ledger.undo(named, "outlet").outlet == "Télé Kolmari"


def test_a_corrected_address_counts(ledger: Ledger) -> None:
    ledger.register(_TELE)
    key = _add(ledger, url="https://ailleurs.example/")
    assert ledger.correct(key, "url", "https://tk.example/a").outlet == "Télé Kolmari"
    assert ledger.undo(key, "url").outlet is None


def test_striking_it_off_brings_back_what_the_places_say(ledger: Ledger) -> None:
    keys = [_add(ledger, outlet="tk"), _add(ledger, outlet="Télé Kolmari"), _add(ledger, url="https://tk.example/a")]
    twice = Article("d", "Un texte.", outlet="T K", url="https://d.example", path="d", locations=("d", "e"))
    keys += next(iter(ledger.add([twice]))).ids
    before = list(ledger.articles())
    ledger.register(_TELE)
    assert {_outlet(ledger, key) for key in keys} == {"Télé Kolmari"}
    assert [article.id for article in ledger.articles()] == keys
    list(ledger.add([replace(twice, byline="Une plume")]))
    assert len(ledger) == len(keys)
    list(ledger.add([replace(twice, byline=None)]))
    ledger.unregister("télé kolmari")
    assert list(ledger.articles()) == before
    assert ledger.outlets() == []
    assert ledger.check() == []


def test_a_reading_of_a_known_file_stays_known(ledger: Ledger) -> None:
    article = factory.article("a.txt", path="a.txt", outlet="tk")
    list(ledger.add([article]))
    ledger.register(_TELE)
    (again,) = ledger.add([article])
    assert (again.new, again.known) == (0, 1)
    assert ledger.article("a.txt").outlet == "Télé Kolmari"


def test_lineage_is_stale_only_where_an_article_is_called_otherwise(ledger: Ledger) -> None:
    key = _add(ledger, outlet="tk")
    before = ledger.changes()
    ledger.register(Outlet("Le Phare"))
    assert ledger.changes() == before
    ledger.register(_TELE)
    named = ledger.changes()
    assert named > before
    ledger.register(replace(_TELE, group=None, kind="site", reference=False))
    assert ledger.changes() == named
    ledger.register(replace(_TELE, aliases=()))
    assert ledger.changes() > named
    assert _outlet(ledger, key) == "tk"


def test_a_name_that_it_had_before_stays_an_alias(ledger: Ledger) -> None:
    key = _add(ledger, outlet="Télé Kolmari")
    ledger.register(_TELE)
    kept = ledger.register(replace(_TELE, name="Kolmari TV", domains=("kolmari.example",)), was="Télé Kolmari")
    assert kept.aliases == ("T.K.", "Kolmari Télévision", "Télé Kolmari")
    assert ledger.outlets() == [kept]
    assert _outlet(ledger, key) == "Kolmari TV"
    ledger.register(Outlet("TELE KOLMARI"), was="Kolmari TV")
    assert ledger.outlets() == [Outlet("TELE KOLMARI", ("Kolmari TV",))]


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (Outlet("Le Phare", aliases=("t.k",)), "'t.k' is already a name of Télé Kolmari"),
        (Outlet("Kolmari television"), "is already a name of Télé Kolmari"),
        (Outlet("Le Phare", aliases=("télékolmari",)), "is already a name of Télé Kolmari"),
        (Outlet("Le Phare", domains=("www.TK.example",)), "'tk.example' is already a site of Télé Kolmari"),
        (Outlet(" … "), "at least a letter"),
        (Outlet("Le Phare", aliases=("!",)), "at least a letter"),
        (Outlet("Le Phare", domains=("phare",)), "'phare' is not a site's address"),
        (Outlet("Le Phare", domains=("https://[",)), "is not a site's address"),
        (Outlet("Le Phare", domains=("le phare.example",)), "is not a site's address"),
        (Outlet("Le Phare", kind="blog"), "'blog' is no kind of outlet"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_is_refused(ledger: Ledger, wish: Outlet, message: str) -> None:
    ledger.register(_TELE)
    with pytest.raises(InputError, match=message):
        ledger.register(wish)
    assert ledger.outlets() == [_TELE]


def test_what_is_not_there_cannot_be_changed(ledger: Ledger) -> None:
    ledger.register(_TELE)
    for was in ("Le Phare", "T.K.", ""):
        with pytest.raises(InputError, match="in the register"):
            ledger.register(Outlet("Nouveau"), was=was)
        with pytest.raises(InputError, match="in the register"):
            ledger.unregister(was)
    ledger.register(Outlet("Le Phare"))
    with pytest.raises(InputError, match="already a name of Télé Kolmari"):
        ledger.register(Outlet("Télé Kolmari"), was="Le Phare")
    assert len(ledger.outlets()) == 2


def test_it_is_kept_without_doubles_and_spaces(ledger: Ledger) -> None:
    typed = Outlet(
        " Le  Phare ", ("", "LE PHARE", " Phare", "pharé"), ("https://www.Phare.example/une", "phare.example", " ")
    )
    assert ledger.register(typed) == Outlet("Le Phare", ("Phare",), ("phare.example",))


def test_names_in_use_are_counted(ledger: Ledger) -> None:
    for outlet in ("Écho", "Le Phare", "Le Phare", "le quai", None):
        _add(ledger, outlet=outlet)
    assert ledger.outlet_names() == [("Le Phare", 2), ("le quai", 1), ("Écho", 1)]
    assert ledger.outlet_names("LE ") == [("Le Phare", 2), ("le quai", 1)]
    assert ledger.outlet_names("ech") == [("Écho", 1)]
    assert ledger.outlet_names("", 1) == [("Le Phare", 2)]


def test_articles_that_were_there_before_the_register_are_found(path: Path) -> None:
    rows = """INSERT INTO articles (id, outlet, url, published, complete, links, path, hash, text) VALUES
              ('a', 'tk', NULL, '2031-03', 1, '[]', 'a.txt', 'x', 'Un.'),
              ('b', NULL, 'https://www.tk.example/b', NULL, 1, '[]', 'b.txt', 'y', 'Deux.'),
              ('c', NULL, NULL, NULL, 1, '[]', 'c.txt', 'z', 'Trois.');
              INSERT INTO locations (article, path, first_seen) SELECT id, path, '2031-03-05' FROM articles"""
    older(path, 3, rows)
    with Ledger(path) as ledger:
        assert [article.outlet for article in ledger.articles()] == ["tk", None, None]
        ledger.register(_TELE)
        assert [article.outlet for article in ledger.articles()] == ["Télé Kolmari", "Télé Kolmari", None]


def test_only_articles_concerned_are_looked_up(path: Path) -> None:
    with Ledger(path) as ledger:
        assert ledger.check() == []
    with sqlite3.connect(path) as db:
        for column in ("stated_outlet", "host"):
            update = f"UPDATE articles SET outlet = 'x' WHERE {column} = 'y'"  # noqa: S608 -- names from here
            plan = db.execute(f"EXPLAIN QUERY PLAN {update}").fetchall()
            assert f"INDEX articles_{column} " in plan[0][3]
