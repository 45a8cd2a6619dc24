"""Check the columns of Indian registers: GSTINs by their check digit, invoice numbers by repetition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ledgerdrop.inspection.cells import Cell

_GSTIN_HEADING: Final = re.compile(r"\W*(?:(?:[a-z]+\W+){0,3})(?:gstin|gst\W?(?:no|number))\b.*", re.IGNORECASE)
# State, PAN, number of the registration, Z, check digit (CGST Rules 2017, form of the registration number).
_GSTIN: Final = re.compile(r"[0-3]\d[A-Z]{3}[ABCFGHJKLPT][A-Z]\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]")
_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_INVOICE_HEADING: Final = re.compile(
    r"(?:gst|tax|sales?|purchase|supplier|vendor|our)?\W*(?:invoice|inv|bill|voucher)\W*(?:no|num|number|nr|#)\W*",
    re.IGNORECASE,
)
_PARTY_HEADING: Final = re.compile(
    r".*\b(?:party|customer|supplier|vendor|buyer|seller|recipient|gstin|name)\b.*", re.IGNORECASE
)
_MOST_INVOICES: Final = 100_000
_MOST_REPEATED: Final = 0.02  # of all invoices; more are the lines of invoices, or numbers that begin anew


def is_gstin_heading(name: str) -> bool:
    """Tell a column of GSTINs by its name."""
    return _GSTIN_HEADING.fullmatch(name) is not None


@lru_cache(8192)  # a register names the same parties again and again
def has_wrong_check_digit(text: str) -> bool:
    """Tell a GSTIN that is right in form but for its last character, a check digit of Luhn's kind modulo 36."""
    number = text.strip().upper()
    if _GSTIN.fullmatch(number) is None:
        return False
    total = 0
    for place, letter in enumerate(number[:14]):
        product = _DIGITS.index(letter) * (1 + place % 2)
        total += product // 36 + product % 36
    return number[14] != _DIGITS[-total % 36]


class Invoices:
    """The invoice numbers of a table, and those that occur a second time.

    An invoice that spans several rows repeats its number right below, and two suppliers may use the same number: only
    a number that returns later for the same party counts, and only where nearly all others occur once.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.column = next((place for place, name in enumerate(names) if _INVOICE_HEADING.fullmatch(name)), None)
        self._parties = [place for place, name in enumerate(names) if _PARTY_HEADING.fullmatch(name)]
        self._seen: dict[int, int] = {}
        self._last = 0
        self._rows = 0
        self._repeated: list[tuple[str, int, int]] = []
        self._several_lines = False

    def add(self, row: int, cells: Sequence[Cell]) -> None:
        """Look at the next row."""
        if self.column is None or self.column >= len(cells) or len(self._seen) >= _MOST_INVOICES:
            return
        number = str(cells[self.column]).strip()
        if not number:
            return
        key = hash((number.casefold(), *(str(cells[place]).strip() for place in self._parties if place < len(cells))))
        self._rows += 1
        if key == self._last:
            self._several_lines = True
        elif key in self._seen:
            if len(self._repeated) < 1000:
                self._repeated.append((number, self._seen[key], row))
        else:
            self._seen[key] = row
        self._last = key

    @property
    def repeated(self) -> list[tuple[str, int, int]]:
        """Return the repeated ones as (number, first row, row), none where the column cannot be judged."""
        few = len(self._repeated) <= max(1, self._rows * _MOST_REPEATED)
        judged = self._rows >= 5 and not self._several_lines and len(self._seen) < _MOST_INVOICES
        return self._repeated if few and judged else []
