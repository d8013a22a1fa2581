"""The table by which the run-time of the French engine was chosen; see docs/engine.md.

`python -m bench.engine --treebanks DIR --spacy-python PYTHON` trains a spaCy pipeline on the data of ours, with our
tokens and our lexicon, and scores both on the same raw text. PYTHON has spaCy installed. 1,100 steps took 14 minutes
of CPU on a busy core. The pipeline is kept in `--work`, and not trained again where it is there.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.engine import disk
from bench.engine.report import Measured, fastest, report
from models.french.config import DEV

_ROOT = Path(__file__).resolve().parents[2]
_SOURCE = _ROOT / "src"
_LEXICON = _SOURCE / "sourcier/lang/fr/lexicon.bin"
_OURS = (_SOURCE / "sourcier/engines/french", _LEXICON)
_RUNS = 3
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")


class Failed(Exception):
    """A program that is measured ended otherwise than well."""


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.engine", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--treebanks", type=Path, required=True, metavar="DIR", help="see models/french/README.md")
    parser.add_argument("--spacy-python", type=Path, required=True, metavar="PYTHON", help="one that can import spacy")
    parser.add_argument("--steps", type=int, default=0, metavar="N", help="of training; default: as in config.cfg")
    parser.add_argument("--work", type=Path, default=Path("build/spacy"), metavar="DIR", help="default: %(default)s")
    options = parser.parse_args(arguments)
    for path in (options.treebanks / f"{DEV}.conllu", options.spacy_python):
        if not path.exists():
            parser.error(f"{path} does not exist")
    if options.steps < 0:
        parser.error("--steps must not be negative")
    return options


def files(treebanks: Path) -> list[str]:
    """What is scored: raw text of the treebank that all are trained on, and our own sentences."""
    known = [treebanks / f"{DEV}.conllu", treebanks / f"{DEV.removesuffix('dev')}test.conllu"]
    return [str(path.resolve()) for path in (*known, *sorted((_ROOT / "eval/press").glob("*.conllu"))) if path.exists()]


def run(python: Path, module: str, *arguments: str, shown: bool = False) -> str:
    """Return what a module prints, run on one thread; Failed where its status is not 0."""
    places = os.pathsep.join([str(_SOURCE), str(_ROOT)])
    environment = os.environ | dict.fromkeys(_THREADS, "1") | {"PYTHONPATH": places}
    command = [str(python), "-m", f"bench.engine.{module}", *arguments]
    out = sys.stderr if shown else subprocess.PIPE
    done = subprocess.run(command, stdout=out, env=environment, check=False, text=True)
    if done.returncode:
        raise Failed(f"{' '.join(command[1:3])}: status {done.returncode}")
    return done.stdout or ""


def measured(python: Path, name: str, label: str, scored: list[str], bytes_on_disk: int) -> Measured:
    """Score an engine, each time in a fresh process; the times are the best of several."""
    runs: list[list[dict[str, Any]]] = [json.loads(run(python, "read", name, *scored))["files"] for _ in range(_RUNS)]
    first = [json.loads(run(python, "read", name))["cpu_seconds"] for _ in range(_RUNS)]
    return Measured(label, fastest(runs), min(first), bytes_on_disk)


def main(arguments: Sequence[str] | None = None) -> int:
    options = parsed(arguments)
    work, python, scored = options.work.resolve(), options.spacy_python.absolute(), files(options.treebanks)
    pipeline = work / "model-last"
    try:
        if not (pipeline / "config.cfg").exists():
            run(python, "train", str(options.treebanks.resolve()), str(work), str(options.steps), shown=True)
        beside = int(run(python, "disk", "spacy")) + disk.size([pipeline, _LEXICON])
        ours = disk.installed(disk.packages(["numpy", "threadpoolctl"])) + disk.size(_OURS)
        engines = [
            measured(Path(sys.executable), "french", "french", scored, ours),
            measured(python, f"spacy:{pipeline}", "spaCy, trained here", scored, beside),
        ]
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    print(report(engines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
