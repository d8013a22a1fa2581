"""`sourcier demo`: an invented dossier, traced."""

from sourcier.cli import options
from sourcier.cli.page import Command
from sourcier.cli.terminal import Terminal
from sourcier.lang.interface import Phrases


def command(phrases: Phrases) -> Command:
    """Make the command."""
    return Command("demo", phrases, options.output(phrases), run)


def run(terminal: Terminal) -> int:
    """Print what is found in it."""
    from sourcier.workflow.demo import demo_corpus  # noqa: PLC0415 - brings in the readers
    from sourcier.workflow.traced import trace_corpus  # noqa: PLC0415 - brings in the stages

    corpus = demo_corpus()
    terminal.problems(corpus.problems)
    found = trace_corpus(corpus)
    if terminal.as_json:
        terminal.rows(found.rows())
        return 0
    from sourcier.cli.screen import demo as demo_screen  # noqa: PLC0415 - rich is for people

    terminal.show(*demo_screen.screen(found, terminal.phrases))
    return 0
