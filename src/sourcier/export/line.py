"""One JSON object a line, as docs/json.md describes them."""

import json
from collections.abc import Mapping
from typing import Any

import orjson

SCHEMA = "0.1"
"""Raised when a field changes its meaning; fields may be added under the same number."""


def line(fields: Mapping[str, Any]) -> bytes:
    """Return one object as UTF-8 JSON with its newline, the schema first."""
    whole = {"schema": SCHEMA, **fields}
    try:
        return orjson.dumps(whole, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # half of a surrogate pair, from \ud800 in a record: UTF-8 has no bytes for it, an escape has
        return json.dumps(whole, separators=(",", ":")).encode("ascii") + b"\n"
