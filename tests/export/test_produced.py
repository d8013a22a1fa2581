"""What found it stands in every line, and nothing else changes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.producer import Producer
from sourcier.export.line import line
from sourcier.export.produced import one_produced, produced
from sourcier.version import __version__
from tests import factory


def test_every_line_says_what_found_it() -> None:
    rows = [line({"a": 1}), line({"b": {"c": []}})]
    made = [json.loads(row) for row in produced(rows, factory.producer())]
    found_by = {"name": "sourcier", "version": "0.1.0", "lineage": 3, "k": 5, "links": 50, "window": 4}
    assert made == [
        {"schema": "0.1", "a": 1, "producer": found_by},
        {"schema": "0.1", "b": {"c": []}, "producer": found_by},
    ]


def test_the_version_is_the_programs_unless_said() -> None:
    assert Producer(3, {}).fields() == {"name": "sourcier", "version": __version__, "lineage": 3}


def test_parameters_stand_in_one_order() -> None:
    one, other = Producer(3, {"k": 5, "window": 4}), Producer(3, {"window": 4, "k": 5})
    assert one_produced(line({}), one) == one_produced(line({}), other)


@given(st.text(st.characters(exclude_categories=[])))
def test_no_text_breaks_a_line(text: str) -> None:
    row = line({"text": text})
    made = one_produced(row, factory.producer())
    assert made.count(b"\n") == 1
    assert made.endswith(b"}}\n")
    assert json.loads(made)["text"] == json.loads(row)["text"]
