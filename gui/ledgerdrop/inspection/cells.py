"""Tell what a cell holds, whether it comes from a workbook with its type or from a text file without one."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from typing import Final

from ledgerdrop.inspection.amounts import is_nothing, read_amount

# bool is an int for Python, but no number for an accountant.
Cell = str | float | int | bool | date | datetime | time | timedelta

_LONGEST: Final = 200  # characters of a cell that a preview shows
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE: Final = re.compile(
    r"(?:\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\1(?:\d{4}|\d{2})"
    rf"|(?:0?[1-9]|[12]\d|3[01])[-/ .]{_MONTH}[-/ .,]{{1,2}}(?:\d{{4}}|\d{{2}}))"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
# The error values of Excel and LibreOffice (ECMA-376 part 1, 18.17.3), as exports write them into text.
_ERRORS: Final = frozenset(
    {"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
)


class Kind(Enum):
    """The kinds of content that a column is judged by."""

    NOTHING = auto()
    NUMBER = auto()
    DATE = auto()
    TEXT = auto()


def kind_of(cell: Cell) -> Kind:
    """Tell the kind of one cell; a text that reads as number or date counts as that."""
    if isinstance(cell, str):
        if is_nothing(cell):
            return Kind.NOTHING
        if read_amount(cell) is not None:
            return Kind.NUMBER
        return Kind.DATE if is_date(cell) else Kind.TEXT
    if isinstance(cell, bool):
        return Kind.TEXT
    return Kind.NUMBER if isinstance(cell, (int, float)) else Kind.DATE


def is_blank(cell: Cell) -> bool:
    """Tell a cell without any content."""
    return isinstance(cell, str) and (not cell or cell.isspace())


def is_date(text: str) -> bool:
    """Tell a date as people write it, with or without a time of day."""
    return _DATE.fullmatch(text.strip()) is not None


def is_error(text: str) -> bool:
    """Tell a formula's error value."""
    return text.strip() in _ERRORS


def shown(cell: Cell) -> str:
    """Write a cell for the preview, on one line and cut to a length that a table can show."""
    if isinstance(cell, str):
        text = cell if len(cell) <= _LONGEST and cell.isprintable() else _one_line(cell)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return cell.isoformat(" ", "seconds") if isinstance(cell, datetime) else str(cell)


def _one_line(text: str) -> str:
    words = " ".join(text[: _LONGEST * 2].split())
    return "".join(letter for letter in words if letter.isprintable())


def letters(column: int) -> str:
    """Name a column as a spreadsheet does; 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, place = divmod(column - 1, 26)
        name = chr(ord("A") + place) + name
    return name
