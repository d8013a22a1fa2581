"""What each page shows, as one frozen value, built without a server."""
