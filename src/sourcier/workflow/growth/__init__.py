"""How a ledger grows: what is new is indexed, what it touches is matched and judged, and nothing else is."""
