"""Marks of a token for who seeks names, whatever stands around it; together they are one number."""

LETTERS = 1 << 0
CAPITAL = 1 << 1
CAPITALS = 1 << 2  # throughout
GIVEN = 1 << 3  # a given name
FAMILY = 1 << 4
OTHER = 1 << 5  # in no name of a person
INSIDE = 1 << 6  # may stand within a name in small letters
OPENING = 1 << 7  # may open one
BOND = 1 << 8  # what follows belongs to the name, whatever it is
INITIAL = 1 << 9
WORD = 1 << 10  # a word of the language, in small letters
DEMONYM = 1 << 11
HEAD = 1 << 12  # begins a role
TITLE = 1 << 13  # begins a title of courtesy
GLUED = 1 << 14  # an article and the noun of a role that lost the space between them

PERSONAL = GIVEN | FAMILY
BEGINNING = CAPITAL | INITIAL | GIVEN | BOND | HEAD | TITLE | GLUED  # what something may begin with
