"""Facts of an invented article, without an engine."""

from sourcier.core.date import Date
from sourcier.core.entity import Decision, Match, Reason, Reference, Sighting
from sourcier.core.facts import Facts
from sourcier.core.location import Location
from sourcier.core.mention import Mention
from sourcier.core.named_entity import Explained, Profile
from sourcier.core.number import Number
from sourcier.core.organisation import Organisation
from sourcier.core.person import Office, Person, Role
from sourcier.core.problem import Problem
from sourcier.core.span import Span

TEXT = (
    "Le ministre des Ports Anselme Karivolo a visité Sainte-Aurore lundi, a annoncé l'Agence inventée.\n\n"
    "Karivolo a compté vingt navires. Le préfet était absent."
)


def span(words: str, text: str = TEXT, after: int = 0) -> Span:
    """Return where words stand in a text."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def facts() -> Facts:
    """Return the facts of TEXT, each kind once at least."""
    name = span("Anselme Karivolo")
    role = Role(span("ministre des Ports"), "current", alone=False)
    return Facts(
        people=(
            Person(
                "Anselme Karivolo",
                (
                    Mention(name, "title", role.span),
                    Mention(span("Karivolo", after=name.end), "chain"),
                ),
                (role,),
                None,
                "people 1",
            ),
        ),
        offices=(Office(Role(span("préfet"), "current", alone=True), None, "people 1"),),
        organisations=(
            Organisation(
                "Agence inventée", None, "media", (Mention(span("Agence inventée"), "list"),), None, "organisations 1"
            ),
        ),
        places=(
            Location(
                "Sainte-Aurore", "town", None, 1.5, -2.25, 3.0, "invented:1", (Mention(span("Sainte-Aurore"), "list"),),
                "places 1",
            ),
        ),
        dates=(Date(span("lundi"), None, "day", "publication", "dates 1"),),
        numbers=(
            Number(span("vingt navires"), "count", 20.0, None, "exact", "navires", None, "numbers 1"),
        ),
        country=None,
        problems=(Problem("dates", "a", "invented"),),
    )  # fmt: skip


def entity() -> Explained:
    """Return a minister whom two articles write in two ways, renamed by hand."""
    first = Sighting(
        "47468522ea17", 0, "person", "Anselme Karivolo", ("Anselme Karivolo", "Karivolo"), ("ministre des Ports",),
        "NE", published="2031-03-04", outlet="Agence inventée",
    )  # fmt: skip
    second = Sighting(
        "1b5754f5dc64", 0, "person", "Anselme Karrivolo", ("Anselme Karrivolo",), ("ministre des Ports",), "NE",
        published="2031-03-05", outlet="Le Phare inventé",
    )  # fmt: skip
    left = Reference("47468522ea17", "person", "anselme karivolo")
    right = Reference("1b5754f5dc64", "person", "anselme karrivolo")
    reasons = (
        Reason("spelling", "anselme karivolo ~ anselme karrivolo", 15.5),
        Reason("country", "NE", 1.0),
        Reason("office", "ministre des Ports", 8.0),
    )
    told = Decision("rename", left, None, "Anselme Karivolo", "A. D.", "2031-03-06T08:00:00+00:00")
    profile = Profile(
        "p3f2a90c1b2d3e4f5", "person", "Anselme Karivolo", "NE", 2, ("ministre des Ports",),
        ("Anselme Karrivolo", "Karivolo"),
    )  # fmt: skip
    return Explained(profile, (first, second), (Match(left, right, 0.98, reasons),), (told,))
