"""Places: where a text says that something is, and which place of the world that is."""
