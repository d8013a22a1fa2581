"""`sourcier serve`: the pages, on this machine."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from sourcier.cli import options
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.core.errors import InputError
from sourcier.export.ledger_rows import served
from sourcier.lang.interface import Phrases

PASSWORD = "SOURCIER_PASSWORD"  # noqa: S105 - the name of the variable
_SHORTEST = 8


def command(phrases: Phrases) -> Command:
    """Make the command."""
    number = click.IntRange(0, 65_535)
    port = click.Option(["--port"], type=number, metavar=phrases.say("metavar.limit"), help=phrases.say("option.port"))
    params = [
        *options.ledger(phrases, memory=False),
        port,
        options.flag(phrases, "no-browser"),
        options.flag(phrases, "private"),
        options.flag(phrases, "public"),
        *options.output(phrases),
    ]
    return Command("serve", phrases, params, run)


def run(terminal: Terminal, *, ledger: str, port: int | None, no_browser: bool, **flags: bool) -> int:
    """Serve until interrupted."""
    from sourcier.web.server import serve  # noqa: PLC0415 - brings in the server
    from sourcier.web.settings import Settings  # noqa: PLC0415 - brings in the server
    from sourcier.workflow.opened import Ledger  # noqa: PLC0415 - brings in the store

    public, private = flags["public"], flags["private"]
    password = _password(terminal) if public else None
    Ledger(ledger).close()  # a file that cannot be used is refused before a browser opens on it
    hosts = None if public else frozenset[str]()
    settings = Settings(Path(ledger).absolute(), terminal.phrases.code, hosts, password, private)
    serve(settings, port, _ready(terminal, ledger, browser=not (no_browser or public), public=public))
    return 0


def _ready(terminal: Terminal, ledger: str, *, browser: bool, public: bool) -> Callable[[str], None]:
    def ready(address: str) -> None:
        if terminal.as_json:
            terminal.rows([served(address, ledger)])
        else:
            terminal.tell(address)
            terminal.note(terminal.say("serve.ready", path=ledger))
            if public:
                terminal.note(terminal.say("serve.public"))
        sys.stdout.flush()
        if browser:
            import webbrowser  # noqa: PLC0415 - only where one is wanted

            webbrowser.open(address)

    return ready


def _password(terminal: Terminal) -> str:
    given = os.environ.get(PASSWORD) or ""
    if not given and sys.stdin.isatty():
        given = click.prompt(terminal.say("serve.password"), hide_input=True, err=True)
    if len(given) < _SHORTEST:
        raise InputError(terminal.say("serve.no_password", name=PASSWORD, n=_SHORTEST), terminal.say("serve.public"))
    return given
