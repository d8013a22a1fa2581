import pytest

from tests.ingest.reading import one, put, reading, trouble


def test_rows_by_names_of_columns(tmp_path):
    table = 'title,text,id\nUn,"Ligne 1\nligne 2, ""fin""",a\n\nDeux,Un texte.,\n'
    articles, problems = reading(put(tmp_path, "a.csv", table))
    assert [(article.id, article.title, article.text) for article in articles] == [
        ("a", "Un", 'Ligne 1\nligne 2, "fin"'),
        ("a.csv#5", "Deux", "Un texte."),
    ]
    assert articles[0].path == str(tmp_path / "a.csv#2")
    assert not problems


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(tmp_path, separator):
    article = one(
        put(tmp_path, "a.csv", f"titre{separator}corps\r\nUn{separator}Un texte.\r\n"),
        mapping={"text": "corps", "title": "titre"},
    )
    assert (article.title, article.text) == ("Un", "Un texte.")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    assert one(put(tmp_path, "a.csv", "text;title\nÉté;ça\n".encode(encoding))).text == "Été"


def test_missing_text_column_names_those_found(tmp_path):
    problem = trouble(put(tmp_path, "a.csv", "titre;corps\nUn;x\nDeux;y\n"))
    assert "titre, corps" in problem.message
    assert "--map" in (problem.hint or "")


def test_column_to_map_that_is_not_there(tmp_path):
    articles, problems = reading(put(tmp_path, "a.csv", "text\nx\n"), mapping={"title": "headline"})
    assert len(articles) == 1
    assert "'headline'" in problems[0].message
    assert problems[0].hint == "it has: text"


def test_table_with_the_standard_names_needs_no_column_named(tmp_path):
    article = one(put(tmp_path, "a.csv", "text,title\nx,Un\n"), mapping={"text": "texte", "title": "titre"})
    assert (article.text, article.title) == ("x", "Un")


def test_row_with_too_many_fields_is_said(tmp_path):
    articles, problems = reading(put(tmp_path, "a.csv", "text,title\nUn, deux,x\n"))
    assert len(articles) == 1
    assert "may be cut" in problems[0].message


def test_only_a_row_is_bounded(tmp_path):
    table = "text\n" + "x" * 20 + "\n" + "y" * 200 + '\n"' + "z\n" * 60 + '"\nfin\n'
    articles, problems = reading(put(tmp_path, "a.csv", table), max_bytes=100)
    assert [article.text for article in articles] == ["x" * 20, "fin"]
    assert len(problems) == 2


def test_raw_row_is_kept_when_asked(tmp_path):
    article = one(put(tmp_path, "a.csv", 'text,title\n"a\nb",c\n'), keep_raw=True)
    assert article.raw == b'"a\nb",c\n'


def test_mark_that_is_never_closed_is_said(tmp_path):
    articles, problems = reading(put(tmp_path, "a.csv", 'text\nun\n"deux\ntrois\n'))
    assert [article.text for article in articles] == ["un", "deux\ntrois\n"]
    assert "never closed" in problems[0].message


def test_lines_that_end_in_bare_carriage_returns_lose_no_other_file(tmp_path):
    put(tmp_path, "b.txt", "Un texte.")
    articles, problems = reading(put(tmp_path, "a.csv", "text,title\rUn,x\r"), tmp_path)
    assert [article.id for article in articles] == ["b.txt"]
    assert "the first line cannot be read" in problems[0].message


@pytest.mark.parametrize("table", ["text,title\n", "text\n\n\n"])
def test_table_without_rows_says_so(tmp_path, table):
    assert trouble(put(tmp_path, "a.csv", table)).message == "no rows after the line of column names"
