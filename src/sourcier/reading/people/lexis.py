"""What a language says of names, titles and roles, made ready once."""

from functools import cache, lru_cache

from sourcier.lang.language import Language
from sourcier.lang.load import lexicon
from sourcier.reading.gazetteer.demonyms import demonyms
from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.people import shape
from sourcier.reading.people.heads import Head, heads
from sourcier.reading.people.phrases import Phrases

KEPT = 1 << 15  # shapes kept for forms met again
_SHORTEST_GLUED = 6  # letters of a noun that an article may be glued to: « lecolonel », but not Lawali
_SPELLING = str.maketrans("’‘ʼ‐‑", "'''--")


class Lexis:
    """The names, titles, nouns of roles and small words of one language."""

    def __init__(self, language: Language) -> None:
        """Read `people.toml` and the two lists of names."""
        table = language.table("people")
        self.sets = {
            f"{part}.{name}": frozenset(values)
            for part, of in table.items()
            for name, values in of.items()
            if isinstance(values, list) and all(isinstance(value, str) for value in values)
        }
        self.courtesy = Phrases((phrase, phrase) for phrase in table["titles"]["courtesy"])
        self._lexicon = lexicon(language.code)
        self._heads = self._with_bare(dict(heads(table)))
        self.heads = Phrases(self._heads.items())
        self.going_on = Phrases((phrase, True) for phrase in table["phrases"]["going_on"])
        self.interim = Phrases((phrase, True) for phrase in table["phrases"]["interim"])
        self.former_after = Phrases((phrase, True) for phrase in table["phrases"]["former_after"])
        self.alike: tuple[tuple[str, str], ...] = tuple(map(tuple, table["names"]["alike"]))
        self.shape = lru_cache(KEPT)(self._shape)
        self._given = frozenset(map(key, language.words("given_names")))
        self._family = frozenset(map(key, language.words("family_names")))
        self._other = frozenset(map(key, table["other"]["words"]))
        self._demonyms = demonyms(language)

    def has(self, name: str, word: str) -> bool:
        """Tell whether a set of the table (« names.inside ») holds a word."""
        return word in self.sets[name]

    def head(self, word: str) -> Head | None:
        """Return the noun of a role that a word is."""
        return self._heads.get(word)

    def compound(self, word: str) -> Head | None:
        """Return the first of two nouns of roles that a hyphen joins (« journaliste-écrivain »)."""
        first, hyphen, second = word.partition("-")
        return self._heads.get(first) if hyphen and second in self._heads else None

    def countries(self, word: str) -> tuple[str, ...]:
        """Return the countries (ISO 3166 alpha-2) of an adjective that tells them without doubt."""
        return tuple(codes[0] for codes in self._demonyms.countries(word) if len(codes) == 1)

    def _shape(self, form: str) -> int:
        spelt = form.translate(_SPELLING)
        low, folded = spelt.lower(), key(spelt)
        marks = self._begins(low)
        article, hyphen, bound = spelt.partition("-")
        if (bound if hyphen and article.lower() in self.sets["names.article"] else spelt)[:1].isupper():
            marks |= shape.CAPITAL
            if len(folded) > 1 and spelt.isupper():
                marks |= shape.CAPITALS
        if _is_initial(spelt):
            return marks | shape.INITIAL
        if not _is_word(spelt):
            return marks & (shape.HEAD | shape.TITLE)
        marks |= shape.LETTERS
        first, last = folded.split(" ")[0], folded.split(" ")[-1]
        given = folded in self._given
        common = self._is_common(low)
        tests = (
            (shape.GIVEN, given or (first != folded and first in self._given)),
            (shape.FAMILY, folded in self._family or (first != folded and last in self._family)),
            (shape.OTHER, not given and (folded in self._other or low in self._other)),
            (shape.INSIDE, low in self.sets["names.inside"]),
            (shape.OPENING, low in self.sets["names.opening"]),
            (shape.BOND, low in self.sets["names.bonds"]),
            (shape.WORD, common),
            (shape.DEMONYM, bool(self._demonyms.countries(spelt))),
        )
        for flag, holds in tests:
            if holds:
                marks |= flag
        if not common and not marks & shape.PERSONAL and self._is_glued(low):
            marks |= shape.GLUED
        return marks

    def _with_bare(self, named: dict[str, Head]) -> dict[str, Head]:
        """The nouns of roles also without the accents that capitals lose (« GENERAL »), if that is no other word."""
        bare = {_without_accents(form): head for form, head in named.items() if not form.isascii()}
        return {form: head for form, head in bare.items() if not self._is_common(form)} | named

    def _begins(self, low: str) -> int:
        """What a word begins as it stands."""
        prefixed = any(low.startswith(prefix) for prefix in self.sets["phrases.former_prefixes"])
        begins = low in self.heads or prefixed or self.compound(low)
        return (shape.HEAD if begins else 0) | (shape.TITLE if low in self.courtesy else 0)

    def _is_glued(self, low: str) -> bool:
        articles = self.sets["phrases.article"]
        nouns = (low.removeprefix(each) for each in articles if low.startswith(each))
        return any(len(noun) >= _SHORTEST_GLUED and noun in self._heads for noun in nouns)

    def _is_common(self, low: str) -> bool:
        readings = self._lexicon.readings(low) if self._lexicon else ()
        return any(reading.upos != "PROPN" for reading in readings)


@cache
def lexis(language: Language) -> Lexis | None:
    """Return the lexis of a language, None where it has no table of people."""
    try:
        return Lexis(language)
    except FileNotFoundError:
        return None


def _is_initial(form: str) -> bool:
    return form.endswith(".") and form[0].isupper() and all(len(part) <= 2 for part in form[:-1].split("."))


def _is_word(form: str) -> bool:
    return (
        any(map(str.isalpha, form))
        and not form.endswith("'")
        and all(sign.isalpha() or sign in "-'.`´ʿʾ" for sign in form)
    )


def _without_accents(phrase: str) -> str:
    return " ".join("-".join(map(key, word.split("-"))) for word in phrase.split(" "))
