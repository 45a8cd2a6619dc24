"""Format sizes, speeds, times and counts as people of the locale in use write them."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

translate = QCoreApplication.translate
_KB, _MB = 1024, 1024 * 1024


def plural(text: str, number: int) -> str:
    """Translate a text with `%Ln`, which has up to six forms, into the form for that number of things."""
    return translate("Plurals", text, None, number)


def size(in_bytes: int) -> str:
    """Return "1 kB", "12 kB" or "3.4 MB": kB and MB only, so that sizes can be compared down a column.

    The units are steps of 1024, as file managers on Windows show them. A file that holds anything has at least 1 kB.
    """
    if in_bytes < 1000 * _KB:
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
        return plural("about %Ln minute(s) left", minutes)
    return plural("about %Ln hour(s) left", math.floor(seconds / 3600 + 0.5))


def duration(seconds: float) -> str:
    """Return how long something took: "40 seconds", "3 minutes"."""
    if seconds < 90:
        return plural("%Ln second(s)", max(round(seconds), 1))
    return plural("%Ln minute(s)", round(seconds / 60))


def day(of: date) -> str:
    """Return a day: "3 May", with its year where that is not this one."""
    return _day(QDate(of.year, of.month, of.day))


def moment(epoch_seconds: float) -> str:
    """Return day and time on this computer's clock: "3 May, 14:02"; with the year where that is not this one."""
    then = QDateTime.fromSecsSinceEpoch(int(epoch_seconds))
    time = QLocale().toString(then.time(), QLocale.FormatType.ShortFormat)
    text = translate("Quantities", "{day}, {time}", "a day and a time")
    return text.replace("{day}", _day(then.date())).replace("{time}", time)


def _day(of: QDate) -> str:
    form = translate("Quantities", "d MMM yyyy", "a day as in 3 May 2025, in Qt's date format")
    if of.year() == QDate.currentDate().year():
        form = translate("Quantities", "d MMM", "a day as in 3 May, in Qt's date format")
    return QLocale().toString(of, form)


def percent(done: int, total: int) -> str:
    """Return whole per cents, rounded down: 100 % only when all is done."""
    text = translate("Quantities", "{number}%", "per cent")
    return text.replace("{number}", QLocale().toString(done * 100 // total if total else 0))


def number(count: int) -> str:
    """Return a number with the separators of the locale: "10,000"."""
    return QLocale().toString(count)
