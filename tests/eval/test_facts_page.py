"""docs/facts.md: its Python runs, its commands and their options are there; its figures are tested with the floors."""

import re
import shlex
from importlib.util import find_spec
from pathlib import Path

from eval.facts_table import PAGE, documented, table
from eval.readers.score import Share

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINKED = re.compile(r"\]\((?!http)([^)#]+)")


def _snippets(kind: str) -> list[str]:
    return [body for name, body in _FENCE.findall(PAGE.read_text("utf-8")) if name == kind]


def test_the_python_of_the_page_runs() -> None:
    bodies = _snippets("python")
    assert bodies
    for body in bodies:
        exec(compile(body, PAGE.name, "exec"), {})  # noqa: S102 - this is what the reader is told to run


def test_the_commands_of_the_page_and_their_options_are_there() -> None:
    lines = [shlex.split(line, comments=True)[1:] for body in _snippets("console") for line in body.splitlines()]
    asked = [words for words in lines if words[:2] == ["python", "-m"]]
    assert len(asked) >= 5
    for _, _, module, *options in asked:
        spec = find_spec(module)
        assert spec
        assert spec.origin
        source = Path(spec.origin).read_text("utf-8")
        assert [each for each in options if each.startswith("--") and f'"{each}"' not in source] == []


def test_what_the_page_links_to_is_there() -> None:
    links = _LINKED.findall(PAGE.read_text("utf-8"))
    assert links
    assert [link for link in links if not (PAGE.parent / link).exists()] == []


def test_the_table_has_a_line_a_figure_and_is_read_back() -> None:
    key = "dates", "span F"
    lines = list(table({key: Share(0.9, 0.8, 1)}, {key: Share(0.95, 0.9, 1)}))
    assert lines[2:] == ["| dates | span F | 0.900 (0.800 to 1.000) | 0.950 |"]
    assert {what for what, _ in documented()} >= {"dates", "numbers", "people", "roles", "organisations", "places"}
