"""Draw the window. No network, disk or keyring in here."""
