"""Figures that count nothing: names, numbers of articles and telephones, scores, hours, years, dates."""

from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.figures import in_figures
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_YEARS = range(1800, 2101)
_CLOCK = 4  # figures of hours and minutes
_DAYS = range(1, 32)
_TELEPHONE = 3  # groups of figures in a row
_DIGITS_OF_TELEPHONE = 8
_LOCAL = 6


def telephone(words: Words, at: int) -> int:
    """Return where a telephone number that begins here stops, `at` where none does."""
    stop = at
    while words.form(stop) and (in_figures(words.form(stop)) or words.form(stop) in {"/", "-", ".", "(", ")"}):
        stop += 1
    groups = [words.form(each) for each in range(at, stop) if in_figures(words.form(each))]
    digits = sum(character.isdigit() for group in groups for character in group)
    plus = groups and groups[0][0] == "+"
    long = digits >= _DIGITS_OF_TELEPHONE
    return stop if (plus and long) or (len(groups) >= _TELEPHONE and digits >= _LOCAL) else at


def names_something(words: Words, found: Amount, table: Quantities) -> bool:
    """Tell whether a number is part of a name or an address: « article 12 », « TV 5 », « Boeing 737 »."""
    if found.form != "plain" or not found.figures:
        return False
    before = words.form(found.start - 1)
    beside = table.within("alone.and", before) and in_figures(words.form(found.start - 2))
    return table.within("labels.before", words.form(found.start - 3) if beside else before)


def named(words: Words, start: int, table: Quantities) -> bool:
    """Tell whether a number begins a name that words make: « la zone des trois frontières »."""
    return table.phrases["names"].at(words.forms, start) is not None


def of_a_calendar(words: Words, found: Amount, table: Quantities, *, followed: bool) -> bool:
    """Tell whether a number is a year, or the day before a month; `followed`: a noun or unit stands after it.

    What stands between a name and a noun is the year of an event: « Cameroun 2020 grâce à un nul ».
    """
    if found.form != "plain" or found.value_max is not None:
        return False
    if words.form(found.stop) in table.months and found.value in _DAYS:
        return True
    of_year = found.figures and found.value in _YEARS and found.stop == found.start + 1
    if not of_year or len(words.form(found.start)) != 4:
        return False
    before = found.start - 1
    return not followed or table.within("dated.before_year", words.form(before)) or words.capitalised(before)


def of_a_clock(words: Words, found: Amount, unit_start: int, unit_stop: int, table: Quantities) -> bool:
    """Tell whether a number of hours is a time of day: « à 18 heures », « 18 h 30 », « entre 8 h et 10 h »."""
    if not table.within("clock.units", words.form(unit_start)) or found.value > table.tables["clock.day"]["hours"]:
        return False
    after = words.form(unit_stop)
    if in_figures(after) or table.within("clock.zones", after):
        return True
    if table.within("nouns.of", after) and words.upos(unit_stop + 1) == "NOUN":
        return False  # dix heures de route
    inside = words.forms[found.start : found.stop]
    if found.bound == "range" and any(table.within("clock.units", form) for form in inside):
        return True  # de 7 heures à 18 heures; « deux à trois heures » last
    if found.bound == "exact" and table.phrases["clock after"].until(words.forms, found.start):
        return True
    late = table.tables["clock.day"]["late"] <= found.value < table.tables["clock.day"]["hours"]
    return late and words.form(found.start - 1) in table.lists["ranges.from"]


def a_score(words: Words, found: Amount, table: Quantities) -> bool:
    """Tell whether a number is half of a score: « 3 à 1 », « deux buts à un »."""
    near = words.forms[max(0, found.start - 5) : found.start]
    after = words.form(found.stop)
    return after in table.lists["ranges.to"] and any(form in table.lists["labels.scores"] for form in near)


def a_frequency(words: Words, at: int, table: Quantities) -> bool:
    """Tell whether what follows counts how often, or is a frequency: « trois fois », « 98,5 MHz »."""
    return table.within("labels.frequencies", words.form(at))


def tells_a_date(words: Words, start: int, stop: int, table: Quantities) -> bool:
    """Tell whether a length of time is part of a date: « depuis trois ans », « deux jours plus tard »."""
    if table.phrases["dated before"].until(words.forms, start):
        return True
    after = table.phrases["dated after"].at(words.forms, stop)
    return after is not None and not table.within("nouns.of", words.form(after[0]))  # « avant de partir » dates nothing


def in_a_zone(words: Words, found: Amount, table: Quantities) -> bool:
    """Tell whether a number is a time of day in four figures: « 0800 GMT »."""
    return len(words.form(found.start)) == _CLOCK and table.within("clock.zones", words.form(found.stop))


def minutes_of_a_clock(words: Words, found: Amount, start: int, stop: int, table: Quantities) -> int:
    """Return where a time of day (« 18 h 30 ») or « 24 h/24 » stops, its unit being at `start`; 0 where it is none."""
    figures_follow = words.form(stop)[:1].isdigit()
    if of_a_clock(words, found, start, stop, table):
        return stop + figures_follow
    long = table.within("labels.lasting", words.form(start))
    per = long and table.within("labels.per", words.form(stop)) and words.form(stop + 1)[:1].isdigit()
    return stop + 2 if per else 0


def refused(words: Words, found: Amount, table: Quantities, *, followed: bool) -> bool:
    """Tell whether a number counts nothing; `followed`: a noun or unit stands after it."""
    return (
        names_something(words, found, table)
        or of_a_calendar(words, found, table, followed=followed)
        or in_a_zone(words, found, table)
        or a_score(words, found, table)
    )
