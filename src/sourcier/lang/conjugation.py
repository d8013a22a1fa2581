"""The inflected forms of verbs, from infinitives and a table of endings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sourcier.lang.language import Language


@dataclass(frozen=True, slots=True)
class Forms:
    """What a written form can be: `lemmas` are infinitives, `conditional` tells whether it can be a conditional."""

    lemmas: frozenset[str]
    conditional: bool


@cache
def conjugate(code: str, lists: tuple[str, ...]) -> Mapping[str, Forms]:
    """Return every form of the infinitives in the named word lists of a language, lower-cased as written."""
    language = Language(code)
    lemmas: dict[str, set[str]] = {}
    conditional: set[str] = set()
    for infinitive in sorted(set().union(*(language.words(name) for name in lists))):
        for form, is_conditional in forms(language, infinitive):
            lemmas.setdefault(form, set()).add(infinitive)
            if is_conditional:
                conditional.add(form)
    return {form: Forms(frozenset(of), form in conditional) for form, of in lemmas.items()}


def forms(language: Language, infinitive: str) -> Iterator[tuple[str, bool]]:
    """Yield the forms of one verb, with whether each is a conditional."""
    table = language.table("conjugation")
    yield infinitive, False
    if infinitive in table["verbs"]:
        yield from _expand("", table["verbs"][infinitive], table)
        return
    for cut in range(len(infinitive) + 1):
        model = table["models"].get(infinitive[cut:])
        if model is not None:
            yield from _expand(infinitive[:cut], model, table)
            return


def _expand(stem: str, model: str, table: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    for token in model.split():
        start, plus, name = token.partition("+")
        for ending in table["sets"][name].split() if plus else ("",):
            yield stem + start + ending, name == table["conditional"]
