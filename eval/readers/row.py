"""What a reader of facts is measured by: answers in the words of the marks, and how two of them are compared."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from eval.cases.facts.forms import Excerpt, Mark
from eval.readers.reading import Reading
from sourcier.core.span import Span

Same = Callable[[str, str], bool]
"""Whether what is marked (first) and what is found (second) are one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One span that a reader finds, with its keys as a mark writes them; a key that it leaves out counts as empty.

    The key `id` names its chain (one person, one body) in the text, as the id of a mark does.
    """

    span: Span
    keys: Mapping[str, str]


Peer = Callable[[Excerpt], Iterable[Answer]]
"""Another program that reads the same; ImportError where it is not installed."""


class Fault(NamedTuple):
    """One error, `what` being its class; either side may be empty.

    The classes: missed, wrong (nothing is marked here), edges (they overlap and are not the same), the name of a key,
    or one that a measure names.
    """

    what: str
    excerpt: Excerpt
    mark: Mark | None
    answer: Answer | None


def _no_faults(_excerpt: Excerpt, _answers: Sequence[Answer]) -> Iterable[Fault]:
    return ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure beside spans and keys: `count` is summed over the excerpts, `value` makes 0 to 1 of the sums.

    `whole` names the sum that the figure is a share of.
    """

    count: Callable[[Excerpt, Sequence[Answer]], Mapping[str, float]]
    value: Callable[[Mapping[str, float]], float]
    whole: str
    faults: Callable[[Excerpt, Sequence[Answer]], Iterable[Fault]] = _no_faults


@dataclass(frozen=True, slots=True)
class Row:
    """A reader's line of the table.

    `kind` is the kind of its marks, `keys` what is compared where the span is exact, several names with `+` between
    them where all must be right at once; `same` compares a key otherwise than by equality, and `asked` tells of which
    marks a key is asked (of all, if it is not there). `peers` makes other programs that read the same, by name; they
    are compared by their spans, and by `peers_keys`, which they tell too. `alone` is a reader that is run and timed by
    itself, beside the chain of all readers; `spans` is False where its spans are another row's.
    """

    name: str
    kind: str
    keys: tuple[str, ...]
    read: Callable[[Reading], Iterable[Answer]]
    same: Mapping[str, Same] = field(default_factory=dict)
    asked: Mapping[str, Callable[[Mark], bool]] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    peers: Callable[[], Mapping[str, Peer]] = dict
    peers_keys: tuple[str, ...] = ()
    alone: bool = False
    spans: bool = True
