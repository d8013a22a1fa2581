"""Loads the frozen marked cases, refuses marks that do not fit; `python -m eval.cases.load [--second]` counts them."""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from eval.cases.check import CaseError, check_pair, check_set, need
from eval.cases.forms import Article, ArticleSet, Credit, CreditText, Edit, LanguageCase, Pair, Span, Stretch

FIRST = Path(__file__).parent
SECOND = FIRST / "second"
CATEGORIES = frozenset(
    {"negation", "modality", "number", "date", "actor", "place"}
    | {"verb", "name", "attribution", "wording", "spelling", "typography"}
)
SCOPES = frozenset({"text", "paragraph", "sentence", "image"})
STRETCHES = frozenset({"reuse", "quotation", "boilerplate", "none"})
MARK = re.compile("⟦([^⟦⟧]*)⟧")
Row = TypeVar("Row")


def folder(arguments: Sequence[str]) -> Path:
    """Return the folder of the set that a command line asks for: the first, or with `--second` the second."""
    return SECOND if "--second" in arguments else FIRST


def edit_pairs(of: Path = FIRST) -> tuple[Pair, ...]:
    """Read the pairs of `edits.toml`."""
    return _read(of / "edits.toml", "pair", _pair)


def credit_texts(of: Path = FIRST) -> tuple[CreditText, ...]:
    """Read the articles of `credit.toml`."""
    return _read(of / "credit.toml", "article", _credit_text)


def article_sets(of: Path = FIRST) -> tuple[ArticleSet, ...]:
    """Read the sets of `passages.toml`."""
    return _read(of / "passages.toml", "set", _article_set)


def language_cases() -> tuple[LanguageCase, ...]:
    """Read the texts of `languages.toml`, which the first set alone has."""
    return _read(FIRST / "languages.toml", "case", _language_case)


def _read(path: Path, table: str, build: Callable[[dict[str, Any]], Row]) -> tuple[Row, ...]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))[table]
    need(len({row["id"] for row in rows}) == len(rows), path.name, "two cases have one id")
    return tuple(build(row) for row in rows)


def _pair(row: dict[str, Any]) -> Pair:
    source = derived = ""
    edits = []
    # Odd pieces are the marks, even ones the text that both sides have.
    for index, piece in enumerate(MARK.split(row["text"])):
        if index % 2 == 0:
            source, derived = source + piece, derived + piece
            continue
        words, _, category = piece.rpartition("|")
        before, arrow, after = words.partition("→")
        need(bool(arrow) and category in CATEGORIES, row["id"], f"a mark that cannot be read: {piece}")
        spans = _side(before, len(source), category), _side(after, len(derived), category)
        kind = "insert" if not spans[0].text else "substitute" if spans[1].text else "delete"
        edits.append(Edit(kind, category, *spans))
        source, derived = source + before, derived + after
    pair = Pair(row["id"], row["lang"], source, derived, tuple(edits))
    check_pair(pair)
    return pair


def _side(side: str, at: int, category: str) -> Span:
    """Drop the spaces around a side of a mark, which begins at `at`; typography may be about them and keeps them."""
    words = side if category == "typography" else side.strip()
    start = at + side.index(words) if words else at
    return Span(start, start + len(words), words)


def _plain(row: dict[str, Any]) -> tuple[str, list[tuple[list[str], Span]]]:
    """Take the marks out of the text, and give each one's labels and span."""
    text, marks = "", []
    for index, piece in enumerate(MARK.split(row["text"])):
        words, *labels = _fields(row["id"], piece) if index % 2 else (piece,)
        if labels:
            marks.append((labels, Span(len(text), len(text) + len(words), words)))
        text += words
    need(not set("⟦⟧") & set(text), row["id"], "a mark is not closed")
    return text, marks


def _fields(where: str, piece: str) -> list[str]:
    """Put the words first; a stretch is marked label first, because it may hold anything, a credit words first."""
    fields = piece.split("|")
    need(len(fields) in {2, 3}, where, f"a mark that cannot be read: {piece}")
    return fields if len(fields) == 3 else fields[::-1]


def _credit_text(row: dict[str, Any]) -> CreditText:
    text, marks = _plain(row)
    credits_ = tuple(Credit(span, tuple(names.split(",")), scope) for (names, scope), span in marks)
    need(all(credit.scope in SCOPES for credit in credits_), row["id"], "unknown scope")
    counted = any(credit.scope != "image" for credit in credits_)
    need(counted != ("trap" in row), row["id"], "an article is either a trap or has a credit")
    return CreditText(row["id"], row["lang"], text, credits_, row.get("trap"))


def _article_set(row: dict[str, Any]) -> ArticleSet:
    articles = tuple(_article(article) for article in row["article"])
    whole = ArticleSet(row["id"], row["lang"], row["note"], articles)
    check_set(whole)
    return whole


def _article(row: dict[str, Any]) -> Article:
    text, marks = _plain(row)
    stretches = tuple(Stretch(key, key.rstrip("0123456789"), span) for (key,), span in marks)
    need(all(stretch.kind in STRETCHES for stretch in stretches), row["id"], "unknown kind of stretch")
    published = row["published"].isoformat() if "published" in row else ""
    return Article(row["id"], row["outlet"], published, text, stretches)


def _language_case(row: dict[str, Any]) -> LanguageCase:
    languages = tuple(None if code == "null" else code for code in row["languages"])
    need(len(row["text"].split("\n\n")) == len(languages), row["id"], "one language for each paragraph")
    return LanguageCase(row["id"], row["text"], languages)


def _report(of: Path) -> None:
    pairs, texts, sets = edit_pairs(of), credit_texts(of), article_sets(of)
    print("edits", len(pairs), Counter(e.category for p in pairs for e in p.edits))
    print("  kinds", Counter(e.kind for p in pairs for e in p.edits), Counter(p.lang for p in pairs))
    several = sum(len({e.category for e in p.edits} - {"typography"}) > 1 for p in pairs)
    plain = sum({e.category for e in p.edits} <= {"typography"} for p in pairs)
    print("  of several categories", several, "unchanged or typography only", plain)
    print("credit", len(texts), Counter(c.scope for t in texts for c in t.credits), Counter(t.lang for t in texts))
    print("  traps", sum(bool(t.trap) for t in texts), Counter(n for t in texts for c in t.credits for n in c.names))
    kinds = (s.kind for group in sets for s in {s.key: s for a in group.articles for s in a.stretches}.values())
    words = sorted(len(a.text.split()) for group in sets for a in group.articles)
    print("passages", len(sets), Counter(kinds), "words an article", words[0], "to", words[-1])
    if of != FIRST:
        return
    cases = language_cases()
    print("languages", len(cases), Counter(code for case in cases for code in case.languages))


if __name__ == "__main__":
    try:
        _report(folder(sys.argv[1:]))
    except CaseError as problem:
        raise SystemExit(str(problem)) from None
