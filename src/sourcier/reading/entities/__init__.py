"""Entities: which sightings of a ledger's articles are one person, one organisation, one place."""
