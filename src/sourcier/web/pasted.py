"""Texts pasted to be compared without being kept: in memory, a few of them, gone when the server ends."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from sourcier.core.article import Article
from sourcier.core.found import Found

_MOST = 20


@dataclass(frozen=True, slots=True)
class Pasting:
    """A text that is not in the ledger, and where else it stands; None where it was only to be set beside another."""

    article: Article
    found: Found | None


@dataclass
class Pasted:
    """The latest pasted texts by a key that cannot be guessed."""

    _texts: "OrderedDict[str, Pasting]" = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def put(self, pasting: Pasting) -> str:
        """Keep a text and return its key; the oldest of more than twenty goes."""
        key = secrets.token_urlsafe(12)
        with self._lock:
            self._texts[key] = pasting
            while len(self._texts) > _MOST:
                self._texts.popitem(last=False)
        return key

    def get(self, key: str) -> Pasting | None:
        """Return what was kept under a key, None when it is gone."""
        with self._lock:
            return self._texts.get(key)

    def forget(self, key: str) -> None:
        """Drop a text."""
        with self._lock:
            self._texts.pop(key, None)
