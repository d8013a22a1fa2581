"""Nothing of a removed article is left in any file of the ledger: its log, its tables, its archive, its index."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sourcier.core.errors import LedgerHeld
from sourcier.core.problem import Problem
from sourcier.lineage.fingerprints import fingerprints
from sourcier.lineage.settings import Settings
from sourcier.lineage.words import wording
from sourcier.store import ledger as store
from sourcier.workflow.desk import Desk
from sourcier.workflow.opened import Ledger
from tests.traces import traces

_COMMON = (
    "Le port de Sainte-Aurore a repris ses activités lundi, a annoncé la capitainerie. {} navires attendaient au large "
    "depuis le début de la grève des dockers, qui réclament une prime et la réparation de la grande grue du quai nord."
)
_ALONE = (
    "Le krelvune du quartier haut, que personne n’avait invité, a parlé du brandosque devant les marchands, et "
    "il a promis que chaque étal aurait son ouvralier avant la saison des pluies, sans dire qui le paierait au juste."
)
_HTML = """<html lang="fr"><head><title>Sainte-Aurore : le tirliponde du port</title>
<meta property="og:site_name" content="Gazette mirvolante"><meta name="author" content="Ada Palindrosse">
<link rel="canonical" href="https://mirvolante.example/tirliponde-du-port">
<meta property="article:published_time" content="2031-03-05T10:00:00Z"></head><body><article>
<h1>Sainte-Aurore : le tirliponde du port</h1><p>{common}</p><p>{alone}</p><p>(avec Agence Zorbelune)</p>
</article></body></html>"""
WORDS = (
    "krelvune", "brandosque", "ouvralier", "tirliponde", "mirvolante", "Palindrosse", "Zorbelune", "quatorze",
    "chimérose", "vadrouillante",
)  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder of a ledger that holds a marked article, a reprint of its common part, and others."""
    articles, folder = tmp_path / "articles", tmp_path / "ledger"
    articles.mkdir()
    folder.mkdir()
    (articles / "tirliponde.html").write_text(
        _HTML.format(common=_COMMON.format("Quatorze").replace("Quatorze", "Les quatorze"), alone=_ALONE), "utf-8"
    )
    (articles / "depeche.txt").write_text(_COMMON.format("Douze"), "utf-8")
    for n in range(20):
        text = " ".join(f"mot{n}x{k}" for k in range(80))
        (articles / f"{n}.txt").write_text(f"Article inventé numéro {n}. {text}", "utf-8")
    with Ledger(folder / "sourcier.db") as ledger:
        ledger.add(articles)
        marked = ledger.article(_marked(ledger)).id
        ledger.set(marked, "byline", "Ada Chimérose", "Vadrouillante")
        ledger.set(marked, "byline", "Ada Palindrosse, chimérose", "vadrouillante")
    with store.Ledger(folder / "sourcier.db") as ledger:
        ledger.undo(marked, "byline")
        ledger.deny(marked, next(each.id for each in ledger.articles() if "Douze" in each.text), "vadrouillante")
        ledger.add_problems([Problem("ingest", "https://mirvolante.example/tirliponde-du-port", "chimérose")])
    with Ledger(folder / "sourcier.db") as ledger:
        ledger.trace()
    return folder


def _marked(ledger: Ledger) -> str:
    return next(each.id for each in ledger.articles() if "krelvune" in each.text)


def _remove(place: Path) -> str:
    with Ledger(place / "sourcier.db") as ledger:
        return ledger.remove(_marked(ledger))


def _is_clean(place: Path) -> None:
    assert traces(place, WORDS) == set()
    with sqlite3.connect(place / "sourcier.db") as db:
        db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, row)")
        known = {word for (word,) in db.execute("SELECT term FROM temp.words")}
    db.close()
    assert "aurore" in known
    assert not {word.lower() for word in WORDS} & known
    with Ledger(place / "sourcier.db") as ledger:
        assert ledger.check() == []
        assert len(ledger) == 21
        ledger.trace()
    assert traces(place, WORDS) == set()


def test_every_mark_is_met_before(place: Path) -> None:
    found = traces(place, WORDS)
    assert {each.split()[0] for each in found} == set(WORDS)
    assert any("krelvune compressed" in each for each in found), "the page as it came is kept"
    with sqlite3.connect(place / "sourcier.db") as db:
        families, overviews = (
            str(db.execute(sql).fetchall()) for sql in ("SELECT * FROM families", "SELECT * FROM overviews")
        )
    db.close()
    assert "Zorbelune" in families
    assert "quatorze" in overviews.lower()


def test_no_file_holds_a_word_of_it(place: Path) -> None:
    _remove(place)
    _is_clean(place)


def test_the_index_holds_no_fingerprint_of_it(place: Path) -> None:
    own = fingerprints(wording([_ALONE]), _settings(place)).grams.tolist()
    assert own
    assert _held(place, own) == set(own)
    _remove(place)
    assert _held(place, own) == set()


def _settings(place: Path) -> Settings:
    with store.Ledger(place / "sourcier.db") as ledger:
        known = ledger.parameters()
    return Settings(known["k"], known["window"])


def _held(place: Path, grams: list[int]) -> set[int]:
    files = [path.read_bytes() for path in (place / "sourcier.db.index").iterdir()]
    return {gram for gram in grams for content in files if gram.to_bytes(8, "little") in content}


def test_another_program_that_only_has_it_open_is_in_no_way(place: Path) -> None:
    other = sqlite3.connect(place / "sourcier.db")
    other.execute("SELECT count(*) FROM articles WHERE text LIKE '%krelvune%'").fetchall()
    with Desk(place / "sourcier.db") as desk:
        desk.totals()
        _remove(place)
        assert traces(place, WORDS) == set()
    other.close()
    _is_clean(place)


def test_a_reader_is_told_of_and_doctor_does_the_rest(place: Path) -> None:
    reader = sqlite3.connect(place / "sourcier.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM articles").fetchone()
    with pytest.raises(LedgerHeld):
        _remove(place)
    reader.close()
    _doctor(place)
    _is_clean(place)


_DIES = """
import os, signal, sys
from sourcier.store import removal
from sourcier.store.ledger import Ledger

def die():
    os.kill(os.getpid(), signal.SIGKILL)

class Dying(Ledger):
    def scrub(self):
        steps = int(sys.argv[2])
        if not steps:
            die()
        self._db.set_progress_handler(die, steps)
        super().scrub()

Dying(__import__("pathlib").Path("sourcier.db")).remove(sys.argv[1])
"""


@pytest.mark.parametrize("steps", [0, 50, 500])
def test_killed_before_the_file_is_rewritten_doctor_does_the_rest(place: Path, steps: int) -> None:
    with Ledger(place / "sourcier.db") as ledger:
        marked = _marked(ledger)
    done = subprocess.run([sys.executable, "-c", _DIES, marked, str(steps)], cwd=place, check=False)
    assert done.returncode == -signal.SIGKILL
    assert traces(place, WORDS)
    _doctor(place)
    _is_clean(place)


def _doctor(place: Path) -> None:
    command = [sys.executable, "-m", "sourcier", "doctor"]
    environment = {each: value for each, value in os.environ.items() if not each.startswith("SOURCIER_")}
    assert subprocess.run(command, cwd=place, env=environment, capture_output=True, check=False).returncode == 0


def test_one_version_goes_and_the_others_stay(place: Path) -> None:
    page = place.parent / "articles" / "tirliponde.html"
    later = page.read_text("utf-8").replace("personne n’avait invité", "le préfet avait convoqué, dit le farfouillon")
    page.write_text(later, "utf-8")
    with Ledger(place / "sourcier.db") as ledger:
        added = ledger.add(page.parent)
        assert (added.new, added.versions) == (1, 1)
        gone = next(each.id for each in ledger.articles() if "farfouillon" in each.text)
        assert [each.version.article.id for each in ledger.versions(gone)].count(gone) == 1
        assert "farfouillon" in {each.split()[0] for each in traces(place, ["farfouillon"])}
        ledger.remove(gone)
        assert traces(place, ["farfouillon"]) == set()
        assert "krelvune" in ledger.article(_marked(ledger)).text
        assert ledger.versions(_marked(ledger)) == []


def test_all_texts_of_a_page_go_by_its_address(place: Path) -> None:
    page = place.parent / "articles" / "tirliponde.html"
    page.write_text(page.read_text("utf-8").replace("personne n’avait", "nul n’avait"), "utf-8")
    with Ledger(place / "sourcier.db") as ledger:
        ledger.add(page.parent)
        found = ledger.texts_of("http://www.mirvolante.example/tirliponde-du-port/?utm_source=x")
        assert len(found) == 2
        assert ledger.texts_of(found[0]) == ledger.texts_of(found[1])
        assert ledger.remove_all(found) == found
    _is_clean(place)
