"""A phrase that says what somebody is, before it is known of whom."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.person import RoleState
from sourcier.reading.people.heads import Head

Article = Literal["definite", "indefinite", "none"]


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Tokens `first` up to `stop` with head noun `noun` (a token); `bare` ends before the complement.

    `opens` is where its article begins, `first` where it has none. `cue` is the tokens that make it former or interim.
    `owned` after « son », « leur »; `pointing` before « de cette », « de son »: of what the text tells elsewhere.
    """

    first: int
    stop: int
    opens: int
    noun: int
    bare: int
    head: Head
    article: Article
    state: RoleState
    cue: tuple[int, int] | None = None
    owned: bool = False
    pointing: bool = False

    @property
    def is_office(self) -> bool:
        """Whether it says something of a certain office though nobody is named: « le ministre », not « le chef »."""
        vague = self.head.vague and self.stop == self.bare
        owned = self.owned and self.stop == self.bare
        return self.head.kind == "office" and not vague and not owned and self.article == "definite"

    @property
    def is_whole_office(self) -> bool:
        """Whether it is an office with its complement."""
        return self.head.kind == "office" and self.stop > self.bare
