"""Adding, merging, refreshing and removing killed at any moment: `python -m tests.kill --times 100`."""
