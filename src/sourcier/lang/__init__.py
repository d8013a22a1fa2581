"""What is particular to a language, as data files with one concept each; standard library only."""
