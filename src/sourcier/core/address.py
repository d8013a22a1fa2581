"""The site that an address leads to, and the page that several addresses lead to."""

import hashlib
import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

_PLAIN = re.compile(r"https?://([A-Za-z0-9.-]+)(?=[/?#]|\Z)")  # an address that needs no taking apart
_WITH_SITE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//")
_IN_ORDER = re.compile(r"https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9._~-]+)+)\Z")  # as it is to be
_USUAL_PORTS = {None, 80, 443}
_SAFE = "!$&'()*+,;=:@~"  # of a path: what stands in it unescaped
_TRACKING = re.compile(
    r"""
    utm_\w+ | mtm_\w+ | hsa_\w+ | at_(?:medium|campaign|custom\d*|link\w*|format|creation|variant|ptr_name)  # campaigns
    | pk_(?:campaign|kwd|keyword|source|medium|content) | ns_(?:campaign|mchannel|source|linkname|fee) | xtor | mkt_tok
    | (?:fb|g|d|y|tw|tt|ms|gb|wb)(?:clid|raid) | igshid | igsh | mc_[ce]id | _g[al] | _hs(?:enc|mi) | li_fat_id | s_cid
    | __twitter_impression | replytocom
    """,
    re.VERBOSE | re.IGNORECASE,
)


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


def normalised(url: str) -> str:
    """Return an address without what differs between links to one page, nothing where it is empty.

    That is the scheme, `www.`, the case of the host, a usual port, a slash at the end, parameters that only tell where
    a reader came from, the order of the others, how characters are escaped, and the fragment, unless a script reads
    the page's name from it (`#!/…`, `#/…`).
    """
    url = url.strip()
    if plain := _IN_ORDER.match(url):
        return plain[1]
    try:
        parts = urlsplit(url if _WITH_SITE.match(url) else f"//{url}")
        site, port = (parts.hostname or "").rstrip(".").removeprefix("www."), parts.port
    except ValueError:
        return url
    path = "/".join(quote(unquote(each), safe=_SAFE, errors="replace") for each in parts.path.split("/")).rstrip("/")
    return f"{site}{'' if port in _USUAL_PORTS else f':{port}'}{path}{_query(parts)}{_fragment(parts)}"


def page(url: str | None) -> int | None:
    """Return a number of 64 bits that stands for the page of an address; None for a site's first page, or no address.

    What is written there changes with every story: two texts of it are not versions of one.
    """
    site = host(url)
    whole = normalised(url) if url and site else ""
    if "/" not in whole and "?" not in whole and "#" not in whole:
        return None
    return int.from_bytes(hashlib.sha256(whole.encode("utf-8", "surrogatepass")).digest()[:8], "big", signed=True)


def _query(parts: SplitResult) -> str:
    if not parts.query:
        return ""
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = sorted(pair for pair in asked if not _TRACKING.fullmatch(pair[0]))
    return f"?{urlencode(kept, errors='replace')}" if kept else ""


def _fragment(parts: SplitResult) -> str:
    return f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
