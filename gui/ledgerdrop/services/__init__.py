"""The world outside: keyring, HTTP sessions, settings, database, locations, logs. No Qt in here."""
