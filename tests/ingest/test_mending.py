import pytest

from sourcier.ingest.mending import mend


@pytest.mark.parametrize("text", ["L'été à Zarmara", "« Déjà ! » — l'œuvre", "Größe über alles", "Мост закрыт"])
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_text_decoded_twice_is_mended(text, wrong):
    try:
        garbled = text.encode().decode(wrong)
    except UnicodeDecodeError:
        pytest.skip("this text cannot be garbled so")
    assert mend(garbled) == text


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
