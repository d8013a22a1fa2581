"""The order in which texts are compared, and which of two texts is certainly the earlier."""

import math
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sourcier.core.article import Article
from sourcier.core.moment import Moment

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ZONE_SLACK = 14 * 3600.0
_DIGITS = 16
_HEX = re.compile("[0-9a-f]+")


def in_order(articles: Sequence[Article]) -> list[Article]:
    """Return the articles by time of publication, the undated last; those of one time by their ids."""

    def key(article: Article) -> tuple[bool, datetime, int, str]:
        when = article.published
        return (when is None, when.earliest if when else _EPOCH, tie(article.id), article.id)

    return sorted(articles, key=key)


def tie(id_: str) -> int:
    """Return what orders texts of one time, in 64 bits: an id of up to sixteen hexadecimal digits, else eight bytes."""
    if len(id_) <= _DIGITS and _HEX.fullmatch(id_):
        return int(id_, 16)
    return int.from_bytes(id_.encode("utf-8", "surrogatepass")[:8].ljust(8, b"\0"))


def when(moment: Moment | None) -> float:
    """Return the earliest second since 1970 that a moment can mean; infinite where it is not known."""
    return (moment.earliest - _EPOCH).total_seconds() if moment else math.inf


def until(moment: Moment | None) -> float:
    """Return the first second after all that a moment can mean; infinite where it is not known."""
    return (moment.latest - _EPOCH).total_seconds() if moment else math.inf


class Times:
    """When each text was published, as arrays of seconds; NaN where it is unknown, which is before nothing."""

    def __init__(self, articles: Sequence[Article]) -> None:
        moments = [article.published for article in articles]
        self._earliest = np.array([(m.earliest - _EPOCH).total_seconds() if m else np.nan for m in moments])
        self._latest = np.array([(m.latest - _EPOCH).total_seconds() if m else np.nan for m in moments])
        self._is_time = np.array([m is not None and m.precision == "time" for m in moments], np.bool_)
        self._zoned = np.array([m is not None and m.zoned for m in moments], np.bool_)

    def before(self, one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Tell for each pair of positions whether `one` certainly lies before `other` (see Moment.before)."""
        mixed = self._is_time[one] & self._is_time[other] & (self._zoned[one] != self._zoned[other])
        return np.asarray(self._latest[one] + _ZONE_SLACK * mixed <= self._earliest[other])

    def pair_before(self, one: int, other: int) -> bool:
        """Tell the same of two positions."""
        (_, latest, zone), (earliest, _, other_zone) = self._facts[one], self._facts[other]
        mixed = zone is not None and other_zone is not None and zone != other_zone
        return latest + _ZONE_SLACK * mixed <= earliest

    @cached_property
    def _facts(self) -> list[tuple[float, float, bool | None]]:
        """Earliest and latest second; whether a time has a zone, None for what is no time."""
        zones = [
            zoned if is_time else None
            for zoned, is_time in zip(self._zoned.tolist(), self._is_time.tolist(), strict=True)
        ]
        return list(zip(self._earliest.tolist(), self._latest.tolist(), zones, strict=True))

    def until(self) -> NDArray[np.float64]:
        """Return the first second after all that the time of each can mean; infinite where it is unknown."""
        return np.where(np.isnan(self._latest), np.inf, self._latest)

    def days(self) -> list[int]:
        """Return the day of each text as a number, -1 where it is unknown."""
        return [-1 if np.isnan(second) else int(second // 86_400) for second in self._earliest]
