"""The one place where stages and adapters are wired."""
