"""The table of what pages took, with a mark where a limit is passed."""

from dataclasses import dataclass

from bench.web.crowd import Crowd
from bench.web.timing import Timing

MEDIAN, P99 = 0.150, 0.500  # seconds of any page
FRAME = 300_000  # bytes of a page without the article's own text
FIRST = 1.5  # seconds from the command to the first page
CROWD = 2.0  # seconds, 99th percentile of readers during an import
_COLUMNS = ("", "requests", "failed", "median ms", "p99 ms", "CPU ms", "largest kB", "without text kB", "slowest")


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was measured; `starts` are seconds from the command to the first page, several times."""

    articles: int
    megabytes: float
    starts: tuple[float, ...]
    pages: tuple[Timing, ...]
    crowd: Crowd | None


def table(figures: Figures) -> str:
    """Return the figures as Markdown; « ! » marks what is over its limit."""
    starts = ", ".join(_marked(f"{each:.2f}", over=each > FIRST) for each in figures.starts)
    lines = [
        f"### {figures.articles:,} articles, {figures.megabytes:,.0f} MB",
        "",
        f"First page after the command: {starts} s.",
        "",
        f"| {' | '.join(_COLUMNS)} |",
        f"|{'---|' * len(_COLUMNS)}",
        *(_row(each, MEDIAN, P99) for each in figures.pages),
    ]
    if figures.crowd:
        lines += [_row(figures.crowd.timing, None, CROWD), "", _told(figures.crowd)]
    lines += ["", *_failures(figures)] if failed(figures) else []
    return "\n".join(lines)


def failed(figures: Figures) -> list[str]:
    """Return the kinds of pages of which some could not be read."""
    return [each.kind for each in _read(figures) if each.failed]


def _read(figures: Figures) -> tuple[Timing, ...]:
    return (*figures.pages, *([figures.crowd.timing] if figures.crowd else ()))


def _failures(figures: Figures) -> list[str]:
    return [f"- {each.kind}: {'; '.join(each.failures)}" for each in _read(figures) if each.failed]


def _row(timing: Timing, median: float | None, p99: float) -> str:
    cells = [
        timing.kind,
        f"{timing.requests:,}",
        _marked(f"{timing.failed:,}", over=timing.failed > 0),
        _time(timing.median, median),
        _time(timing.p99, p99),
        _time(timing.cpu, None),
        f"{timing.largest / 1000:,.0f}",
        _marked(f"{timing.frame / 1000:,.0f}", over=median is not None and timing.frame > FRAME),
        f"`{timing.slowest}`" if timing.slowest else "–",
    ]
    return f"| {' | '.join(cells)} |"


def _told(crowd: Crowd) -> str:
    state = crowd.state or "still running"
    return f"The import beside them: {_marked(state, over=state != 'done')} after {crowd.seconds:,.0f} s."


def _time(seconds: float | None, limit: float | None) -> str:
    if seconds is None:
        return "–"
    return _marked(f"{seconds * 1000:,.0f}", over=limit is not None and seconds > limit)


def _marked(cell: str, *, over: bool) -> str:
    return f"{cell} !" if over else cell
