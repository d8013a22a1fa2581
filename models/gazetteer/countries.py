"""Countries, by their French names."""

from models.gazetteer.middle import middle
from models.gazetteer.packages import Packages
from models.gazetteer.tables import table
from sourcier.core.place import Place
from sourcier.reading.gazetteer.entry import Entry


def countries(packages: Packages) -> list[Entry]:
    """Return the countries; their points are the means of their towns."""
    by_hand, known = table("countries"), packages.territories
    points: dict[str, list[tuple[float, float]]] = {}
    for town in packages.towns:
        points.setdefault(town["countrycode"], []).append((town["latitude"], town["longitude"]))
    entries = []
    for code, row in sorted(packages.countries.items()):
        if code in by_hand["leave_out"]:
            continue
        name = by_hand["names"].get(code, known[code].replace("’", "'"))
        others = [known[one] for one in known if one.partition("-alt-")[0] == code]
        lat, lon, radius = middle(points.get(code, []))
        place = Place(name, "country", code, lat, lon, row["population"] or None, f"iso:{code}", None, radius)
        entries.append(Entry(place, (name, *by_hand["also"].get(code, ())), (*others, row["name"])))
    return entries
