"""The file of metadata beside an article: `a.json` beside `a.txt`."""

from collections.abc import Mapping
from typing import Any

import orjson

from sourcier.core.problem import Problem
from sourcier.ingest.metadata import Metadata, metadata
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import problem


def beside(source: Source, limit: int) -> tuple[Metadata, list[Problem]]:
    """Return what the sidecar states, if there is one, and what is wrong with it; the article is read all the same."""
    sidecar = source.sidecar
    if sidecar is None:
        return {}, []
    try:
        data = sidecar.file.read_bytes() if sidecar.file else sidecar.data
        known, complaints = metadata(_values(data, limit))
    except OSError as error:
        return {}, [problem(sidecar.path, f"the sidecar cannot be read: {error.strerror}")]
    except ValueError as error:
        return {}, [problem(sidecar.path, f"the sidecar cannot be used: {error}", "the article was read without it")]
    return known, [problem(sidecar.path, complaint) for complaint in complaints]


def _values(data: bytes, limit: int) -> Mapping[str, Any]:
    if len(data) > limit:
        raise ValueError(f"it is larger than {limit:,} bytes")
    values = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    if not isinstance(values, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004 -- a wrong file, not a wrong call
    return values
