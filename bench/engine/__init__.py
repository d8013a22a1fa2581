"""The French engine beside a spaCy pipeline trained on the same data: how well each reads, and what it costs."""
