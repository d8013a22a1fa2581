"""Sourcier reads news articles and shows which passages stand in which earlier text, and what differs."""

from importlib import import_module
from typing import TYPE_CHECKING

from sourcier.version import __version__

if TYPE_CHECKING:
    from sourcier.core.article import Article
    from sourcier.core.comparison import Comparison
    from sourcier.core.credit import Credit
    from sourcier.core.edit import Edit
    from sourcier.core.errors import InputError, LedgerError, SourcierError
    from sourcier.core.facts import Facts
    from sourcier.core.family import Edge, Family
    from sourcier.core.found import Found
    from sourcier.core.moment import Moment
    from sourcier.core.passage import Passage
    from sourcier.core.problem import Problem
    from sourcier.core.span import Span
    from sourcier.text.analysis import Analysis
    from sourcier.workflow.door import Ledger, compare, entities, find, parse, read, trace
    from sourcier.workflow.traced import Trace

_HOMES = {
    "Analysis": "text.analysis",
    "Article": "core.article",
    "Comparison": "core.comparison",
    "Credit": "core.credit",
    "Edge": "core.family",
    "Edit": "core.edit",
    "Facts": "core.facts",
    "Family": "core.family",
    "Found": "core.found",
    "InputError": "core.errors",
    "Ledger": "workflow.door",
    "LedgerError": "core.errors",
    "Moment": "core.moment",
    "Passage": "core.passage",
    "Problem": "core.problem",
    "SourcierError": "core.errors",
    "Span": "core.span",
    "Trace": "workflow.traced",
    "compare": "workflow.door",
    "entities": "workflow.door",
    "find": "workflow.door",
    "parse": "workflow.door",
    "read": "workflow.door",
    "trace": "workflow.door",
}

__all__ = [
    "Analysis",
    "Article",
    "Comparison",
    "Credit",
    "Edge",
    "Edit",
    "Facts",
    "Family",
    "Found",
    "InputError",
    "Ledger",
    "LedgerError",
    "Moment",
    "Passage",
    "Problem",
    "SourcierError",
    "Span",
    "Trace",
    "__version__",
    "compare",
    "entities",
    "find",
    "parse",
    "read",
    "trace",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `import sourcier` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sourcier' has no attribute {name!r}")
    return getattr(import_module(f"sourcier.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
