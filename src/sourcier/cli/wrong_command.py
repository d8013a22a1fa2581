"""What click says of a wrong command line, in the language of the interface."""

import click

from sourcier.lang.interface import Phrases

_EXTRA = "Got unexpected extra argument"


def in_words(error: click.UsageError, phrases: Phrases) -> str:
    """Return one line; click's own English only where it has no form that we know."""
    say = phrases.say
    match error:
        case click.NoSuchOption():
            close = say("wrong.nearest", name=error.possibilities[0]) if error.possibilities else ""
            return f"{say('wrong.option', name=error.option_name)} {close}".rstrip()
        case click.BadOptionUsage():
            takes = "wrong.no_value" if "not take" in error.message else "wrong.value_missing"
            return say(takes, name=error.option_name)
        case click.BadParameter():
            return _bad_value(error, phrases)
        case _ if error.message.startswith(_EXTRA):
            return say("wrong.extra", names=error.message.partition("(")[2].rpartition(")")[0])
    return error.format_message()


def hint(error: click.UsageError, phrases: Phrases) -> str:
    """Return how to see the help of the command at hand."""
    path = error.ctx.command_path if error.ctx else "sourcier"
    return phrases.say("wrong.help", command=f"{path} --help")


def _name(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return str(error.param.metavar or error.param.name) if error.param else ""


def _bad_value(error: click.BadParameter, phrases: Phrases) -> str:
    name = _name(error)
    kind = error.param.type if error.param else None
    if isinstance(error, click.MissingParameter):
        return phrases.say("wrong.missing", name=name)
    if isinstance(kind, click.Choice):
        return phrases.say("wrong.choice", name=name, choices=", ".join(kind.choices))
    if isinstance(kind, click.IntRange):
        return phrases.say("wrong.whole_number", name=name, least=kind.min or 0)
    return phrases.say("wrong.value", name=name, why=error.message)
