"""The figures as Markdown tables; what was not measured is « not run », what failed says how."""

from collections.abc import Sequence

from bench.growth.results import Result, Results
from bench.score import share
from bench.slope import slope

NOT_RUN = "not run"
Sizes = Sequence[tuple[int, Results]]
ADDED = (
    "articles", "CPU s", "CPU ms an article", "wall ms an article", "peak MB", "ledger kB an article",
    "index kB an article", "further ones: CPU s", "against the smallest", "peak MB",
)  # fmt: skip
SOUGHT = (
    "articles", "program", "texts", "CPU ms median", "p99", "reprint", "reworded", "unrelated", "wall ms median", "p99",
    "cold: CPU ms", "wall ms", "source found",
)  # fmt: skip
JUDGED = (
    "articles", "program", "CPU s", "chars P / R", "pairs P / R", "parent right", "< 20-word passages",
    "word edits P / R", "reprints linked / reached", "peak MB",
)  # fmt: skip


def report(sizes: Sizes) -> str:
    return "\n".join([*added(sizes), "", *slopes(sizes), "", *sought(sizes), "", *judged(sizes), "", *failures(sizes)])


def added(sizes: Sizes) -> list[str]:
    smallest = next((found["cpu_seconds"] for _, results in sizes if (found := results.done("later"))), None)
    lines = _head(ADDED)
    for size, results in sizes:
        add, disk, later = (results.done(step) or {} for step in ("add", "disk", "later"))
        cells = [
            _number(add.get("cpu_seconds"), 1),
            _number(add.get("cpu_seconds"), 2, 1e3 / size),
            _number(add.get("wall_seconds"), 2, 1e3 / size),
            _number(add.get("peak_megabytes"), 0),
            _number(disk.get("ledger"), 2, 1e-3 / size),
            _number(disk.get("index"), 2, 1e-3 / size),
            _number(later.get("cpu_seconds"), 2),
            _number(later.get("cpu_seconds"), 2, 1 / smallest if smallest else 1),
            _number(later.get("peak_megabytes"), 0),
        ]
        lines.append(_line([f"{size:,}", *cells]))
    return lines


def slopes(sizes: Sizes) -> list[str]:
    """How costs grow: 1 is in proportion to the articles."""
    lines = []
    for step, told in (("add", "`sourcier add`"), ("datasketch", "datasketch, pairs"), ("passim", "passim")):
        points = [(size, found["cpu_seconds"]) for size, results in sizes if (found := results.done(step))]
        if (found_slope := slope(points)) is not None:
            lines.append(f"Log-log slope of CPU, {told}, {points[0][0]:,} to {points[-1][0]:,}: {found_slope:.2f}.")
    return lines


def sought(sizes: Sizes) -> list[str]:
    lines = _head(SOUGHT)
    for size, results in sizes:
        for program, step, cold in (
            ("sourcier", "find", results.done("cold")), ("datasketch, which texts", "datasketch_find", None)
        ):  # fmt: skip
            lines.append(_line([f"{size:,}", program, *_times(results.done(step), cold)]))
    return lines


def _times(warm: Result | None, cold: Result | None) -> list[str]:
    if warm is None:
        return [NOT_RUN, *["–"] * (len(SOUGHT) - 3)]
    times, kinds = warm["all"], warm["kinds"]
    cells = [f"{times['texts']:,}", _number(times["cpu_median"], 2), _number(times["cpu_p99"], 2)]
    cells += [_number(kinds[kind]["cpu_median"] if kind in kinds else None, 2) for kind in SOUGHT[5:8]]
    cells += [_number(times["wall_median"], 2), _number(times["wall_p99"], 2)]
    cells += [_number(cold["all"][what], 0) if cold else "–" for what in ("cpu_median", "wall_median")]
    asked = sum(kinds[kind]["texts"] for kind in kinds if kind != "unrelated")
    return [*cells, f"{times['found']:,} of {asked:,}"]


def judged(sizes: Sizes) -> list[str]:
    lines = _head(JUDGED)
    for size, results in sizes:
        for program, step in (("sourcier trace --ledger", "trace"), ("datasketch", "datasketch"), ("passim", "passim")):
            lines.append(_line([f"{size:,}", program, *_accuracy(results.done(step))]))
    return lines


def _accuracy(found: Result | None) -> list[str]:
    if found is None:
        return [NOT_RUN, *["–"] * (len(JUDGED) - 3)]
    score = found["score"]
    cells = [_number(found["cpu_seconds"], 1)]
    if score["located"]:
        edits = score["edits"]
        short = share(score["short_passages"]["recall"])
        middle = [_both(score["pairs"]), share(score["parent"]["right"]), short]
        cells += [_both(score["characters"]), *middle, _both(edits) if edits["right"] + edits["wrong"] else "–"]
    else:
        cells += ["–", _both(score["pairs"]), "–", "–", "–"]
    story = score.get("reprints")
    cells.append(f"{story['linked']} / {story['reached']} of {story['of']}" if story else "–")
    return [*cells, _number(found["peak_megabytes"], 0)]


def failures(sizes: Sizes) -> list[str]:
    return [
        f"{size:,} articles, {step}: {result[word]}"
        for size, results in sizes
        for step, result in results.steps.items()
        for word in ("failed", "cut", "again")
        if word in result
    ]


def _both(part: Result) -> str:
    return f"{share(part['precision'])} / {share(part['recall'])}"


def _number(value: float | None, places: int, times: float = 1) -> str:
    return NOT_RUN if value is None else f"{value * times:,.{places}f}"


def _head(columns: Sequence[str]) -> list[str]:
    return [_line(columns), f"|{'---|' * len(columns)}"]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
