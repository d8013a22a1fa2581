"""How long work says how far it has come."""

from collections.abc import Callable

Progress = Callable[[str, int, int | None], None]
"""Called with the key of a step, how much of it is done, and of how much (None: not known)."""
