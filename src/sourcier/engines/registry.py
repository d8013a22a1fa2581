"""The engines by name, each imported when it is first asked for."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import cast

from sourcier.core.errors import InputError
from sourcier.text.engine import Engine

_ENGINES = {"french": "french.engine:French"}
"""Name → module in this folder and the class in it, made without arguments."""
_FAMILIES = {"spacy": "spacy:load"}
"""What stands before the colon of a name → module and function, which takes what stands after it."""
_DEFAULTS = {"fr": "french"}
"""ISO 639-1 code → the engine that reads this language unless another is named."""


def names() -> tuple[str, ...]:
    """Return the names that `load` takes as they are; `spacy:NAME` is another."""
    return tuple(_ENGINES)


def languages() -> tuple[str, ...]:
    """Return the languages (ISO 639-1) that an engine reads unless another is named."""
    return tuple(_DEFAULTS)


def load(name: str) -> Engine:
    """Return the engine with this name, made once a process.

    Raises InputError where there is none, or it needs something that is not installed.
    """
    return _loaded(name)


def default(language: str | None) -> Engine | None:
    """Return the engine that reads a language (ISO 639-1) where none is named, None where there is none."""
    name = _DEFAULTS.get(language or "")
    return load(name) if name else None


@cache
def _loaded(name: str) -> Engine:
    family, colon, rest = name.partition(":")
    if colon and rest and family in _FAMILIES:
        return cast("Engine", _home(_FAMILIES[family])(rest))
    if name not in _ENGINES:
        known = ", ".join((*_ENGINES, *(f"{each}:NAME" for each in _FAMILIES)))
        raise InputError(f"there is no engine {name}", f"the engines are {known}")
    return cast("Engine", _home(_ENGINES[name])())


def _home(place: str) -> Callable[..., object]:
    module, _, member = place.partition(":")
    found: Callable[..., object] = getattr(import_module(f"{__package__}.{module}"), member)
    return found
