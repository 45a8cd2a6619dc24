"""Widgets and models. No network, disk or keyring in here."""
