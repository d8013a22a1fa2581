"""Bodies whose names are listed: « Jnim » and « GSIM » are one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sourcier.core.organisation import OrganisationKind
from sourcier.lang.language import Language
from sourcier.lang.load import language
from sourcier.reading.entities.references import name_key

_ANYWHERE = "-"  # of several countries or none
_EVERYWHERE = "*"  # every country has one of its own: no body


@dataclass(frozen=True, slots=True)
class Row:
    """A body of the list: its name there, its kind, and its country or `-`."""

    name: str
    kind: str
    country: str

    @property
    def abroad(self) -> bool:
        """Tell whether it is of no one country."""
        return self.country == _ANYWHERE


def listed(form: str, kind: OrganisationKind | None, country: str | None, code: str) -> Row | None:
    """Return the body of the list that a name is of, None where it is of none or may be of several.

    A name of one word, mostly an acronym, is the body's where the kind is its own.
    """
    key = name_key(form)
    rows = _listed(code).get(key, ())
    one_word = " " not in key
    fitting = {
        row for row in rows if row.country in (_ANYWHERE, country) and (not one_word or kind in (row.kind, None))
    }
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _listed(code: str) -> Mapping[str, tuple[Row, ...]]:
    found = language(code)
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row, forms in _rows(found) if found else ():
        for form in dict.fromkeys(map(name_key, (row.name, *forms))):
            rows[form].append(row)
    for forms in found.table("bodies")["same"] if found else ():
        keys = list(dict.fromkeys(map(name_key, forms)))
        known = next((rows[key] for key in keys if rows.get(key)), [])
        for key in keys:
            rows[key] += [row for row in known if row not in rows[key]]
    return {key: tuple(own) for key, own in rows.items()}


def _rows(of: Language) -> Iterator[tuple[Row, list[str]]]:
    kinds: Mapping[str, Any] = of.table("known_organisations")["bodies"]
    for kind, countries in kinds.items():
        for country, bodies in countries.items():
            if country != _EVERYWHERE:
                yield from ((Row(name, kind, country), forms) for name, forms in bodies.items())
