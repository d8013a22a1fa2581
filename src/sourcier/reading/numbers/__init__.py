"""How many: numbers of a text, with what they count."""
