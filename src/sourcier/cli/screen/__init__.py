"""What people see at a terminal; rich is imported here and nowhere else."""
