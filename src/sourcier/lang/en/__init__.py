"""Data files, read through sourcier.lang.language."""
