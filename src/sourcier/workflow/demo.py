"""The invented dossier that comes with the program."""

from importlib.resources import as_file, files

from sourcier.workflow import corpus as reading
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.options import ReadOptions


def demo_corpus() -> Corpus:
    """Read the demo's articles, in the order of their names."""
    with as_file(files("sourcier").joinpath("demo", "fr")) as folder:
        return reading.read([str(path) for path in sorted(folder.glob("*.txt"))], ReadOptions())
