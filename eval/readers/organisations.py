"""The organisations reader's row; that an acronym and a full name are one body is told by B³ over the mentions."""

from collections.abc import Iterator

from eval.readers.chains import b3
from eval.readers.pipelines import pipelines
from eval.readers.reading import Reading
from eval.readers.row import Answer, Row


def _read(reading: Reading) -> Iterator[Answer]:
    for at, body in enumerate(reading.facts.organisations):
        keys = {"id": str(at), "kind": body.kind, "country": body.country or "", "name": body.name}
        for mention in body.mentions:
            yield Answer(mention.span, {**keys, "rule": mention.rule})


ROW = Row("organisations", "org", ("kind", "country"), _read, measures=b3("org"), peers=lambda: pipelines({"ORG"}))
