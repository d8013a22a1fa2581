"""Streams, exit statuses, languages, and that nothing ends in a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sourcier.cli.interface_language import interface_language
from sourcier.cli.program import COMMANDS
from tests import factory
from tests.cli.running import sourcier

WRONG = [
    ["tracer"], ["trace", "--foo"], ["trace", "nowhere"], ["trace"], ["trace", "--memory"], ["find"], ["show"],
    ["compare", "a"], ["compare", "a", "b"], ["trace", ".", "--max-size", "many"], ["trace", ".", "--map", "x"],
    ["trace", ".", "--map", "nothing=x"], ["trace", ".", "--published", "2031-02-30"], ["demo", "too", "much"],
    ["trace", "--json=1"], ["search", "x", "--limit", "0"], ["trace", "--lang", "xx"], ["add"], ["--nothing"],
    ["trace", ".", "--language", "quite a language"], ["trace", ".", "--max-size", "9" * 400 + "G"],
    ["trace", ".", "--max-size", "3G"], ["trace", ".", "--published", "9999"],
    ["parse"], ["parse", ".", "--engine", "nothing"], ["parse", "nowhere", "--conllu"],
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_a_wrong_command_is_one_clear_line(tmp_path: Path, number: int) -> None:
    run = sourcier(*WRONG[number], cwd=tmp_path, lang=("fr_FR.UTF-8", "en_GB.UTF-8")[number % 2])
    assert (run.status, run.out) == (2, "")
    assert run.err.count("\n") == 1, run.err
    assert "Traceback" not in run.err
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_command_is_a_json_line_with_json(tmp_path: Path) -> None:
    (problem,) = sourcier("trace", "nowhere", "--json", cwd=tmp_path).problems()
    assert list(problem) == ["stage", "where", "message", "hint"]
    assert "nowhere" in problem["message"]


def test_an_unknown_field_to_map_names_the_option(tmp_path: Path) -> None:
    assert sourcier("trace", ".", "--map", "foo=x", cwd=tmp_path).err.startswith("--map: no field is called “foo”")
    french = sourcier("trace", ".", "--map", "foo=x", "--lang", "fr", cwd=tmp_path)
    assert french.err.startswith("--map\u00a0: aucun champ ne s’appelle «\u00a0foo\u00a0»")


def test_a_near_miss_is_suggested(tmp_path: Path) -> None:
    assert "Did you mean compare?" in sourcier("comprae", cwd=tmp_path).err
    assert "--families" in sourcier("trace", "--familes", cwd=tmp_path).err


def test_nothing_read_is_status_one(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    run = sourcier("trace", "empty.txt", "--json", cwd=tmp_path)
    assert (run.status, run.out) == (1, "")
    assert run.problems()[0]["where"] == "empty.txt"
    assert sourcier("find", "empty.txt", ".", cwd=tmp_path).status == 1
    (tmp_path / "a.txt").write_text(factory.REPRINT, "utf-8")
    run = sourcier("compare", "a.txt", "empty.txt", cwd=tmp_path)
    assert (run.status, run.out, run.err) == (1, "", "empty.txt: the file is empty\n")
    assert sourcier("add", "empty.txt", "--memory", cwd=tmp_path).status == 1


def test_what_was_read_is_not_lost_to_a_bad_file(folder: Path) -> None:
    (folder / "articles" / "bad.txt").write_bytes(b"\x00\x01\x02\x00" * 200)
    run = sourcier("trace", "articles", "--json", cwd=folder)
    assert run.status == 0
    assert run.rows()
    assert [problem["where"] for problem in run.problems()] == ["articles/bad.txt"]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_examples_in_both_languages(tmp_path: Path, name: str) -> None:
    french = sourcier(name, "--help", cwd=tmp_path, lang="fr_BF.UTF-8")
    english = sourcier(name, "--help", "--lang", "en", cwd=tmp_path, lang="fr_BF.UTF-8")
    assert (french.status, english.status) == (0, 0)
    assert f"  sourcier {name}" in french.out.partition("Exemples")[2]
    assert f"  sourcier {name}" in english.out.partition("Examples")[2]
    assert french.out != english.out


def test_without_a_command_the_help_is_shown(tmp_path: Path) -> None:
    run = sourcier(cwd=tmp_path)
    assert run.status == 0
    assert all(f"\n  {name}" in run.out for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["trace", "--lang", "fr"], {"LANG": "en_GB.UTF-8"}, "fr"),
        (["--lang=en", "trace"], {"LANG": "fr_FR.UTF-8"}, "en"),
        (["trace"], {"LANG": "fr_BF.UTF-8"}, "fr"),
        (["trace"], {"LC_ALL": "en_US", "LANG": "fr_FR"}, "en"),
        (["trace"], {"LANG": "C"}, "en"),
        (["trace"], {"LANG": "ar_LY.UTF-8"}, "en"),
        (["search", "--", "--lang", "fr"], {"LANG": "en_GB"}, "en"),
    ],
)
def test_the_language_is_the_option_else_the_locale(
    arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    assert interface_language(arguments, environment) == expected


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from sourcier.cli.main import main; main(['--help']); main(['trace', '--help']);"
        "print(sorted({'numpy', 'rich', 'trafilatura', 'lxml', 'orjson', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode().rstrip().endswith("[]")


def test_json_does_not_load_rich(folder: Path) -> None:
    code = (
        "import sys; from sourcier.cli.main import main; main(['trace', 'articles', '--json']);"
        "sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_a_reader_that_goes_away_is_no_error(folder: Path, arguments: list[str]) -> None:
    for number in range(300):
        (folder / "articles" / f"{number}.txt").write_text(factory.REPRINT, "utf-8")
    command = [sys.executable, "-m", "sourcier", "trace", "articles", *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one process")
def test_interrupting_is_quiet(tmp_path: Path) -> None:
    code = (  # a job in the background may be told to ignore it
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from sourcier.cli.main import main; sys.exit(main(['show', '-', '-']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        time.sleep(2)  # it waits on standard input, which stays open
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr
        assert process.stderr.read() == b""


def test_an_unexpected_error_is_one_line_unless_debugging(tmp_path: Path) -> None:
    code = (
        "import sys, sourcier.cli.program as p; from sourcier.cli import main as m\n"
        "def load(*_): raise RuntimeError('a bug')\n"
        "p.load = load; sys.exit(m.main(['demo']))"
    )

    def run(**env: str) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "LANG": "en_GB.UTF-8", "LC_ALL": "en_GB.UTF-8", **env}
        return subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=False, cwd=tmp_path, env=environment
        )

    quiet = run(SOURCIER_DEBUG="")
    assert quiet.returncode == 1
    assert quiet.stderr.count(b"\n") == 1
    assert b"a bug" in quiet.stderr
    assert b"Traceback" in run(SOURCIER_DEBUG="1").stderr


def test_progress_is_silent_off_a_terminal(folder: Path) -> None:
    assert sourcier("trace", "articles", cwd=folder).err == ""
