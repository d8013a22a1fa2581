"""Which passages stand in which earlier text, and what differs; for any language and script."""
