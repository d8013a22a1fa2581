"""What was written by hand, beside the packages: names in French, waters and areas."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return a table of this folder."""
    return tomllib.loads(HERE.joinpath(f"{name}.toml").read_text("utf-8"))


def listed(names: str | list[str]) -> tuple[str, ...]:
    """Return names that may be one."""
    return (names,) if isinstance(names, str) else tuple(names)
