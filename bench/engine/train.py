"""Training of the spaCy pipeline: `PYTHON -m bench.engine.train TREEBANKS OUT STEPS`, by spaCy's own program."""

import sys
from importlib import import_module
from pathlib import Path

from bench.engine.pipeline import register
from models.french.config import DEV, TREEBANKS


def train(treebanks: Path, out: Path, steps: int) -> None:
    """Write the pipeline of the last step to `out`/model-last; 0 for the steps of the configuration."""
    register()
    given: dict[str, object] = {
        "paths.treebanks": [str(treebanks / f"{name}.conllu") for name in TREEBANKS],
        "paths.dev": [str(treebanks / f"{DEV}.conllu")],
    }
    if steps:
        given |= {"training.max_steps": steps, "training.eval_frequency": steps}
    import_module("spacy.cli.train").train(Path(__file__).with_name("config.cfg"), out, overrides=given)


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
