"""Programs that ours is measured beside, each run in a process of its own and turned into the same rows."""
