"""Which words of an article name where it was taken from."""
