"""A written word, and the marks that say what it can be."""

from dataclasses import dataclass

from sourcier.lineage.differing.similar import same_stem

LISTS = (
    "negation", "modality", "numbers", "months", "weekdays", "times", "actors", "titles", "places", "demonyms",
    "attribution", "attribution_prepositions", "stop_words", "determiners", "place_prepositions",
    "agent_prepositions", "place_nouns", "bounds", "date_prepositions", "complementizers", "pronouns",
    "genitives", "prepositions", "clock", "place_heads", "negation_seconds", "adjectives",
)  # fmt: skip
(
    NEGATION, MODAL, NUMBER, MONTH, WEEKDAY, TIME, ACTOR, TITLE, PLACE, DEMONYM, CUE, ACCORDING, STOP, DETERMINER,
    IN_PLACE, AGENT, PLACE_NOUN, BOUND, IN_TIME, THAT, PRONOUN,
    GENITIVE, PREPOSITION, CLOCK, PLACE_HEAD, AFTER_NEGATION, ADJECTIVE,
) = (1 << place for place in range(len(LISTS)))  # fmt: skip
VERB, INFINITIVE, GERUND, CONDITIONAL, FUTURE, REPORTING, WEAK_REPORTING, DIGIT, CAPITAL, PHRASE, UNKNOWN = (
    1 << place for place in range(len(LISTS), len(LISTS) + 11)
)
LISTED = MONTH | WEEKDAY | NUMBER | VERB | STOP
DATE = MONTH | WEEKDAY | TIME

NO_LEMMAS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """A written word: `marks` are bits of this module, `lemmas` the infinitives it can be a form of.

    `value` is the number it says, as digits, where it says one.
    """

    written: str
    folded: str
    marks: int
    lemmas: frozenset[str] = NO_LEMMAS
    value: str | None = None

    def like(self, other: "Word") -> bool:
        """Tell whether the two differ by an ending at most."""
        return same_stem(self.folded, other.folded)
