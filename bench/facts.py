"""How fast the readers of facts are: `python -m bench.facts [FILE.jsonl …] [--rounds N] [--articles N]`.

Each line of a file is an article with its `text`; by default the invented excerpts of `eval/cases/facts` are joined to
texts as long as an article. The engine's analysis is made before and not counted. Figures are tokens per CPU-second.
"""

import argparse
import gc
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import Any

from eval.cases.facts.load import first, read
from sourcier.engines import registry
from sourcier.reading.gazetteer.gazetteer import gazetteer
from sourcier.reading.organisations import reader as organisations
from sourcier.reading.people import reader as people
from sourcier.reading.places import reader as places
from sourcier.text.analysis import Analysis
from sourcier.workflow import facts as wiring

_JOINED = 5  # excerpts to a text, about 600 tokens
_SHARED = "words, overlaps"
_STEPS = (
    ("dates", wiring, "dates"),
    (_SHARED, wiring, "words"),
    ("people", people, "candidates"),
    ("organisations", organisations, "candidates"),
    ("places", places, "candidates"),
    (_SHARED, wiring, "settled"),
    ("places", places, "locations"),
    ("people", people, "people"),
    ("organisations", organisations, "organisations"),
    ("numbers", wiring, "numbers"),
)
"""The functions that `facts` calls, by the reader whose time they are."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for all readers together and one for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE.jsonl", help="articles, a JSON object with a text a line"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often all texts are read; the best round counts")
    parser.add_argument("--articles", type=int, help="read no more than the first N")
    given = parser.parse_args(arguments)
    engine = registry.load("french")
    texts = islice(_texts(given.files) if given.files else _joined(), given.articles)
    analyses = [engine.analyse(text) for text in texts]
    print(*lines(analyses, given.rounds), sep="\n")


def lines(analyses: Sequence[Analysis], rounds: int) -> Iterator[str]:
    """Yield the figures over some texts; what is opened once is open before."""
    _read(analyses[:1])
    gc.collect()
    gc.freeze()  # the analyses, which a run over a ledger does not hold all at once
    tokens = sum(len(each.tokens) for each in analyses)
    yield f"{len(analyses)} texts, {tokens} tokens; tokens per CPU-second, best of {rounds} rounds"
    yield f"all readers: {tokens / min(_timed(_read, analyses) for _ in range(rounds)):,.0f}"
    took = [_by_reader(analyses) for _ in range(rounds)]
    for name in took[0]:
        yield f"  {name}: {tokens / min(each[name] for each in took):,.0f}"


def _texts(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def _joined() -> Iterator[str]:
    texts = [each.text for each in read(first())]
    for at in range(0, len(texts), _JOINED):
        yield "\n\n".join(texts[at : at + _JOINED])


def _read(analyses: Iterable[Analysis]) -> None:
    for each in analyses:
        wiring.facts(each, gazetteer(), None, "bench")


def _timed(do: Callable[[Sequence[Analysis]], None], analyses: Sequence[Analysis]) -> float:
    start = time.process_time()
    do(analyses)
    return time.process_time() - start


def _by_reader(analyses: Sequence[Analysis]) -> dict[str, float]:
    """The seconds of each reader, with what watching them costs."""
    took: defaultdict[str, float] = defaultdict(float)
    with _watched(took):
        _read(analyses)
    return took


@contextmanager
def _watched(took: defaultdict[str, float]) -> Iterator[None]:
    """Add up in `took` what the steps of `facts` cost while it is read."""
    plain = [(module, name, getattr(module, name)) for _, module, name in _STEPS]
    for (reader, module, name), (_, _, step) in zip(_STEPS, plain, strict=True):
        setattr(module, name, _counted(step, reader, took))
    try:
        yield
    finally:
        for module, name, step in plain:
            setattr(module, name, step)


def _counted(step: Callable[..., Any], reader: str, took: defaultdict[str, float]) -> Callable[..., Any]:
    @wraps(step)
    def timed(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        found = step(*given, **named)
        if isinstance(found, Iterator):  # candidates that are found as they are asked for
            found = list(found)
        took[reader] += time.process_time() - start
        return found

    return timed


if __name__ == "__main__":
    main()
