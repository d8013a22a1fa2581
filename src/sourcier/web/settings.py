"""How a server is set up."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """`hosts` are the names (with port) by which the server may be called, None for any, which needs a password.

    `language` is what a visitor without a choice of language is shown. `private` allows addresses of one's own
    network to be fetched.
    """

    ledger: Path
    language: str = "en"
    hosts: frozenset[str] | None = frozenset()
    password: str | None = field(default=None, repr=False)
    private: bool = False

    def __post_init__(self) -> None:
        if self.hosts is None and not self.password:
            raise ValueError("a server that others can reach needs a password")
