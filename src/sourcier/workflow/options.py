"""How to read, as the command line and the Python door say it."""

from sourcier.ingest.metadata import FIELDS
from sourcier.ingest.options import ReadOptions

__all__ = ["FIELDS", "ReadOptions"]
