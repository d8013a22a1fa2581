"""French as it is printed: spaces that do not break, apostrophes that are none of a typewriter."""

import re

import pytest

from sourcier.lang.interface import phrases

_WRONG = {
    "a space that may break before a mark": re.compile(r" (?=[:;?!»%](?:\s|$|[.,)]))"),
    "a space that may break after a quotation mark": re.compile(r"« "),
    "a straight apostrophe": re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|[«{])"),
}


def _lines() -> list[tuple[str, str]]:
    found = []
    for key, entry in phrases("fr").entries.items():
        if key.endswith(".examples"):  # lines of a terminal
            continue
        for text in (entry,) if isinstance(entry, str) else entry:
            found += [(key, line) for line in text.splitlines()]
    return found


@pytest.mark.parametrize("why", _WRONG)
def test_french_is_printed_as_french(why: str) -> None:
    assert [key for key, line in _lines() if _WRONG[why].search(line)] == []


@pytest.mark.parametrize(("why", "line"), zip(_WRONG, ["un mot : l’autre", "« mot\u00a0»", "l'autre"], strict=True))
def test_the_rules_find_what_is_wrong(why: str, line: str) -> None:
    assert _WRONG[why].search(line)
