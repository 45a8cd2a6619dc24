"""Put into words and numbers what the window says, in the user's language."""
