"""Go through columns once: add up their numbers, and note the places that a colleague would mention.

Two checks are for Indian registers: GSTINs by their check digit, and invoice numbers for repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from ledgerdrop.inspection import cells
from ledgerdrop.inspection.cells import COMMA, INDIAN, PLAIN, WESTERN, Cell, is_error, read_amount
from ledgerdrop.model.inspection import Total

_ENOUGH_TO_JUDGE: Final = 60
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|#")
# A column whose whole numbers name things instead of counting them; but "Previous year" and "On account" are amounts.
_NAMING: Final = re.compile(
    r"(?i)(?:.* )?(?:#|no|number|nr|num|id|code|pin|pincode|zip|zipcode|index|sl|sr|serial|ref|reference|date|"
    r"timestamp|hsn|sac|uid|irn|utr)|account|voucher|month|fy|(?:(?:assessment|financial|fiscal) )?year|"
    r"(?:चालान|बिल|खाता|फ़ोन|मोबाइल)\s+संख्या|.*(?:नंबर|क्रमांक|कोड)|वर्ष|(?:رقم|كود|رمز)\b.*|السنة|سنة"
)
# A day such as 20260401, a telephone number, an account.
_NAMES_BY_FORM: Final = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|[6-9]\d{9}|\d{11,20}")
_AS_AMOUNT: Final = re.compile(r"[.,]\d|,\d|[₹$€£¥]")  # written as an amount, not as a number that names something


class ColumnProfile:
    """Collects what is known of a column so far.

    `typed` columns come from a workbook, where a number in a text cell is a finding; others come from a text file.
    The first rows decide whether the comma is the column's decimal sign.
    """

    def __init__(self, name: str, first: Iterable[Cell], *, typed: bool, comma_likely: bool) -> None:
        self.name = name
        self._typed = typed
        self._comma_decimals = _has_comma_decimals([cell for cell in first if isinstance(cell, str)], comma_likely)
        self._only_text = False
        self._groupings: set[str] = set()
        self._whole = True
        self.sum = Decimal(0)
        self.count = 0
        self._ends: tuple[Decimal, ...] = ()  # the smallest and the greatest number
        self.others = 0
        self.codes = 0
        self.dates = 0
        self.errors = 0
        self.first_error: tuple[int, str] | None = None
        self.first_text_amount = 0
        self.first_text_date = 0
        self.odd_rows: list[int] = []

    def add(self, column: Sequence[Cell], rows: Sequence[int]) -> None:
        """Add the next cells, which stand in these rows."""
        if self._only_text:
            for cell, row in zip(column, rows, strict=True):
                if isinstance(cell, str) and cell[:1] == "#" and is_error(cell):
                    self._add_error(cell, row)
            return
        numbers = cells.read_typed(column) if self._typed else cells.read_plain(column)
        if numbers is not None and not self._comma_decimals:
            self._take(numbers)
            return
        for cell, row in zip(column, rows, strict=True):
            self._add_one(cell, row)
        if self.count + self.others >= _ENOUGH_TO_JUDGE and self.count < self.others:
            self._only_text = not (self._typed and self.dates)

    @property
    def is_numeric(self) -> bool:
        """Return whether nearly all cells of the column are numbers."""
        return self.count > 0 and self.count >= 4 * self.others

    @property
    def total(self) -> Total | None:
        """Return the control totals, None for a column that is not of numbers, or whose numbers are names."""
        if not self.is_numeric or self.names_things:
            return None
        least, greatest = self._ends
        grouping = next((one for one in (COMMA, INDIAN, WESTERN) if one in self._groupings), PLAIN)
        return Total(self.sum, self.count, least, greatest, self.others, grouping)

    @property
    def names_things(self) -> bool:
        """Return whether the column holds invoice numbers, codes, days or telephones, whose sum means nothing."""
        words = " ".join(_WORD.findall(self.name.partition("(")[0])) or self.name
        if self.codes or not self._whole or _NAMING.fullmatch(words):
            return self.codes > 0 or self._whole
        ends = [f"{number:f}" for number in self._ends]
        looks_so = len(set(map(len, ends))) == 1 and all(map(_NAMES_BY_FORM.fullmatch, ends))
        return looks_so and self.count >= 3 and not self._groupings - {PLAIN}

    def _add_one(self, cell: Cell, row: int) -> None:
        if isinstance(cell, str):
            self._add_text(cell, row)
        elif isinstance(cell, bool):
            self.others += 1
            self._add_odd(row)
        elif isinstance(cell, (int, float)):
            number = cells.from_float(cell)
            if number is not None:
                self._take([number])
        else:
            self.dates += 1
            self.others += 1

    def _add_text(self, text: str, row: int) -> None:
        if cells.is_nothing(text):
            return
        read = read_amount(text, comma_decimals=self._comma_decimals)
        if read is not None:
            number, grouping = read
            self._take([number])
            self._groupings.add(grouping)
            if self._typed and _AS_AMOUNT.search(text):
                self.first_text_amount = self.first_text_amount or row
            return
        self.others += 1
        if cells.is_code(text):
            self.codes += 1
        elif cells.is_date(text):
            self.dates += 1
            if self._typed:
                self.first_text_date = self.first_text_date or row
        elif is_error(text):
            self._add_error(text, row)
        else:
            self._add_odd(row)

    def _add_odd(self, row: int) -> None:
        if len(self.odd_rows) < 4:
            self.odd_rows.append(row)

    def _add_error(self, text: str, row: int) -> None:
        self.errors += 1
        self.first_error = self.first_error or (row, text.strip())

    def _take(self, numbers: list[Decimal]) -> None:
        if not numbers:
            return
        self.sum = sum(numbers, self.sum)
        self.count += len(numbers)
        ends = (min(numbers), max(numbers), *self._ends)
        self._ends = (min(ends), max(ends))
        self._whole = self._whole and all(number == number.to_integral_value() for number in numbers)


def totals_of(profiles: Sequence[ColumnProfile]) -> list[Total | None]:
    """Return the control totals of a table's columns.

    12,500.00 may be grouped either way: one larger amount tells for the whole table.
    """
    totals = [profile.total for profile in profiles]
    indian = any(one and one.grouping == INDIAN for one in totals)
    return [replace(one, grouping=INDIAN) if indian and one and one.grouping == WESTERN else one for one in totals]


def _has_comma_decimals(texts: list[str], likely: bool) -> bool:
    """Decide by the numbers that can be read in one way only; `likely` decides where there are none of these."""
    comma = point = either = 0
    for text in texts:
        if (read := read_amount(text)) is None:
            continue
        if read[1] == COMMA:
            comma += 1
        elif "." not in text and text.count(",") == 1:
            either += 1
        elif "," in text or re.search(r"\.\d{1,2}$|\.\d{4,}$", text):
            point += 1
    return comma > point or (likely and not comma and not point and either > 0)


_GSTIN_HEADING: Final = re.compile(r"\W*(?:(?:[a-z]+\W+){0,3})(?:gstin|gst\W?(?:no|number))\b.*", re.IGNORECASE)
# State, PAN, number of the registration, Z, check digit (CGST Rules 2017, form of the registration number).
_GSTIN: Final = re.compile(r"[0-3]\d[A-Z]{3}[ABCFGHJKLPT][A-Z]\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]")
_INVOICE_HEADING: Final = re.compile(
    r"(?i)(?:gst|tax|sales?|purchase|supplier|vendor|our)?\W*(?:invoice|inv|bill|voucher)\W*(?:no|num|number|nr|#)\W*"
)
_PARTY: Final = re.compile(r"(?i)\b(?:party|customer|supplier|vendor|buyer|seller|recipient|gstin|name)\b")
_MOST_INVOICES: Final = 100_000
_MOST_REPEATED: Final = 0.02  # of all invoices; more are the lines of invoices, or numbers that begin anew


def is_gstin_heading(name: str) -> bool:
    """Return whether a column's name says that it holds GSTINs."""
    return _GSTIN_HEADING.fullmatch(name) is not None


@lru_cache(8192)  # a register names the same parties again and again
def has_wrong_check_digit(text: str) -> bool:
    """Return whether only the last character of a GSTIN is wrong, a check digit of Luhn's kind modulo 36."""
    number = text.strip().upper()
    if _GSTIN.fullmatch(number) is None:
        return False
    products = [int(letter, 36) * (1 + place % 2) for place, letter in enumerate(number[:14])]
    return int(number[14], 36) != -sum(product // 36 + product % 36 for product in products) % 36


class Invoices:
    """Collects the invoice numbers of a table, and those that occur a second time. `column` is -1 where it has none.

    An invoice that spans several rows repeats its number right below, and two suppliers may use the same number: only
    a number that returns later for the same party counts, and only where nearly all others occur once.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.column = next((place for place, name in enumerate(names) if _INVOICE_HEADING.fullmatch(name)), -1)
        self._parties = [place for place, name in enumerate(names) if _PARTY.search(name)]
        self._seen: dict[int, int] = {}
        self._last = 0
        self._rows = 0
        self._repeated: list[tuple[str, int, int]] = []
        self._several_lines = False

    def add(self, rows: Sequence[Sequence[Cell]], numbers: Sequence[int]) -> None:
        """Add the next rows, which have these numbers."""
        if self.column < 0:
            return
        for row, number in zip(rows, numbers, strict=True):
            invoice = str(row[self.column]).strip() if self.column < len(row) else ""
            if not invoice or len(self._seen) >= _MOST_INVOICES:
                continue
            parties = (str(row[place]).strip() for place in self._parties if place < len(row))
            key = hash((invoice.casefold(), *parties))
            self._rows += 1
            if key == self._last:
                self._several_lines = True
            elif key not in self._seen:
                self._seen[key] = number
            elif len(self._repeated) < 1000:
                self._repeated.append((invoice, self._seen[key], number))
            self._last = key

    @property
    def repeated(self) -> list[tuple[str, int, int]]:
        """Return the repeated ones as (number, first row, row), none where the column cannot be judged."""
        few = len(self._repeated) <= max(1, self._rows * _MOST_REPEATED)
        judged = self._rows >= 5 and not self._several_lines and len(self._seen) < _MOST_INVOICES
        return self._repeated if few and judged else []
