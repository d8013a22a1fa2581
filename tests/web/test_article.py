"""The page of an article: what is marked, what stands beside it, and what is said of it."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sourcier.core.correction import Correction
from sourcier.core.credit import Credit
from sourcier.core.denial import Denial
from sourcier.core.family import AbsentOrigin, Edge
from sourcier.core.moment import Moment
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export.ties import Held
from sourcier.lang.interface import phrases
from sourcier.web.contexts import article_parts
from sourcier.web.contexts.article import ArticlePage, page
from sourcier.web.contexts.article_differences import Words, differences
from sourcier.web.contexts.article_evidence import quotation
from sourcier.web.contexts.article_marks import Drawing, Marks, letters, marks, seen_from
from sourcier.web.contexts.article_plan import CARDS, LISTED, plan
from sourcier.web.contexts.article_text import text
from sourcier.web.contexts.article_ties import ties
from sourcier.web.imports import Imports
from sourcier.web.pages.article import row
from sourcier.web.pasted import Pasted
from sourcier.web.render import draw
from sourcier.web.site import Site
from sourcier.web.visit import Shown, Visit
from sourcier.workflow.sheet import Sheet
from tests import factory
from tests.web import filled, sheets
from tests.web.visiting import client

EN = phrases("en")
AS_JSON = {"accept": "application/json"}
ACCUSING = re.compile(
    r"\b(copi(é|ée|és|eur|ed)\b|copy of|vol[ée]\b|plagi|stolen|false|fau(x|sse)\b|original|own\b|steal)", re.IGNORECASE
)


def shown(sheet: Sheet, layer: str | None = None, start: int = 0, code: str = "en") -> ArticlePage:
    given = plan(sheet, layer, start)  # type: ignore[arg-type]
    derived, source = factory.pair()
    texts = {derived.id: derived.text, source.id: source.text}
    return page(given, {id_: texts.get(id_, "") for id_ in given.needed}, phrases(code))


def drawn(context: ArticlePage, tmp_path: Path, code: str = "en") -> str:
    ledger = tmp_path / "a.db"
    site = Site(ledger, "", Imports(ledger), Pasted())
    return draw(Shown("article.html", context), Visit(site, phrases(code), {"id": context.article.id}, token="t0"))  # noqa: S106 - of no server


def test_an_article_that_shares_nothing_gives_phrases_to_look_for(tmp_path: Path) -> None:
    told = "Le syndic Anselme Vauquelin réclame quatorze passerelles au-dessus du ruisseau inventé de Mornebrume."
    common = "Le conseil de la commune se réunit ce soir dans la salle des fêtes pour parler du budget de la voirie."
    filler = [factory.article(f"{n}.txt", f"{common} {n} points.", path=f"{n}.txt") for n in range(3)]
    alone = factory.article("seul.txt", f"{told} Le conseil parle du budget.", path="seul.txt")
    filled.keep(tmp_path / "a.db", [*filler, alone])
    with client(tmp_path / "a.db") as browser:
        ids = {each["path"]: each["id"] for each in browser.get("/articles", headers=AS_JSON).json()["items"]}
        found = browser.get(f"/articles/{ids['seul.txt']}", headers=AS_JSON).json()
        html = browser.get(f"/articles/{ids['seul.txt']}").text
        tied = browser.get(f"/articles/{ids['0.txt']}", headers=AS_JSON).json()
    assert "Vauquelin" in " ".join(each["text"] for each in found["rare_phrases"])
    assert all(found["text"][each["start"] : each["end"]] == each["text"] for each in found["rare_phrases"])
    assert html.count('class="copy"') == len(found["rare_phrases"])
    assert "/static/copy.js" in html
    assert tied["rare_phrases"] == []


def test_the_lead_says_how_much_stands_where_with_what_credit() -> None:
    found = shown(sheets.reprint())
    assert "68% of this text also stands in" in found.lead
    assert "credited for 1 passage of 2" in found.lead
    assert found.told == ("24%: in none of the 2 texts searched, from 3 March 2031 to 4 March 2031.",)
    assert found.overview is not None
    assert found.overview.origins.max == 1


def test_a_passage_has_its_letter_number_and_differences() -> None:
    found = shown(sheets.reprint())
    one, two = found.evidence
    assert (one.number, one.letter, two.number, two.letter) == (1, "A", 2, "A")
    assert [(each.number, each.category) for each in one.differences] == [(1, "number")]
    assert [side.words for side in two.differences[0].sides] == ["reprendre le", "se joindre au"]
    assert two.differences[0].ordered
    assert "Douze" in one.words
    assert "<em>Douze<sup>1</sup></em>" in one.words


def test_credit_is_told_passage_by_passage() -> None:
    one, two = shown(sheets.reprint()).evidence
    assert (one.verdict, two.verdict) == ("credit not found", "credit found")


def test_a_card_tells_share_delay_credit_and_what_differs_in_meaning() -> None:
    (group,) = shown(sheets.reprint()).groups
    (other,) = group.others
    assert (group.role, group.count, other.letter, other.share) == ("earlier", 1, "A", 0.68)
    assert other.delay == "16 h 30 min before"
    assert other.credit is not None
    assert (other.credit.verdict, other.credit.words) == ("partial credit", ("(avec Agence inventée)",))
    assert (other.credit.covered, other.credit.passages) == (1, 2)
    assert [each.category for each in other.meaning] == ["verb", "number"]


def test_the_words_of_credit_are_marked_in_the_text_only_with_the_provenance() -> None:
    assert '<span class="credit">(avec Agence inventée)</span>' in shown(sheets.reprint()).text
    assert "credit" not in shown(sheets.reprint(), "none").text


def test_a_source_shows_what_was_taken_up_later_first() -> None:
    found = shown(sheets.dispatch())
    assert found.layer == "later"
    assert [group.role for group in found.groups] == ["later"]
    assert found.groups[0].others[0].delay == "16 h 30 min after"
    one, _ = found.evidence
    assert [side.words for side in one.differences[0].sides] == ["Douze", "Vingt"], "in the order of time"
    assert one.verdict == "", "what credit another text gives stands on its card"
    assert "<em>Douze<sup>1</sup></em>" in found.text


def test_without_layers_the_text_stands_as_it_is() -> None:
    found = shown(sheets.reprint(), "none")
    assert "<mark" not in found.text
    assert found.counts == {"provenance": 2, "later": 0, "none": 0}
    assert found.evidence == ()


def test_a_passage_of_two_paragraphs_is_two_marks_with_their_own_words() -> None:
    here, there = "Un début commun ici.\n\nUne suite qui va au port.", "Un début commun ici.\nUne suite qui va au port."
    passage = Passage(
        "reuse", "a.txt", "b.txt", Span(0, len(here)), Span(0, len(there)), 1.0, 1.0, True, "source_first", 10
    )  # fmt: skip
    (one, _), (two, _) = article_parts.parts(passage, here)
    assert (one.of(here), two.of(here)) == ("Un début commun ici.", "Une suite qui va au port.")
    first, second = (article_parts.in_source(passage, part, here, there) for part in (one, two))
    assert first is not None
    assert second is not None
    assert (first.of(there), second.of(there)) == (one.of(here), two.of(here))


def test_parts_follow_the_paragraphs_that_the_credit_counts() -> None:
    found = plan(sheets.reprint()).marked.shared
    tie = sheets.reprint().edges[0]
    assert [mark.span for mark in found] == list(tie.passages)


def test_where_a_part_cannot_be_found_in_the_source_nothing_is_claimed() -> None:
    here, there = "Un début.\nUne suite qui va au port.", "Un début.\nTout autre chose que cela, vraiment."
    passage = Passage(
        "reuse", "a.txt", "b.txt", Span(0, len(here)), Span(0, len(there)), 1.0, 1.0, True, "unknown", 10
    )  # fmt: skip
    parts = [part for part, _ in article_parts.parts(passage, here)]
    assert [article_parts.in_source(passage, part, here, there) for part in parts] == [None, None]


def test_standing_text_is_set_aside_where_no_shared_passage_lies() -> None:
    derived, source = factory.pair()
    found = factory.passages(derived, source)
    over = replace(found[0], kind="boilerplate", edits=())
    beside = replace(over, derived_span=factory.span(derived.text, "Les marchands du marché couvert"))
    drawing = Drawing([*found, over, beside], derived.text, {source.id: "A"}, {})
    assert [mark.span for mark in marks(drawing, "provenance").asides] == [beside.derived_span]
    html = text(derived, marks(drawing, "provenance"), (), {}, EN)
    assert '<mark class="aside"><sup dir="ltr">standing text</sup>Les marchands du marché couvert</mark>' in html


def test_differences_of_wording_weigh_less_than_those_of_meaning() -> None:
    here, there = Words("un deux trois", "fr", here=True), Words("un dix drei", "de", here=False)
    slight = factory.edit(("un deux trois", "trois"), ("un dix drei", "drei"), "wording", 0.9)
    heavy = factory.edit(("un deux trois", "deux"), ("un dix drei", "dix"), "number", 0.5)
    found = differences([(1, slight), (2, heavy)], "unknown", here, there)
    assert [(each.number, each.meaning, each.ordered) for each in found] == [(2, True, False), (1, False, False)]
    assert [side.language for side in found[0].sides] == ["de", "fr"]


def test_slight_and_heavy_differences_are_told_apart_without_colour() -> None:
    derived, source = factory.pair()
    one, two = factory.passages(derived, source)
    wording = replace(one, edits=tuple(replace(each, category="wording") for each in one.edits))
    found = shown(sheets.sheet(derived, [source], [wording, two], [factory.edge(derived, source, [one, two])]))
    assert '<em class="slight">Vingt<sup>1</sup></em>' in found.text
    assert "<em>se joindre au<sup>2</sup></em>" in found.text


def test_words_that_the_text_lacks_leave_a_sign() -> None:
    derived, source = factory.article("a.txt", "un deux trois"), factory.article("b.txt", "un deux et trois")
    lack = replace(
        factory.edit(("un deux trois", "un"), ("un deux et trois", "et"), "attribution"),
        kind="delete", derived=Span(8, 8),
    )  # fmt: skip
    passage = factory.passage(derived, source, derived.text, source.text, [lack])
    found = shown(sheets.sheet(derived, [source], [passage]))
    assert "<em>∅<sup>1</sup></em>" in found.text


def test_letters_go_to_those_named_first_before_the_others() -> None:
    passages = seen_from(sheets.reprint())
    more = [replace(passages[0], source="z.txt"), *passages]
    assert letters(more, ["depeche.txt", "absent.txt"]) == {"depeche.txt": "A", "z.txt": "B"}


def test_a_text_holds_a_role_by_its_direction() -> None:
    derived, source = factory.pair()
    tie = factory.edge(derived, source, factory.passages(derived, source))
    held = [Held("c.txt", 0.4, "unknown"), Held("d.txt", 0.5, "source_first"), Held(source.id, 0.9, "unknown")]
    found = ties(sheets.sheet(derived, [source], (), [tie], held))
    assert [(tie.id, tie.role) for tie in found] == [
        (source.id, "earlier"), ("c.txt", "unknown"), ("d.txt", "later")
    ]  # fmt: skip
    turned = sheets.sheet(derived, [source], (), [replace(tie, direction="derived_first")])
    assert [tie.role for tie in ties(turned)] == ["later"]


def test_a_tie_of_unknown_direction_orders_nothing_and_blames_nobody(tmp_path: Path) -> None:
    derived, source = factory.pair()
    found = [replace(each, direction="unknown") for each in factory.passages(derived, source)]
    tie = replace(factory.edge(derived, source, found), direction="unknown", reasons=())
    tie = replace(tie, credit=replace(tie.credit, status="none_found", covers=(), spans=()))
    context = shown(sheets.sheet(derived, [source], found, [tie]))
    (group,) = context.groups
    assert group.role == "unknown"
    assert group.others[0].credit is not None
    assert group.others[0].credit.verdict == ""
    assert {each.verdict for each in context.evidence} == {""}
    html = drawn(context, tmp_path)
    assert "direction unknown" in html
    assert "there <q" in re.sub(r"\s+", " ", html)
    assert "→</span>" not in html


def test_texts_of_one_outlet_owe_no_credit() -> None:
    given = sheets.reprint()
    cards = {id_: replace(card, outlet="Agence inventée") for id_, card in given.cards.items()}
    found = shown(replace(given, cards=cards))
    assert {each.verdict for each in found.evidence} == {""}


def test_a_delay_is_told_as_precisely_as_the_dates_are_known() -> None:
    given = sheets.reprint()
    days = replace(given, edges=(replace(given.edges[0], delay=None),))
    assert shown(days).groups[0].others[0].delay == "1 d before"
    same = replace(given, edges=(replace(given.edges[0], delay=timedelta()),))
    assert shown(same).groups[0].others[0].delay == "at the same time"
    undated = replace(days, card=replace(days.card, published=None))
    assert shown(undated).groups[0].others[0].delay == ""


def test_a_quotation_carries_its_source_offsets_and_hash() -> None:
    derived, _ = factory.pair()
    card = replace(sheets.card(derived), url="https://phare.example/port")
    words = quotation(derived, card, Span(0, 13), EN)
    assert words.startswith(f"“{derived.text[:13]}”\n– Le Phare inventé, “")
    assert "4 March 2031, https://phare.example/port\n" in words
    assert card.hash in words
    assert "characters 0–13" in words


def test_other_texts_that_hold_a_passage_are_named() -> None:
    given = sheets.reprint()
    third = factory.article("c.txt", given.article.text, outlet="Radio inventée")
    more = [replace(each, source="c.txt", best=False, edits=()) for each in given.passages]
    held = replace(given, passages=(*given.passages, *more), cards={**given.cards, "c.txt": sheets.card(third)})
    one, _ = shown(held).evidence
    assert [(letter, card.outlet) for letter, _, card in one.also] == [("", "Radio inventée")], "no card has its letter"
    assert one.also_count == 1
    carded, _ = shown(replace(held, also=(Held("c.txt", 0.68, "unknown", tied=False),))).evidence
    assert [(letter, card.outlet) for letter, _, card in carded.also] == [("B", "Radio inventée")]


def test_texts_without_a_tie_of_their_own_stand_apart_and_nothing_is_claimed(tmp_path: Path) -> None:
    given = sheets.dispatch()
    third = factory.article("c.txt", given.article.text, outlet="Radio inventée")
    more = [replace(each, derived="c.txt", direction="unknown", edits=()) for each in given.later_passages]
    held = (*given.ties.later, Held("c.txt", 0.9, "unknown", tied=False))
    known = replace(
        given,
        later_passages=(*more, *given.later_passages),
        ties=replace(given.ties, later=held),
        cards={**given.cards, "c.txt": sheets.card(third)},
    )
    context = shown(known)
    assert context.layer == "later"
    assert context.counts["provenance"] == 0, "the passages of a source are taken up, whoever else has them"
    assert [(group.role, group.count) for group in context.groups] == [("later", 1), ("beside", 1)]
    assert [each.letter for group in context.groups for each in group.others] == ["A", "B"]
    assert {each.letter for each in context.evidence} == {"A"}
    html = drawn(context, tmp_path)
    assert "Other texts with the same passages" in html
    assert "direction is unknown" not in html
    assert html.count('class="screen deny"') == 1, "there is no tie to set aside"


def test_a_stretch_that_only_such_a_text_has_is_marked_all_the_same() -> None:
    derived, source = factory.pair()
    found = [replace(each, direction="unknown") for each in factory.passages(derived, source)]
    also = (Held(source.id, 0.6, "unknown", tied=False),)
    context = shown(sheets.sheet(derived, [source], found, also=also))
    assert context.counts["provenance"] == 2
    assert {each.verdict for each in context.evidence} == {""}


def test_a_passage_says_what_the_credit_of_its_own_tie_covers(tmp_path: Path) -> None:
    derived, source = factory.pair()
    found = [replace(each, direction="unknown") for each in factory.passages(derived, source)]
    tie = replace(factory.edge(derived, source, found), direction="unknown", reasons=())
    tie = replace(tie, credit=Credit("other_named", ("Agence X",), (), (0, 1)))
    context = shown(sheets.sheet(derived, [source], found, [tie]))
    assert {each.verdict for each in context.evidence} == {"another source named: Agence X"}
    other = context.groups[0].others[0].credit
    assert other is not None
    assert other.verdict == "another source named: Agence X"
    assert "credit found" not in drawn(context, tmp_path)


def test_a_card_leads_up_to_what_its_text_takes_up(tmp_path: Path) -> None:
    given = sheets.reprint()
    first = factory.article("a0.txt", "Un texte.", outlet="Agence du Delta", published="2031-03-02")
    cards = {**given.cards, "a0.txt": sheets.card(first)}
    ties = replace(given.ties, chains={"depeche.txt": ("a0.txt",)})
    context = shown(replace(given, cards=cards, ties=ties))
    (other,) = context.groups[0].others
    assert [card.id for card in other.chain] == ["a0.txt"]
    html = drawn(context, tmp_path)
    assert re.search(r'which itself takes up: <a href="[^"]*a0.txt" dir="auto">Agence du Delta</a>, 2 March 2031', html)
    assert "itself takes up: Agence du Delta, 2 March 2031." in context.lead
    assert row(replace(given, cards=cards, ties=ties), {})["chain"] == {"depeche.txt": ["a0.txt"]}


def test_a_delay_is_told_to_the_minute_without_a_tie_too() -> None:
    given = sheets.dispatch()
    times = {"depeche.txt": Moment("2031-03-03T18:42:00+01:00"), "reprise.txt": Moment("2031-03-04T07:30:00+01:00")}
    cards = {id_: replace(card, published=times[id_]) for id_, card in given.cards.items()}
    known = replace(given, card=cards["depeche.txt"], cards=cards, later_edges=())
    assert shown(known).groups[0].others[0].delay == "12 h 48 min after"


def test_every_large_source_is_named_above_the_text() -> None:
    given = sheets.reprint()
    (tie,) = given.edges
    third = factory.article("c.txt", given.article.text, outlet="Radio inventée")
    more = replace(
        tie, source="c.txt", shared=0.7, direction="unknown", credit=Credit("other_named", ("Agence inventée",))
    )
    context = shown(
        replace(
            given, edges=(more, tie), ties=replace(given.ties, edges=(more, tie)),
            cards={**given.cards, "c.txt": sheets.card(third)},
        )
    )  # fmt: skip
    assert "68% of this text also stands in" in context.lead, "a known direction stands first, though less is shared"
    assert "Radio inventée" in context.told[0]
    assert "Agence inventée" not in context.told[0], "it is not missing: its text stands above"


def test_nothing_shared_is_told_relative_to_what_was_searched(tmp_path: Path) -> None:
    alone = factory.article("seul.txt", "Une phrase seule au monde.", title="Seul")
    context = shown(sheets.sheet(alone, overview=None, family=None))
    assert context.lead.endswith("in none of the 2 texts searched, from 3 March 2031 to 4 March 2031.")
    html = drawn(context, tmp_path)
    assert 'href="/find"' in html
    assert re.findall(r"layer=(\w+)", html) == ["facts", "none"]


def test_the_text_that_nobody_has_is_named_and_its_evidence_by_the_articles_name() -> None:
    given = sheets.reprint(absent=AbsentOrigin("Agence absente", "depeche.txt: « Source »"))
    found = shown(given).absent
    assert found is not None
    assert "Agence absente" in found
    assert "depeche.txt" not in found


def test_a_source_known_to_be_cut_is_told() -> None:
    given = sheets.reprint()
    cards = {id_: replace(card, complete=False) for id_, card in given.cards.items()}
    assert any("Known to be incomplete" in each for each in shown(replace(given, cards=cards)).told)


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("layer", ["provenance", "later", "none"])
def test_no_page_accuses(tmp_path: Path, code: str, layer: str) -> None:
    html = drawn(shown(sheets.reprint(), layer, code=code), tmp_path, code)
    main = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main>")])
    assert not ACCUSING.search(main), ACCUSING.search(main)


def test_letters_lead_to_the_evidence_and_back(tmp_path: Path) -> None:
    html = drawn(shown(sheets.reprint()), tmp_path)
    for number in (1, 2):
        assert f'href="#evidence-{number}"' in html
        assert f'id="evidence-{number}"' in html
        assert f'href="#passage-{number}"' in html
        assert f'id="passage-{number}"' in html


def test_words_of_articles_carry_their_language_and_cannot_be_markup(tmp_path: Path) -> None:
    hostile = factory.article("h.txt", '<script>alert("1")</script> « x »', title="<img src=x>", language="fr")
    html = drawn(shown(sheets.sheet(hostile)), tmp_path)
    assert "<script>alert" not in html
    assert "<img" not in html
    assert '<div class="text provenance" lang="fr" dir="auto">' in html


def test_an_address_that_is_none_of_the_web_is_no_link(tmp_path: Path) -> None:
    given = sheets.reprint()
    odd = shown(replace(given, card=replace(given.card, url="javascript:alert(1)")))
    assert 'href="javascript' not in drawn(odd, tmp_path)
    web = drawn(shown(replace(given, card=replace(given.card, url="https://a.example/"))), tmp_path)
    assert '<a href="https://a.example/" rel="noreferrer noopener">' in web


def test_every_form_sends_the_token_back(tmp_path: Path) -> None:
    made = Correction("reprise.txt", "outlet", None, "Le Phare", "A. D.", "2031-03-05T08:00:00+00:00")
    denied = Denial("reprise.txt", "depeche.txt", None, "2031-03-05T08:00:00+00:00")
    html = drawn(shown(sheets.reprint(corrections=(made,), denials=(denied,))), tmp_path)
    forms = re.findall(r'<form method="post".*?</form>', html, re.DOTALL)
    assert len(forms) == 4
    assert all('name="token" value="t0"' in form for form in forms)


def test_two_thousand_passages_stay_a_page(tmp_path: Path) -> None:
    given, texts = sheets.many(2_000)
    made = plan(given)
    html = drawn(page(made, {id_: texts[id_] for id_ in made.needed}, EN), tmp_path)
    assert len(made.needed) <= LISTED + CARDS
    assert html.count('<li id="evidence-') == LISTED
    assert len(html.encode()) - len(given.article.text.encode()) < 300_000
    assert "passages 1 to 40 of 2,000" in html
    assert "and 1,960 more" in html


def test_a_later_part_of_the_evidence_has_its_own_address(tmp_path: Path) -> None:
    given, texts = sheets.many(100)
    made = plan(given, None, 60)
    context = page(made, {id_: texts[id_] for id_ in made.needed}, EN)
    assert [each.number for each in context.evidence] == list(range(61, 101))
    assert (context.part.before, context.part.after) == (20, None)
    html = drawn(context, tmp_path)
    assert 'href="?from=0#evidence-1"' in html
    assert 'href="#evidence-61"' in html


def test_more_passages_than_can_be_drawn_are_counted() -> None:
    given, _ = sheets.many(5)
    drawing = Drawing(given.passages, given.article.text, letters(given.passages, ()), {})
    found = marks(drawing, "provenance", most=3)
    assert (len(found.shared), found.more) == (3, 2)
    assert marks(drawing, "none") == Marks((), ())


def test_a_row_is_that_of_show_with_what_the_page_adds() -> None:
    given = sheets.reprint()
    derived, source = factory.pair()
    made = row(given, {derived.id: derived.text, source.id: source.text})
    assert made["passages"][0]["edits"][0]["source"]["text"] == "Douze"
    assert made["origins"] == {"min": 1, "max": 1}
    assert made["story"] == "f1"
    assert made["corrections"] == []
    json.dumps(made)


def test_a_text_that_went_meanwhile_is_left_out_of_the_row() -> None:
    given = sheets.reprint()
    made = row(given, {given.article.id: given.article.text})
    assert made["passages"] == made["edges"] == []


def test_the_two_words_of_a_negation_are_one_difference_on_a_card() -> None:
    there, here = "Les autorités ont confirmé le bilan lundi.", "Les autorités n’ont pas confirmé le bilan lundi."
    derived, source = factory.article("a.txt", here), factory.article("depeche.txt", there)
    words = [factory.span(here, "n’"), factory.span(here, "pas ")]
    edits = [
        replace(
            factory.edit((here, "ont"), (there, "ont"), "negation", 0.9),
            kind="insert",
            derived=span,
            source=Span(at, at),
        )
        for span, at in zip(words, (14, 18), strict=True)
    ]
    passage = factory.passage(derived, source, here, there, edits)
    tie = Edge(
        "a.txt", "depeche.txt", 0.9, None, "source_first", (), Credit("none_found"), (Span(0, len(here)),), (), None
    )
    given = plan(sheets.sheet(derived, [source], [passage], [tie]))
    (other,) = page(given, {source.id: there}, EN).groups[0].others
    assert (other.meaning_count, other.differing) == (1, 1)
    assert [each.number for each in other.meaning] == [2]
