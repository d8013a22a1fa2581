import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.store.tokens import tokens
from sourcier.store.windows import WORDS, size, windows

_TOKENS = st.lists(
    st.sampled_from(["le", "port", "rouvre", "lundi", "港口", "港口重新开放", "港口在星期一重新开放"]), max_size=40
)


@given(_TOKENS, st.integers(WORDS, 20))
def test_every_run_holds_a_window(words: list[str], run: int) -> None:
    found = windows(words, {word: len(word) for word in words}, run)
    for start in range(len(words)):
        end = next((e for e in range(start, len(words) + 1) if sum(map(size, words[start:e])) >= run), None)
        assert end is None or any(start <= window.start and window.end <= end for window in found)
    assert bool(found) == bool(words)


def test_the_windows_of_rare_words_are_taken() -> None:
    words = "le de la du les graves ont des aux un une".split()
    (window,) = windows(words, dict.fromkeys(words, 900) | {"graves": 1}, len(words))
    assert "graves" in words[window.start : window.end]


def test_a_short_text_is_one_window() -> None:
    assert [(each.start, each.end) for each in windows(["le", "port"], {"le": 9, "port": 1}, 8)] == [(0, 2)]


@pytest.mark.usefixtures("ledger")
def test_words_are_those_of_the_full_text_table(path: Path) -> None:
    text = "L’« Œuvre » d'Été-là : 1\u00a0000 m², co\u00adopération\u2011pilote; 港口重新开放。 ประเทศไทย İstanbul"
    with sqlite3.connect(path) as db:
        (sql,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'search'").fetchone()
        db.execute(
            sql.replace("search", "temp.other", 1).replace("content = 'articles', content_rowid = 'number', ", "")
        )
        db.execute("INSERT INTO other (text) VALUES (?)", (text.replace("\u00ad", ""),))
        db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab (temp, other, instance)")
        expected = [word for (word,) in db.execute("SELECT term FROM words ORDER BY offset")]
    assert tokens(text) == expected
    assert tokens("") == tokens(" …\0 ") == []
