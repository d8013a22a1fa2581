"""The version, read by the build and by what is exported."""

__version__ = "0.1.0"
