"""Find out what a file is, and whether its extension says so. No Qt, no network."""
