"""A user's places beside those of the package."""

from sourcier.core.listed import Listed
from sourcier.core.place import Place, PlaceKind
from sourcier.reading.gazetteer.encoding import encoded
from sourcier.reading.gazetteer.entry import Entry
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.gazetteer.own import own_file
from sourcier.reading.gazetteer.together import Together


def place(
    name: str, source: str, at: float | None = None, kind: PlaceKind = "village", admin: str | None = None
) -> Place:
    return Place(name, kind, "ZZ", at, at, None, source, admin)


def together(own: list[Place], *packaged: Place) -> Together:
    package = Gazetteer(encoded([Entry(each, (each.name,)) for each in packaged], {}))
    return Together(Gazetteer(own_file(Listed(each, (each.name,)) for each in own)), package)


def test_a_place_without_a_point_has_it_from_a_dump_and_keeps_its_name() -> None:
    found = together([place("Farko", "geonames:7", 12.5)], place("Farkô", "sourcier:village-ZZ-farko", admin="ZZ.01"))
    (one,) = found.named("farko")
    assert (one.name, one.lat, one.source_id, one.admin) == ("Farkô", 12.5, "geonames:7", "ZZ.01")


def test_two_of_one_name_in_a_dump_give_no_point_to_the_packages() -> None:
    own = [place("Farko", "geonames:7", 12.5), place("Farko", "geonames:8", 14.5)]
    found = together(own, place("Farko", "sourcier:village-ZZ-farko"))
    assert {one.source_id for one in found.named("Farko")} == {"geonames:7", "geonames:8"}


def test_what_a_dump_has_again_is_there_once_as_the_package_names_it() -> None:
    found = together([place("Tillaberi", "geonames:9", 14.2, "town")], place("Tillabéri", "geonames:9", 14.2, "town"))
    assert [one.name for one in found.named("Tillabéri")] == ["Tillabéri"]


def test_the_row_of_a_user_takes_the_place_of_the_packages() -> None:
    found = together([place("Farko", "own:a.csv#2", 12.5)], place("Farko", "geonames:7", 12.6, "town"))
    assert [one.source_id for one in found.named("Farko")] == ["own:a.csv#2"]


def test_namesakes_far_away_stay_and_come_after_the_users() -> None:
    found = together([place("Farko", "own:a.csv#2", 12.5)], place("Farko", "geonames:7", 30.0, "town"))
    assert [one.source_id for one in found.named("Farko")] == ["own:a.csv#2", "geonames:7"]


def test_the_longest_name_of_either_is_found() -> None:
    found = together([place("Farko Béri", "own:a.csv#2")], place("Farko", "geonames:7", 30.0, "town"))
    (longer, shorter) = found.longest(["Farko", "Béri", "dort"]), found.longest(["Farko", "dort"])
    assert longer
    assert shorter
    assert (longer.end, longer.places[0].name) == (2, "Farko Béri")
    assert (shorter.end, shorter.places[0].name) == (1, "Farko")
    assert found.longest(["dort"]) is None
    assert len(found) == 2


def test_a_long_name_is_kept_as_far_as_the_file_has_room() -> None:
    (one,) = together([place("é" * 60 + "a" * 200, "own:a.csv#2"), place("Ici", "own:a.csv#3")]).named("Ici")
    assert one.name == "Ici"
