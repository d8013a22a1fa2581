"""In which language the program speaks."""

from collections.abc import Mapping, Sequence

from sourcier.lang.load import CODES

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the order in which POSIX lets one override the next
_DEFAULT = "en"


def interface_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that --lang names, else the locale's, else English.

    It is read before the command line is parsed, because the parser's own help and errors are in it too.
    """
    return _asked(arguments) or _of_locale(environment) or _system() or _DEFAULT


def _asked(arguments: Sequence[str]) -> str | None:
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--lang":
            value = value if equals else "".join(arguments[index + 1 : index + 2])
            return value if value in CODES else None
    return None


def _of_locale(environment: Mapping[str, str]) -> str | None:
    for name in _VARIABLES:
        if value := environment.get(name):
            code = value.replace("-", "_").partition("_")[0].partition(".")[0].lower()
            return code if code in CODES else _DEFAULT
    return None


def _system() -> str | None:
    import locale  # noqa: PLC0415 - only where the environment says nothing, as on Windows

    code = (locale.getlocale()[0] or "").lower()
    return next(
        (known for known, name in (("fr", "french"), ("en", "english")) if code.startswith((known, name))), None
    )
