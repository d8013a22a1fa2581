"""What one outlet shared with others in a stretch of days."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeekRow:
    """The ties of an outlet's articles to earlier texts of other outlets, where the direction is known.

    `articles` have such a tie; `passages` counts the shared stretches of all ties; `full`, `partial`, `none_found`
    and `other_named` count the ties by credit. `meaning` counts the differences of meaning inside best passages.
    `delay` is the median delay in seconds over the ties where it is known, None where it is known for none.
    """

    outlet: str
    articles: int
    passages: int
    full: int
    partial: int
    none_found: int
    other_named: int
    meaning: int
    delay: float | None
