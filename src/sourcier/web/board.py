"""Where the imports stand, for all who ask: every change has a number."""

from dataclasses import replace
from threading import RLock
from typing import Any

from sourcier.web.imported import Import

_REMEMBERED = 20  # imports that are over


class Board:
    """The imports that are remembered; hold `lock` to read and write several things at once."""

    def __init__(self) -> None:
        self.lock = RLock()
        self._known: dict[str, Import] = {}

    def put(self, new: Import) -> None:
        """Add an import."""
        with self.lock:
            self._known[new.key] = new

    def set(self, key: str, **values: Any) -> Import:
        """Change an import, and return it as it is now."""
        with self.lock:
            old = self._known[key]
            self._known[key] = now = replace(old, version=old.version + 1, **values)
            return now

    def get(self, key: str) -> Import | None:
        """Return where an import stands, None where none has this key."""
        with self.lock:
            return self._known.get(key)

    def all(self) -> tuple[Import, ...]:
        """Return the imports, the newest first."""
        with self.lock:
            return tuple(reversed(self._known.values()))

    def forget_oldest(self) -> list[str]:
        """Forget the oldest of those that are over, but for the last twenty; return their keys."""
        with self.lock:
            over = [key for key, each in self._known.items() if each.over]
            gone = over[: max(len(over) - _REMEMBERED, 0)]
            for key in gone:
                del self._known[key]
            return gone
