import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.lang.detection import signs
from sourcier.text.language import identify

SENTENCES = {
    "fr": "La ministre a déclaré mardi que les travaux du pont dureraient plus longtemps que prévu.",
    "en": "The minister said on Tuesday that work on the bridge would take longer than planned.",
    "es": "La ministra dijo el martes que las obras del puente durarán más de lo previsto.",
    "pt": "A ministra disse na terça-feira que as obras da ponte não terminam antes do fim do ano.",
    "it": "La ministra ha detto martedì che i lavori del ponte dureranno più del previsto.",
    "de": "Die Ministerin sagte am Dienstag, dass die Arbeiten an der Brücke länger dauern werden.",
    "ha": "Ministar ta ce a ranar Talata cewa aikin gadar zai dauki lokaci mai tsawo.",
    "bm": "Minisiri ko tarata don ko pon baara bɛ kɛ waati jan kɔnɔ.",
    "sw": "Waziri alisema siku ya Jumanne kwamba kazi ya daraja itachukua muda zaidi.",
    "nl": "De minister zei dinsdag dat het werk aan de brug langer zal duren dan verwacht.",
    "ar": "قالت الوزيرة يوم الثلاثاء إن أشغال الجسر ستستغرق وقتا أطول.",
    "ru": "Министр сказала во вторник, что ремонт моста займёт больше времени.",
    "zh": "部长星期二说，桥梁工程所需时间比预期更长。",
    "ja": "大臣は火曜日、橋の工事は予定より長くかかると述べた。",
    "ko": "장관은 화요일 다리 공사가 예상보다 오래 걸릴 것이라고 말했다.",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_a_sentence_is_enough(code, sentence):
    assert identify(sentence) == code


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_a_long_text_is_that_of_its_sentences(code, sentence):
    assert identify(sentence * 200) == code
    assert identify((sentence + "\n") * 200) == code


@pytest.mark.parametrize(
    "text",
    [
        "", " \n", "2024", "…", "Zarmara", "Awa Bello, Ali Diori", "Biri Biri", "AFP", "http://a.example/x?y=z",
        "\ud800\x00", "Ministrja tha të martën se punimet e urës do të zgjasin",
        "وزیر گفت کارهای پل بیشتر از آنچه پیش بینی شده بود طول می کشد",
        "Міністерка сказала, що ремонт мосту триватиме довше.",
    ],
)  # fmt: skip
def test_unsure_is_none(text):
    assert identify(text) is None


def test_names_of_another_script_do_not_hide_the_language():
    assert identify(SENTENCES["fr"] + " (العربية)") == "fr"


def test_marks_written_apart_count_as_accents():
    import unicodedata  # noqa: PLC0415

    assert identify(unicodedata.normalize("NFD", SENTENCES["fr"])) == "fr"


@given(st.text(max_size=200))
def test_any_text_is_judged_and_always_alike(text):
    assert identify(text) == identify(text)


def test_signs_are_sorted_and_in_lower_case():
    from importlib.resources import files  # noqa: PLC0415
    from tomllib import loads  # noqa: PLC0415

    data = loads(files("sourcier.lang").joinpath("detection.toml").read_text("utf-8"))
    for table in (data["words"], data["endings"], data["letters"]):
        for code, entries in table.items():
            assert entries.split() == sorted({entry.lower() for entry in entries.split()}), code
    assert set(SENTENCES) - {"ar", "ru", "zh", "ja", "ko"} <= set(signs().words)
