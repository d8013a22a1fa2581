"""What stands inside brackets and guillemets."""

from collections.abc import Sequence

_FARTHEST = 200  # tokens; a sign that nothing closes within is a slip
_BETWEEN_DASHES = 30  # tokens


def inside(signs: Sequence[str], opening: str, closing: str) -> list[bool]:
    """Tell of the gap before each sign whether it lies inside a pair of signs that close within 200 tokens."""
    change = [0] * (len(signs) + 1)
    opened: list[int] = []
    for place, sign in enumerate(signs):
        if sign == opening:
            opened.append(place)
        elif sign == closing and opened:
            first = opened.pop()
            if place - first <= _FARTHEST:
                change[first + 1] += 1
                change[place + 1] -= 1
    depth, found = 0, []
    for place in range(len(signs)):
        depth += change[place]
        found.append(depth > 0)
    return found


def between_dashes(signs: Sequence[str]) -> list[bool]:
    """Tell of the gap before each sign whether it lies between two dashes of one sentence."""
    found = [False] * len(signs)
    dash = -1
    for place, sign in enumerate(signs):
        if sign == "-":
            if dash >= 0:
                found[dash + 1 : place + 1] = [True] * (place - dash)
                dash = -1
            else:
                dash = place
        elif sign in {".", "?", "!", ";"} or place - dash > _BETWEEN_DASHES:
            dash = -1
    return found
