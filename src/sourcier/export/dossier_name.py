"""What the file of a dossier is called: who published the two texts, and when the later one came out."""

import re
import unicodedata

from sourcier.core.article import Article
from sourcier.core.comparison import Comparison

_LONGEST = 24  # characters of what either text is called by
_DAY = len("2031-03-04")
_APART = re.compile(r"[^a-z0-9]+")


def dossier_name(pair: Comparison) -> str:
    """Return a name of ASCII letters, digits and hyphens: « dossier-SOURCE-DERIVED-DAY.html », as far as is known."""
    day = pair.derived.published.value[:_DAY] if pair.derived.published else ""
    parts = ("dossier", _called(pair.source), _called(pair.derived), _plain(day))
    return f"{'-'.join(part for part in parts if part)}.html"


def _called(article: Article) -> str:
    return _plain(article.outlet or "") or _plain(article.id) or "text"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae")).lower()
    kept = _APART.sub("-", "".join(each for each in letters if not unicodedata.combining(each))).strip("-")
    if len(kept) <= _LONGEST:
        return kept
    return (kept[: _LONGEST + 1].rpartition("-")[0] or kept[:_LONGEST]).strip("-")
