"""How stages run: here, with processes on this machine."""
