"""How the press spells a name otherwise, and how it gets it wrong: for simulated ledgers."""

import random

WAYS = (
    ("ou", "u"),
    ("tch", "ti"),
    ("dj", "j"),
    ("kh", "k"),
    ("ss", "s"),
    ("tt", "t"),
    ("dd", "d"),
    ("ll", "l"),
    ("y", "i"),
    ("ï", "y"),
    ("é", "e"),
    ("é", "ey"),
    ("gui", "ghi"),
    ("Ou", "W"),
    ("K", "C"),
    ("th", "t"),
    ("mm", "m"),
    ("al-", "El "),
    ("ah", "a"),
    ("k", "q"),
    ("Mohamed", "Mohammed"),
    ("Mohamed", "Muhammad"),
    ("Moctar", "Mokhtar"),
    ("-", " "),
    ("Oumar", "Omar"),
    ("Aboubacar", "Abubakar"),
    ("Souleymane", "Suleiman"),
    ("Ag ", "ag "),
    ("Ould ", ""),
)


def respelt(name: str, draw: random.Random) -> str:
    """Return a name with one or two of its sounds written otherwise."""
    fitting = [way for way in WAYS if way[0] in name]
    for old, new in draw.sample(fitting, min(len(fitting), draw.randint(1, 2))):
        name = name.replace(old, new, 1)
    return name


def misspelt(name: str, draw: random.Random) -> str:
    """Return a name with a letter wrong: left out, doubled or changed for another."""
    at = draw.randrange(1, len(name) - 1)
    return draw.choice((name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:], name[:at] + "n" + name[at + 1 :]))
