"""What a reader of facts is measured by: answers in the words of the marks, and how two of them are compared."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from eval.cases.facts.forms import Excerpt
from sourcier.core.span import Span
from sourcier.text.analysis import Analysis

Same = Callable[[str, str], bool]
"""Whether what is marked (first) and what is found (second) are one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One span that a reader finds, with its keys as a mark writes them; a key that it leaves out counts as empty."""

    span: Span
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A reader's line of the table.

    `kind` is the kind of its marks, `keys` what is compared where the span is exact, several names with `+` between
    them where all must be right at once; `same` compares a key otherwise than by equality; `peers` are other programs
    that read the same, by name, and are compared by their spans and keys like ours.
    """

    name: str
    kind: str
    keys: tuple[str, ...]
    read: Callable[[Excerpt, Analysis], Iterable[Answer]]
    same: Mapping[str, Same] = field(default_factory=dict)
    peers: Mapping[str, Callable[[Excerpt], Iterable[Answer]]] = field(default_factory=dict)
