"""Whether two names, or a name and an address, stand for one outlet."""

import re
from functools import lru_cache

from sourcier.core.address import host
from sourcier.core.article import Article
from sourcier.lineage.naming.register import agency_of_host, entries
from sourcier.text.fold import fold

_BRACKETED = re.compile(r"\(([^()]*)\)")
_SITE_ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_HEADS = frozenset(fold(word) for word in ("agence", "agency", "journal", "site", "radio", "groupe", "quotidien"))
_SMALL = frozenset({"l", "le", "la", "les", "the", "un", "une"})
_LINKS = frozenset({"de", "du", "des", "d", "et", "of", "and", "for", "pour"})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "gouv", "ac", "info"})
_MIN_KEY = 3


@lru_cache(4096)
def keys(name: str) -> frozenset[str]:
    """Return the folded forms under which an outlet may be named: bare, without article, without « Agence », acronym.

    Initials count for names of three words and more (Agence Sahel Presse: asp); they match acronyms only.
    """
    outside = _BRACKETED.sub(" ", name)
    parts = [outside, *_BRACKETED.findall(name)]
    found = {key for part in parts for key in _forms(part)}
    return frozenset(key for key in found if len(key) >= _MIN_KEY)


def _forms(part: str) -> set[str]:
    words = [fold(word) for word in _WORD.findall(_SITE_ENDING.sub("", part.strip()))]
    bare = words[1:] if words and words[0] in _SMALL else words
    headless = bare[1:] if len(bare) > 1 and bare[0] in _HEADS else bare
    return {"".join(words), "".join(bare), "".join(headless)}


@lru_cache(4096)
def initials(name: str) -> str:
    """Return the folded initials of the words that carry the name, empty for fewer than three words."""
    words = [fold(word) for word in _WORD.findall(_BRACKETED.sub(" ", name))]
    carrying = [word for word in words if word and word not in _SMALL | _LINKS]
    return "".join(word[0] for word in carrying) if len(carrying) >= _MIN_KEY else ""


@lru_cache(4096)
def label(site: str) -> str:
    """Return the part of a host that names the outlet (fr.apanews.net: apanews), folded."""
    labels = site.split(".")
    place = -3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else -2
    return fold(labels[place]) if len(labels) >= -place else ""


@lru_cache(16384)
def same_outlet(one: str, other: str) -> bool:
    """Tell whether two names can stand for one outlet, by the register or by their letters."""
    if set(entries(one)) & set(entries(other)) or keys(one) & keys(other):
        return True
    return any(acronym.isupper() and fold(acronym) == initials(full) for acronym, full in ((one, other), (other, one)))


def names_outlet(name: str, article: Article) -> bool:
    """Tell whether `name` can stand for the outlet that published `article`."""
    return _stands_for(name, article.outlet, host(article.url))


@lru_cache(16384)
def _stands_for(name: str, outlet: str | None, site: str | None) -> bool:
    if outlet and _names(name, outlet):
        return True
    if not site:
        return False
    of_site = agency_of_host(site)
    if of_site and any(entry.name == of_site for entry in entries(name)):
        return True
    return label(site) in keys(name) or host(name) == site


def _names(name: str, outlet: str) -> bool:
    if same_outlet(name, outlet):
        return True
    site = host(name)
    return bool(site) and (
        label(str(site)) in keys(outlet) or agency_of_host(str(site)) in {e.name for e in entries(outlet)}
    )


def own(name: str, article: Article) -> bool:
    """Tell whether an article's credit to `name` would be one to itself, by a long or short form of its name.

    The site counts where no outlet is stated, or begins like the name: a page of another outlet may state an agency's
    address as its canonical one.
    """
    return _own(name, article.outlet, host(article.url))


@lru_cache(16384)
def _own(name: str, outlet: str | None, site: str | None) -> bool:
    if not outlet:
        return _stands_for(name, None, site)
    if _names(name, outlet):
        return True
    on_site = _stands_for(name, None, site)
    return any(_begins(key, other, on_site=on_site) for key in keys(name) for other in keys(outlet))


def _begins(one: str, other: str, *, on_site: bool) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= (_MIN_KEY if on_site else 2 * _MIN_KEY) and one[:shorter] == other[:shorter]
