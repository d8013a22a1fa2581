"""The ledger: the only place with SQL."""
