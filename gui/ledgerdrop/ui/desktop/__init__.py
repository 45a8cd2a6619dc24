"""Speak to the desktop around the window: notifications, announcements, progress on the icon."""
