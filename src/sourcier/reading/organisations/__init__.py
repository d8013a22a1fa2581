"""Organisations: which bodies are named, by name, acronym or the seat that stands for them.

Rules: `known` (in the table of known bodies), `head` (a head noun with its complement), `lead` (a name after a generic
noun), `apposition` (a name that such a noun explains), `acronym` (capitals), `bracket` (an acronym and the name that it
shortens), `run` (a word that only bodies have in their names), `article` (an unknown name after « la »),
`firm` (what a name does or has), `title` (a paper's), `quality` (a
head noun that needs no complement), `short` (a body named before), `metonymy` (a seat for its government).
"""
