"""Format sizes, speeds, times and counts as people of the locale in use write them."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QObject


class Plurals(QObject):
    """Holds one text for each number of things; languages have up to six forms of it."""

    def seconds(self, seconds: int) -> str:
        """Say how many seconds something took."""
        return self.tr("%Ln second(s)", None, seconds)

    def minutes(self, minutes: int) -> str:
        """Say how many minutes something took."""
        return self.tr("%Ln minute(s)", None, minutes)

    def minutes_left(self, minutes: int) -> str:
        """Say about how many minutes are left."""
        return self.tr("about %Ln minute(s) left", None, minutes)

    def hours_left(self, hours: int) -> str:
        """Say about how many hours are left."""
        return self.tr("about %Ln hour(s) left", None, hours)

    def again_in_seconds(self, seconds: int) -> str:
        """Say in how many seconds the next attempt begins; `{attempt}` is to be filled in."""
        return self.tr("Trying again in %Ln second(s), attempt {attempt}", None, seconds)

    def again_in_minutes(self, minutes: int) -> str:
        """Say in how many minutes the next attempt begins; `{attempt}` is to be filled in."""
        return self.tr("Trying again in %Ln minute(s), attempt {attempt}", None, minutes)

    def send_selected(self, files: int) -> str:
        """Name the menu item that sends the selected files."""
        return self.tr("S&end %Ln selected file(s)", None, files)

    def listed_already(self, files: int) -> str:
        """Count the files that were dropped a second time."""
        return self.tr("%Ln file(s) already in the list, now selected.", None, files)

    def files(self, files: int) -> str:
        """Count the files of a group."""
        return self.tr("%Ln file(s)", None, files)

    def files_of(self, files: int) -> str:
        """Count all files, with the number of shown ones to be filled in as `{shown}`."""
        return self.tr("{shown} of %Ln file(s)", None, files)

    def uploaded(self, files: int) -> str:
        """Count the files of a group that were uploaded."""
        return self.tr("%Ln uploaded", None, files)

    def need_attention(self, files: int) -> str:
        """Count the files of a group that need the user."""
        return self.tr("%Ln need(s) attention", None, files)

    def rows(self, rows: int) -> str:
        """Count the rows of a table."""
        return self.tr("%Ln row(s)", None, rows)

    def columns(self, columns: int) -> str:
        """Count the columns of a table."""
        return self.tr("%Ln column(s)", None, columns)

    def members(self, members: int) -> str:
        """Count the files in a zip file."""
        return self.tr("%Ln file(s) inside", None, members)

    def notes(self, notes: int) -> str:
        """Count what was noticed inside a file."""
        return self.tr("%Ln note(s)", None, notes)

    def left_out(self, files: int) -> str:
        """Count the files in folders that nobody wants to send."""
        return self.tr("%Ln hidden or temporary file(s) skipped, such as ~$… of open workbooks.", None, files)


plurals = Plurals()


translate = QCoreApplication.translate


_MOST_KB = 1000


_KB, _MB = 1024, 1024 * 1024


def size(in_bytes: int) -> str:
    """Return "1 kB", "12 kB" or "3.4 MB": kB and MB only, so that sizes can be compared down a column.

    The units are steps of 1024, as file managers on Windows show them. A file that holds anything has at least 1 kB.
    """
    if in_bytes < _MOST_KB * _KB:
        return translate("Quantities", "{number} kB").replace("{number}", number(-(-in_bytes // _KB)))
    digits = 1 if in_bytes < 100 * _MB else 0
    return translate("Quantities", "{number} MB").replace("{number}", QLocale().toString(in_bytes / _MB, "f", digits))


def longest_sizes() -> tuple[str, ...]:
    """Return in each unit a size with many digits: a column as wide as these fits nearly any size."""
    return tuple(size(in_bytes) for in_bytes in (999 * _KB, 99_999 * _MB))


def speed(bytes_per_second: float) -> str:
    """Return a speed: "5.1 MB/s"."""
    text = translate("Quantities", "{size}/s", "speed: a size per second")
    return text.replace("{size}", size(round(bytes_per_second)))


def time_left(seconds: float) -> str:
    """Return an honest estimate in rounded words: nobody knows it to the second."""
    if seconds < 15:
        return translate("Quantities", "a few seconds left")
    if seconds < 55:
        return translate("Quantities", "less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 55:
        return plurals.minutes_left(max(minutes, 1))
    hours = math.floor(seconds / 3600 + 0.5)
    return plurals.hours_left(max(hours, 1))


def duration(seconds: float) -> str:
    """Return how long something took: "40 seconds", "3 minutes"."""
    if seconds < 90:
        return plurals.seconds(max(round(seconds), 1))
    return plurals.minutes(round(seconds / 60))


def day(of: date) -> str:
    """Return a day: "3 May", with its year where that is not this one."""
    return _day(QDate(of.year, of.month, of.day))


def moment(epoch_seconds: float) -> str:
    """Return day and time on this computer's clock: "3 May, 14:02"; with the year where that is not this one."""
    then = QDateTime.fromSecsSinceEpoch(int(epoch_seconds))
    text = translate("Quantities", "{day}, {time}", "a day and a time")
    return text.replace("{day}", _day(then.date())).replace(
        "{time}", QLocale().toString(then.time(), QLocale.FormatType.ShortFormat)
    )


def _day(of: QDate) -> str:
    if of.year() == QDate.currentDate().year():
        return QLocale().toString(of, translate("Quantities", "d MMM", "a day as in 3 May, in Qt's date format"))
    return QLocale().toString(
        of, translate("Quantities", "d MMM yyyy", "a day as in 3 May 2025, in Qt's date format")
    )


def percent(done: int, total: int) -> str:
    """Return whole per cents, rounded down: 100 % only when all is done."""
    text = translate("Quantities", "{number}%", "per cent")
    return text.replace("{number}", QLocale().toString(done * 100 // total if total else 0))


def number(count: int) -> str:
    """Return a number with the separators of the locale: "10,000"."""
    return QLocale().toString(count)
