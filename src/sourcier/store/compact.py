"""Frozen values as bytes and back, exactly: fields by their position, as JSON, compressed.

The first bytes stand for the shape: the names of the fields and what they may hold. Bytes of another shape are
refused, so that what a version before or after this one wrote is never taken for something else.
"""

import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson

_STAMP = 8  # bytes
_LEVEL = 6
_Read = Callable[[Any], Any]
T = TypeVar("T")


class Unreadable(ValueError):
    """These bytes were written otherwise, or are damaged."""


def packed(value: object) -> bytes:
    """Return a dataclass of dataclasses, tuples, words and numbers as bytes; ValueError for what they cannot hold."""
    try:
        kind: Any = type(value)
        return _stamp(kind) + zlib.compress(orjson.dumps(_bare(value)), _LEVEL)
    except TypeError as error:  # such as half a surrogate pair
        raise ValueError(f"cannot be kept: {error}") from error


def unpacked(kind: type[T], kept: bytes) -> T:
    """Return the value of this kind that `packed` made bytes of; raises Unreadable."""
    as_any: Any = kind
    if not shaped(as_any, kept):
        raise Unreadable("of another shape")
    try:
        value: T = _reader(as_any)(orjson.loads(zlib.decompress(kept[_STAMP:])))
    except (zlib.error, ValueError) as error:
        raise Unreadable(str(error)) from error
    return value


def shaped(kind: Any, kept: bytes) -> bool:
    """Tell whether bytes are of this kind of value as it is now, damaged or not."""
    return kept[:_STAMP] == _stamp(kind)


def shape(kind: Any) -> str:
    """Return what tells this kind of value from one with other fields, as hex digits."""
    return _stamp(kind).hex()


@cache
def _stamp(kind: Any) -> bytes:
    return sha256(_described(kind).encode()).digest()[:_STAMP]


def _described(kind: Any) -> str:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return f"{kind.__name__}({', '.join(f'{each.name}: {_described(hints[each.name])}' for each in fields(kind))})"
    inside = get_args(kind)
    if get_origin(kind) is Literal:
        return f"one of {sorted(inside)}"
    parts = ", ".join("…" if each is Ellipsis else _described(each) for each in inside)
    return f"{getattr(get_origin(kind) or kind, '__name__', kind)}[{parts}]"


def _bare(value: object) -> object:
    if is_dataclass(value):
        return [_bare(getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, tuple):
        return [_bare(each) for each in value]
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(f"cannot be kept: {value}")
    return value


@cache
def _reader(kind: Any) -> _Read:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return _record(kind, [_reader(hints[each.name]) for each in fields(kind)])
    origin, inside = get_origin(kind), get_args(kind)
    if origin is tuple and len(inside) == 2 and inside[1] is Ellipsis:
        return _row(_reader(inside[0]))
    if origin is Literal:
        return _one_of(frozenset(inside))
    if origin in {Union, UnionType} and len(inside) == 2 and NoneType in inside:
        (other,) = (each for each in inside if each is not NoneType)
        return _perhaps(_reader(other))
    if kind in _PLAIN:
        return _of_type(_PLAIN[kind])
    raise TypeError(f"{kind} cannot be kept")


_PLAIN: dict[Any, frozenset[type]] = {
    str: frozenset({str}),
    bool: frozenset({bool}),
    int: frozenset({int}),
    float: frozenset({float, int}),
}


def _record(kind: Callable[..., Any], readers: list[_Read]) -> _Read:
    def read(value: Any) -> Any:
        if type(value) is not list or len(value) != len(readers):
            raise Unreadable(f"no {getattr(kind, '__name__', kind)}: {value!r}")
        return kind(*[reader(each) for reader, each in zip(readers, value, strict=True)])

    return read


def _row(reader: _Read) -> _Read:
    def read(value: Any) -> Any:
        if type(value) is not list:
            raise Unreadable(f"no list: {value!r}")
        return tuple([reader(each) for each in value])

    return read


def _one_of(known: frozenset[Any]) -> _Read:
    def read(value: Any) -> Any:
        if type(value) is not str or value not in known:
            raise Unreadable(f"none of {sorted(known)}: {value!r}")
        return value

    return read


def _perhaps(reader: _Read) -> _Read:
    return lambda value: None if value is None else reader(value)


def _of_type(types: frozenset[type]) -> _Read:
    def read(value: Any) -> Any:
        if type(value) not in types:
            raise Unreadable(f"not expected: {value!r}")
        return value

    return read
