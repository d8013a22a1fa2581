"""From a checkpoint to the file that ships: `python -m models.french.export CHECKPOINT_FOLDER FILE.npz`."""

import argparse
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from eval.conllu import sentences
from models.french.config import TREEBANKS
from models.french.vocabulary import Vocabulary
from sourcier.engines.french.features import BITS
from sourcier.engines.french.forms import Forms, rectified
from sourcier.engines.french.weights import Weights

Array = npt.NDArray[np.generic]
_OFTEN = 3


def exported(state: dict[str, torch.Tensor]) -> dict[str, Array]:
    """Return the arrays of the run-time network, ready to be multiplied from the right."""
    own = {name: tensor.double().numpy() for name, tensor in state.items()}
    heads = ["dependent", "governor", "label_dependent", "label_governor", "tagger"]
    bank = own["bank.weight"][0]
    width = own["first.into"].shape[1] - len(bank)
    first_in = _signed(own["first.into"])
    tag = own["tagger.weight"].shape[0]
    scale = float(np.abs(own["gram.weight"]).max()) / 127
    arrays = {
        "gram": np.rint(own["gram.weight"] / scale).astype(np.int8),
        "gram_scale": np.array([scale], np.float32),
        "word": own["word.weight"],
        "lexical": own["lexical.weight"].T,
        "lexical_bias": own["lexical.bias"],
        "first_in": first_in[:, :width],
        "first_bias": _signed(own["first.bias"]) + np.einsum("b,sbg->sg", bank, first_in[:, width:]),
        "first_own": _signed(own["first.own"]),
        "second_in": _signed(own["second.into"]),
        "second_bias": _signed(own["second.bias"]),
        "second_own": _signed(own["second.own"]),
        "heads": np.concatenate([own[f"{name}.weight"].T for name in heads], axis=1),
        "heads_bias": np.concatenate([own[f"{name}.bias"] for name in heads]),
        "head_sizes": np.array([own[f"{name}.weight"].shape[0] for name in heads]),
        "root": np.concatenate([_rooted(own, "governor"), _rooted(own, "label_governor")]),
        "arc": own["arc"],
        "tag": own["tag.weight"].T,
        "tag_bias": own["tag.bias"],
        "rule": own["rule.weight"].T[:tag],
        "rule_form": own["rule.weight"].T[tag:],
        "rule_bias": own["rule.bias"],
        "relation": own["relation.weight"].T,
        "relation_bias": own["relation.bias"],
    }
    return {name: array.astype(np.float16) if array.dtype == np.float64 else array for name, array in arrays.items()}


def _rooted(own: dict[str, npt.NDArray[np.float64]], head: str) -> npt.NDArray[np.float64]:
    return rectified(own[f"{head}.weight"] @ own["root"] + own[f"{head}.bias"])


def _signed(gates: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The sigmoids' gates negative and the candidate's times -2, as the run-time wants them."""
    into, forget, out, candidate = np.split(gates, 4, axis=-1)
    return np.concatenate([-into, -forget, -out, -2 * candidate], axis=-1)


def frequent(treebanks: Path) -> tuple[str, ...]:
    """Return the forms that stand often enough in the treebanks for their vectors to be stored, most frequent first."""
    counts = Counter(word.form for name in TREEBANKS for one in sentences(treebanks / f"{name}.conllu") for word in one)
    return tuple(form for form, count in counts.most_common() if count >= _OFTEN)


def main() -> int:
    """Read the command line, write the file, print its hash."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of the .conllu files trained on")
    given = parser.parse_args()
    arrays = exported(torch.load(given.checkpoint / "weights.pt", weights_only=True))
    vocabulary = Vocabulary.load(given.checkpoint / "vocabulary.json")
    names = {
        "words": vocabulary.words,
        "tags": vocabulary.tags,
        "relations": vocabulary.relations,
        "rules": vocabulary.rules,
    }
    names["forms"] = frequent(given.treebanks)
    arrays["form_vectors"] = np.zeros((len(names["forms"]), 0), np.float16)
    vectors = Forms(Weights(arrays, names)).made(names["forms"])
    arrays["form_vectors"] = vectors.astype(np.float16)
    arrays["names"] = np.frombuffer(json.dumps(names, ensure_ascii=False).encode("utf-8"), np.uint8)
    arrays["bits"] = np.array([BITS])
    np.savez(given.file, **arrays)  # type: ignore[arg-type]
    print(given.file.stat().st_size, hashlib.sha256(given.file.read_bytes()).hexdigest())
    return 0


if __name__ == "__main__":
    sys.exit(main())
