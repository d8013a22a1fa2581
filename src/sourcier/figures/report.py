"""A sample reckoned up: how right the program was, as far as the coders say, and how far they agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcier.figures.alpha import Agreement, agreement
from sourcier.figures.answers import BLANK, QUESTIONS, Question
from sourcier.figures.coded import Coded
from sourcier.figures.drawn import Drawn, Sample
from sourcier.figures.enough import Lack, lack_of_precision, lack_of_recall
from sourcier.figures.estimates import Estimate, Tally, precision, recall
from sourcier.figures.judged import judged
from sourcier.figures.strata import Stratum
from sourcier.figures.wilson import Interval, wilson

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
    """`precision` and `recall` are None where they cannot be told; `lacks` says of each of these two why, then."""

    sample: Sample
    coders: tuple[str, ...]
    strata: tuple[Counted, ...]
    precision: Estimate | None
    recall: Estimate | None
    lacks: tuple[Lack | None, Lack | None]
    direction: Match
    credit: Match
    agreements: Mapping[Question, Agreement]
    disagreements: tuple[Disagreement, ...]

    @property
    def answered(self) -> int:
        """How many rows somebody answered."""
        return sum(each.sampled - each.blank for each in self.strata)


def report(sample: Sample, coded: Sequence[Coded]) -> Report:
    """Reckon up what the coders typed."""
    counted = tuple(_counted(sample, coded, stratum) for stratum in sample.populations)
    tallies = {each.stratum: each.tally for each in counted}
    lacks = lack_of_precision(tallies), lack_of_recall(tallies)
    return Report(
        sample,
        tuple(each.coder for each in coded),
        counted,
        None if lacks[0] else precision(tallies),
        None if lacks[1] else recall(tallies),
        lacks,
        _direction(sample, coded),
        _credit(sample, coded),
        {question: _agreement(sample, coded, question) for question in QUESTIONS},
        tuple(_disagreements(sample, coded)),
    )


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
