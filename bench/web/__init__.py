"""Speed of the local web page over a ledger of many articles."""
