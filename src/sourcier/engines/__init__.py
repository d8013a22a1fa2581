"""Linguistic engines, each chosen by name and loaded when it is first used."""
