"""The site that an address leads to."""

import re
from urllib.parse import urlsplit

_PLAIN = re.compile(r"https?://([A-Za-z0-9.-]+)(?=[/?#]|\Z)")  # an address that needs no taking apart


def host(url: str | None) -> str | None:
    """Return the host of an address, lower case, without `www.`; None where there is none."""
    if not url:
        return None
    try:
        plain = _PLAIN.match(url)
        name = plain[1].lower() if plain else urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name and "." in name else None
