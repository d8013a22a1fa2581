"""Verbs that tell what somebody is or becomes: « X est préfet », « il fut nommé juge », « Élu maire en mai, X … »."""

from sourcier.reading.names.words import Words
from sourcier.reading.people.lexis import Lexis
from sourcier.reading.people.role import RolePhrase

_VERBS = frozenset({"VERB", "AUX"})
_BESIDE = frozenset({"ADV", "PRON", "VERB", "AUX"})  # parts of speech between such a verb and the role
_BACK = 4  # tokens before a role in which its verb stands, and before this one its subject
_AHEAD = 9  # tokens after a role in which « , il » stands
_OTHERS = 4  # tokens between a name and a role that are no verbs


def is_becoming(words: Words, lexis: Lexis, first: int, stop: int) -> bool:
    """Tell whether tokens between a name and a role are « est », « a été nommé », « , devenu », « , qui fut »."""
    verbs = [at for at in range(first, stop) if words.upos(at) in _VERBS]
    becoming = lexis.sets["phrases.becoming"]
    if not verbs or words.lemma(verbs[-1]) not in becoming:
        return False
    others = [words.at(at) for at in range(first, stop) if at not in verbs]
    plain = all(words.lemma(at) in becoming or words.upos(at) == "AUX" for at in verbs)
    return plain and len(others) <= _OTHERS and lexis.sets["phrases.not_becoming"].isdisjoint(others)


def of_pronoun(words: Words, lexis: Lexis, role: RolePhrase) -> bool:
    """Tell whether a role without article is said of a pronoun: « il fut député », « Directeur du port, il … »."""
    if role.first in words.sentence_starts:
        ahead = range(role.stop, min(role.stop + _AHEAD, len(words) - 1))
        return any(words.at(at) == "," and words.at(at + 1) in lexis.sets["phrases.subjects"] for at in ahead)
    verb = _verb(words, lexis, role)
    if verb is None:
        return False
    return any(words.at(at) in lexis.sets["phrases.pronouns"] for at in range(max(0, verb - _BACK), verb))


def of_following(words: Words, lexis: Lexis, role: RolePhrase) -> bool:
    """Tell whether a role is said of who is named next: « Nommé préfet en mars, X … »."""
    verb = _verb(words, lexis, role) if role.article == "none" else None
    return verb is not None and verb in words.sentence_starts


def _verb(words: Words, lexis: Lexis, role: RolePhrase) -> int | None:
    """The first of the verbs right before a role, where the last of them is one of becoming."""
    verbs = [at for at in range(max(0, role.first - _BACK), role.first) if words.upos(at) in _VERBS]
    if not verbs or words.lemma(verbs[-1]) not in lexis.sets["phrases.becoming"]:
        return None
    return verbs[0] if all(words.upos(at) in _BESIDE for at in range(verbs[-1], role.first)) else None
