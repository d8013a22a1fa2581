"""What each kind of expression means."""
