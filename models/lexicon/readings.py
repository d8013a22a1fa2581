"""From the dictionary's morphology to readings of Universal Dependencies as Sequoia writes them, and to marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.lexicon.hunspell import Form
from sourcier.lang.fr.morphology import Reading

VERB = re.compile(r"v[0-3][_ea](?P<uses>[a-z_]{7})")

_MOODS = {
    "ipre": "Mood=Ind|{}|Tense=Pres|VerbForm=Fin",
    "iimp": "Mood=Ind|{}|Tense=Imp|VerbForm=Fin",
    "ipsi": "Mood=Ind|{}|Tense=Past|VerbForm=Fin",
    "ifut": "Mood=Ind|{}|Tense=Fut|VerbForm=Fin",
    "cond": "Mood=Cnd|{}|Tense=Pres|VerbForm=Fin",
    "spre": "Mood=Sub|{}|Tense=Pres|VerbForm=Fin",
    "simp": "Mood=Sub|{}|Tense=Past|VerbForm=Fin",
    "impe": "Mood=Imp|{}|Tense=Pres|VerbForm=Fin",
}
_PERSONS = {
    f"{person}{short}": f"Number={number}|Person={person}"
    for person in "123"
    for short, number in (("sg", "Sing"), ("pl", "Plur"))
}
_PERSONS["3pl!"] = _PERSONS["3pl"]

# Of the dictionary's classes those that are no word (err, sfx, div, ponc) have no line; a prefix has a mark.
_CLASSES = {
    "nom": ("NOUN", ""),
    "titr": ("NOUN", ""),
    "loc.nom": ("NOUN", ""),
    "adj": ("ADJ", ""),
    "loc.adj": ("ADJ", ""),
    "npr": ("PROPN", ""),
    "prn": ("PROPN", ""),
    "patr": ("PROPN", ""),
    "loc.patr": ("PROPN", ""),
    "adv": ("ADV", ""),
    "loc.adv": ("ADV", ""),
    "negadv": ("ADV", "Polarity=Neg"),
    "advint": ("ADV", "PronType=Int"),
    "prep": ("ADP", ""),
    "loc.prep": ("ADP", ""),
    "prepv": ("ADP", ""),
    "loc.prepv": ("ADP", ""),
    "cjco": ("CCONJ", ""),
    "cjsub": ("SCONJ", ""),
    "cj": ("SCONJ", ""),
    "loc.cj": ("SCONJ", ""),
    "loc.cjsub": ("SCONJ", ""),
    "interj": ("INTJ", ""),
    "loc.interj": ("INTJ", ""),
    "nb": ("NUM", "NumType=Card"),
    "nbro": ("NUM", "NumType=Card"),
    "sign": ("SYM", ""),
    "propersuj": ("PRON", "PronType=Prs|Person=3"),
    "properobj": ("PRON", "PronType=Prs|Person=3"),
    "prodem": ("PRON", "PronType=Dem|Person=3"),
    "proind": ("PRON", "PronType=Ind|Person=3"),
    "proneg": ("PRON", "PronType=Neg"),
    "proint": ("PRON", "PronType=Int"),
    "prorel": ("PRON", "PronType=Rel"),
    "det": ("DET", ""),
    "detdem": ("DET", "PronType=Dem"),
    "detind": ("DET", ""),
    "detneg": ("DET", "PronType=Neg"),
    "detpos": ("DET", "Poss=Yes"),
    "detex": ("DET", "PronType=Int"),
}
_UNINFLECTED = {"ADV", "ADP", "CCONJ", "SCONJ", "INTJ", "NUM", "SYM"}
_INFLECTION = {"mas": "Gender=Masc", "fem": "Gender=Fem", "sg": "Number=Sing", "pl": "Number=Plur"}
_ORDINAL = re.compile(
    r"(\d+|[IVXLC]+)(er|re|e|ère|d|de|nd|nde|ème|ᵉ|ᵉʳ|ʳᵉ)s?|(premi|derni)(er|ère)s?|seconde?s?|.+ièmes?"
)

_MARKS = {"prn": "given name", "patr": "surname", "loc.patr": "surname", "npr": "proper name", "titr": "title"}
_MARKS |= {"pfx": "prefix", "mg": "function word"}
# What the letters of a verb's class say, by their place; `x` stands where the use is rare.
_USES = (
    {"i": "intransitive"},
    {"t": "transitive"},
    {"n": "transitive by a preposition"},
    {"q": "pronominal", "r": "pronominal", "x": "pronominal", "e": "pronominal", "p": "always pronominal"},
    {"m": "impersonal"},
    {"e": "conjugated with être"},
)


def of_entry(forms: list[Form]) -> Iterator[tuple[str, list[Reading], set[str]]]:
    """Yield form, readings and marks of all the forms of one dictionary entry."""
    numbered = any(_number(form) for form in forms)
    participle = next((form.form for form in forms if _is_citation(form)), "")
    feminine = next((form.form for form in forms if {"po:nom", "is:fem", "is:sg"} <= set(form.tags)), "")
    for form in forms:
        values = [tag.partition(":")[2] for tag in form.tags]
        # A pronoun that is joined on is a token of its own; a noun without a number is the bare entry of one that has.
        if any(tag.startswith("ds:") for tag in form.tags) or "err" in values or (numbered and not _number(form)):
            continue
        found = list(_readings(form, values, participle))
        # The treebank cites « présidente » by « président », « directrice » by itself; the dictionary by the masculine.
        own = [replace(one, lemma=feminine) for one in found if feminine and one.upos == "NOUN" and "Fem" in one.feats]
        yield form.form, found + [one for one in own if one not in found], set(_marks(form, values))


def _number(form: Form) -> bool:
    return "po:nom" not in form.tags or bool({"is:sg", "is:pl", "is:inv"} & set(form.tags))


def _is_citation(form: Form) -> bool:
    """Say whether the form is the past participle that an adjective of it is cited by."""
    return {"po:ppas", "is:mas"} <= set(form.tags) and "is:pl" not in form.tags


def _readings(form: Form, values: list[str], participle: str) -> Iterator[Reading]:
    lemma = next((tag.removeprefix("st:") for tag in form.tags if tag.startswith("st:")), form.lemma)
    inflection = [_INFLECTION[value] for value in values if value in _INFLECTION]
    if any(VERB.fullmatch(value) for value in values):
        for feats in _verbal(lemma, values, inflection):
            yield from (Reading(lemma, upos, feats) for upos in _verb_classes(lemma))
        if "adj" in values:
            yield Reading(participle or lemma, "ADJ", "|".join(inflection))
        return
    for value in values:
        upos, feats = _CLASSES.get(value, ("", ""))
        if upos:
            yield _nominal(form.form, lemma, upos, feats, inflection)
        if upos == "NOUN" and _acronym(form.form):
            yield _nominal(form.form, lemma, "PROPN", feats, inflection)


def _verb_classes(lemma: str) -> tuple[str, ...]:
    if lemma in {"être", "avoir"}:
        return "AUX", "VERB"
    return ("VERB", "AUX") if lemma == "faire" else ("VERB",)


def _invariable(lemma: str) -> tuple[str, ...]:
    """What the treebank says of a participle that never agrees (« participé »), but for four verbs."""
    return () if lemma in {"être", "falloir", "pleuvoir", "pouvoir"} else ("Gender=Masc", "Number=Sing")


def _verbal(lemma: str, values: list[str], inflection: list[str]) -> Iterator[str]:
    if "infi" in values:
        yield "VerbForm=Inf"
    if "ppre" in values:
        yield "Tense=Pres|VerbForm=Part"
    if "ppas" in values:
        yield "|".join([*(inflection or _invariable(lemma)), "Tense=Past", "VerbForm=Part"])
    for mood in (_MOODS[value] for value in values if value in _MOODS):
        yield from (mood.format(_PERSONS[value]) for value in values if value in _PERSONS)


def _nominal(form: str, lemma: str, upos: str, feats: str, inflection: list[str]) -> Reading:
    if upos == "NOUN" and _proper(form):
        upos = "PROPN"
    if upos == "PROPN" and inflection and not any(one.startswith("Number=") for one in inflection):
        inflection = [*inflection, "Number=Sing"]
    if upos == "ADJ" and _ORDINAL.fullmatch(form):
        feats = "NumType=Ord"
    parts = [part for part in feats.split("|") if part]
    return Reading(lemma, upos, "|".join(sorted(parts + ([] if upos in _UNINFLECTED else inflection), key=str.lower)))


def _proper(form: str) -> bool:
    return form[:1].isupper() and len(form) > 1 and not form.isupper()


def _acronym(form: str) -> bool:
    return form.isupper() and len(form) > 1


def _marks(form: Form, values: list[str]) -> Iterable[str]:
    yield from (_MARKS[value] for value in values if value in _MARKS)
    if any(value.startswith("loc.") for value in values):
        yield "locution"
    if "nom" in values and form.form[:1].isupper() and len(form.form) > 1:
        yield "acronym" if _acronym(form.form) else "capitalised noun"
    for value in values:
        verb = VERB.fullmatch(value)
        if verb:
            uses = zip(_USES, verb["uses"], strict=False)
            yield from (names[letter] for names, letter in uses if letter in names)
