"""Keep what outlives the program: settings, journal, receipts, tokens in the keyring, managed settings."""
