"""The people reader's row: the spans of their names."""

from collections.abc import Iterator

from eval.readers.pipelines import pipelines
from eval.readers.reading import Reading
from eval.readers.row import Answer, Row


def named(reading: Reading) -> Iterator[Answer]:
    """Yield each mention by name; its chain is its person's place in the facts."""
    for at, person in enumerate(reading.facts.people):
        for mention in person.mentions:
            yield Answer(mention.span, {"id": str(at), "name": person.name, "rule": mention.rule})


ROW = Row("people", "person", (), named, peers=lambda: pipelines({"PER", "PERSON"}))
