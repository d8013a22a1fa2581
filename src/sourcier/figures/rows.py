"""A sample and its reckoning as JSON values: the lines of `sample` and `agree`."""

from typing import Any

from sourcier.export.line import line
from sourcier.export.produced import one_produced
from sourcier.export.rows import share
from sourcier.figures import key
from sourcier.figures.alpha import Agreement
from sourcier.figures.drawn import Sample
from sourcier.figures.estimates import Estimate
from sourcier.figures.report import Counted, Disagreement, Match, Report


def sampled(sample: Sample, sheet: str, key_path: str) -> bytes:
    """Return the line of `sample`."""
    fields = {
        "sample": sample.code,
        "sheet": sheet,
        "key": key_path,
        "seed": sample.seed,
        "rows": len(sample.rows),
        "articles": sample.articles,
        "strata": key.strata(sample),
    }
    return one_produced(line(fields), sample.producer)


def agreed(made: Report) -> bytes:
    """Return the line of `agree`; what found the pairs stands in it, as the key says."""
    fields = {
        "sample": made.sample.code,
        "seed": made.sample.seed,
        "articles": made.sample.articles,
        "coders": list(made.coders),
        "rows": len(made.sample.rows),
        "answered": made.answered,
        "precision": _estimate(made.precision),
        "recall": _estimate(made.recall),
        "strata": {each.stratum: _counted(each) for each in made.strata},
        "direction": _match(made.direction),
        "credit": _match(made.credit),
        "agreement": {question: _agreement(each) for question, each in made.agreements.items()},
        "disagreements": [_disagreement(each) for each in made.disagreements],
    }
    return one_produced(line(fields), made.sample.producer)


def _estimate(each: Estimate | None) -> dict[str, float] | None:
    if each is None:
        return None
    return {name: share(getattr(each, name)) for name in ("value", "low", "high", "worst", "best")}


def _counted(each: Counted) -> dict[str, Any]:
    tally = each.tally
    counts = {"yes": tally.yes, "no": tally.no, "unsure": tally.unsure, "blank": each.blank}
    bounds = {"low": share(each.interval.low), "high": share(each.interval.high)}
    value = share(tally.yes / tally.told) if tally.told else None
    return {"pairs": tally.pairs, "exact": each.exact, "sampled": each.sampled, **counts, "value": value, **bounds}


def _match(each: Match) -> dict[str, Any]:
    value = share(each.equal / each.told) if each.told else None
    bounds = {"low": share(each.interval.low), "high": share(each.interval.high)}
    return {"rows": each.told, "equal": each.equal, "value": value, **bounds}


def _agreement(each: Agreement) -> dict[str, Any]:
    names = ("equal", "alpha", "low", "high")
    values = {name: getattr(each, name) for name in names}
    return {"rows": each.rows, **{name: None if value is None else share(value) for name, value in values.items()}}


def _disagreement(each: Disagreement) -> dict[str, Any]:
    return {"row": each.row, "question": each.question, "answers": dict(each.answers)}
