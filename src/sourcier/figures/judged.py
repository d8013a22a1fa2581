"""What several coders say of a row, together."""

from collections import Counter
from collections.abc import Iterable

from sourcier.figures.answers import BLANK, UNSURE

UNRESOLVED = "unresolved"


def judged(answers: Iterable[str]) -> str:
    """Return the answer of more than half of those who gave one; unsure where nobody did, unresolved without majority.

    Blank where nobody typed anything. Who is unsure does not vote.
    """
    given = [answer for answer in answers if answer != BLANK]
    told = Counter(answer for answer in given if answer != UNSURE)
    if not told:
        return UNSURE if given else BLANK
    answer, votes = told.most_common(1)[0]
    return answer if votes * 2 > sum(told.values()) else UNRESOLVED
