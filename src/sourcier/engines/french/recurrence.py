"""A recurrent layer read in both directions at once, over sentences of many lengths."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sourcier.engines.french.weights import Floats

Rows = npt.NDArray[np.int64]


class Packing:
    """The places of sentences laid out step by step: the first tokens of all, longest first, then the second ones.

    `order` holds, for each place, the token (sentence after sentence as given); `turned` the place of the token that
    a reader from the end meets at the same step; `back` the place of each token.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        """Lay out sentences of these lengths, none of them 0."""
        sizes = np.array(lengths)
        ranked = np.argsort(-sizes, kind="stable")
        starts = np.concatenate(([0], sizes.cumsum()[:-1]))[ranked]
        sizes = sizes[ranked]
        steps = np.arange(sizes[0])
        self.active: Rows = np.searchsorted(-sizes, -steps, side="left")  # sentences that are longer than each step
        rank = np.concatenate([np.arange(count) for count in self.active])
        step = np.repeat(steps, self.active)
        self.order: Rows = starts[rank] + step
        offsets = np.concatenate(([0], self.active.cumsum()))
        self.turned: Rows = offsets[sizes[rank] - 1 - step] + rank
        self.back: Rows = np.empty_like(self.order)
        self.back[self.order] = np.arange(len(self.order))
        self.offsets = offsets.tolist()


def read(gates: Floats, weights: Floats, packing: Packing) -> Floats:
    """Return (direction, place, unit) for `gates` (direction, place, 4 × unit), the second direction's places turned.

    The four parts of the gates are input, forget and output, negative, then the candidate, times -2: so one
    exponential serves all four, tanh(x) being 2 × sigmoid(2x) - 1. `weights` is (direction, unit, 4 × unit), alike.
    """
    units = weights.shape[1]
    most = int(packing.active[0])
    out: Floats = np.empty((2, gates.shape[1], units), np.float32)
    cell: Floats = np.zeros((2, most, units), np.float32)  # times -2
    room: Floats = np.empty((2, most, 4 * units), np.float32)
    spare: Floats = np.empty((2, most, units), np.float32)
    hidden: Floats | None = None
    with np.errstate(over="ignore"):  # 1 / (1 + inf) is the 0 that is meant
        for start, stop in pairwise(packing.offsets):
            count = stop - start
            now, part = room[:, :count], gates[:, start:stop]
            if hidden is None:
                np.exp(part, out=now)
            else:
                np.matmul(hidden[:, :count], weights, out=now)
                now += part
                np.exp(now, out=now)
            now += 1
            np.reciprocal(now, out=now)
            hidden = out[:, start:stop]
            _step(now, cell[:, :count], spare[:, :count], hidden)
    return out


def _step(gates: Floats, cell: Floats, spare: Floats, hidden: Floats) -> None:
    """Take the cells on by one step, in place, and write what they show to `hidden`."""
    units = cell.shape[-1]
    into, forget, shown, candidate = (gates[..., at : at + units] for at in range(0, 4 * units, units))
    candidate *= -4
    candidate += 2
    candidate *= into
    cell *= forget
    cell += candidate
    np.exp(cell, out=spare)
    spare += 1
    np.divide(2, spare, out=spare)
    spare -= 1
    np.multiply(spare, shown, out=hidden)
