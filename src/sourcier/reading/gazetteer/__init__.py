"""What is known of the places of the world, by their names and by the words for their people."""
