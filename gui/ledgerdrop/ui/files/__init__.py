"""Show the list of files, its rows, its details and its actions."""
