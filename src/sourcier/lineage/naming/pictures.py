"""Words that credit a picture: they say nothing of the text."""

import re
from functools import cache

from sourcier.lineage.naming.phrases import alternatives, either, phrases

_CAPITALS = ("CREDIT", "PHOTO", "IMAGE", "CRÉDIT", "VIDEO", "VIDÉO", "DR")


@cache
def _image() -> re.Pattern[str]:
    words = {*phrases("image"), *_CAPITALS, *(f"{word}S" for word in _CAPITALS)}
    return re.compile(alternatives(words, not_after=r"\w") + r"(?!\w)")


@cache
def _image_label() -> re.Pattern[str]:
    return re.compile(rf"(?:©|(?<!\w){either('image')})\s*[:/,(–-]*\s*$")


def is_image(line: str) -> bool:
    """Tell whether a line or a part of one speaks of a picture."""
    return "©" in line or "(c)" in line or "(C)" in line or bool(_image().search(line))


def opens_image(before: str) -> bool:
    """Tell whether the words right before a credit give it to a picture: « Photo : »."""
    return bool(_image_label().search(before))
