"""How well an engine reads raw text: `python eval/engine.py FILE.conllu… [--json] [--engine NAME]`.

The files are treebanks; see eval/scores.py for what is counted. Runs from any folder, as a script or with -m.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

_HERE = Path(__file__).resolve().parent
_VENV = _HERE.parent / ".venv"
if not __package__:  # this folder's modules bear common names
    sys.path[:] = [str(_HERE.parent), *(each for each in sys.path if Path(each or ".").resolve() != _HERE)]
if find_spec("sourcier") is None and (_VENV / "bin").exists() and Path(sys.prefix) != _VENV and __name__ == "__main__":
    os.execv(_VENV / "bin" / "python", [str(_VENV / "bin" / "python"), *sys.argv])  # noqa: S606 - the Python that `make setup` made

from eval.alignment import Aligned, align  # noqa: E402 - the path above comes first
from eval.confusions import confusions, lines  # noqa: E402
from eval.conllu import sentences  # noqa: E402
from eval.raw_text import Gold, groups, names_lowered  # noqa: E402
from eval.scores import scores  # noqa: E402
from sourcier.core.errors import InputError  # noqa: E402
from sourcier.engines import registry  # noqa: E402

if TYPE_CHECKING:
    from eval.conllu import Word
    from sourcier.text.engine import Engine

_LANGUAGE = "fr"
_COLUMNS = ("tokens_f", "sentences_f", "upos", "feats", "lemma", "uas", "las")
_FIRST = "Bonjour."


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table, or JSON; 2 where a file or the engine cannot be used."""
    given = _parser().parse_args(arguments)
    try:
        engine, loading = _loaded(given.engine)
        rows = [_row(path, engine, given) for path in given.files]
    except InputError as error:
        print(": ".join(filter(None, (error.message, error.hint))), file=sys.stderr)
        return 2
    files = [row for row, _ in rows]
    if given.json:
        print(json.dumps({"engine": engine.name, "version": engine.version, "load_seconds": loading, "files": files}))
    else:
        print("\n".join(_table(files, engine, loading)))
    if given.errors:
        out = sys.stderr if given.json else sys.stdout
        print(*lines(confusions(text for _, texts in rows for text in texts), given.errors), sep="\n", file=out)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.conllu")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--engine", metavar="NAME", help="french (the default), spacy:NAME …")
    parser.add_argument("--lower-names", action="store_true", help="the gold proper names in lower case")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also the N commonest errors of each kind")
    return parser


def _loaded(name: str | None) -> tuple["Engine", float]:
    """Return the engine, and the seconds until it has read its first sentence; to import this file is not in them."""
    start = time.perf_counter()
    engine = registry.load(name) if name else registry.default(_LANGUAGE)
    if engine is None:
        raise InputError(f"there is no engine for {_LANGUAGE}")
    engine.analyse(_FIRST)
    return engine, round(time.perf_counter() - start, 3)


def _row(path: Path, engine: "Engine", given: argparse.Namespace) -> tuple[dict[str, object], list[Aligned]]:
    gold = list(groups(_read(path, lower_names=given.lower_names)))
    texts, seconds = _analysed(gold, engine)
    tokens = sum(len(text.tokens) for text in texts)
    row: dict[str, object] = {"file": str(path), **scores(texts), "sentences": sum(len(each.starts) for each in gold)}
    return row | {"tokens": tokens, "tokens_per_cpu_second": round(tokens / seconds) if seconds else None}, texts


def _read(path: Path, *, lower_names: bool) -> Iterator[tuple["Word", ...]]:
    return map(names_lowered, sentences(path)) if lower_names else sentences(path)


def _analysed(gold: Sequence[Gold], engine: "Engine") -> tuple[list[Aligned], float]:
    start = time.process_time()
    found = [engine.analyse(each.text) for each in gold]
    seconds = time.process_time() - start
    return [align(each, analysis) for each, analysis in zip(gold, found, strict=True)], seconds


def _table(files: Sequence[dict[str, object]], engine: "Engine", loading: float) -> Iterator[str]:
    width = max(len(Path(str(row["file"])).name) for row in files)
    yield f"{engine.name} {engine.version}, first sentence after {loading:.2f} s"
    yield " ".join([f"{'':{width}}", *(f"{name:>11}" for name in _COLUMNS), "tokens/CPU s"])
    for row in files:
        values = (f"{row[name]:11.2f}" for name in _COLUMNS)
        yield " ".join([f"{Path(str(row['file'])).name:{width}}", *values, f"{row['tokens_per_cpu_second']:12,}"])


if __name__ == "__main__":
    sys.exit(main())
