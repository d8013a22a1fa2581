"""Tables become lists where there is no room for them."""

import pytest
from rich.console import Console

from sourcier.cli.screen.listing import Listing

CREDIT = "crédit non trouvé pour les huit passages"


def printed(width: int, listing: Listing) -> list[str]:
    console = Console(width=width, highlight=False, markup=False, color_system=None)
    with console.capture() as captured:
        console.print(listing)
    return [line.rstrip() for line in captured.get().splitlines()]


def listing(**how: bool) -> Listing:
    made = Listing("source", "part", "crédit", **how)
    made.add_row("« Le port rouvre »\ndepeche.txt", "68 %", CREDIT)
    made.add_row("autre.txt", "", "")
    return made


@pytest.mark.parametrize("width", [80, 100])
def test_a_table_where_there_is_room(width: int) -> None:
    lines = printed(width, listing())
    assert any(line.split() == ["source", "part", "crédit"] for line in lines)


@pytest.mark.parametrize("width", [24, 40, 79])
def test_a_list_where_there_is_not(width: int) -> None:
    lines = printed(width, listing())
    assert "  part  68 %" in lines
    assert max(map(len, lines)) <= width
    assert sum("crédit" in line.split()[:1] for line in lines if line) >= 1
    assert not any("part" in line for line in lines[lines.index("source  autre.txt") :])


def test_without_headings_only_the_cells() -> None:
    bare = Listing("", "", bare=True)
    bare.add_row("texte", "68 % repris")
    assert printed(40, bare) == ["texte", "  68 % repris"]
    assert printed(100, bare) == ["texte  68 % repris"]
