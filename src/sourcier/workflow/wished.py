"""What a person writes into a field of an article, as a correction keeps it."""

from sourcier.core.errors import InputError
from sourcier.store.overlay import checked
from sourcier.workflow.dating import dated


def wished(field: str, written: str | None) -> str | None:
    """Return the value to be kept, None for unknown; raises InputError for what the field cannot hold."""
    if written and field == "published":
        found = dated(written)
        if found is None:
            raise InputError(f"not a date that can be read in one way only: {written[:60]!r}")
        written = found.value
    if written and field == "language":
        written = written.strip().lower()
    return checked(field, written)
