"""Where a text names somebody, something or some place, and what shows that it does."""

from dataclasses import dataclass

from sourcier.core.span import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: `rule` is the rule that found it (« title », « gazetteer », « vote »).

    `cue` is the words it leans on (« général » of « le général Haddad »), None where that is the name itself.
    """

    span: Span
    rule: str
    cue: Span | None = None
