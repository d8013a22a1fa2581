"""Names of any kind: the words of a text as the readers of names see them, and which reading of a name holds."""
