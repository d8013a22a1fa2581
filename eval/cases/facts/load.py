"""Loads the marked facts and refuses marks that do not fit; `python -m eval.cases.facts.load [FILE…]` counts them."""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from eval.cases.check import CaseError, need
from eval.cases.facts.check import KEYS, check_excerpt, check_sharing
from eval.cases.facts.forms import Excerpt, Mark
from eval.cases.facts.ledger import check_ledger, unnamed

__all__ = ["FOLDER", "LEDGERS", "SECOND", "CaseError", "Excerpt", "Mark", "first", "parse", "read"]

FOLDER = Path(__file__).parent
SECOND = FOLDER / "second.toml"
LEDGERS = tuple(FOLDER.parent / "entities" / name for name in ("first.toml", "second.toml"))
MARK = re.compile("⟦([^⟦⟧]*)⟧")


def read(paths: Sequence[Path], *, ledger: bool = False) -> tuple[Excerpt, ...]:
    """Read and check the excerpts of some files, `first()` or `[SECOND]`; raises CaseError.

    Of a `ledger`, ids hold over all files, and each excerpt has its day and its outlet.
    """
    excerpts = tuple(_excerpt(path.name, row) for path in paths for row in _rows(path))
    twice = [name for name, count in Counter(excerpt.id for excerpt in excerpts).items() if count > 1]
    need(not twice, ", ".join(twice), "two excerpts have one id")
    for excerpt in excerpts:
        check_excerpt(excerpt)
    if ledger:
        check_ledger(excerpts)
    check_sharing(map(unnamed, excerpts) if ledger else excerpts)
    return excerpts


def first() -> tuple[Path, ...]:
    """Return the files of the set that rules may be tuned on."""
    return tuple(sorted(FOLDER.glob("first-*.toml")))


def parse(where: str, marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Take the marks out of a text and give them their spans; `where` names the text in a CaseError."""
    text, marks = "", []
    # Odd pieces are the insides of marks, even ones the text between them.
    for index, piece in enumerate(MARK.split(marked)):
        if index % 2:
            surface, kind, keys = _fields(where, piece)
            marks.append(Mark(kind, len(text), len(text) + len(surface), surface, keys))
            text += surface
        else:
            need(not set("⟦⟧") & set(piece), where, "a mark is not closed, or stands in another")
            text += piece
    return text, tuple(marks)


def _fields(where: str, piece: str) -> tuple[str, str, dict[str, str]]:
    fields = piece.split("|")
    need(len(fields) == 3 and fields[1] in KEYS, where, f"a mark that cannot be read: {piece}")
    pairs = [key.partition("=") for key in fields[2].split(";")]
    need(all(equals for _, equals, _ in pairs), where, f"a key without a value: {piece}")
    keys = {name.strip(): value.strip() for name, _, value in pairs}
    need(len(keys) == len(pairs), where, f"a key stands twice: {piece}")
    return fields[0], fields[1], keys


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("excerpt")
    except OSError as problem:
        raise CaseError(f"{path}: {problem.strerror}") from None
    except ValueError as problem:
        raise CaseError(f"{path}: {problem}") from None
    need(isinstance(rows, list) and bool(rows), str(path), "holds no [[excerpt]]")
    return list(rows or ())


def _excerpt(file: str, row: dict[str, Any]) -> Excerpt:
    where = str(row.get("id", f"{file}, an excerpt without id"))
    for name in ("id", "country", "text", "outlet" if "outlet" in row else "genre"):
        need(isinstance(row.get(name), str), where, f"{name} is missing, or no text")
    unknown = set(row) - {"id", "country", "published", "outlet", "genre", "trap", "text"}
    need(not unknown, where, f"unknown keys: {sorted(unknown)}")
    published = _published(where, row["published"]) if "published" in row else None
    text, marks = parse(where, row["text"])
    traps = tuple(trap.strip() for trap in row.get("trap", "").split(";") if trap.strip())
    return Excerpt(row["id"], row["country"], published, row.get("genre", ""), text, marks, traps, row.get("outlet"))


def _published(where: str, value: object) -> str:
    """Return an ISO day or time, written in the file as a date or as text."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise CaseError(f"{where}: published is no day: {text}") from None
    return text


def _report(paths: Sequence[Path]) -> None:
    excerpts = read(paths)
    marks = [mark for excerpt in excerpts for mark in excerpt.marks]
    lengths = sorted(len(excerpt.text.split()) for excerpt in excerpts)
    print(len(excerpts), "excerpts,", lengths[0], "to", lengths[-1], "words,", len(marks), "marks,", end=" ")
    print(sum(len(excerpt.traps) for excerpt in excerpts), "traps named,", end=" ")
    print(sum(excerpt.published is None for excerpt in excerpts), "without publication date")
    for kind in KEYS:
        print(f"  {kind:7}", sum(mark.kind == kind for mark in marks))
    for kind, key in (("date", "precision"), ("date", "anchor"), ("number", "kind"), ("number", "bound")):
        print(f"  {kind} {key}", dict(Counter(m.keys[key] for m in marks if m.kind == kind).most_common()))
    for kind in ("org", "place"):
        print(f"  {kind} kind", dict(Counter(m.keys["kind"] for m in marks if m.kind == kind).most_common()))
    print("  roles held by nobody named", sum(m.kind == "role" and not m.keys["of"] for m in marks))
    print("  countries", dict(Counter(excerpt.country for excerpt in excerpts).most_common()))


if __name__ == "__main__":
    try:
        _report([Path(name) for name in sys.argv[1:]] or [*first(), SECOND])
    except CaseError as problem:
        raise SystemExit(str(problem)) from None
