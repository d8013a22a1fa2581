"""A pasted text beside another."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcier.core.outlet import Outlet
from sourcier.web.contexts.beside import Beside


@dataclass(frozen=True, slots=True)
class FoundBeside:
    """The two, the addresses of their dossiers (without and with the whole texts), the way back, and the register."""

    beside: Beside
    saved: str
    saved_full: str
    back: str
    register: Mapping[str, Outlet]
