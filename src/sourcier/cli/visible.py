"""Text from articles and file names, made safe for a terminal."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def visible(text: str) -> str:
    """Return the text with control characters, which could steer a terminal, shown as a replacement mark."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
