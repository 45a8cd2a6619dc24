"""Say what was found inside a file: notes, totals, and why there is nothing to show."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from ledgerdrop.model.inspection import Inspection, Note, Total, Unreadable, grouped
from ledgerdrop.ui.text import formatting
from ledgerdrop.ui.text.formatting import plurals
from ledgerdrop.ui.text.language import fill, isolated

translate = QCoreApplication.translate

_INDIAN: Final = frozenset({QLocale.Country.India, QLocale.Country.Nepal, QLocale.Country.Bangladesh})


def note(value: Note) -> str:
    """Say what was noticed, and where."""
    return fill(translate("Note", value.kind.value), dict(value.params))


def unreadable(reason: Unreadable) -> str:
    """Say why there is nothing to show."""
    return translate("Note", reason.value)


def amount(total: Total) -> str:
    """Write the sum of a column as the file writes amounts; as the user's country does where the file groups none."""
    return _written(total, 0)


def spread(total: Total) -> str:
    """Write how many numbers there are, and the range they are in."""
    template = translate("Inspection", "{count} numbers, {least} to {greatest}")
    params = {"count": formatting.number(total.count), "least": _written(total, 1), "greatest": _written(total, 2)}
    return fill(template, params)


def facts(found: Inspection) -> str:
    """Say in one line how large the table is and how the file is written."""
    if found.members:
        return plurals.members(found.member_count)
    parts = []
    if found.row_count is not None:
        parts.append(plurals.rows(found.row_count))
    if found.column_count:
        parts.append(plurals.columns(found.column_count))
    if found.encoding:
        parts.append(encoding(found.encoding))
    delimiter = {
        ",": translate("Inspection", "commas"),
        ";": translate("Inspection", "semicolons"),
        "\t": translate("Inspection", "tabs"),
        "|": translate("Inspection", "vertical bars"),
    }.get(found.delimiter)
    if delimiter and found.column_count > 1:
        parts.append(delimiter)
    return "  ·  ".join(parts)


def encoding(name: str) -> str:
    """Write an encoding's name as programs show it."""
    known = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "latin-1": "ISO 8859-1"}
    upper = name.upper().replace("_", "-")
    return known.get(name, upper.replace("CP", "Windows-") if name.startswith("cp125") else upper)


def sheet(name: str, *, hidden: bool) -> str:
    """Name a sheet of a workbook."""
    return fill(translate("Inspection", "{name} (hidden)"), {"name": isolated(name)}) if hidden else isolated(name)


def _written(total: Total, which: int) -> str:
    number = (total.sum, total.least, total.greatest)[which]
    here = "indian" if QLocale().territory() in _INDIAN else "western"
    return grouped(number, total.grouping or here)
