"""What the sources of a text take up themselves, in memory."""

from dataclasses import replace

from sourcier.workflow.chains import chains_above
from tests import factory


def test_it_goes_up_from_known_sources_and_ends_where_it_would_come_round() -> None:
    (edge,) = factory.family().edges
    unknown = replace(edge, source="u", direction="unknown")
    ways = {"depeche.txt": "b", "b": "c", "c": "depeche.txt", "u": "b"}
    assert chains_above("reprise.txt", [edge, unknown], ways.get) == {"depeche.txt": ("b", "c")}
    long = {"depeche.txt": "0", **{str(n): str(n + 1) for n in range(9)}}
    assert chains_above("reprise.txt", [edge], long.get) == {"depeche.txt": ("0", "1", "2", "3", "4")}
    assert chains_above("reprise.txt", [edge], lambda _: None) == {}
