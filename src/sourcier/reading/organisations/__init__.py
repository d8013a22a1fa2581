"""Organisations: which bodies are named, by name, acronym or the seat that stands for them."""
