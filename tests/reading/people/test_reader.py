"""The door of the people reader: what is told beside a role, and what is left untold."""

from tests.reading.people.test_cases import read


def test_a_role_tells_since_when_and_what_says_so() -> None:
    text = "Ramatou Dan Kolé est préfète de Gaya depuis 2019. L'ancien maire de Dosso, Idi Sambo Lawel, a salué."
    (prefect, mayor), offices = read(text)
    assert [role.since for role in prefect.roles] == ["2019"]
    assert [(role.state, role.cue.of(text) if role.cue else None) for role in mayor.roles] == [("former", "ancien")]
    assert offices == ()


def test_a_mention_tells_its_rule_and_its_cue() -> None:
    text = "Le colonel Bachir Toudjani a parlé. Toudjani partira."
    (person,), _ = read(text)
    assert [(each.rule, each.cue.of(text) if each.cue else None) for each in person.mentions] == [
        ("title", "colonel"),
        ("part", None),
    ]


def test_a_country_is_told_by_the_role_and_never_guessed_from_the_name() -> None:
    people, offices = read("Kofi Mensah Adu a écrit au président du Ghana et à l'ambassadeur soviétique au Mali.")
    assert [person.country for person in people] == [None]
    assert [office.country for office in offices] == ["GH", None]


def test_a_role_that_stands_alone_is_the_persons_who_has_it() -> None:
    text = "Le gouverneur de Diffa, Kiari Boukar Tell, a reçu le maire. Le gouverneur a promis un puits."
    (governor,), (mayor,) = read(text)
    assert [(role.span.of(text), role.alone) for role in governor.roles] == [
        ("gouverneur de Diffa", False),
        ("gouverneur", True),
    ]
    assert mayor.role.span.of(text) == "maire"


def test_a_text_without_people_has_none() -> None:
    assert read("Il a plu hier sur la ville.") == ((), ())
    assert read("") == ((), ())
