"""Provide the dialogs that belong to no page."""
