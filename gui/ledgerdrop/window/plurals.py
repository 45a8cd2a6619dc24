"""Texts that count something, where no widget says them.

They are methods of a QObject because lupdate finds plurals in its `tr` only, not in `QCoreApplication.translate`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


class Plurals(QObject):
    """One text for each number of things; languages have up to six forms of it."""

    def minutes_left(self, minutes: int) -> str:
        """For an estimate."""
        return self.tr("about %Ln minute(s) left", None, minutes)

    def hours_left(self, hours: int) -> str:
        """For an estimate."""
        return self.tr("about %Ln hour(s) left", None, hours)

    def again_in_seconds(self, seconds: int) -> str:
        """With `{attempt}` to be filled in."""
        return self.tr("Trying again in %Ln second(s), attempt {attempt}", None, seconds)

    def again_in_minutes(self, minutes: int) -> str:
        """With `{attempt}` to be filled in."""
        return self.tr("Trying again in %Ln minute(s), attempt {attempt}", None, minutes)

    def listed_already(self, files: int) -> str:
        """For files that were dropped a second time."""
        return self.tr("%Ln file(s) are in the list already; they are marked.", None, files)

    def left_out(self, files: int) -> str:
        """For files in folders that nobody wants to send."""
        return self.tr("%Ln hidden or temporary file(s), such as ~$… of open workbooks, were left out.", None, files)


plurals = Plurals()
