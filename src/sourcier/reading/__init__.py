"""Readers over an Analysis; what one needs of another comes as an argument."""
