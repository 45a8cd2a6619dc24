"""Provide the small widgets that every page uses."""
