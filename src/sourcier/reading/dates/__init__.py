"""When: expressions of time, and what they mean on the calendar."""
