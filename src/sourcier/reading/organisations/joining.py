"""Mentions of one body joined: by its known names, by brackets, by the same words, by a short form of a full one."""

from collections.abc import Sequence

from sourcier.core.organisation import Organisation, OrganisationKind
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.nature import Nature, nature
from sourcier.reading.organisations.view import View

_SHORT = "short "  # what a full name can be shortened to; the last one named is meant
_OTHER: OrganisationKind = "other"


class Group:
    """The mentions of one body while a text is read."""

    def __init__(self, mention: Candidate, of: Nature) -> None:
        """Begin with the first mention."""
        self.mentions = [mention]
        self.natures = [of]

    def add(self, mention: Candidate, of: Nature) -> None:
        """Take in one more."""
        self.mentions.append(mention)
        self.natures.append(of)


def joined(view: View, mentions: Sequence[Candidate], country: str | None, producer: str) -> tuple[Organisation, ...]:
    """Return the bodies of a text in the order in which they are first named."""
    groups: dict[str, Group] = {}
    order: list[Group] = []
    tied = _tied(view, mentions)
    ahead = _ahead(view, mentions)
    natures = [nature(view, each, country) for each in mentions]
    for mention, of in zip(mentions, natures, strict=True):
        keys = _keys(view, mention, of, tied)
        if keys[0].startswith(_SHORT) and keys[0] not in groups:
            keys += ahead.get(keys[0], [])
        own = [each for each in keys if keys[0].startswith(_SHORT) or not each.startswith(_SHORT)]
        group = next((groups[each] for each in own if each in groups), None)
        if group is None:
            group = Group(mention, of)
            order.append(group)
        else:
            group.add(mention, of)
        groups |= dict.fromkeys(keys, group)
    return tuple(_organisation(view, group, producer) for group in order)


def _ahead(view: View, mentions: Sequence[Candidate]) -> dict[str, list[str]]:
    """What the first full name is known by that a short form can stand for, for those that come before it."""
    found: dict[str, list[str]] = {}
    for each in mentions:
        if each.rule == "head" and each.stop > each.first + 1:
            found.setdefault(_SHORT + view.folded(each.first), [f"words {_written(view, each)}"])
    return found


def _tied(view: View, mentions: Sequence[Candidate]) -> dict[str, str]:
    """The full name of each acronym that stands in a bracket after it, or beside it."""
    stops = {each.stop: each for each in mentions if each.rule != "short"}
    starts = {each.first: each for each in mentions if each.rule == "bracket"}
    tied: dict[str, str] = {}
    for each in mentions:
        if each.rule == "bracket" and each.stop == each.first + 1:
            after = stops.get(each.first - 1) or stops.get(each.first - 2)
            full = after if after and _signs(view, after.stop, each.first) else starts.get(each.stop + 1)
            if full:
                tied[_written(view, each)] = _written(view, full)
    return tied


def _signs(view: View, first: int, stop: int) -> bool:
    """Whether a sign, and an article at most, stands between two tokens."""
    return not view.folded(first) and all(view.within("articles.bare", at) for at in range(first + 1, stop))


def _written(view: View, mention: Candidate) -> str:
    return " ".join(word for at in range(mention.first, mention.stop) for word in view.parts[at])


def _keys(view: View, mention: Candidate, of: Nature, tied: dict[str, str]) -> list[str]:
    """What a body is known by: a state by its country, a known one by its name, others by their words."""
    if mention.rule == "metonymy":
        return [f"state {of.country}"]
    written = _written(view, mention)
    if mention.rule == "short":
        return [_SHORT + written]
    if mention.rule == "quality" and written in view.table.words["short.small"]:
        return [_SHORT + written, f"words {written}"]
    keys = [f"words {written}"]
    if written in tied:
        keys.append(f"words {tied[written]}")
    if of.body:
        keys.append(f"known {of.body.name} {of.body.country}")
    if mention.stop > mention.first + 1 and mention.rule == "head":
        keys.append(_SHORT + view.folded(mention.first))
    return keys


def _organisation(view: View, group: Group, producer: str) -> Organisation:
    names = [view.words.written(each.first, each.stop) for each in group.mentions]
    fullest = max(range(len(names)), key=lambda at: len(names[at]))
    first = group.natures[fullest]
    told = [first, *(of for of in group.natures if not (of.body and of.body.capitals and of.body != first.body))]
    body = next((of.body for of in told if of.body), None)
    bracketed = [name for name, each in zip(names, group.mentions, strict=True) if _bracketed(each)]
    return Organisation(
        names[fullest],
        bracketed[0] if bracketed else (body.acronym if body else None),
        next((of.kind for of in told if of.kind), _OTHER),
        tuple(view.words.mention(each) for each in group.mentions),
        next((of.country for of in told if of.kind == told[0].kind and of.country), None),
        producer,
    )


def _bracketed(mention: Candidate) -> bool:
    """Whether a mention is an acronym beside the full name."""
    return mention.stop == mention.first + 1 and mention.rule == "bracket"
