"""Whether two sightings of organisations are of one, in bits."""

from sourcier.core.entity import Reason
from sourcier.core.organisation import OrganisationKind
from sourcier.reading.entities.body import Body
from sourcier.reading.entities.compared import Compared, apart

_KNOWN = 20.0  # bits: two names that a list knows to be one body's
_OWN_NAME = 18.0  # a whole name, of a kind of body that has one of its own
_STATE_NAME = 12.0  # a whole name that another state may have as well: « ministère de la Santé »
_SHORT = 8.0  # an acronym or a name of one word
_COUNTRY = 6.0
_KIND = 4.0
_OTHER_KIND = -5.0  # of an acronym; a whole name may be read as of two kinds
_READ_OTHERWISE = -1.0
_OF_STATES: frozenset[OrganisationKind] = frozenset(
    {"government", "military", "judicial", "religious", "other", "media"}
)
_WITHOUT_COUNTRY: frozenset[OrganisationKind] = frozenset({"international", "armed_group"})


def compared_bodies(left: Body, right: Body) -> Compared:
    """Compare two organisations."""
    if left.country and right.country and left.country != right.country:
        return apart("country", f"{left.country} ≠ {right.country}")
    if left.known and right.known and left.known != right.known:
        return apart("name", f"{left.known} ≠ {right.known}")
    named = _named(left, right)
    if named is None:
        return apart("name", f"{left.name} ≠ {right.name}")
    reasons = [named]
    same_kind = left.kind is not None and left.kind == right.kind
    if left.country is not None and left.country == right.country:
        reasons.append(Reason("country", left.country, _COUNTRY))
    elif same_kind and left.kind in _WITHOUT_COUNTRY and left.country is right.country is None:
        reasons.append(Reason("country", "∅", _COUNTRY))
    if same_kind:
        reasons.append(Reason("kind", str(left.kind), _KIND))
    elif left.kind and right.kind:
        weight = _OTHER_KIND if named.kind == "acronym" else _READ_OTHERWISE
        reasons.append(Reason("kind", f"{left.kind} ≠ {right.kind}", weight))
    bits = sum(reason.weight for reason in reasons)
    return Compared(bits, hard=False, silent=False, reasons=tuple(reasons))


def _named(left: Body, right: Body) -> Reason | None:
    """What their names say; None where they are two names."""
    if left.known and left.known == right.known:
        return Reason("known", left.known, _KNOWN)
    full = sorted(left.full & right.full)
    if full:
        return Reason("name", full[0], _whole(left, right))
    if left.full and right.full:
        return None
    short = sorted(left.short & right.short) or sorted(left.short & right.initials | left.initials & right.short)
    return Reason("acronym", short[0], _SHORT) if short else None


def _whole(left: Body, right: Body) -> float:
    """A name of a kind that every state has says little, but where both names tell the country."""
    of_states = (left.kind or "other") in _OF_STATES or (right.kind or "other") in _OF_STATES
    return _STATE_NAME if of_states else _OWN_NAME
