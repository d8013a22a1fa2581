"""Where the imports stand, for all who ask: every change has a number and wakes those who wait for it."""

from dataclasses import replace
from threading import Condition
from typing import Any

from sourcier.web.imported import Import

_REMEMBERED = 20  # imports that are over


class Board:
    """The imports that are remembered; hold `changed` to read and write several things at once."""

    def __init__(self) -> None:
        self.changed = Condition()
        self._known: dict[str, Import] = {}

    def put(self, new: Import) -> None:
        """Add an import."""
        with self.changed:
            self._known[new.key] = new
            self.changed.notify_all()

    def set(self, key: str, **values: Any) -> Import:
        """Change an import, and return it as it is now."""
        with self.changed:
            old = self._known[key]
            self._known[key] = now = replace(old, version=old.version + 1, **values)
            self.changed.notify_all()
            return now

    def get(self, key: str) -> Import | None:
        """Return where an import stands, None where none has this key."""
        with self.changed:
            return self._known.get(key)

    def all(self) -> tuple[Import, ...]:
        """Return the imports, the newest first."""
        with self.changed:
            return tuple(reversed(self._known.values()))

    def after(self, key: str, version: int, wait: float) -> Import | None:
        """Return an import once it is newer than `version`, None where it is not so within `wait` seconds."""
        with self.changed:
            self.changed.wait_for(lambda: key not in self._known or self._known[key].version > version, wait)
            now = self._known.get(key)
            return now if now and now.version > version else None

    def forget_oldest(self) -> list[str]:
        """Forget the oldest of those that are over, but for the last twenty; return their keys."""
        with self.changed:
            over = [key for key, each in self._known.items() if each.over]
            gone = over[: max(len(over) - _REMEMBERED, 0)]
            for key in gone:
                del self._known[key]
            return gone
