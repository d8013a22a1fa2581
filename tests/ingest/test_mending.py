import pytest

from sourcier.ingest.mending import mend

_WESTERN = ["L'été à Zarmara", "« Déjà ! » — l'œuvre", "Größe über alles"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [(text, wrong) for text in _WESTERN for wrong in ("cp1252", "latin-1")] + [("Мост закрыт", "latin-1")],
)
def test_text_decoded_twice_is_mended(text, wrong):
    assert mend(text.encode().decode(wrong)) == text


@pytest.mark.parametrize(
    "text",
    [
        "L'été à Zarmara",
        "São Paulo, NÃO, CORAÇÃO",
        "Le sigle « Ã© » est un « é » décodé deux fois, relève l'éditrice.",
        "Ångström, Ålesund, Øresund",
        "plain",
        "ÃÂÐÑ",
        "وصل الوزير",
    ],
)
def test_well_formed_text_stays(text):
    assert mend(text) is None
