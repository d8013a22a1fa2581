"""Starts passim on prepared input and stops it once the alignments are written: `passim_align.py ARGUMENTS OF PASSIM`.

Run with an interpreter that has pyspark, and with passim's source on PYTHONPATH. What follows the alignments is
clustering, which needs a Java package that the Python registry does not have, and nothing here asks for clusters.
"""

import sys

from passim import seriatim  # type: ignore[import-not-found]  # in the environment of the peer only
from pyspark.sql import DataFrame, SparkSession  # type: ignore[import-not-found]


class AlignmentsWritten(Exception):
    """Raised where clustering would begin."""


def stop(*_: object) -> None:
    raise AlignmentsWritten


if __name__ == "__main__":
    DataFrame.clusterExtents = stop
    try:
        seriatim.main(sys.argv[1:])
    except AlignmentsWritten:
        SparkSession.builder.getOrCreate().stop()
