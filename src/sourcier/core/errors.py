"""Exceptions: each means stop.

SourcierError
├── InputError        a path, option or value that cannot be used: exit status 2
│   ├── UnknownArticle
│   ├── UnknownFamily
│   ├── UnknownEntity
│   ├── Gone
│   └── NoArticle
└── LedgerError       the file on disk cannot be used
    ├── LedgerBusy
    │   └── LedgerHeld
    └── LedgerTooNew
"""


class SourcierError(Exception):
    """Something stops the work; the message is one clear line, `hint` says what to do."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(SourcierError):
    """What was asked for cannot be used."""


class UnknownArticle(InputError):
    """No article has this id."""


class UnknownFamily(InputError):
    """No family has this id."""


class UnknownEntity(InputError):
    """No entity has this id or name, or several have."""


class Gone(InputError):
    """What was kept for a while, such as a pasted text, is no longer there."""


class NoArticle(InputError):
    """A file that is there holds no article: nothing was read, and the exit status is 1."""


class LedgerError(SourcierError):
    """The ledger file cannot be used."""


class LedgerBusy(LedgerError):
    """Another process is writing to the ledger."""


class LedgerHeld(LedgerBusy):
    """Something was removed, and another process has the file open, so that bytes of it are still there."""


class LedgerTooNew(LedgerError):
    """A newer version of the program wrote the ledger."""
