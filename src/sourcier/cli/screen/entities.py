"""The screens of `entities`: a list, and one with its articles and the reasons for which it is held to be one."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import safe
from sourcier.core.entity import Decision, Match, Reason, Sighting
from sourcier.core.named_entity import REASONS, Explained, Profile
from sourcier.lang.interface import Phrases

_SHOWN = 3  # roles and other names in a list
_MATCHES = 30


def listed(found: Iterable[Profile], phrases: Phrases) -> Iterator[RenderableType]:
    """Yield a table of entities."""
    columns = ("name", "kind", "country", "articles", "roles", "variants", "id")
    listing = Listing(*(phrases.say(f"entities.column.{column}") for column in columns))
    for each in found:
        listing.add_row(
            Text(safe(each.name), style="bold"),
            phrases.say(f"entities.kind.{each.kind}"),
            each.country or "",
            phrases.number(each.articles),
            safe(", ".join(each.roles[:_SHOWN])),
            safe(", ".join(each.variants[:_SHOWN])),
            Text(each.id, style="dim"),
        )
    yield listing


def explained(found: Explained, phrases: Phrases) -> Iterator[RenderableType]:
    """Yield who it is, where it is named, what speaks for it being one, and what people decided."""
    profile, say = found.profile, phrases.say
    heading = Text(safe(profile.name), style="bold")
    facts = (say(f"entities.kind.{profile.kind}"), profile.country, say("entities.articles", n=profile.articles))
    yield heading.append(f"  {', '.join(filter(None, facts))}  {profile.id}", style="not bold dim")
    if profile.variants:
        yield Text(safe(f"{say('entities.also')} {', '.join(profile.variants)}"))
    yield Text()
    yield Text(say("entities.named_in"), style="bold")
    yield from (_sighting(each, phrases) for each in found.sightings)
    if found.matches:
        yield Text()
        yield Text(say("entities.why"), style="bold")
        yield from (_match(each, phrases) for each in found.matches[:_MATCHES])
        if len(found.matches) > _MATCHES:
            yield Text(say("entities.why_more", n=len(found.matches) - _MATCHES))
    if found.decisions:
        yield Text()
        yield Text(say("entities.decisions"), style="bold")
        yield from (_decision(each, phrases) for each in found.decisions)


def _sighting(each: Sighting, phrases: Phrases) -> Text:
    told = [each.outlet, phrases.date(each.published) if each.published else None, ", ".join(each.roles)]
    return Text(safe(f"  {each.article}  {each.name}")).append(
        safe(f"  {' · '.join(filter(None, told))}".rstrip()), style="dim"
    )


def _match(each: Match, phrases: Phrases) -> Text:
    sides = f"  {each.left.article} ↔ {each.right.article}  {phrases.percent(each.score)}"
    reasons = "; ".join(_reason(one, phrases) for one in each.reasons)
    return Text(safe(f"{sides}  {reasons}"))


def _reason(each: Reason, phrases: Phrases) -> str:
    kind = phrases.say(f"entities.reason.{each.kind}") if each.kind in REASONS else each.kind
    sign = "+" if each.weight >= 0 else ""
    return f"{kind} ({each.text}) {sign}{phrases.decimal(each.weight, 1)}"


def _decision(each: Decision, phrases: Phrases) -> Text:
    who = each.author or phrases.say("entities.somebody")
    when = phrases.date(each.time) if each.time else ""
    return Text(safe(f"  {phrases.say(f'entities.decided.{each.kind}', name=each.name or '')}  {who}, {when}"))
