"""The invented dossier that comes with the program."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from sourcier.workflow import corpus as reading
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.options import ReadOptions


@contextmanager
def demo_folder() -> Iterator[Path]:
    """Give the folder of the demo's articles while it is used."""
    with as_file(files("sourcier").joinpath("demo", "fr")) as folder:
        yield folder


def demo_corpus() -> Corpus:
    """Read the demo's articles, in the order of their names."""
    with demo_folder() as folder:
        return reading.read([str(path) for path in sorted(folder.glob("*.txt"))], ReadOptions())
