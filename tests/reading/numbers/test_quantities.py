"""What the rules ask a language's table for is in it."""

import re
from pathlib import Path

import sourcier.reading.numbers
from sourcier.reading.numbers.quantities import Quantities, quantities

SOURCE = "".join(path.read_text("utf-8") for path in Path(sourcier.reading.numbers.__path__[0]).glob("*.py"))


def french() -> Quantities:
    found = quantities("fr")
    assert found is not None
    return found


def asked(how: str) -> set[str]:
    found = set(re.findall(rf'{how}"([^"]+)"', SOURCE))
    assert found
    return found


def test_every_list_that_is_asked_for_is_there() -> None:
    assert asked(r"within\(") | asked(r"lists\[") <= french().lists.keys()


def test_every_table_and_phrase_that_is_asked_for_is_there() -> None:
    assert asked(r"tables\[") <= french().tables.keys()
    assert asked(r"phrases\[") <= french().phrases.keys()
