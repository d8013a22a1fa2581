"""A simulated ledger of people, with the truth: who is who over many articles. Everybody is invented.

Names are syllables and frequent names put together; spellings, parts of names, initials, homonyms, successors of one
name in one office, slips of readers and of the press are drawn on purpose. All is drawn from one seed.
"""

import random
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from bench.spellings import misspelt, respelt
from sourcier.core.entity import Sighting
from sourcier.reading.entities.references import name_key

_LISTS = {
    name: tuple(words.split())
    for name, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}
COUNTRIES = ("NE", "ML", "BF", "SN", "CI", "TD", "GN", "DZ", "CM", "BJ", "TG", "MR")
GIVEN = _LISTS["given"]
WOMEN = _LISTS["women"]
FAMILY = _LISTS["family"]
SYLLABLES = _LISTS["syllables"]
ENDS = _LISTS["ends"]
TOWNS = [
    f"{a}{b}{c}" for a in ("Ta", "Go", "Zin", "Ba") for b in ("la", "ri", "bou", "ko") for c in ("", "ya", "ré", "tou")
]
MATTERS = _LISTS["matters"]
TRADES = _LISTS["trades"]
RANKS = ("lieutenant", "capitaine", "commandant", "colonel", "général")
START = date(2023, 1, 1)
DAYS = 730


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody: `career` are roles with the day from which each holds; the companions are numbers of others."""

    number: int
    given: str
    family: str
    country: str
    career: tuple[tuple[int, str], ...]
    circle: tuple[int, ...] = ()

    def role(self, day: int) -> str:
        """Return the role of a day."""
        return [role for since, role in self.career if since <= day][-1]

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}"


@dataclass(slots=True)
class Ledger:
    """Sightings, and who each is, by article and index."""

    sightings: list[Sighting] = field(default_factory=list)
    truth: dict[tuple[str, int], int] = field(default_factory=dict)


def simulated(sightings: int, seed: int = 6, share_of_homonyms: float = 0.08) -> Ledger:
    """Return a ledger of about as many sightings, six an article, a person in seven of them on the mean."""
    draw = random.Random(seed)
    people = _circles(_people(max(20, sightings // 7), draw, share_of_homonyms), draw)
    weights = [1.0 / (1 + rank) ** 0.7 for rank in range(len(people))]
    ledger = Ledger()
    for number in range(max(1, sightings // 6)):
        main = draw.choices(people, weights)[0]
        others = draw.sample(main.circle, min(len(main.circle), draw.randint(2, 6)))
        chance = draw.choices(people, weights, k=draw.randint(0, 2))
        _article(f"a{number:06d}", [main, *(people[other] for other in others), *chance], draw, ledger)
    return ledger


def _people(count: int, draw: random.Random, share_of_homonyms: float) -> list[Human]:
    people: list[Human] = []
    for number in range(count):
        if people and draw.random() < share_of_homonyms:
            model = _model(people, draw)
            given, family = model.given, model.family
            country = model.country if draw.random() < 0.6 else draw.choice(COUNTRIES)
        else:
            given = draw.choice(GIVEN if draw.random() < 0.75 else WOMEN)
            given += f" {draw.choice(GIVEN)}" if draw.random() < 0.15 else ""
            family = draw.choice(FAMILY) if draw.random() < 0.5 else _invented(draw)
            country = draw.choice(COUNTRIES)
        people.append(Human(number, given, family, country, _career(draw)))
    draw.shuffle(people)
    return [replace(human, number=number) for number, human in enumerate(people)]


def _model(people: list[Human], draw: random.Random) -> Human:
    """Whose name another bears: as in life, mostly a frequent one."""
    for _ in range(20):
        model = draw.choice(people)
        if model.family in FAMILY or draw.random() < 0.05:
            return model
    return people[0]


def _invented(draw: random.Random) -> str:
    name = "".join(draw.choices(SYLLABLES, k=draw.randint(1, 2))).capitalize() + draw.choice(ENDS)
    return f"{draw.choice(('al-', 'Ag ', 'Ould '))}{name}" if draw.random() < 0.1 else name


def _career(draw: random.Random) -> tuple[tuple[int, str], ...]:
    kind = draw.choice(("state", "state", "army", "trade", "trade"))
    if kind == "trade":
        return ((0, draw.choice(TRADES)),)
    if kind == "army":
        rank = draw.randrange(len(RANKS) - 1)
        return ((0, RANKS[rank]), (draw.randint(100, DAYS), RANKS[rank + 1]))
    offices = [_office(draw) for _ in range(draw.randint(1, 3))]
    days = [0, *sorted(draw.randint(90, DAYS) for _ in offices[1:])]
    return tuple(zip(days, offices, strict=True))


def _office(draw: random.Random) -> str:
    if draw.random() < 0.4:
        return f"ministre de la {draw.choice(MATTERS)}"
    return f"{draw.choice(('préfet', 'maire', 'gouverneur', 'député', 'procureur'))} de {draw.choice(TOWNS)}"


def _circles(people: list[Human], draw: random.Random) -> list[Human]:
    """Company is mostly of one country, and the well known have more of it."""
    of: defaultdict[str, list[int]] = defaultdict(list)
    for human in people:
        of[human.country].append(human.number)
    return [replace(human, circle=_circle(human, of[human.country], draw)) for human in people]


def _circle(human: Human, near: list[int], draw: random.Random) -> tuple[int, ...]:
    others = [other for other in near if other != human.number]
    return tuple(draw.sample(others, min(len(others), draw.randint(3, 8))))


def _article(name: str, humans: Iterable[Human], draw: random.Random, ledger: Ledger) -> None:
    day = draw.randrange(DAYS)
    present = list({human.name: human for human in humans}.values())
    published = (START + timedelta(days=day)).isoformat()
    company = (*(name_key(human.name) for human in present), name_key(draw.choice(TOWNS)))
    for index, human in enumerate(present):
        seen = _written(human, day, draw)
        country = human.country if draw.random() < 0.6 else None
        if draw.random() < 0.004:
            country = draw.choice(COUNTRIES)  # a reader's slip
        others = tuple(key for key in company if key != name_key(human.name))
        roles = (human.role(day),) if draw.random() < 0.55 else ()
        outlet = f"journal {draw.randrange(30)}"
        one = Sighting(name, index, "person", seen, (seen,), roles, country, companions=others)
        ledger.sightings.append(replace(one, published=published, outlet=outlet))
        ledger.truth[name, index] = human.number


def _written(human: Human, day: int, draw: random.Random) -> str:
    """The name as an article has it: mostly as it is."""
    chance = draw.random()
    family = human.family
    if chance < 0.06 and human.role(day):
        return family
    if chance < 0.09:
        return f"{human.given[0]}. {family}"
    if chance < 0.12 and " " in human.given:
        return f"{human.given.split()[0]} {family}"
    if chance < 0.14:
        return f"{family.upper()} {human.given}"
    if chance < 0.26:
        return respelt(human.name, draw)
    return misspelt(human.name, draw) if chance < 0.28 else human.name
