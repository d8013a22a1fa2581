"""What stands before a name: its article, the preposition, and the noun that « de » hangs on."""

from dataclasses import dataclass

from sourcier.reading.names.words import Words
from sourcier.reading.places.rules import Rules

_OPENING = frozenset({"«", "“", "„", '"', "(", "[", "—", "–", "-", ":", "•", "/"})


@dataclass(frozen=True, slots=True)
class Before:
    """The words before a name: `article` and `link` (a preposition, « de ») with none as "", `head` before a « de ».

    `at` is the first of their tokens.
    """

    article: str
    link: str
    head: str
    at: int


def before(words: Words, rules: Rules, first: int) -> Before:
    """Return what stands before token `first`."""
    at, article = first - 1, ""
    if words.at(at) in rules.articles:
        article, at = words.at(at), at - 1
    link = words.at(at)
    if link in rules.of:
        return Before(article, link, words.at(at - 1), at - 1)
    if link in rules.firm or link in rules.loose or _shouted_to(words, at):
        return Before(article, link, "", at)
    return Before(article, "", "", at + 1)


def preposition(words: Words, rules: Rules, found: Before) -> str:
    """Return the firm preposition before a name, in its table's spelling: « A » in capitals is « à »."""
    if found.link in rules.firm:
        return found.link
    return next(iter(rules.of_town), "") if found.link and _shouted_to(words, found.at) else ""


def _shouted_to(words: Words, at: int) -> bool:
    """Whether a token is « A » for « À », as capitals are written without accents."""
    return 0 <= at < len(words) and words.forms[at] == "A"


def shouting(words: Words, at: int) -> bool:
    """Tell whether a token and one beside it are in capitals throughout, so that capitals prove nothing."""
    return _in_capitals(words, at) and (_in_capitals(words, at - 1) or _in_capitals(words, at + 1))


def _in_capitals(words: Words, at: int) -> bool:
    return 0 <= at < len(words) and len(words.forms[at]) > 1 and words.forms[at].isupper()


def opens(words: Words, at: int) -> bool:
    """Tell whether a token opens a sentence or what is quoted in one, so that its capital proves nothing."""
    return at in words.sentence_starts or words.at(at - 1) in _OPENING
