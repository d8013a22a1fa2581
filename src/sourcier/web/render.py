"""A page drawn: Jinja2 over a context, everything escaped that is not HTML of our own."""

from datetime import timedelta
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from sourcier.core.moment import Moment
from sourcier.export import names, sentences
from sourcier.export.html import Html, safe
from sourcier.lang.load import CODES
from sourcier.version import __version__
from sourcier.web.renewing import under_way
from sourcier.web.visit import Shown, Visit


@cache
def _environment() -> Environment:
    drawn = Environment(
        loader=PackageLoader("sourcier.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
    )
    drawn.globals.update(version=__version__, languages=CODES)
    return drawn


def _plain(value: Any) -> Any:
    """Return text escaped, without characters that HTML cannot hold; what is unknown must be said, not printed."""
    if value is None:
        raise ValueError("a template prints a value that is unknown")
    return Html(safe(value)) if isinstance(value, str) and not hasattr(value, "__html__") else value


def draw(shown: Shown, visit: Visit) -> str:
    """Return the HTML of a page."""
    phrases = visit.phrases
    template = _environment().get_template(shown.template)
    return template.render(
        page=shown.context,
        visit=visit,
        say=visit.say,
        link=visit.link,
        percent=phrases.percent,
        number=phrases.number,
        date=lambda moment: _date(moment, visit),
        day=lambda moment: _day(moment, visit),
        delay=lambda given: _delay(given, visit),
        seconds=lambda given: _delay(None if given is None else timedelta(seconds=given), visit),
        name=lambda article: names.article_name(article, phrases),
        searched=lambda scope: sentences.searched(scope, phrases),
        letter=sentences.letter,
        under_way=lambda: under_way(visit.site),
    )


def _date(moment: Moment | str | None, visit: Visit) -> str:
    """Return a moment in words, as precisely as it is known."""
    if moment is None:
        return visit.say("pages.frame.undated")
    return visit.phrases.date(moment if isinstance(moment, str) else moment.value)


def _day(moment: Moment | str | None, visit: Visit) -> str:
    """Return the day of a moment in words."""
    value = moment.value if isinstance(moment, Moment) else moment
    return _date(value.partition("T")[0] if value else None, visit)


def _delay(given: timedelta | None, visit: Visit) -> str:
    return "–" if given is None else sentences.delay(given, visit.phrases)
