"""The name of a file in a ZIP archive, whatever program wrote it."""

import re
import zipfile

_UTF_8 = 0x800  # the flag by which an archive says that its names are UTF-8
_PAGES = ("cp850", "cp1252")  # what DOS and Windows wrote in Western Europe and French-speaking Africa
_LETTERS = re.compile("[a-zA-ZàâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆñóáíúÑ’ ]")


def name_of(info: zipfile.ZipInfo) -> str:
    """Return the name as its writer saw it; where the archive does not say its encoding, the likeliest one."""
    if info.flag_bits & _UTF_8 or info.filename.isascii():
        return info.filename
    raw = info.filename.encode("cp437", "replace")  # what zipfile made of the bytes
    try:
        return raw.decode("utf-8")  # macOS does not set the flag
    except UnicodeDecodeError:
        return max((raw.decode(page, "replace") for page in _PAGES), key=lambda name: len(_LETTERS.findall(name)))
