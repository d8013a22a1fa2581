"""Coded sheets beside the key of their sample."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcier.core.errors import InputError, NoArticle
from sourcier.core.problem import Problem
from sourcier.figures import coded, key
from sourcier.figures.drawn import Sample
from sourcier.figures.report import Report, report

KEY_ENDING = ".key.json"
_LARGEST = 200_000_000  # bytes; a sheet of thousands of rows has a few million


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the sheets say together, and what was wrong with them."""

    report: Report
    problems: tuple[Problem, ...]


def agree(sheets: Sequence[str], key_path: str | None = None) -> Agreed:
    """Read the sheets, one for each coder, and reckon them up; a key that is not named is looked for beside the first.

    Raises InputError for a file that is not there, is none of a sample or is of another one, NoArticle where nothing
    was coded; where answers were left out, its line says why the first was.
    """
    paths = [Path(each) for each in sheets]
    if len({path.resolve() for path in paths}) < len(paths):
        raise InputError("a sheet is named twice", "each coder has a sheet")
    sample = key.read(_bytes(Path(key_path)), key_path) if key_path else _beside(paths[0])
    names = _names(paths)
    read = [coded.read(_bytes(path), name, str(path), sample) for path, name in zip(paths, names, strict=True)]
    problems = tuple(problem for each in read for problem in each.problems)
    made = report(sample, read)
    if not made.answered and problems:
        raise NoArticle(f"{problems[0].where}: {problems[0].message}", problems[0].hint)
    if not made.answered:
        raise NoArticle("nothing is coded in these sheets", "the column of shared words takes yes, no or ?")
    return Agreed(made, problems)


def _beside(sheet: Path) -> Sample:
    """Return the sample of the only key in the sheet's folder, else that of the one called as the sheet is."""
    found = sorted(sheet.parent.glob(f"*{KEY_ENDING}")) if sheet.parent.is_dir() else []
    _bytes(sheet)  # a sheet that is not there is told of first
    fitting = [each for each in found if sheet.name.startswith(each.name.removesuffix(KEY_ENDING))]
    chosen = found if len(found) == 1 else sorted(fitting, key=lambda each: -len(each.name))[:1]
    if not chosen:
        raise InputError(f"{sheet}: there is no key beside this sheet", "name it with --key")
    return key.read(_bytes(chosen[0]), str(chosen[0]))


def _names(paths: Sequence[Path]) -> list[str]:
    """Return what each coder is called: the name of the file, the path where two are alike."""
    stems = [path.stem for path in paths]
    return [stem if stems.count(stem) == 1 else str(path) for stem, path in zip(stems, paths, strict=True)]


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path}: too large for a sheet or a key")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: this file cannot be read: {error.strerror}") from error
