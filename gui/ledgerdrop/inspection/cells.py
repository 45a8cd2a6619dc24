"""Classify cells and read their numbers, from a workbook with types or from a text file without.

Numbers are read as people write them: 1234.5, 1,20,000.00, ₹ 1,234.50, (500.00), 1.234,56, 250.00 Dr. All arithmetic
is decimal, so that a control total agrees to the last paisa with the books it is compared to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal, InvalidOperation
from enum import Enum, auto
from typing import Final, cast

# bool is an int for Python, but no number for an accountant.
Cell = str | float | int | bool | date | datetime | time | timedelta

_LONGEST_SHOWN: Final = 200  # characters of a cell that a preview shows
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE: Final = re.compile(
    r"(?i)(?:\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\1(?:\d{4}|\d{2})"
    rf"|(?:0?[1-9]|[12]\d|3[01])[-/ .]{_MONTH}[-/ .,]{{1,2}}(?:\d{{4}}|\d{{2}}))"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
# The error values of Excel and LibreOffice (ECMA-376 part 1, 18.17.3), as exports write them into text.
_ERRORS: Final = frozenset(
    {"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
)


class Kind(Enum):
    """Lists the kinds of content that a column is judged by."""

    NOTHING = auto()
    NUMBER = auto()
    DATE = auto()
    TEXT = auto()


def kind_of(cell: Cell) -> Kind:
    """Return the kind of one cell; a text that reads as number or date counts as that."""
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
    """Return whether a cell has no content."""
    return isinstance(cell, str) and (not cell or cell.isspace())


def is_date(text: str) -> bool:
    """Return whether the text is a date as people write it, with or without a time of day."""
    return _DATE.fullmatch(text.strip()) is not None


def is_error(text: str) -> bool:
    """Return whether a cell holds a formula's error value."""
    return text.strip() in _ERRORS


def shown(cell: Cell) -> str:
    """Return the cell for the preview, on one line and cut to a length that a table can show."""
    if isinstance(cell, str):
        text = cell if len(cell) <= _LONGEST_SHOWN and cell.isprintable() else _one_line(cell)
        return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return cell.isoformat(" ", "seconds") if isinstance(cell, datetime) else str(cell)


def _one_line(text: str) -> str:
    words = " ".join(text[: _LONGEST_SHOWN * 2].split())
    return "".join(letter for letter in words if letter.isprintable())


def letters(column: int) -> str:
    """Return the name that a spreadsheet gives a column; 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, place = divmod(column - 1, 26)
        name = chr(ord("A") + place) + name
    return name


_MOST_DIGITS: Final = 30
# Sums of numbers of 30 digits on either side of the point are exact with this precision, a billion of them.
EXACT: Final = Context(prec=80)

_CURRENCY: Final = r"(?:[₹$€£¥]|Rs\.?|INR|USD|EUR|GBP|AED)"
# Some countries group digits by blanks, also no-break ones, or by apostrophes.
_BLANK: Final = " '\u00a0\u202f\u2019"
_AMOUNT: Final = re.compile(
    rf"(?i)(\()?\s*([-+\u2212])?\s*{_CURRENCY}?\s*([-+\u2212])?\s*(\d(?:[\d,.{_BLANK}]*\d)?\.?|\.\d+)\s*"
    rf"([eE][-+]?\d{{1,2}})?\s*{_CURRENCY}?\s*(-|\)|Dr\.?|Cr\.?)?"
)
_PLAIN: Final = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_POINT_GROUPS: Final = re.compile(r"\d{1,3}\.\d{3}")
_WESTERN: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN: Final = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")
_COMMA: Final = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_SPACED: Final = re.compile(rf"\d{{1,3}}(?:[{_BLANK}]\d{{3}})+(?:[.,]\d+)?")
_BLANKS: Final = re.compile(f"[{_BLANK}]")
# The digits and signs of plain numbers, which Decimal reads in one go; `_CODES` finds a code among their lines.
_PLAIN_SIGNS: Final = {ord(sign): None for sign in "0123456789-.\n"}
_CODES: Final = re.compile(r"(?m)^-?0\d")
_CODE: Final = re.compile(r"0\d+")  # 007 is a code, not seven; but 007.50 is an amount
_ARABIC_MARKS: Final = {0x066B: ".", 0x066C: ","}
_FILLED_UP: Final = re.compile(r"0\d+\.\d\d")
_NOTHING: Final = {"", "-", "--", "\u2013", "\u2014", ".", "na", "n/a", "n.a.", "nil", "null", "none", "nan"}

_FLOAT_FORMAT: Final = "%.15g"

PLAIN: Final = ""
WESTERN: Final = "western"
INDIAN: Final = "indian"
COMMA: Final = "comma"


def is_nothing(text: str) -> bool:
    """Return whether a cell holds no value: blank, a dash, or a word such as nil."""
    return text.strip().lower() in _NOTHING


def is_code(text: str) -> bool:
    """Return whether digits begin with a zero, and so are a code and not a number."""
    return _CODE.fullmatch(text.strip()) is not None


def read_amount(text: str, *, comma_decimals: bool = False) -> tuple[Decimal, str] | None:
    """Read one number and how it is written (`Total.grouping`), or None where the text is no number.

    1,234 is read as a thousand and more unless `comma_decimals`, and 12,50 always as twelve and a half. Codes with
    leading zeros are no numbers, nor are those of more than 30 digits.
    """
    text = text.strip().translate(_ARABIC_MARKS)
    found = _AMOUNT.fullmatch(text) if len(text) <= 60 else None
    if found is None:
        return None
    opening, sign, inner, body, exponent, after = found.groups("")
    read = _read_body(body, comma_decimals=comma_decimals)
    if read is None or (sign and inner) or bool(opening) != (after == ")"):
        return None
    digits, grouping = read
    number = Decimal(digits + exponent)
    if len(digits) > _MOST_DIGITS or not _is_in_proportion(number):
        return None
    negative = sign + inner in ("-", "\u2212") or after.lower() in ("-", ")", "cr", "cr.")
    return (-number if negative else number), grouping


def number_in(cell: Cell) -> Decimal | None:
    """Return the number in a cell, None where it holds something else."""
    if isinstance(cell, str):
        read = read_amount(cell)
        return read[0] if read else None
    return from_float(cell) if isinstance(cell, (int, float)) and not isinstance(cell, bool) else None


def _is_in_proportion(number: Decimal) -> bool:
    """Return whether a number can be an amount: finite, not beyond 30 digits, and not next to nothing."""
    return number.is_finite() and (not number or abs(number.adjusted()) <= _MOST_DIGITS)


def from_float(value: float) -> Decimal | None:
    """Take a workbook's number as the 15 digits that Excel shows and computes with, not as its binary fraction."""
    number = Decimal(_FLOAT_FORMAT % value)
    return number if _is_in_proportion(number) else None


def read_typed(column: Sequence[Cell]) -> list[Decimal] | None:
    """Read the cells of a workbook's column at once, None where some are neither numbers nor blank."""
    filled = [cell for cell in column if cell != ""]
    if not set(map(type, filled)) <= {float, int}:
        return None
    numbers = list(map(Decimal, map(_FLOAT_FORMAT.__mod__, filled)))
    return numbers if not numbers or (_is_in_proportion(min(numbers)) and _is_in_proportion(max(numbers))) else None


def read_plain(column: Sequence[Cell]) -> list[Decimal] | None:
    """Read the cells of a text file's column at once, None where some are more than digits, sign and point."""
    filled = [text for text in cast("Sequence[str]", column) if text]
    merge = "\n".join(filled)
    if not merge.isascii() or merge.translate(_PLAIN_SIGNS) or _CODES.search(merge):
        return None
    try:
        return list(map(Decimal, filled)) if max(map(len, filled), default=0) <= _MOST_DIGITS else None
    except InvalidOperation:
        return None


def _read_body(body: str, *, comma_decimals: bool) -> tuple[str, str] | None:
    if _CODE.match(body) and not _FILLED_UP.fullmatch(body):
        return None
    if comma_decimals and (_COMMA.fullmatch(body) or _POINT_GROUPS.fullmatch(body)):
        return body.replace(".", "").replace(",", "."), COMMA
    for pattern, grouping in ((_PLAIN, PLAIN), (_WESTERN, WESTERN), (_INDIAN, INDIAN)):
        if pattern.fullmatch(body):
            return body.replace(",", ""), grouping
    if _COMMA.fullmatch(body):
        return body.replace(".", "").replace(",", "."), COMMA
    if _SPACED.fullmatch(body):
        return _BLANKS.sub("", body).replace(",", "."), COMMA if "," in body else WESTERN
    return None
