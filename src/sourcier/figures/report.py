"""A sample reckoned up: how right the program was, as far as the coders say, and how far they agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcier.figures.alpha import Agreement, agreement
from sourcier.figures.answers import BLANK, QUESTIONS, Question
from sourcier.figures.coded import Coded
from sourcier.figures.drawn import Drawn, Sample
from sourcier.figures.estimates import Estimate, Tally, precision, recall
from sourcier.figures.judged import judged
from sourcier.figures.strata import FOUND, Stratum
from sourcier.figures.wilson import Interval, wilson

LEAST = 20
"""Rows coded yes or no, among those found and among those near, below which no figure is given.

Where there are few pairs, half of them are enough: the intervals tell the rest.
"""
LEAST_OF_STRATUM = 5

_CREDITS = {"yes": "full", "partial": "partial", "no": "none_found", "another": "other_named"}


@dataclass(frozen=True, slots=True)
class Counted:
    """What was coded of a stratum; `share` says yes, of those coded yes or no, with its Wilson interval."""

    stratum: Stratum
    exact: bool
    sampled: int
    blank: int
    tally: Tally

    @property
    def interval(self) -> Interval:
        """The 95 % interval of the share of yes."""
        return wilson(self.tally.yes, self.tally.told)


@dataclass(frozen=True, slots=True)
class Match:
    """Of `told` rows in which the program and the coders both say something, in how many they say the same."""

    told: int
    equal: int

    @property
    def interval(self) -> Interval:
        """The 95 % interval of the share, of the rows of the sheet."""
        return wilson(self.equal, self.told)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A row in which coders differ on a question, with each one's answer."""

    row: str
    question: Question
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """`precision` and `recall` are None where too few rows were coded to tell them."""

    sample: Sample
    coders: tuple[str, ...]
    strata: tuple[Counted, ...]
    precision: Estimate | None
    recall: Estimate | None
    direction: Match
    credit: Match
    agreements: Mapping[Question, Agreement]
    disagreements: tuple[Disagreement, ...]

    @property
    def answered(self) -> int:
        """How many rows somebody answered."""
        return sum(each.sampled - each.blank for each in self.strata)

    def told(self, names: Sequence[Stratum]) -> int:
        """Return how many rows of some strata were coded yes or no."""
        return sum(each.tally.told for each in self.strata if each.stratum in names)

    def needed(self, names: Sequence[Stratum]) -> int:
        """Return how many rows of these strata are to be coded yes or no for a figure about them."""
        return least_of(sum(each.tally.pairs for each in self.strata if each.stratum in names))


def report(sample: Sample, coded: Sequence[Coded]) -> Report:
    """Reckon up what the coders typed."""
    counted = tuple(_counted(sample, coded, stratum) for stratum in sample.populations)
    tallies = {each.stratum: each.tally for each in counted}
    enough = _enough(tallies, FOUND)
    return Report(
        sample,
        tuple(each.coder for each in coded),
        counted,
        precision(tallies) if enough else None,
        recall(tallies) if enough and _enough(tallies, ("near",)) else None,
        _direction(sample, coded),
        _credit(sample, coded),
        {question: _agreement(sample, coded, question) for question in QUESTIONS},
        tuple(_disagreements(sample, coded)),
    )


def least_of(pairs: int, least: int = LEAST) -> int:
    """Return how many of so many pairs are to be coded."""
    return min(least, (pairs + 1) // 2)


def _answers(coded: Sequence[Coded], row: str, question: Question) -> dict[str, str]:
    given = ((each.coder, each.answers.get(row, {}).get(question, BLANK)) for each in coded)
    return {coder: answer for coder, answer in given if answer != BLANK}


def _said(coded: Sequence[Coded], row: Drawn, question: Question) -> str:
    return judged(_answers(coded, row.row, question).values())


def _counted(sample: Sample, coded: Sequence[Coded], stratum: Stratum) -> Counted:
    said = [_said(coded, row, "shares") for row in sample.rows if row.stratum == stratum]
    yes, no, blank = said.count("yes"), said.count("no"), said.count(BLANK)
    population = sample.populations[stratum]
    tally = Tally(population.pairs, yes, no, len(said) - yes - no - blank)
    return Counted(stratum, population.exact, len(said), blank, tally)


def _enough(tallies: Mapping[Stratum, Tally], names: Sequence[Stratum]) -> bool:
    """Tell whether enough rows were coded, together and in each stratum."""
    there = [tallies[name] for name in names if name in tallies and tallies[name].pairs]
    if not there:
        return "near" in names  # nothing is near: nothing of it can be missed; nothing found has no precision
    each = all(tally.told >= least_of(tally.pairs, LEAST_OF_STRATUM) for tally in there)
    return each and sum(tally.told for tally in there) >= least_of(sum(tally.pairs for tally in there))


def _direction(sample: Sample, coded: Sequence[Coded]) -> Match:
    told = [(row.taker, _said(coded, row, "who")) for row in sample.rows if row.taker]
    return _match([(taker, said) for taker, said in told if said in ("a", "b", "third")])


def _credit(sample: Sample, coded: Sequence[Coded]) -> Match:
    told = [(row.credit, _CREDITS.get(_said(coded, row, "credit"))) for row in sample.rows if row.credit]
    return _match([(credit, said) for credit, said in told if said])


def _match(told: Sequence[tuple[object, object]]) -> Match:
    return Match(len(told), sum(program == said for program, said in told))


def _agreement(sample: Sample, coded: Sequence[Coded], question: Question) -> Agreement:
    return agreement([list(_answers(coded, row.row, question).values()) for row in sample.rows])


def _disagreements(sample: Sample, coded: Sequence[Coded]) -> list[Disagreement]:
    found = []
    for row in sample.rows:
        for question in QUESTIONS:
            given = _answers(coded, row.row, question)
            if len(set(given.values())) > 1:
                found.append(Disagreement(row.row, question, given))
    return found
