"""What GeoNames' feature codes (https://www.geonames.org/export/codes.html) are among the kinds of places."""

from sourcier.core.place import PlaceKind

TOWN = 2_000  # inhabitants; of fewer, or an unknown number, a place that is no seat is called a village

_OF_CLASS: dict[str, PlaceKind] = {
    "A": "region",
    "H": "water",
    "L": "area",
    "P": "town",
    "S": "site",
    "T": "site",
    "V": "area",
}
_OF_CODE: dict[str, PlaceKind] = {
    **dict.fromkeys(("PCL", "PCLD", "PCLF", "PCLI", "PCLIX", "PCLS"), "country"),
    **dict.fromkeys(("LTER", "TERR", "ZN", "ZNB", "PPLX"), "area"),
    **dict.fromkeys(("PPLH", "PPLQ", "PPLW", "PPLCH", "CMPRF", "MILB", "OILF", "MNA", "AIRB"), "site"),
    **dict.fromkeys(("DSRT", "ERG", "HMDA", "ISL", "ISLS", "MTS", "PEN", "PLAT", "PLN", "UPLD", "VAL", "OAS"), "area"),
}  # fmt: skip
_VILLAGES = frozenset({"", "PPL", "PPLF", "PPLL", "PPLR", "PPLS", "STLMT"})


def kind_of(group: str, code: str, people: int) -> PlaceKind | None:
    """Return the kind of a feature of class `group` with so many inhabitants (0: unknown), None of what is left out."""
    if group == "P" and code in _VILLAGES and people < TOWN:
        return "village"
    return _OF_CODE.get(code) or _OF_CLASS.get(group)
