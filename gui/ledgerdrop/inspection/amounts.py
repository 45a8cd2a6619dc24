"""Read the numbers that people write: 1234.5, 1,20,000.00, ₹ 1,234.50, (500.00), 1.234,56, 250.00 Dr.

All arithmetic is decimal, so that a control total agrees to the last paisa with the books it is compared to.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, InvalidOperation
from typing import Final

_MOST_DIGITS: Final = 30
# Sums of numbers of 30 digits on either side of the point are exact with this precision, a billion of them.
EXACT: Final = Context(prec=80)

_CURRENCY: Final = r"(?:[₹$€£¥]|Rs\.?|INR|USD|EUR|GBP|AED)"
# Some countries group digits by blanks, also no-break ones, or by apostrophes.
_BLANK: Final = " '\u00a0\u202f\u2019"
_AMOUNT: Final = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+\u2212])?\s*{_CURRENCY}?\s*(?P<inner>[-+\u2212])?\s*"
    rf"(?P<body>\d(?:[\d,.{_BLANK}]*\d)?\.?|\.\d+)\s*"
    rf"(?P<exponent>[eE][-+]?\d{{1,2}})?\s*{_CURRENCY}?\s*(?P<after>-|\)|Dr\.?|Cr\.?)?",
    re.IGNORECASE,
)
_PLAIN: Final = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_POINT_GROUPS: Final = re.compile(r"\d{1,3}\.\d{3}")
_WESTERN: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN: Final = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")
_COMMA: Final = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_SPACED: Final = re.compile(rf"\d{{1,3}}(?:[{_BLANK}]\d{{3}})+(?:[.,]\d+)?")
_BLANKS: Final = re.compile(f"[{_BLANK}]")
_CODE: Final = re.compile(r"0\d+")  # 007 is a code, not seven; but 007.50 is an amount
_ARABIC_MARKS: Final = {0x066B: ".", 0x066C: ","}
_FILLED_UP: Final = re.compile(r"0\d+\.\d\d")
_NOTHING: Final = frozenset(
    {"", "-", "--", "\u2013", "\u2014", ".", "na", "n/a", "n.a.", "nil", "null", "none", "nan"}
)

FLOAT_FORMAT: Final = "%.15g"

PLAIN: Final = ""
WESTERN: Final = "western"
INDIAN: Final = "indian"
COMMA: Final = "comma"


def is_nothing(text: str) -> bool:
    """Tell a cell that holds no value: blank, a dash, or a word such as nil."""
    return text.strip().lower() in _NOTHING


def is_code(text: str) -> bool:
    """Tell digits that begin with a zero: they name something, as a code does."""
    return _CODE.fullmatch(text.strip()) is not None


def read_amount(text: str, *, comma_decimals: bool = False) -> tuple[Decimal, str] | None:
    """Read one number and how it is written (`Total.grouping`), or None where the text is no number.

    1,234 is read as a thousand and more unless `comma_decimals`, and 12,50 always as twelve and a half. Codes with
    leading zeros are no numbers, nor are those of more than 30 digits.
    """
    text = text.strip().translate(_ARABIC_MARKS)
    if not text or len(text) > 60:
        return None
    found = _AMOUNT.fullmatch(text)
    if found is None or (found["open"] is None) != (found["after"] != ")"):
        return None
    read = _read_body(found["body"], comma_decimals=comma_decimals)
    if read is None:
        return None
    digits, grouping = read
    if len(digits) > _MOST_DIGITS:
        return None
    number = to_decimal(digits + (found["exponent"] or ""))
    if number is None:
        return None
    signs = (found["sign"] or "") + (found["inner"] or "")
    after = (found["after"] or "").lower()
    if len(signs) > 1:
        return None
    negative = signs in ("-", "\u2212") or after in ("-", ")", "cr", "cr.")
    return (-number if negative else number), grouping


def to_decimal(text: str) -> Decimal | None:
    """Read plain digits with an optional exponent; None for what is no finite number or is out of all proportion."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if is_in_proportion(number) else None


def is_in_proportion(number: Decimal) -> bool:
    """Tell a number that can be an amount: a finite one, neither beyond 30 digits nor next to nothing."""
    return number.is_finite() and (not number or abs(number.adjusted()) <= _MOST_DIGITS)


def from_float(value: float) -> Decimal | None:
    """Take a workbook's number as the 15 digits that Excel shows and computes with, not as its binary fraction."""
    return to_decimal(FLOAT_FORMAT % value)


def _read_body(body: str, *, comma_decimals: bool) -> tuple[str, str] | None:
    if _CODE.match(body) and not _FILLED_UP.fullmatch(body):
        return None
    if comma_decimals and (_COMMA.fullmatch(body) or _POINT_GROUPS.fullmatch(body)):
        return body.replace(".", "").replace(",", "."), COMMA
    if _PLAIN.fullmatch(body):
        return body, PLAIN
    if _WESTERN.fullmatch(body):
        return body.replace(",", ""), WESTERN
    if _INDIAN.fullmatch(body):
        return body.replace(",", ""), INDIAN
    if _COMMA.fullmatch(body):
        return body.replace(".", "").replace(",", "."), COMMA
    if _SPACED.fullmatch(body):
        return _BLANKS.sub("", body).replace(",", "."), COMMA if "," in body else WESTERN
    return None
