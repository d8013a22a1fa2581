"""`trace`, `show`, `compare`, `find` and `demo`, run."""

import hashlib
import json
from pathlib import Path

import pytest

from tests import factory
from tests.cli.running import sourcier

DEMO_LINES, DEMO_WIDTH = 40, 100


@pytest.fixture
def undated(tmp_path: Path) -> Path:
    """A folder with two undated texts that name nobody."""
    words = (
        "{} villages de la plaine de Sainte-Aurore ont été évacués dans la nuit par les camions de la commune et "
        "les pirogues des pêcheurs, et le préfet promet deux cents tonnes de sorgho aux familles avant dimanche."
    )
    (tmp_path / "a").mkdir()
    for name, number in (("un.txt", "Douze"), ("deux.txt", "Vingt")):
        (tmp_path / "a" / name).write_text(f"La plaine\n\nHier soir, {words.format(number)}\n", "utf-8")
    return tmp_path


def test_trace_prints_passages_with_offsets_that_hold(folder: Path) -> None:
    run = sourcier("trace", "articles", "--json", cwd=folder)
    assert (run.status, run.err) == (0, "")
    rows = run.rows()
    assert {(row["derived"], row["source"]) for row in rows} == {("reprise.txt", "depeche.txt")}
    texts = {each.id: each.text for each in factory.pair()}
    for row in rows:
        assert next(iter(row)) == "schema"
        for edit in row["edits"]:
            for side in ("derived", "source"):
                span = edit[side]
                assert texts[row[side]][span["start"] : span["end"]] == span["text"]
    changed = {(edit["source"]["text"], edit["derived"]["text"]) for row in rows for edit in row["edits"]}
    assert ("Douze", "Vingt") in changed


def test_trace_families(folder: Path) -> None:
    run = sourcier("trace", "articles", "--families", "--json", cwd=folder)
    (family,) = run.rows()
    assert sorted(family["articles"]) == ["depeche.txt", "reprise.txt"]
    assert family["searched"] == {"articles": 3, "from": "2031-03-03T18:05:00Z", "to": "2031-03-05"}
    assert family["edges"][0]["credit"]["status"] in {"partial", "full"}


def test_trace_for_people_shows_shares_and_differences(folder: Path) -> None:
    run = sourcier("trace", "articles", cwd=folder)
    assert run.status == 0
    for words in (
        "(Le Phare inventé, 4 March 2031) · reprise.txt",
        "Agence inventée, 3 March 2031",
        "“Douze” → “Vingt”",
        "3 texts read",
    ):
        assert words in run.out
    assert "\x1b" not in run.out


def test_families_for_people(folder: Path) -> None:
    run = sourcier("trace", "articles", "--families", cwd=folder, lang="fr_FR.UTF-8")
    assert "Famille de 2 textes" in run.out
    assert "crédit" in run.out


def test_show_marks_the_passages_by_letter(folder: Path) -> None:
    run = sourcier("show", "reprise.txt", "articles", cwd=folder)
    assert run.status == 0
    assert "[A " in run.out
    assert " A]" in run.out
    assert "of this text also stands in “Le port de Sainte-Aurore rouvre” (Agence inventée, 3" in run.out


def test_show_of_a_source_tells_what_stands_in_later_texts(folder: Path) -> None:
    run = sourcier("show", "depeche.txt", "articles", cwd=folder)
    assert "No passage of this text" not in run.out
    assert "of this text also stands in “Sainte-Aurore : le port respire” (Le Phare inventé" in run.out
    assert "[A " in run.out
    (row,) = sourcier("show", "depeche.txt", "articles", "--json", cwd=folder).rows()
    assert (row["passages"], row["edges"]) == ([], [])
    assert {each["source"] for each in row["later_passages"]} == {"depeche.txt"}
    assert {each["derived"] for each in row["later_edges"]} == {"reprise.txt"}


def test_the_text_itself_is_not_among_those_searched(folder: Path) -> None:
    run = sourcier("show", "seul.txt", "articles", cwd=folder)
    assert "in none of the 2 texts searched, from 3 March 2031 to 4 March 2031" in " ".join(run.out.split())


def test_an_article_without_any_match_has_shares_and_what_was_searched(folder: Path) -> None:
    (row,) = sourcier("show", "seul.txt", "articles", "--json", cwd=folder).rows()
    assert row["shares"] == {"shared": 0, "reworded": 0, "unmatched": 1}
    assert row["searched"] == {"articles": 2, "from": "2031-03-03T18:05:00Z", "to": "2031-03-04"}
    (row,) = sourcier("show", "seul.txt", "articles/seul.txt", "--json", cwd=folder).rows()
    assert (row["shares"], row["searched"]["articles"]) == (None, 0)


def test_trace_lists_the_articles_without_any_match(folder: Path) -> None:
    run = sourcier("trace", "articles", cwd=folder)
    told, _, listed = run.out.partition("No passage of this text stands elsewhere: in none of the 2 texts searched")
    assert [line.strip() for line in listed.splitlines() if "seul.txt" in line] == [
        "“Le marché aux graines change de jour” (La Butte inventée, 5 March 2031) · seul.txt"
    ]
    assert "seul.txt" not in told
    assert "No passage" not in sourcier("trace", "articles/seul.txt", cwd=folder).out


def test_families_tell_which_texts_are_known_to_be_cut(folder: Path) -> None:
    beside = folder / "articles" / "depeche.json"
    beside.write_text(json.dumps({**json.loads(beside.read_text("utf-8")), "complete": False}), "utf-8")
    (row,) = sourcier("trace", "articles", "--families", "--json", cwd=folder).rows()
    assert row["incomplete"] == ["depeche.txt"]
    shown = " ".join(sourcier("trace", "articles", "--families", cwd=folder).out.split())
    assert "Known to be incomplete: “Le port de Sainte-Aurore rouvre”" in shown
    assert "2031-03-03T" not in shown


def test_show_gives_the_text_and_its_hash(folder: Path) -> None:
    (row,) = sourcier("show", "reprise.txt", "articles", "--json", cwd=folder).rows()
    assert row["text"] == factory.REPRINT
    assert row["sha256"] == hashlib.sha256(factory.REPRINT.encode()).hexdigest()
    assert {each["derived"] for each in row["passages"]} == {"reprise.txt"}
    assert row["edges"][0]["source"] == "depeche.txt"


def test_show_of_an_unknown_id_is_a_wrong_command(folder: Path) -> None:
    run = sourcier("show", "nobody", "articles", cwd=folder)
    assert (run.status, run.out) == (2, "")
    assert run.err.count("\n") == 1


def test_compare_puts_meaning_first(folder: Path) -> None:
    run = sourcier("compare", "articles/reprise.txt", "articles/depeche.txt", cwd=folder)
    assert run.status == 0
    assert run.out.index("Differences of meaning") < run.out.index("Side by side")
    (row,) = sourcier("compare", "articles/depeche.txt", "articles/reprise.txt", "--json", cwd=folder).rows()
    assert (row["derived"]["id"], row["source"]["id"]) == ("reprise.txt", "depeche.txt")


def test_compare_writes_a_dossier_and_nothing_on_standard_output(folder: Path) -> None:
    run = sourcier("compare", "articles/reprise.txt", "articles/depeche.txt", "-o", "d.html", cwd=folder)
    assert (run.status, run.out) == (0, "")
    page = (folder / "d.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert hashlib.sha256(factory.REPRINT.encode()).hexdigest() in page


def test_compare_of_two_files_of_one_name(folder: Path) -> None:
    other = folder / "other"
    other.mkdir()
    (other / "depeche.txt").write_text(factory.REPRINT, "utf-8")
    (row,) = sourcier("compare", "other/depeche.txt", "articles/depeche.txt", "--json", cwd=folder).rows()
    assert {row["derived"]["id"], row["source"]["id"]} == {"other/depeche.txt", "articles/depeche.txt"}


def test_compare_into_a_folder_that_is_not_there(folder: Path) -> None:
    run = sourcier("compare", "articles/reprise.txt", "articles/depeche.txt", "-o", "no/d.html", cwd=folder)
    assert run.status == 2
    assert run.err.startswith("Cannot write no")


def test_find_in_a_folder(folder: Path) -> None:
    (folder / "new.txt").write_text(factory.REPRINT, "utf-8")
    (row,) = sourcier("find", "new.txt", "articles/depeche.txt", "--json", cwd=folder).rows()
    assert row["best"] == "depeche.txt"
    assert row["passages"]
    assert row["rare_phrases"] == []


def test_find_on_standard_input_that_stands_nowhere(folder: Path) -> None:
    text = (folder / "articles" / "seul.txt").read_text("utf-8")
    run = sourcier("find", "-", "articles/depeche.txt", "--json", cwd=folder, stdin=text)
    (row,) = run.rows()
    assert (row["passages"], row["best"], row["shared"]) == ([], None, 0)
    assert row["rare_phrases"]
    assert all(text[each["start"] : each["end"]] == each["text"] for each in row["rare_phrases"])
    shown = sourcier("find", "-", "articles/depeche.txt", cwd=folder, stdin=text)
    assert "No passage of this text stands elsewhere" in shown.out


def test_the_demo_fits_on_one_screen_in_both_languages(tmp_path: Path) -> None:
    for lang, words in (("fr", "repris de"), ("en", "taken up from")):
        run = sourcier("demo", "--lang", lang, cwd=tmp_path)
        lines = run.out.splitlines()
        assert run.status == 0
        assert words in run.out
        assert len(lines) <= DEMO_LINES
        assert max(map(len, lines)) <= DEMO_WIDTH
    assert list(tmp_path.iterdir()) == []


def test_demo_rows(tmp_path: Path) -> None:
    rows = sourcier("demo", "--json", cwd=tmp_path).rows()
    assert {row["kind"] for row in rows} >= {"reuse", "boilerplate"}


def test_columns_by_other_names(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('headline,text\n"Un titre","Un court récit inventé."\n', "utf-8")
    run = sourcier("show", "a.csv#2", "a.csv", "--map", "title=headline", "--json", cwd=tmp_path)
    assert run.rows()[0]["title"] == "Un titre"


def test_control_characters_of_an_article_do_not_reach_the_terminal(folder: Path) -> None:
    bad = factory.REPRINT.replace("Vingt", "Vingt \x1b[31m")
    (folder / "articles" / "reprise.txt").write_text(bad, "utf-8")
    for command in (["show", "reprise.txt", "articles"], ["trace", "articles"]):
        assert "\x1b" not in sourcier(*command, cwd=folder).out


def test_a_pair_of_unknown_direction_is_listed_under_both(undated: Path) -> None:
    run = sourcier("trace", "a", "--lang", "fr", cwd=undated)
    shown = run.out.replace("\u00a0", " ")
    assert "ici « Vingt », là-bas « Douze »" in shown
    assert "ici « Douze », là-bas « Vingt »" in shown
    assert not any(words in shown for words in ("crédit", "→", "repris de", "source"))


def test_an_article_is_named_by_its_path(folder: Path) -> None:
    (row,) = sourcier("show", "articles/reprise.txt", "articles", "--json", cwd=folder).rows()
    assert row["id"] == "reprise.txt"


def test_records_of_one_file_are_compared_in_the_order_typed(tmp_path: Path) -> None:
    rows = "\n".join(json.dumps({"text": text}) for text in (factory.REPRINT, factory.DISPATCH))
    (tmp_path / "d.jsonl").write_text(rows, "utf-8")
    for names in (["d.jsonl#1", "d.jsonl#2"], ["d.jsonl#2", "d.jsonl#1"]):
        (row,) = sourcier("compare", *names, "--json", cwd=tmp_path).rows()
        if row["direction"] == "unknown":
            assert [row["source"]["id"], row["derived"]["id"]] == names
    assert sourcier("compare", "d.jsonl#1", "d.jsonl#7", cwd=tmp_path).status == 2


def test_a_few_words_are_too_short_to_tell(folder: Path) -> None:
    run = sourcier("find", "-", "articles", "--lang", "fr", cwd=folder, stdin="Le port est ouvert.")
    assert run.out.startswith("Trop court pour en juger")
    assert "rares" not in run.out
