"""Places: what is known of them."""
