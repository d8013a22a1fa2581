"""Problems as JSON lines on standard error."""

import orjson

from sourcier.core.problem import Problem


def problem_row(problem: Problem) -> bytes:
    """Return one problem as a line; this form has no schema number, as docs/json.md says."""
    fields = {"stage": problem.stage, "where": problem.where, "message": problem.message, "hint": problem.hint}
    return orjson.dumps(
        {name: value and value.encode("utf-8", "replace").decode() for name, value in fields.items()},
        option=orjson.OPT_APPEND_NEWLINE,
    )
