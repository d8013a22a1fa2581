"""Every form of a Hunspell dictionary with the morphology of its entry and of the affix rules that made it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NEEDS_AFFIX = "()"
ENTRY = re.compile(r"(?P<word>[^\s/]+)(?:/(?P<flags>\S+))?(?P<tags>.*)")
DEEPEST = 2  # rules on rules: a unit's prefix, then its plural


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of an affix rule; `strip` leaves the word, `add` comes in its place."""

    prefix: bool
    strip: str
    add: str
    flags: tuple[str, ...]
    condition: re.Pattern[str]
    tags: tuple[str, ...]

    def applies(self, word: str) -> bool:
        """Say whether the word bears what the rule strips and meets its condition."""
        return (word.startswith if self.prefix else word.endswith)(self.strip) and bool(self.condition.search(word))


@dataclass(frozen=True, slots=True)
class Form:
    """A form, its dictionary word and all tags in force (`po:nom`, `is:fem`), in the order entry, then rules."""

    form: str
    lemma: str
    tags: tuple[str, ...]


def entries(dictionary: Path, affixes: Path) -> Iterator[list[Form]]:
    """Expand each entry of a .dic file by its .aff file; not with elided words before (« l'an »)."""
    rules = _rules(affixes)
    for line in dictionary.read_text("utf-8").splitlines()[1:]:
        found = ENTRY.match(line)
        if found:
            word, flags = found["word"], _pairs(found["flags"] or "")
            yield list(_expand(Form(word, word, tuple(found["tags"].split())), flags, rules, 0))


def _expand(form: Form, flags: tuple[str, ...], rules: dict[str, list[Rule]], depth: int) -> Iterator[Form]:
    if NEEDS_AFFIX not in flags:
        yield form
    if depth > DEEPEST:
        return
    for rule in (rule for flag in flags for rule in rules.get(flag, ())):
        if rule.applies(form.form):
            yield from _expand(_applied(rule, form), rule.flags, rules, depth + 1)


def _applied(rule: Rule, form: Form) -> Form:
    tags = form.tags + rule.tags
    if rule.prefix:
        return Form(rule.add + form.form[len(rule.strip) :], rule.add + form.lemma[len(rule.strip) :], tags)
    return Form(form.form[: len(form.form) - len(rule.strip)] + rule.add, form.lemma, tags)


def _rules(affixes: Path) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for line in affixes.read_text("utf-8").splitlines():
        fields = line.split()
        if len(fields) < 5 or fields[0] not in {"PFX", "SFX"}:
            continue
        add, _, flags = fields[3].partition("/")
        if "'" in add or "’" in add:
            continue  # elision: the tokens are two
        found[fields[1]].append(_rule(fields, add, flags))
    return found


def _rule(fields: list[str], add: str, flags: str) -> Rule:
    prefix = fields[0] == "PFX"
    condition = f"^{fields[4]}" if prefix else f"{fields[4]}$"
    strip, add = ("" if part == "0" else part for part in (fields[2], add))
    return Rule(prefix, strip, add, _pairs(flags), re.compile(condition), tuple(fields[5:]))


def _pairs(flags: str) -> tuple[str, ...]:
    return tuple(flags[at : at + 2] for at in range(0, len(flags), 2))
