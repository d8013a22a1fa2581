"""The index on disk: which texts hold which fingerprints; a cache that the ledger can always fill anew."""
