"""The parts of the docs that are made from the code; `python -m tests.documented` writes them anew."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import click

from sourcier.cli.program import COMMANDS, Program, load
from sourcier.core.article import Article
from sourcier.core.hit import Hit
from sourcier.core.places_file import PlacesFile
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.export import (
    analysis_rows,
    article_rows,
    entity_rows,
    fact_rows,
    family_rows,
    ledger_rows,
    problem_rows,
    rows,
    version_rows,
)
from sourcier.export.produced import one_produced
from sourcier.figures import coded
from sourcier.figures import rows as figure_rows
from sourcier.figures.report import report
from sourcier.lang.interface import phrases
from sourcier.store.ledger import Ledger
from sourcier.workflow.versions import revisions
from tests import documented_pages, factory, factory_facts
from tests.engines.plain import Plain
from tests.figures import samples
from tests.store import paged

DOCS = Path(__file__).parent.parent / "docs"
_BLOCK = re.compile(r"(<!-- made from the code: (?P<name>[a-z-]+) -->\n```json\n).*?(\n```)", re.DOTALL)
_WIDTH = 80


def cli_page(lang: str, heading: str, note: str) -> str:
    """Return the page with the help of every command."""
    words = phrases(lang)
    program = Program(words)
    parts = [f"# {heading}", note, _help("sourcier", program)]
    parts += [_help(f"sourcier {name}", load(name, words)) for name in COMMANDS]
    return "\n\n".join(parts) + "\n"


def _help(name: str, command: click.Command) -> str:
    with click.Context(command, info_name=name, terminal_width=_WIDTH, max_content_width=_WIDTH) as context:
        return f"## {name}\n\n```text\n{command.get_help(context)}\n```"


def json_page(page: str) -> str:
    """Return the page with each of its examples made anew."""
    return _BLOCK.sub(lambda match: match[1] + _pretty(EXAMPLES[match["name"]]()) + match[3], page)


def names(page: str) -> list[str]:
    """Return the examples of a page."""
    return [match["name"] for match in _BLOCK.finditer(page)]


def _pretty(row: bytes) -> str:
    return re.sub(
        r"\{\s+([^{}\[\]]{1,90}?)\s+\}", _on_one_line, json.dumps(json.loads(row), ensure_ascii=False, indent=2)
    )


def _on_one_line(match: re.Match[str]) -> str:
    return "{" + " ".join(match[1].split()) + "}"


def _texts() -> dict[str, str]:
    return {each.id: each.text for each in factory.pair()}


def _shown() -> bytes:
    derived, source = factory.pair()
    family = factory.family()
    found = factory.passages(derived, source)
    return article_rows.shown(derived, found, family.edges, (family.shares[derived.id], factory.searched(1)), _texts())


def _agreed() -> bytes:
    made, shown = samples.sample({"long": 20, "short": 20, "family": 5, "near": 30, "other": 5}, pairs=1_000)

    def answers(code: str) -> tuple[str, str, str]:
        found = code[0] in "LS" and code != "SXCK"
        return ("yes", "B", "yes") if found else ("no", "", "")

    def others(code: str) -> tuple[str, str, str]:
        return ("?", "", "") if code == "LXBB" else answers(code)

    sheet = samples.written(made, shown)
    typed = ((samples.coded(sheet, each), name) for each, name in ((answers, "sheet-anna"), (others, "sheet-brice")))
    return figure_rows.agreed(report(made, [coded.read(data, name, name, made) for data, name in typed]))


def _sampled() -> bytes:
    made, _ = samples.sample({"long": 2, "near": 3}, pairs=40)
    return figure_rows.sampled(made, "sheet.csv", "sheet.key.json")


def _read() -> bytes:
    article = Article("visite.txt", factory_facts.TEXT, path="visite.txt", language="fr")
    found = factory_facts.facts()
    return fact_rows.read(article, found, found.problems)


def _produced(row: bytes) -> bytes:
    return one_produced(row, factory.producer())


def _version() -> bytes:
    """Return the second of three texts of a page."""
    with Ledger(None) as ledger:
        list(ledger.add(paged.history()))
        found = ledger.versions("b.html")
        row = list(version_rows.lines(revisions(found, found[1].article.id, ledger.article)))[1]
        return one_produced(row, factory.producer())


def _hit() -> Hit:
    return Hit(
        "82b45236578e",
        "Le port rouvre",
        "Le Phare inventé",
        "2031-03-04",
        "Vingt navires",
        Span(40, 53),
        (Span(46, 53),),
    )


EXAMPLES: dict[str, Callable[[], bytes]] = {
    "trace": lambda: _produced(next(rows.passages(factory.passages(*factory.pair()), _texts()))),
    "families": lambda: _produced(next(family_rows.families([factory.family()], _texts()))),
    "show": lambda: _produced(_shown()),
    "versions": _version,
    "compare": lambda: _produced(article_rows.compared(factory.comparison())),
    "find": lambda: _produced(article_rows.found(factory.found(nowhere=True), factory.REPRINT, _texts())),
    "read": _read,
    "parse": lambda: analysis_rows.parsed(Plain("fr").analyse("Vingt navires."), "article.txt", "article.txt"),
    "add": lambda: ledger_rows.added(12, 3, 4, 1, Path("sourcier.db")),
    "refresh": lambda: ledger_rows.refreshed(
        Path("sourcier.db"), 15, (15, 15, 12, 15), {"k": 5, "lineage": 4, "links": 50, "window": 4}
    ),
    "search": lambda: ledger_rows.hit(_hit()),
    "entities": lambda: entity_rows.listed(factory_facts.entity().profile),
    "entities-why": lambda: entity_rows.explained(factory_facts.entity()),
    "entities-merge": lambda: entity_rows.decided("merge", factory_facts.entity().profile),
    "entities-undo": lambda: entity_rows.undone(["merge"]),
    "set": lambda: ledger_rows.corrected("82b45236578e", "published", "2031-03-04"),
    "remove": lambda: ledger_rows.removed("82b45236578e"),
    "gazetteer-add": lambda: ledger_rows.placed("villages.csv", 12),
    "gazetteer-list": lambda: ledger_rows.places_file(PlacesFile("villages.csv", "2031-03-04T09:30:00+00:00", 12, 9)),
    "sample": _sampled,
    "agree": _agreed,
    "doctor": lambda: ledger_rows.health(
        {"sourcier": "0.1.0", "Python": "3.11.7"},
        "compiled",
        {
            "path": "sourcier.db",
            "articles": 15,
            "faults": 0,
            "problems": 2,
            "pending": 1,
            "unjudged": 0,
            "unindexed": 0,
            "factless": 0,
            "outdated": False,
            "unended": False,
            "mended": [],
        },
    ),
    "problem": lambda: problem_rows.problem_row(
        Problem("ingest", "articles/empty.txt", "there is no text in this file", None)
    ),
    **documented_pages.EXAMPLES,
}

PAGES: dict[str, Callable[[str], str]] = {
    "cli.md": lambda _: cli_page("en", "The command line", "Made from `--help`. En français : [cli.fr.md](cli.fr.md)."),
    "cli.fr.md": lambda _: cli_page("fr", "La ligne de commande", "Tirée de `--help`. In English: [cli.md](cli.md)."),
    "json.md": json_page,
}


def main() -> None:
    """Write the pages anew."""
    for name, made in PAGES.items():
        path = DOCS / name
        path.write_text(made(path.read_text("utf-8") if path.exists() else ""), "utf-8")


if __name__ == "__main__":
    main()
