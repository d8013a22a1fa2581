"""The key of a sample: what the program said of each row, in a file that no coder opens before the end."""

import json
from collections.abc import Mapping
from typing import Any, get_args

from sourcier.core.credit import CreditStatus
from sourcier.core.errors import InputError
from sourcier.core.producer import Producer
from sourcier.export.line import SCHEMA
from sourcier.figures.drawn import Drawn, Population, Sample, Taker
from sourcier.figures.strata import STRATA

KIND = "sample-key"


def written(sample: Sample) -> bytes:
    """Return the file: one row a line, so that people can read it too."""
    head = {
        "schema": SCHEMA,
        "kind": KIND,
        "sample": sample.code,
        "seed": sample.seed,
        "articles": sample.articles,
        "producer": sample.producer.fields(),
        "strata": strata(sample),
    }
    rows = ",\n".join(json.dumps(_row(row), ensure_ascii=False) for row in sample.rows)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]},\n"rows": [\n{rows}\n]}}\n'.encode("utf-8", "replace")


def strata(sample: Sample) -> dict[str, dict[str, object]]:
    """Return for each stratum how many pairs it has, whether that is exact, and how many of them were drawn."""
    drawn = [row.stratum for row in sample.rows]
    return {
        name: {"pairs": each.pairs, "exact": each.exact, "sampled": drawn.count(name)}
        for name, each in sample.populations.items()
    }


def read(data: bytes, where: str) -> Sample:
    """Return the sample of a key; InputError where the file is none, or was changed."""
    try:
        return _sample(json.loads(data.decode("utf-8-sig")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{where}: this is not the key of a sample, or it was changed",
            "sourcier sample writes one beside its sheet",
        ) from error


def _row(row: Drawn) -> dict[str, object]:
    return {name: getattr(row, name) for name in Drawn.__slots__}


def _sample(fields: Mapping[str, Any]) -> Sample:
    if fields["kind"] != KIND or fields["schema"] != SCHEMA:
        raise ValueError(fields["kind"])
    found_by = dict(fields["producer"])
    version, lineage = str(found_by.pop("version")), int(found_by.pop("lineage"))
    del found_by["name"]
    given = fields["strata"]
    populations = {
        name: Population(_count(given[name]["pairs"]), bool(given[name]["exact"])) for name in STRATA if name in given
    }
    rows = tuple(_drawn(row) for row in fields["rows"])
    if len({row.row for row in rows}) < len(rows) or any(row.stratum not in populations for row in rows):
        raise ValueError("rows")
    producer = Producer(lineage, found_by, version)
    return Sample(str(fields["sample"]), int(fields["seed"]), int(fields["articles"]), producer, populations, rows)


def _drawn(fields: Mapping[str, Any]) -> Drawn:
    stratum, taker, credit = fields["stratum"], fields["taker"], fields["credit"]
    if stratum not in STRATA or taker not in (None, *get_args(Taker)) or credit not in (None, *get_args(CreditStatus)):
        raise ValueError(fields["row"])
    ends = str(fields["a"]), str(fields["b"])
    words = None if fields["words"] is None else _count(fields["words"])
    return Drawn(str(fields["row"]), stratum, *ends, words, taker, credit, str(fields["seal"]))


def _count(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value
