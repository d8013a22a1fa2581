"""The inflected forms of verbs, from infinitives and a table of endings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sourcier.lang.language import Language

Mood = Literal["conditional", "future", "other"]


@dataclass(frozen=True, slots=True)
class Forms:
    """What a written form can be: `lemmas` are infinitives; `future` is false where it can be another tense too."""

    lemmas: frozenset[str]
    conditional: bool
    future: bool


@cache
def conjugate(code: str, lists: tuple[str, ...]) -> Mapping[str, Forms]:
    """Return every form of the infinitives in the named word lists of a language, lower-cased as written."""
    language = Language(code)
    lemmas: dict[str, set[str]] = {}
    moods: dict[str, set[str]] = {}
    for infinitive in sorted(set().union(*(language.words(name) for name in lists))):
        for form, mood in forms(language, infinitive):
            lemmas.setdefault(form, set()).add(infinitive)
            moods.setdefault(form, set()).add(mood)
    return {
        form: Forms(frozenset(of), "conditional" in moods[form], moods[form] == {"future"})
        for form, of in lemmas.items()
    }


def forms(language: Language, infinitive: str) -> Iterator[tuple[str, Mood]]:
    """Yield the forms of one verb with their moods."""
    table = language.table("conjugation")
    yield infinitive, "other"
    if infinitive in table["verbs"]:
        yield from _expand("", table["verbs"][infinitive], table)
        return
    for cut in range(len(infinitive) + 1):
        model = table["models"].get(infinitive[cut:])
        if model is not None:
            yield from _expand(infinitive[:cut], model, table)
            return


def _expand(stem: str, model: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Mood]]:
    moods: dict[str, Mood] = {table["conditional"]: "conditional", table["future"]: "future"}
    for token in model.split():
        start, plus, name = token.partition("+")
        for ending in table["sets"][name].split() if plus else ("",):
            yield stem + start + ending, moods.get(name, "other")
