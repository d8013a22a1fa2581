"""What the words of a number are worth together: the ground of the readers that meet numbers in words."""
