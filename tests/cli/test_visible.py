"""What text from outside may do to a terminal: nothing."""

import pytest

from sourcier.cli.visible import visible


@pytest.mark.parametrize(
    "control", ["\x1b", "\x07", "\x9b", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))]
)
def test_controls_and_overrides_of_direction_are_shown_as_a_mark(control: str) -> None:
    assert visible(f"pont{control}neuf") == "pont\N{REPLACEMENT CHARACTER}neuf"


def test_words_of_any_script_stay() -> None:
    text = "l'été\u00a0: \u0627\u0644\u062e\u0628\u0631\n\t\N{RIGHT-TO-LEFT MARK}"
    assert visible(text) == text
