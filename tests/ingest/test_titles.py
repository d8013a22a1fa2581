import pytest

from sourcier.ingest.titles import guess, leading, locate

BODY = "La mairie a fermé le pont jeudi. Il rouvrira au printemps, a-t-elle promis."


def found(span, text):
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Le pont ferme", f"Gazette\n\nLe pont ferme\n\n{BODY}", "Le pont ferme"),
        ("Le pont ferme", f"Gazette\n\nLE  PONT FERME…\n\n{BODY}", "LE  PONT FERME"),
        ("« Le pont ferme »", f"«\u00a0Le pont ferme\u00a0»\n\n{BODY}", "«\u00a0Le pont ferme\u00a0»"),
        ("Le pont ferme ?", f"# Le pont ferme ?\n{BODY}", "Le pont ferme ?"),
        ("Le pont", BODY, None),  # the words stand inside a sentence
        ("Le pont", f"Le pont de Kolmari\n\n{BODY}", None),  # a line that says more
        ("…", BODY, None),
        ("", BODY, None),
    ],
)
def test_stated_title_is_found_as_whole_lines(title, text, expected):
    assert found(locate(title, text), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Le pont de Kolmari ferme\n\n{BODY}", "Le pont de Kolmari ferme"),
        (f"Gazette\n\nLe pont ferme…\n\nLe pont ferme…\n\n{BODY}", "Le pont ferme…"),
        (f"\n\n  Le pont de Kolmari ferme \n\n{BODY}", "Le pont de Kolmari ferme"),
        (f"Zarmara Info\n\nLe pont de Kolmari ferme\n\n{BODY}", "Le pont de Kolmari ferme"),
        (f"Awa Bello Diori\n\n{BODY}", None),  # perhaps a name
        (f"Gazette\n\n{BODY}", None),
        (f"Le pont de Kolmari ferme\n{BODY}", None),  # not apart
        (BODY, None),
        (f"La mairie ferme le pont.\n\n{BODY}", None),  # a sentence
        ("Le pont de Kolmari ferme", None),  # no body
        (f"{'mot ' * 60}\n\n{BODY}", None),  # too long
        ("科尔马里大桥关闭三周\n\n市政府周四关闭了大桥。", "科尔马里大桥关闭三周"),
        ("", None),
    ],
)
def test_title_is_guessed_where_it_is_plain(text, expected):
    assert found(guess(text), text) == expected


def test_outlets_name_is_no_title():
    text = f"la gazette du fleuve\n\n{BODY}"
    assert guess(text)
    assert guess(text, "La Gazette du fleuve") is None


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Le pont ferme", "Le pont ferme. La suite.", "Le pont ferme"),
        ("Pont", "Pont\nLa suite.", "Pont"),
        ("Le pont", "Le pont a fermé.", None),
        ("Le pont ferme", "Le pont fermera.", None),
        ("", "Le pont", None),
    ],
)
def test_record_that_begins_with_its_title(title, text, expected):
    assert found(leading(title, text), text) == expected
