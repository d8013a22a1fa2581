"""Pictures drawn as SVG; each has a table that says the same."""
