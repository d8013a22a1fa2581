"""One engine in a fresh process, in the Python that has it.

`python -m bench.engine.read NAME FILE…` scores it as `eval/engine.py --json` does, `… NAME` alone says how many seconds
pass from the first import to the first sentence.
"""

import json
import sys
import time

_STARTED = time.perf_counter(), time.process_time()
_FIRST = "Bonjour, monsieur le maire."


def first(name: str) -> dict[str, float]:
    """Return the seconds on the clock and of CPU until a sentence is read; the start of Python is not in them."""
    _prepared(name)
    from sourcier.engines import registry  # noqa: PLC0415 - what is measured

    registry.load(name).analyse(_FIRST)
    return {"seconds": time.perf_counter() - _STARTED[0], "cpu_seconds": time.process_time() - _STARTED[1]}


def scored(name: str, files: list[str]) -> int:
    """Print the scores of all files as one JSON object; the status is that of the program."""
    _prepared(name)
    from eval import engine  # noqa: PLC0415 - imports much

    return engine.main([*files, "--json", "--engine", name])


def _prepared(name: str) -> None:
    if name.startswith("spacy:"):
        from bench.engine.pipeline import register  # noqa: PLC0415 - for spaCy alone

        register()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(scored(sys.argv[1], sys.argv[2:]))
    print(json.dumps(first(sys.argv[1])))
