"""Every form of credit has its example here; all texts are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.lineage.credit import mentions

BODY = (
    "Le conseil de région a adopté lundi son budget pour l'année à venir, au terme de trois heures de débats.\n\n"
    "Les élus ont voté la réfection de la route du nord, longue de quarante kilomètres, et celle du marché central."
)
TITLE = "Le budget est adopté"

SIGNATURES = {
    "Avec AFP": "AFP",
    "(AFP)": "AFP",
    "(AS/APA)": "APA",
    "AS/APA": "APA",
    "Par Adama Kolté avec AFP": "AFP",
    "Par l’Agence nigérienne de presse (ANP)": "ANP",
    "Adama Kolté, avec l’agence Ecofin": "Ecofin",
    "Publié le 12/03/2031 à 10:15 | Par AFP": "AFP",
    "La Gazette, avec ASP": "ASP",
    "(ASP)": "ASP",
    "Avec nos confrères de Radio Kolmari": "Radio Kolmari",
    "Source : APA News": "APA",
    "Source : Le Courrier de Dounari": "Le Courrier de Dounari",
    "Source: l’agence panafricaine APA news": "APA",
    "Source : https://fr.apanews.net/news/budget": "APA",
    "Cet article a été initialement publié par Le Courrier de Dounari.": "Le Courrier de Dounari",
    "This article was originally published on The Conversation.": "The Conversation",
    "Cet article reprend une dépêche de l’AFP.": "AFP",
    "Source: Xinhua": "Xinhua",
    "By Our Reporter with AFP": "AFP",
}
DATELINES = {
    "NIAMEY (AFP) - ": "AFP",
    "Niamey, 6 septembre (AIB)- ": "AIB",
    "APA – Niamey (Niger) – ": "APA",
    "(Agence Ecofin) - ": "Ecofin",
    "DAKAR, Senegal (AP) — ": "AP",
    "ALGER, 12 mars /APS/ - ": "APS",
    "DOUNARI, 6 mars 2031 (ASP)\n\n": "ASP",
}
PROSE = {
    "Le mouvement est né en mars, d’après une dépêche de l’agence panafricaine, APA news.": "APA",
    "Selon l’AFP, dix maisons ont brûlé.": "AFP",
    "Dix maisons ont brûlé, a rapporté mardi Reuters.": "Reuters",
    "Dix maisons ont brûlé, selon un élu cité par APA.": "APA",
    "L’AFP rapporte que dix maisons ont brûlé.": "AFP",
    "Selon Télé Kolmari, dix maisons ont brûlé.": "Télé Kolmari",
    "Selon le journal Le Courrier de Dounari, dix maisons ont brûlé.": "Le Courrier de Dounari",
    "« Tout a brûlé », a-t-il déclaré dimanche à l’AFP.": "AFP",
    "Selon l’agence de presse nigérienne ANP, dix maisons ont brûlé.": "ANP",
    "The mayor told AFP that ten houses burned.": "AFP",
    "Ten houses burned, the Sahel Times reported.": "Sahel Times",
}
TRAPS = [
    "© AFP",
    "Photo : Reuters",
    "(Photo AFP)",
    "(AFP/Adama Kolté)" + " photo",
    "Le maire lors du vote. © Adama Kolté / AFP",
    "L’AFP a supprimé vingt postes lundi.",
    "Un photographe de l’AFP a été arrêté à Kolmari.",
    "Selon un communiqué de l’AFP, trois postes sont supprimés.",
    "L’Armée nationale populaire (ANP) a défilé lundi.",
    "Selon l’ANP, la frontière est calme. L’Armée nationale populaire (ANP) a défilé.",
    "BANQUE (AIB) – La banque AIB ouvre un guichet.",
    "La TAP a annulé ses vols vers Lisbonne.",
    "Selon l’Agence internationale de l’énergie, le baril monte.",
    "Source de revenus : le coton.",
    "Selon une source sécuritaire, dix maisons ont brûlé.",
    "« Je l’ai lu, c’est rapporté par l’AFP, et c’est faux », a dit le maire.",
    "Par Adama Kolté",
    "Par Efe Mensah",
    "Le pays a signé avec l’ONU.",
    "Lire aussi sur RFI : le budget.",
    "(À SUIVRE)",
]


def scoped(text: str, **more: object) -> list[tuple[str, str]]:
    article = Article("a", text, title=text.partition("\n")[0], **more)  # type: ignore[arg-type]
    return [(mention.name, mention.scope) for mention in mentions(article)]


@pytest.mark.parametrize(("line", "name"), SIGNATURES.items())
def test_a_line_at_the_end_speaks_for_the_whole_text(line: str, name: str) -> None:
    assert scoped(f"{TITLE}\n\n{BODY}\n\n{line}") == [(name, "text")]


@pytest.mark.parametrize(("opening", "name"), DATELINES.items())
def test_a_dateline_speaks_for_the_whole_text(opening: str, name: str) -> None:
    assert scoped(f"{TITLE}\n\n{opening}{BODY}") == [(name, "text")]


@pytest.mark.parametrize(("sentence", "name"), PROSE.items())
def test_words_in_a_sentence_speak_for_that_sentence(sentence: str, name: str) -> None:
    text = f"{TITLE}\n\n{BODY} {sentence} La nuit est tombée sur la ville et sur ses deux marchés."
    article = Article("a", text, title=TITLE)
    (mention,) = mentions(article)
    assert (mention.name, mention.scope, mention.form) == (name, "sentence", "prose")
    assert mention.covers.of(text) == sentence
    assert mention.covers.holds(mention.span)


@pytest.mark.parametrize("line", TRAPS)
def test_what_looks_like_a_credit_and_is_none(line: str) -> None:
    assert scoped(f"{TITLE}\n\n{BODY}\n\n{line}") == []


def test_a_signature_under_a_paragraph_inside_the_text_speaks_for_it() -> None:
    first, second = BODY.split("\n\n")
    text = f"{TITLE}\n\n{first * 2} (AFP)\n\n{second * 2}\n\n{first * 2}"
    (mention,) = mentions(Article("a", text, title=TITLE))
    assert mention.scope == "paragraph"
    assert mention.covers.of(text) == f"{first * 2} (AFP)"


def test_each_dateline_of_a_digest_opens_its_own_item() -> None:
    first, second = (paragraph * 3 for paragraph in BODY.split("\n\n"))
    text = f"Brèves\n\nNIAMEY (ANP) - {first}\n\nBAMAKO (AMAP) - {second}"
    assert scoped(text) == [("ANP", "paragraph"), ("AMAP", "paragraph")]


def test_the_words_that_show_it_are_the_span() -> None:
    text = f"{TITLE}\n\n{BODY} (avec AFP)"
    (mention,) = mentions(Article("a", text, title=TITLE))
    assert mention.span.of(text) in {"(avec AFP)", "avec AFP)"}


@pytest.mark.parametrize("outlet", ["Tam tam Kolmari", "Tamtamkolmari", "tamtamkolmari.com"])
def test_a_credit_to_the_own_outlet_is_none(outlet: str) -> None:
    assert scoped(f"{TITLE}\n\n{BODY}\n\nPar Tam tam Kolmari Info", outlet=outlet) == []


def test_an_agency_does_not_credit_itself() -> None:
    assert scoped(f"{TITLE}\n\nNIAMEY (APA) - {BODY}", outlet="APA News") == []
    assert scoped(f"{TITLE}\n\nNIAMEY (APA) - {BODY}", url="https://fr.apanews.net/news/budget") == []


def test_the_byline_field_and_addresses_count() -> None:
    text = f"{TITLE}\n\n{BODY}"
    assert scoped(text, byline="La rédaction, avec ASP") == [("ASP", "text")]
    assert scoped(text, byline="Adama Kolté") == []
    assert scoped(text, links=("https://fr.apanews.net/news/budget",)) == [("APA", "text")]
    assert scoped(text, outlet="Le Phare", url="https://fr.apanews.net/news/budget") == [("APA", "text")]


def test_the_byline_that_also_stands_in_the_text_is_one_mention() -> None:
    text = f"{TITLE}\n\nLa rédaction, avec ASP\n\n{BODY}"
    (mention,) = mentions(Article("a", text, title=TITLE, byline="La rédaction, avec ASP"))
    assert mention.span.of(text) == "La rédaction, avec ASP"


_PIECES = st.sampled_from(
    ["AFP", "(", ")", "avec ", "Source :", "\n", "« ", "selon ", ". ", "l’", "Radio ", "/", "|", "é", "中"]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=5))).map("".join))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for mention in mentions(Article("a", text, byline=text[:20] or None, links=(text,))):
        assert mention.name
        assert max(mention.span.end, mention.covers.end) <= len(text)
