"""Docs that are made from the code are what the code makes, and the README's snippets run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sourcier
from sourcier.web.routes import ROUTES
from tests.documented import DOCS, EXAMPLES, PAGES, names

ROOT = DOCS.parent
README = (ROOT / "README.md").read_text("utf-8")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def snippets(kind: str) -> list[str]:
    return [body for name, body in _FENCE.findall(README) if name == kind]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with what the snippets need of a clone: the demo's articles at their place."""
    place = tmp_path / "src" / "sourcier" / "demo"
    shutil.copytree(Path(sourcier.__file__).parent / "demo", place)
    return tmp_path


@pytest.mark.parametrize("name", PAGES)
def test_a_made_page_is_what_the_code_makes(name: str) -> None:
    page = (DOCS / name).read_text("utf-8")
    assert page == PAGES[name](page), "make it anew: python -m tests.documented"


def test_every_form_is_documented_once() -> None:
    assert sorted(names((DOCS / "json.md").read_text("utf-8"))) == sorted(EXAMPLES)


def test_every_address_is_documented() -> None:
    page = (DOCS / "pages.md").read_text("utf-8")
    named = {"id": "ID", "other": "ID", "key": "KEY", "code": "CODE"}
    addresses = {route.path.format(**named) for route in ROUTES.values() if not route.writes} | {"/login"}
    assert {each for each in addresses if f"`{each}`" not in page} == set()


def test_every_name_of_a_query_is_documented() -> None:
    page = (DOCS / "pages.md").read_text("utf-8")
    asked = re.compile(r'''(?:query(?:_params)?\.get|visit\.number|_moment)\((?:query, )?"([a-z]+)"''')
    sources = (path.read_text("utf-8") for path in (ROOT / "src" / "sourcier" / "web").rglob("*.py"))
    names_ = {name for source in sources for name in asked.findall(source)} | {"outlet", "credit", "category", "absent"}
    assert {"q", "layer", "page", "since", "lang"} <= names_
    assert {name for name in names_ if not re.search(rf"^\|[^|]*`{name}`", page, re.MULTILINE)} == set()


def test_the_commands_of_the_readme_run(clone: Path) -> None:
    lines = [line for body in snippets("sh") for line in body.splitlines() if line.startswith("sourcier ")]
    assert lines
    environment = {**os.environ, "LANG": "en_GB.UTF-8"}
    for line in lines:
        words = [word for part in shlex.split(line, comments=True) for word in _expanded(part, clone)]
        command = [sys.executable, "-m", *words]
        done = subprocess.run(command, cwd=clone, env=environment, capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, f"{line}: {done.stderr.decode()}"
        assert done.stdout or "-o" in words, line


def _expanded(word: str, folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.glob(word)) if "*" in word else [word]


def test_the_python_of_the_readme_runs(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clone)
    bodies = snippets("python")
    assert bodies
    for body in bodies:
        exec(compile(body, "README.md", "exec"), {})  # noqa: S102 - this is what the reader is told to run


def test_the_readme_shows_what_the_demo_prints(clone: Path) -> None:
    (shown,) = snippets("text")
    done = subprocess.run(
        [sys.executable, "-m", "sourcier", "demo", "--lang", "en"], cwd=clone, capture_output=True, check=True
    )
    printed = [line.rstrip() for line in done.stdout.decode().splitlines()]
    wanted = [line for line in shown.splitlines() if line.strip() not in {"", "…"}]
    assert [line for line in wanted if line not in printed] == []
