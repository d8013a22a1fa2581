"""Text from articles and file names, made safe for a terminal."""

import re

# Those of direction (embedding, override, isolate) would show words in another order than they stand in.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """Return the text with controls that could steer a terminal, or reorder its words, shown as a replacement mark."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
