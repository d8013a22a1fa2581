"""People: who is named, which mentions are one person, and with which roles."""
