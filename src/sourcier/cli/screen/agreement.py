"""The screen of `agree`: precision, recall, each kind of pairs, and how far the coders agree."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import safe
from sourcier.figures.alpha import Agreement
from sourcier.figures.enough import Lack
from sourcier.figures.estimates import Estimate
from sourcier.figures.report import Counted, Match, Report
from sourcier.lang.interface import Phrases

_STRATA = ("stratum", "pairs", "sampled", "yes", "no", "unsure", "blank", "share")
_AGREEMENT = ("question", "rows", "equal", "alpha")
_SHOWN = 20  # answers in which coders differ


def screen(made: Report, phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    yield from (Text(safe(line)) for line in _head(made, phrases))
    yield Text()
    yield from _estimates(made, phrases)
    yield from _outside(made, phrases)
    yield _strata(made, phrases)
    for key, match in (("agree.direction", made.direction), ("agree.credit", made.credit)):
        if match.told:
            yield Text(_match(key, match, phrases))
    yield from _coders(made, phrases)
    yield Text(phrases.say("agree.method"), style="dim")


def _head(made: Report, phrases: Phrases) -> Iterator[str]:
    sample, producer = made.sample, made.sample.producer
    yield phrases.say("agree.heading", code=sample.code, answered=made.answered, n=len(sample.rows))
    yield phrases.say("agree.coders", n=len(made.coders), names=", ".join(made.coders))
    given = ", ".join(f"{name} {value}" for name, value in sorted(producer.parameters.items()))
    yield phrases.say(
        "agree.found_by", version=producer.version, lineage=producer.lineage, parameters=given, seed=sample.seed,
        n=sample.articles,
    )  # fmt: skip


def _estimates(made: Report, phrases: Phrases) -> Iterator[Text]:
    yield from _figure("precision", made.precision, made.lacks[0], phrases)
    yield from _figure("recall", made.recall, made.lacks[1], phrases)
    if made.recall:
        yield Text(phrases.say("agree.frame"))


def _figure(name: str, each: Estimate | None, lack: Lack | None, phrases: Phrases) -> Iterator[Text]:
    if each:
        yield from _estimate(f"agree.{name}", each, phrases)
    elif lack:
        kind = phrases.say(f"stratum.{lack.stratum}") if lack.stratum else ""
        yield Text(phrases.say(f"agree.lacks.{name}.{lack.reason}", n=lack.told, least=lack.least, kind=kind))


def _estimate(key: str, each: Estimate, phrases: Phrases) -> Iterator[Text]:
    shares = {name: phrases.precise(getattr(each, name)) for name in ("value", "low", "high", "worst", "best")}
    yield Text(phrases.say(key, **shares), style="bold")
    if each.worst < each.best:
        yield Text(phrases.say("agree.range", **shares))


def _outside(made: Report, phrases: Phrases) -> Iterator[Text]:
    for each in made.strata:
        if each.stratum == "other" and each.tally.told:
            high = phrases.precise(each.interval.high)
            yield Text(phrases.say("agree.other", n=each.tally.told, yes=each.tally.yes, high=high))


def _strata(made: Report, phrases: Phrases) -> Listing:
    table = Listing(*(phrases.say(f"agree.{name}") for name in _STRATA))
    for each in made.strata:
        if each.tally.pairs:
            counts = (each.sampled, each.tally.yes, each.tally.no, each.tally.unsure, each.blank)
            written = (phrases.number(count) for count in counts)
            table.add_row(phrases.say(f"stratum.{each.stratum}"), _size(each, phrases), *written, _share(each, phrases))
    return table


def _size(each: Counted, phrases: Phrases) -> str:
    pairs = phrases.number(each.tally.pairs)
    return pairs if each.exact else phrases.say("agree.estimated", pairs=pairs)


def _share(each: Counted, phrases: Phrases) -> str:
    if not each.tally.told:
        return ""
    low, high = (phrases.precise(bound) for bound in each.interval)
    return phrases.say("agree.bounds", value=phrases.precise(each.tally.yes / each.tally.told), low=low, high=high)


def _match(key: str, each: Match, phrases: Phrases) -> str:
    low, high = (phrases.precise(bound) for bound in each.interval)
    return phrases.say(key, n=each.told, equal=each.equal, low=low, high=high)


def _coders(made: Report, phrases: Phrases) -> Iterator[RenderableType]:
    if len(made.coders) < 2:
        yield Text(phrases.say("agree.alone"))
        return
    table = Listing(*(phrases.say(f"agree.{name}") for name in _AGREEMENT))
    for question, each in made.agreements.items():
        if each.rows:
            equal = phrases.precise(each.equal or 0.0)
            name = phrases.say(f"sheet.{question}").partition(" (")[0]
            table.add_row(name, phrases.number(each.rows), equal, _alpha(each, phrases))
    yield table
    if made.disagreements:
        yield Text(phrases.say("agree.disagreements", n=len(made.disagreements)))
    for differing in made.disagreements[:_SHOWN]:
        said = ", ".join(f"{coder} {_answer(answer, phrases)}" for coder, answer in differing.answers.items())
        about = phrases.say(f"sheet.{differing.question}").partition(" (")[0]
        yield Text(safe(phrases.say("agree.disagreement", row=differing.row, question=about, answers=said)))
    if len(made.disagreements) > _SHOWN:
        yield Text(phrases.say("agree.more", n=len(made.disagreements) - _SHOWN))


def _alpha(each: Agreement, phrases: Phrases) -> str:
    if each.alpha is None or each.low is None or each.high is None:
        return ""
    value, low, high = (phrases.decimal(number, 2) for number in (each.alpha, each.low, each.high))
    return phrases.say("agree.bounds", value=value, low=low, high=high)


def _answer(name: str, phrases: Phrases) -> str:
    return phrases.say(f"answer.{name}").partition("|")[0]
