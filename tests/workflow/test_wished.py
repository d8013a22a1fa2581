"""What is written into a field, as a correction keeps it."""

import pytest

from sourcier.core.errors import InputError
from sourcier.workflow.wished import wished


def test_each_field_is_read_as_its_kind() -> None:
    assert wished("published", "5 septembre 2025 à 10h30") == "2025-09-05T10:30"
    assert wished("language", " FR ") == "fr"
    assert wished("title", "Un  titre\n") == "Un titre"
    assert wished("published", None) is None


@pytest.mark.parametrize(("field", "written"), [("published", "hier"), ("language", "français"), ("text", "x")])
def test_what_a_field_cannot_hold_is_refused(field: str, written: str) -> None:
    with pytest.raises(InputError):
        wished(field, written)
