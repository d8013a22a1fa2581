"""Text that was decoded twice (« Ã© » for « é ») set right."""

import re

# A first byte of UTF-8 read as cp1252 or Latin-1, and then what its second byte can look like.
_CUE = re.compile("[ÃÂâÅÄÐÑØÙÎÏ]")
_SEARCHED = ("Ã", "â€", "Â", "Ø", "Ð")  # one of them is in every longer text that was decoded twice
_TAIL = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TWICE = re.compile(f"[ÃÂÅÄ][{_TAIL}]|â€[{_TAIL}]|(?:[ÐÑØÙÎÏ][{_TAIL}]){{3,}}")
_ONCE = re.compile("[^\\W\\d_\x00-\x7fÃÂâÅÄÐÑØÙÎÏŠŒŽšœžŸƒˆµªº]")

MESSAGE = "the text was decoded twice (« Ã© » for « é »): it was mended, and offsets refer to the mended text"


def mend(text: str) -> str | None:
    """Return the text set right where it was clearly decoded twice, None where it was not.

    Clearly means: at least as many garbled letters as well-formed accented ones, so that an article which only quotes
    « Ã© » stays as it is.
    """
    if text.isascii() or not any(cue in text for cue in _SEARCHED):  # five searches are faster than one pattern
        return None
    garbled = len(_TWICE.findall(text))
    if not garbled or garbled < len(_ONCE.findall(text)):
        return None
    from ftfy import fix_encoding  # noqa: PLC0415 -- slow to import, seldom needed

    mended = "".join(fix_encoding(line) if _CUE.search(line) else line for line in text.splitlines(keepends=True))
    return mended if mended != text else None
