"""How a ledger grows: time, memory, disk, searching and accuracy at several sizes, each step kept once it is done."""
