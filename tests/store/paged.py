"""Texts of one page as it changed, all of it invented."""

from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.moment import Moment
from tests import factory

ADDRESS = "https://phare.example/port"
FIRST = (
    "Le port de Sainte-Aurore a repris ses activités lundi, a annoncé la capitainerie. Douze navires attendaient au "
    "large depuis le début de la grève. Les dockers disent attendre encore la signature d’un accord écrit."
)
SECOND = FIRST.replace("Douze navires", "Vingt navires")
THIRD = SECOND + " Une réunion est prévue jeudi à la préfecture, selon le syndicat des dockers."
ANOTHER = (
    "La récolte de mangues commence dans la vallée du Fleuve-Rouge, où les planteurs espèrent une meilleure saison. "
    "Le prix du cageot reste fixé par la coopérative, qui a tenu son assemblée samedi dans la salle des fêtes."
)


def capture(path: str, text: str, captured: str | None, url: str | None = ADDRESS, **known: str) -> Article:
    """Return a text of a page as it was captured at a time."""
    given = {"title": "Le port rouvre", "outlet": "Le Phare inventé"} | known
    made = factory.article(path, text, path=path, url=url, **given)
    return replace(made, captured=None if captured is None else Moment(captured))


def history() -> list[Article]:
    """Return three texts of one page, the latest first."""
    return [
        capture("c.html", THIRD, "2031-03-04T18:00:00Z", f"{ADDRESS}/?utm_source=lettre"),
        capture("b.html", SECOND, "2031-03-04T12:00:00Z", "http://www.phare.example/port#suite"),
        capture("a.html", FIRST, "2031-03-04T08:00:00Z"),
    ]
