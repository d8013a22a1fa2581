"""Order in time as far as the printed dates show it."""


def certainly_after(one: str | None, other: str | None) -> bool:
    """Tell whether the first date lies after the second; a day against a minute of that day shows nothing."""
    if one is None or other is None:
        return False
    precision = min(len(one), len(other))
    return one[:precision] > other[:precision]


def order_shown(one: str | None, other: str | None) -> bool:
    """Whether the dates show which came first."""
    return certainly_after(one, other) or certainly_after(other, one)
