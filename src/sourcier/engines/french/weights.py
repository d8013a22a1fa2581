"""The weights of the network and the names of what it predicts, as one file of arrays."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from sourcier.core.errors import InputError

_FILE = "french.npz"

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """Arrays by name as they are stored, and the names of words, tags, rules and relations by index."""

    arrays: dict[str, npt.NDArray[np.generic]]
    names: dict[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> Floats:
        """Return an array as float32."""
        return self.arrays[name].astype(np.float32)


@cache
def weights() -> Weights:
    """Return the weights of the package, read when first asked; InputError where their file is damaged."""
    with as_file(files(__package__).joinpath("weights", _FILE)) as path:
        try:
            return read(path)
        except (BadZipFile, EOFError, KeyError, ValueError) as error:  # what NumPy says of a cut or another file
            raise InputError(f"the file {_FILE} of the package is damaged", "install Sourcier again") from error


def read(path: Path) -> Weights:
    """Return the weights in a file."""
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files if name != "names"}
        names = json.loads(stored["names"].tobytes())
    return Weights(arrays, {kind: tuple(each) for kind, each in names.items()})
