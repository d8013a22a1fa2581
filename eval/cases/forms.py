"""The forms of the marked cases: values only, offsets half-open in code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of code points, with its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One marked edit; the empty side of an insertion or a deletion is an empty span at its position."""

    kind: str
    category: str
    source: Span
    derived: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text, a derived text, and every edit between them in order."""

    id: str
    lang: str
    source: str
    derived: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """The words that give a credit, the names credited, and how far the credit reaches."""

    span: Span
    names: tuple[str, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class CreditText:
    """An article with its credits; `trap` says what could be mistaken for one."""

    id: str
    lang: str
    text: str
    credits: tuple[Credit, ...]
    trap: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A marked stretch of one article; the same `key` in another article of the set is its counterpart."""

    key: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a set, with its marked stretches; `published` is a day, or empty where the article has no date."""

    id: str
    outlet: str
    published: str
    text: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """Articles read together; `note` says what the set is about."""

    id: str
    lang: str
    note: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class LanguageCase:
    """A text and the language of each of its paragraphs; None where none can be told."""

    id: str
    text: str
    languages: tuple[str | None, ...]
