"""Names that strangers gave to files, made fit for a folder of ours."""

import os
import re
import unicodedata
from hashlib import sha256
from os.path import splitext

_DRIVE = re.compile(r"[A-Za-z]:/")
_UNSEEN = "\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
_UNFIT = re.compile(f'[{_UNSEEN}<>:"|?*]' if os.name == "nt" else f"[{_UNSEEN}]")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LONGEST = 180  # bytes of one part of a path; most file systems take 255
_DEEPEST, _WHOLE = 60, 2_000  # parts of a path, and bytes of all of it


def safe(name: str) -> str | None:
    """Return a relative path with « / » that stays below the folder it is put in, None where the name leads out of it.

    The same name always gives the same path, and a readable one; accents are kept.
    """
    path = name.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path):
        return None
    parts = [part for part in path.split("/") if part not in {"", "."}]
    if not parts or ".." in parts or len(parts) > _DEEPEST:
        return None
    fit = "/".join(map(_fit, parts))
    return fit if len(fit.encode()) <= _WHOLE else None


def hidden(path: str) -> bool:
    """Tell whether a path is one that readers pass over: of the system, not of a person."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.split("/"))


def _fit(part: str) -> str:
    part = unicodedata.normalize("NFC", _UNFIT.sub("_", part))
    part = part.rstrip(" .") or "_"  # Windows drops them, and `..` with a space is a trap
    if _DEVICES.match(part):
        part = f"_{part}"
    if len(part.encode()) <= _LONGEST:
        return part
    stem, suffix = splitext(part)  # noqa: PTH122 -- a part of a path of another machine
    suffix = suffix if len(suffix.encode()) <= 20 else ""
    mark = sha256(stem.encode()).hexdigest()[:8]  # two long names that begin alike stay two; a sidecar stays beside
    return f"{stem.encode()[: _LONGEST - 30].decode('utf-8', 'ignore')}~{mark}{suffix}"
