"""The one file that says what the index consists of; replacing it publishes."""

import json
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from sourcier.store.index.layout import Damaged

NAME = "manifest.json"
_FORMAT = 1


class Listed(NamedTuple):
    """A segment's file; the file of its dead slots with the CRC-32 of these, None where all are alive."""

    segment: str
    marks: str | None
    crc: int


class Manifest(NamedTuple):
    """What was published, from which ledger, with which parameters; `generation` grows with each."""

    ledger: str
    parameters: Mapping[str, int]
    generation: int
    segments: tuple[Listed, ...]


def encoded(manifest: Manifest) -> bytes:
    body = {"format": _FORMAT, **manifest._asdict()}
    return json.dumps({**body, "crc": zlib.crc32(_canonical(body))}, indent=1).encode()


def decoded(content: bytes) -> Manifest:
    """Read a manifest; raises Damaged."""
    try:
        body: dict[str, Any] = json.loads(content)
        crc, form = body.pop("crc"), body["format"]
        if crc != zlib.crc32(_canonical(body)) or form != _FORMAT:
            raise Damaged("the manifest is damaged or of another format")
        segments = tuple(Listed(*listed) for listed in body["segments"])
        return Manifest(body["ledger"], body["parameters"], body["generation"], segments)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged("the manifest is damaged") from error


def _canonical(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True).encode()
