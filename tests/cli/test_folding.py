from sourcier.cli.folding import More, folded
from sourcier.core.problem import Problem


def _empty(*names: str) -> list[Problem]:
    return [Problem("ingest", name, "the file is empty") for name in names]


def test_few_stay_as_they_are() -> None:
    met = [*_empty("in/a.txt", "in/b.txt", "in/c.txt"), Problem("ingest", "in/d.txt", "the ledger is damaged")]
    assert list(folded(met)) == met


def test_whole_files_are_folded_by_folder() -> None:
    here, there = _empty(*(f"in/{n}.txt" for n in range(9))), _empty("out/a.txt")
    assert list(folded([*here, *there])) == [*here[:2], More("in", 7), *there]


def test_lines_are_folded_by_file_and_sort() -> None:
    lines = [Problem("ingest", f"a.csv#{n}", f"a sentence that nobody says {n}") for n in range(5)]
    other = [Problem("ingest", f"a.csv#{n}", f"this row cannot be read: {n}") for n in range(5)]
    mixed = [each for pair in zip(lines, other, strict=True) for each in pair]
    assert list(folded(mixed)) == [lines[0], *other[:2], More("a.csv", 3), *lines[1:]]
