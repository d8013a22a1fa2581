"""What the differences between two passages do: words, their kinds, categories and weights."""
