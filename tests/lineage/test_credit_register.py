"""The register of agencies and the credit phrases keep their shape."""

from sourcier.lang.language import Language
from sourcier.lang.load import CODES
from sourcier.lineage.naming.register import agency_of_host, entries, register


def test_names_are_sorted_and_unique() -> None:
    names = [outlet.name for outlet in register()]
    assert names == sorted(set(names))


def test_every_alias_leads_to_its_entry_and_every_site_to_one() -> None:
    for outlet in register():
        assert all(outlet in entries(name) for name in outlet.names)
        assert all(agency_of_host(f"www.{domain}") == outlet.name for domain in outlet.domains)


def test_the_languages_have_the_same_concepts_and_lower_case_phrases() -> None:
    tables = [Language(code).table("credit") for code in CODES]
    assert all(table.keys() == tables[0].keys() for table in tables)
    for table in tables:
        for concept, phrases in table.items():
            assert phrases, concept
            assert all(phrase == phrase.lower() and "’" not in phrase for phrase in phrases), concept
            assert len(phrases) == len(set(phrases)), concept
