"""Texts that share words without one being taken from the other, and texts that are hard to compare."""

from collections import Counter

import pytest

from sourcier.core.article import Article
from sourcier.core.moment import Moment
from sourcier.lineage.analysis import analyse
from sourcier.lineage.families import families
from sourcier.lineage.passages import passages
from tests.lineage.texts import paragraphs, text


def _article(name: str, body: str, outlet: str | None = None, published: str | None = None) -> Article:
    return Article(name, body, outlet=outlet, published=Moment(published) if published else None)


def _kinds(*articles: Article) -> Counter[str]:
    return Counter(passage.kind for passage in passages(analyse(articles)))


_NAME = (
    "le ministre d’État chargé de l’Intérieur, de la Sécurité publique, de la Décentralisation et des Affaires "
    "coutumières, le général de brigade Ousmane Bila Tarfa"
)


def test_a_long_official_name_is_no_reuse() -> None:
    one = _article("a", text(1) + f"\n\nLundi matin, {_NAME} a visité deux écoles du chef-lieu avec ses conseillers.")
    other = _article(
        "b", text(2) + f"\n\nLa cérémonie de jeudi, que {_NAME} n’a pas honorée de sa présence, a tourné court."
    )
    assert not _kinds(one, other)


def test_a_legal_notice_on_everything_is_standing_text() -> None:
    notice = "\n\nTous droits réservés. Toute reproduction, même partielle, de cet article est soumise à autorisation."
    articles = [_article(f"{n:02}", text(n) + notice, f"Journal {n}", f"2024-0{1 + n % 9}-11") for n in range(12)]
    assert set(_kinds(*articles)) == {"boilerplate"}


@pytest.mark.parametrize("dated", [True, False])
def test_a_footer_of_an_outlet_is_standing_text(dated: bool) -> None:
    footer = "\n\nRejoignez les lecteurs de La Gazette inventée chaque matin à six heures pour lire la ville autrement."
    articles = [
        _article(f"{n:02}", text(n) + footer, "La Gazette inventée", f"2024-{1 + n:02}-03" if dated else None)
        for n in range(8)
    ]
    assert set(_kinds(*articles)) == {"boilerplate"}


def test_a_quotation_that_two_report_is_a_quotation() -> None:
    words = "« Nous avons attendu la pluie pendant trois longs mois et la récolte de mil sera maigre »"
    one = _article("a", text(1) + f"\n\n{words}, regrette Awa Sidi, cultivatrice à Tamaré.")
    other = _article(
        "b", text(2) + f"\n\nPour Awa Sidi, l’année est perdue. {words}, dit-elle devant son grenier vide."
    )
    assert set(_kinds(one, other)) == {"quotation"}


def test_one_template_for_two_people_is_reuse() -> None:
    template = (
        "Le décès de {} a été annoncé dans un communiqué de la famille. Le défunt avait commencé sa carrière comme "
        "instituteur avant d’ouvrir une imprimerie au bord du fleuve, où trois générations d’apprentis se sont formées."
    )
    one = _article("a", text(1) + "\n\n" + template.format("Bila Tano"))
    other = _article("b", text(2) + "\n\n" + template.format("Oumou Sarr"))
    assert set(_kinds(one, other)) == {"reuse"}


@pytest.mark.parametrize("bodies", [("", ""), ("mot", "mot"), ("", "mot"), ("   \n ", "…"), ("mot",), ()])
def test_empty_and_one_word_articles(bodies: tuple[str, ...]) -> None:
    assert not _kinds(*(_article(str(n), body) for n, body in enumerate(bodies)))


def test_200_reprints_stay_linear_and_whole() -> None:
    dispatch = _article("000", text(7), "Agence inventée", "2024-05-01T06:00:00Z")
    reprints = [
        _article(
            f"{n:03}",
            text(7) + "\n\n" + text(1_000 + n, 1),
            f"Journal {n}",
            f"2024-05-01T{7 + n // 60:02}:{n % 60:02}:00Z",
        )
        for n in range(1, 201)
    ]
    analysis = analyse([dispatch, *reprints])
    found = passages(analysis)
    assert len(found) <= 50 * 201 * 2
    assert {passage.derived for passage in found if passage.best} == {article.id for article in reprints}
    (family,) = families(analysis)
    assert len(family.articles) == 201
    assert {(passage.derived, passage.source) for passage in found if passage.source == "000"} == {
        (a.id, "000") for a in reprints
    }


def test_identical_texts_of_two_outlets_tell_no_direction() -> None:
    analysis = analyse([_article("a", text(3), "Un", "2024-05-01"), _article("b", text(3), "Deux", "2024-05-01")])
    (passage,) = passages(analysis)
    assert (passage.derived, passage.similarity, passage.direction) == ("b", 1.0, "unknown")
    assert families(analysis)[0].origin is None


def test_undated_pairs_tell_no_direction() -> None:
    analysis = analyse([_article("b", text(3)), _article("a", text(3) + "\n\n" + text(4))])
    assert {(passage.derived, passage.direction) for passage in passages(analysis)} == {("b", "unknown")}


@pytest.mark.parametrize(
    "body",
    [
        "أعلنت بلدية المدينة القديمة افتتاح الجسر الجديد أمام السيارات صباح يوم الاثنين بعد أشغال دامت ثلاث سنوات.",
        "市政府星期一上午宣布新桥正式通车，工程历时三年，桥上设有自行车道和人行道，居民表示欢迎。",
    ],
)
def test_other_scripts(body: str) -> None:
    one, other = _article("a", text(1) + "\n\n" + body), _article("b", body + "\n\n" + text(2))
    (passage,) = passages(analyse([one, other]))
    assert passage.derived_span.of(other.text).strip() == body
    assert passage.source_span.of(one.text).strip() == body


def test_accents_case_and_marks_do_not_hide_a_passage() -> None:
    body = "Le préfet a reçu les éleveurs de Tamaré dans la cour de la préfecture pour parler du partage des puits."
    altered = body.upper().replace("É", "E").replace("PUITS", "PU\u00adITS")
    (passage,) = passages(analyse([_article("a", text(1) + "\n\n" + body), _article("b", text(2) + "\n\n" + altered)]))
    assert passage.similarity == 1.0


def test_swapped_paragraphs_are_all_found() -> None:
    parts = paragraphs(5)
    one, other = _article("a", "\n\n".join(parts)), _article("b", "\n\n".join(parts[2:] + parts[:2]))
    covered = sum(len(passage.derived_span) for passage in passages(analyse([one, other])))
    assert covered >= 0.98 * len(other.text)


def test_a_text_of_one_word_repeated_is_bounded() -> None:
    articles = [_article(str(n), "tam " * 40_000) for n in range(3)]
    assert len(passages(analyse(articles))) < 1_000


def test_what_was_taken_from_a_text_is_no_share_of_it() -> None:
    source = Article("a", text(3), url="https://un.example/a-1", published=Moment("2024-05-01"))
    derived = Article("b", text(3), links=("https://un.example/a-1",))
    (family,) = families(analyse([source, derived]))
    assert family.edges[0].direction == "source_first"
    assert (family.shares["a"].shared, family.shares["b"].shared) == (0.0, 1.0)


def test_a_passage_never_goes_over_differing_sentence_ends() -> None:
    body, footer = (
        text(3, 1),
        "sur votre téléphone chaque matin dès six heures avec la météo des pistes et des marchés.",
    )
    one = _article("a", f"{body}\n\nRecevez notre lettre {footer}", "Un", "2024-05-01T08:00:00Z")
    other = _article("b", f"{body}\n\nTrouvez toutes nos nouvelles {footer}", "Deux", "2024-05-02T08:00:00Z")
    first = passages(analyse([one, other]))[0]
    assert first.derived_span.of(other.text) == body
