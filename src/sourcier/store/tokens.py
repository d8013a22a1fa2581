"""The words of a text as the full-text table splits it, which is not quite as texts are compared."""

import sqlite3
from contextlib import closing

from sourcier.store.records import written

_SPLIT = "CREATE VIRTUAL TABLE split USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2')"
_WORDS = "CREATE VIRTUAL TABLE words USING fts5vocab (split, instance)"
_INVISIBLE = str.maketrans("", "", "\u00ad\u0640\u200b\u200c\u200d\u2060\ufeff")  # the table would split words there


def tokens(text: str) -> list[str]:
    """Return the words in order, without case and accents; a clause of a script without spaces is one."""
    with closing(sqlite3.connect(":memory:")) as db:
        for statement in (_SPLIT, _WORDS):
            db.execute(statement)
        db.execute("INSERT INTO split (rowid, text) VALUES (1, ?)", (written(text).translate(_INVISIBLE),))
        return [word for (word,) in db.execute("SELECT term FROM words ORDER BY offset")]
