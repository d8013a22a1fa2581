"""Whether a browser is shown a page, or a program its values."""

JSON = "application/json"


def wants_json(accept: str) -> bool:
    """Tell whether JSON is asked for, and not HTML before it."""
    kinds = [part.partition(";")[0].strip().lower() for part in accept.split(",")]
    return JSON in kinds and ("text/html" not in kinds or kinds.index(JSON) < kinds.index("text/html"))
