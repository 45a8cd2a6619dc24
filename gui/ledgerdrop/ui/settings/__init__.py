"""Show the settings: accounts, network, updates, and what follows an upload."""
