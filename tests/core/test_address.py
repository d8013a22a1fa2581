import pytest

from sourcier.core.address import normalised, page


@pytest.mark.parametrize(
    "url",
    [
        "http://www.PHARE.example/port/",
        "https://phare.example:443/port#suite",
        "phare.example/port?utm_source=lettre&fbclid=3",
        "https://phare.example./port?xtor=RSS-1&at_medium=custom7",
        " https://phare.example/por%74 ",
    ],
)
def test_links_to_one_page(url: str) -> None:
    assert normalised(url) == "phare.example/port"
    assert page(url) == page("https://phare.example/port")


@pytest.mark.parametrize(
    "url",
    [
        "https://phare.example/port/2",  # the second part of an article
        "https://phare.example/port?page=2",
        "https://phare.example/port?utm=1",
        "https://phare.example/Port",
        "https://fr.phare.example/port",
        "https://phare.example:8080/port",
        "https://phare.example/#!/port",
        "https://phare.example/a%2Fport",
        "https://matin.example/port",
    ],
)
def test_links_to_another_page(url: str) -> None:
    assert page(url) not in {None, page("https://phare.example/port")}


def test_parameters_come_in_any_order_and_the_page_of_a_script_is_kept() -> None:
    assert normalised("https://phare.example/?b=2&a=1") == normalised("https://phare.example?a=1&b=2")
    assert page("https://phare.example/?p=12") != page("https://phare.example/?p=13")
    assert page("https://phare.example/#/port") != page("https://phare.example/#/gare")
    assert page("https://phare.example/café") == page("https://phare.example/caf%C3%A9")


@pytest.mark.parametrize(
    "url",
    [None, "", "  ", "https://phare.example", "http://www.phare.example/?utm_source=x#haut", "https://[x/", "a/b"],
)
def test_a_front_page_and_what_is_no_address_are_no_page(url: str | None) -> None:
    assert page(url) is None


def test_what_no_file_can_hold_is_no_trouble() -> None:
    assert page("https://phare.example/\ud800?\ud800") is not None
