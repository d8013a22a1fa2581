"""Words that credit a picture: they say nothing of the text."""

import re
from functools import cache

from sourcier.lineage.naming.phrases import either


@cache
def _image() -> re.Pattern[str]:
    word = rf"(?:{either('image')}|(?:CREDIT|PHOTO|IMAGE|CRÉDIT|VIDEO|VIDÉO|DR)S?)"
    return re.compile(rf"©|\([cC]\)|(?<!\w){word}(?!\w)")


@cache
def _image_label() -> re.Pattern[str]:
    return re.compile(rf"(?:©|(?<!\w){either('image')})\s*[:/,(–-]*\s*$")


def is_image(line: str) -> bool:
    """Tell whether a line or a part of one speaks of a picture."""
    return bool(_image().search(line))


def opens_image(before: str) -> bool:
    """Tell whether the words right before a credit give it to a picture: « Photo : »."""
    return bool(_image_label().search(before))
