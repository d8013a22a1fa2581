"""Bodies whose names are listed: « Jnim » and « GSIM » are one."""

from collections.abc import Mapping
from functools import cache

from sourcier.lang.load import language
from sourcier.reading.entities.references import name_key


def canonical(form: str, code: str) -> str | None:
    """Return the key of the listed body that a name is of, None where it is of none."""
    return _listed(code).get(name_key(form))


@cache
def _listed(code: str) -> Mapping[str, str]:
    found = language(code)
    if found is None:
        return {}
    table = found.table("bodies")
    shared = {name_key(form) for form in table["alone"]}
    forms = ((name_key(form), forms[0]) for forms in table["same"] for form in forms)
    return {key: first for key, first in forms if key not in shared}
