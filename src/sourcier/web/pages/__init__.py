"""The pages, one a file: each takes a visit and returns what is to be shown."""
