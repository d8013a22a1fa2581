"""Sentences as the press quotes them: « …, a déclaré mardi le préfet », « …, dit-il »; and days named after a verb.

The treebanks have few of these, and readers of the press need them read well. What is added follows Sequoia's manner.
"""

import random
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from eval.conllu import Word

Words = tuple[Word, ...]

_LONGEST = 12  # tokens of a subject
_ENDS = frozenset(".!?…")
_ARTICLE = "Definite=Def|Number=Sing|PronType=Art"
_PRONOUN = "Emph=No|Gender={gender}|Number={number}|Person=3|PronType=Prs"
_PERFECT, _PRONOUNS, _QUOTED, _INSIDE, _DAY, _HEARER = 0.6, 0.2, 0.5, 0.25, 0.25, 0.15


def subjects(sentences: Iterable[Words]) -> list[Words]:
    """Return the nominal subjects of `sentences` as small trees of their own, those with a name three times."""
    found = [tree for one in sentences for at, word in enumerate(one) if (tree := _subject(one, at, word))]
    return found + 2 * [tree for tree in found if any(word.upos == "PROPN" for word in tree)]


def said(words: Words, nouns: Sequence[Words], chance: random.Random) -> Words:
    """Return `words` as a quotation, with who said it after it or, sometimes, at a comma inside; else unchanged."""
    root = next(at for at, word in enumerate(words) if word.head == at)
    if words[-1].form not in _ENDS or words[-1].head == len(words) - 1 or len(words) < 4:
        return words
    commas = [at for at, word in enumerate(words[:-1]) if word.form == "," and at > 2]
    inside = bool(commas) and chance.random() < _INSIDE
    cut = chance.choice(commas) + 1 if inside else len(words) - 1
    saying = _saying(nouns, chance)
    mark = _word(",", ",", "PUNCT", "", -1, "punct")
    if not inside:
        saying = [mark, *(_moved(one, 1) for one in saying)]
        verb = next(at for at, one in enumerate(saying) if one.relation == "parataxis:insert")
        saying[0] = replace(mark, head=verb)
    else:
        verb = next(at for at, one in enumerate(saying) if one.relation == "parataxis:insert")
        saying = [*saying, replace(mark, head=verb)]
    joined = _inserted(words, cut, saying, root)
    return _quoted(joined, cut) if not inside and chance.random() < _QUOTED else joined


def dated(words: Words, chance: random.Random) -> Words:
    """Return `words` with a day after one of its verbs, where one may stand."""
    places = [
        at
        for at, word in enumerate(words[:-1])
        if word.upos == "VERB"
        and any(one.head == at and one.relation.startswith("nsubj") for one in words)
        and words[at + 1].upos in {"DET", "ADP", "PUNCT", "SCONJ"}
        and "VerbForm=Inf" not in word.feats
    ]
    if not places:
        return words
    verb = chance.choice(places)
    day = _day(chance, 0)
    return _inserted(words, verb + 1, [day], verb, relation="obl:mod")


def _subject(words: Words, at: int, word: Word) -> Words:
    if word.relation not in {"nsubj", "nsubj:pass"} or word.upos not in {"NOUN", "PROPN"}:
        return ()
    under = {at}
    for _ in range(_LONGEST):
        under |= {place for place, one in enumerate(words) if one.head in under}
    first, last = min(under), max(under)
    whole = len(under) == last - first + 1 <= _LONGEST
    if not whole or words[first].upos not in {"DET", "PROPN", "NUM"} or words[last].upos == "PUNCT":
        return ()
    found = [replace(one, head=one.head - first) for one in words[first : last + 1]]
    found[at - first] = replace(found[at - first], head=at - first, relation="nsubj")
    if found[0].upos != "PROPN":
        found[0] = replace(found[0], form=found[0].form[:1].lower() + found[0].form[1:])
    return tuple(found)


def _saying(nouns: Sequence[Words], chance: random.Random) -> list[Word]:
    """« a déclaré mardi le préfet »; the verb has the relation `parataxis:insert`, its head is to be set."""
    lemma, (single, plural, participle) = chance.choice(list(_listed()["verbs"].items()))
    perfect = chance.random() < _PERFECT
    pronoun = chance.random() < _PRONOUNS
    subject = () if pronoun else chance.choice(nouns)
    many = any(one.head == at and "Number=Plur" in one.feats for at, one in enumerate(subject))
    number, gender = ("Plur" if many else "Sing"), chance.choice(("Masc", "Fem"))
    finite = f"Mood=Ind|Number={number}|Person=3|Tense=Pres|VerbForm=Fin"
    verb = _word(plural if many else single, lemma, "VERB", finite, -1, "parataxis:insert")
    start: list[Word] = [verb]
    if perfect:
        feats = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
        start = [
            _word("ont" if many else "a", "avoir", "AUX", finite, 1, "aux:tense"),
            replace(verb, form=participle, feats=feats),
        ]
    if pronoun:
        spoken = ("-t-" if start[0].form[-1] in "ae" else "-") + ("il" if gender == "Masc" else "elle")
        last = len(start)
        feats = _PRONOUN.format(gender=gender, number=number)
        start = [
            *(replace(one, head=last if one.head == 1 else one.head) for one in start[:1]),
            _word(spoken, "lui", "PRON", feats, last if perfect else 0, "nsubj"),
            *start[1:],
        ]
    at = next(place for place, one in enumerate(start) if one.relation == "parataxis:insert")
    if chance.random() < _DAY:
        start.append(_day(chance, at))
    if chance.random() < _HEARER:
        start += _hearer(chance, at, len(start))
    first = len(start)
    tail = [replace(one, head=at if one.head == place else one.head + first) for place, one in enumerate(subject)]
    return start + tail


def _day(chance: random.Random, head: int) -> Word:
    name = chance.choice(_listed()["days"]["names"])
    return _word(name, name, "NOUN", "Gender=Masc|Number=Sing", head, "obl:mod")


def _hearer(chance: random.Random, verb: int, first: int) -> list[Word]:
    forms = chance.choice(_listed()["hearers"]["forms"]).split()
    noun = first + len(forms) - 1
    found = [_hearing(form, noun) for form in forms[:-1]]
    name = forms[-1]
    upos = "PROPN" if name[0].isupper() else "NOUN"
    lemma = "journaliste" if name == "journalistes" else name
    feats = {"journalistes": "Gender=Masc|Number=Plur", "AFP": "Gender=Fem|Number=Sing", "Reuters": ""}
    role = "obl:mod" if forms[0] == "devant" else "obl:arg"
    return [*found, _word(name, lemma, upos, feats.get(name, "Gender=Fem|Number=Sing"), verb, role)]


def _hearing(form: str, noun: int) -> Word:
    if form == "aux":
        return _word("aux", "à", "ADP", "Definite=Def|Number=Plur|PronType=Art", noun, "case")
    if form in {"la", "l'"}:
        return _word(form, "le", "DET", "Definite=Def|Gender=Fem|Number=Sing|PronType=Art", noun, "det")
    if form == "notre":
        return _word(
            form, "son", "DET", "Number=Sing|Number[psor]=Plur|Person[psor]=1|Poss=Yes|PronType=Prs", noun, "det"
        )
    return _word(form, form, "ADP", "", noun, "case")


def _inserted(words: Words, cut: int, added: Sequence[Word], root: int, relation: str = "parataxis:insert") -> Words:
    """Put `added` before the word at `cut`; the one with `relation` hangs on the word at `root`."""
    size = len(added)

    def moved(place: int) -> int:
        return place + size if place >= cut else place

    kept = [replace(one, head=moved(one.head)) for one in words]
    put = [replace(one, head=moved(root) if one.relation == relation else one.head + cut) for one in added]
    return (*kept[:cut], *put, *kept[cut:])


def _moved(word: Word, by: int) -> Word:
    return replace(word, head=word.head + by if word.head >= 0 else word.head)


def _quoted(words: Words, cut: int) -> Words:
    """Put quotation marks around the words before `cut`."""
    root = next(at for at, word in enumerate(words) if word.head == at)
    if any(one.form in {'"', "«", "»"} for one in words):
        return words
    mark = _word('"', '"', "PUNCT", "", root, "punct")
    closed = _inserted(words, cut, [replace(mark, relation="quote")], root, "quote")
    opened = _inserted(closed, 0, [replace(mark, relation="quote")], root if root < cut else root + 1, "quote")
    return tuple(replace(one, relation="punct") if one.relation == "quote" else one for one in opened)


def _word(form: str, lemma: str, upos: str, feats: str, head: int, relation: str) -> Word:  # noqa: PLR0913, PLR0917 - the columns
    return Word(form, lemma, upos, feats, head, relation, space_after=True)


@cache
def _listed() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
