"""The names of the register, and words of names, as texts write them; whether words may hold any of them."""

import re
from functools import cache

from sourcier.lineage.naming.phrases import alternatives, phrases
from sourcier.lineage.naming.register import register
from sourcier.lineage.naming.tree import tree
from sourcier.text.fold import fold

_SHORT = 5  # letters: a name as short counts as it is registered only, and is found as it is written


@cache
def _known_names() -> frozenset[str]:
    names = {name for outlet in register() for name in outlet.names}
    names |= {name[0].lower() + name[1:] for name in names if name.startswith("Agence ")}
    names |= {f"{first} {rest.lower()}" for name in names for first, _, rest in [name.partition(" ")] if rest}
    return frozenset(names | {name.upper() for name in names if len(name) > 3})


@cache
def name_cues() -> frozenset[str]:
    """Return the words by which a name is found: names as they are registered, and words of names."""
    parts = {word[0].upper() + word[1:] for word in phrases("name_words")} | {"TV", "RTV"}
    return _known_names() | parts


@cache
def written() -> re.Pattern[str]:
    """Return the pattern of one of the cues."""
    return re.compile(rf"{alternatives(name_cues(), capitals=False)}(?!\w)")


def may_name(words: str) -> bool:
    """Tell whether `words` may hold a name or a site of the register, however spelt, or an agency's name.

    A cheap test that errs to one side only: what it denies, no closer look would find.
    """
    return "Agenc" in words or bool(_cue().search(words) or _folded().search(fold(words)))


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(name_cues(), capitals=False)}(?![^\W_])")


@cache
def _folded() -> re.Pattern[str]:
    names = {fold(name) for outlet in register() for name in (outlet.name, *outlet.names)}
    sites = {fold(site) for outlet in register() for site in outlet.domains}
    return re.compile(tree({name for name in names if len(name) > _SHORT} | sites))
