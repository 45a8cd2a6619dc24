"""Find the header of a table among its first rows, below titles and notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ledgerdrop.inspection.amounts import read_amount
from ledgerdrop.inspection.cells import Cell, Kind, is_blank, kind_of

_ROWS_LOOKED_AT: Final = 40
_ROWS_BELOW: Final = 30


@dataclass(frozen=True, slots=True)
class Start:
    """Tell where a table begins. `header` is the place of its header among the rows, None where it has none.

    `data` is the place of the first row of data. `surely_none` tells that the first row is data without a doubt.
    """

    header: int | None
    data: int
    surely_none: bool = False


def find_start(rows: Sequence[Sequence[Cell]]) -> Start:
    """Find where header and data begin. Titles above a header have fewer cells than the table below it."""
    filled = [sum(not is_blank(cell) for cell in row) for row in rows]
    counts = Counter(count for count in filled if count)
    if not counts:
        return Start(None, 0)
    # Rows of a single cell, however many, are the titles and remarks of a report.
    usual = max(counts, key=lambda count: (counts[count] * min(count, 4), count))
    enough = max(min(usual, 2), round(usual * 0.6))
    place = next((place for place, count in enumerate(filled[:_ROWS_LOOKED_AT]) if count >= enough), None)
    if place is None:
        return Start(None, next(place for place, count in enumerate(filled) if count))
    place = _below_a_summary(rows, filled, place, enough)
    below = rows[place + 1 : place + 1 + _ROWS_BELOW]
    if _is_header(rows[place]) or _names_columns(rows[place], below):
        return Start(place, place + 1)
    first = not any(filled[:place])
    return Start(None, place, surely_none=first and usual >= 2 and _looks_like(rows[place], below))


def _below_a_summary(rows: Sequence[Sequence[Cell]], filled: Sequence[int], place: int, enough: int) -> int:
    """Skip an account's figures or an address in one or two rows, which a blank row parts from the table's header."""
    for header in (place + 2, place + 3):
        if header + 1 < len(rows) and not filled[header - 1] and filled[header] >= enough:
            starts = _is_header(rows[header]) and not _is_header(rows[header + 1])
            return header if starts and not (_is_header(rows[place]) and filled[place] >= filled[header]) else place
    return place


def _is_header(row: Sequence[Cell]) -> bool:
    """Tell words, or numbers that count on (2019, 2020, 2021), from data."""
    kinds = [kind_of(cell) for cell in row]
    if all(kind in (Kind.TEXT, Kind.NOTHING) for kind in kinds):
        return Kind.TEXT in kinds
    if Kind.DATE in kinds or kinds[0] not in (Kind.TEXT, Kind.NOTHING):
        return False
    numbers = [_number(cell) for cell, kind in zip(row, kinds, strict=True) if kind is Kind.NUMBER]
    if all(1900 <= number <= 2100 for number in numbers):
        return True
    return len(numbers) > 1 and all(later - number == 1 for number, later in pairwise(numbers))


def _names_columns(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Tell a row that is mostly words and has one above a column of numbers or dates."""
    kinds = [kind_of(cell) for cell in row]
    if Kind.DATE in kinds or kinds.count(Kind.TEXT) < kinds.count(Kind.NUMBER) * 2:
        return False
    for column, kind in enumerate(kinds):
        found = Counter(kind_of(other[column]) for other in below if column < len(other))
        found.pop(Kind.NOTHING, None)
        if kind is Kind.TEXT and found.total() > 2 and found[Kind.TEXT] == 0:
            return True
    return False


def _number(cell: Cell) -> float:
    if isinstance(cell, str):
        read = read_amount(cell)
        return float(read[0]) if read else -1.0
    return float(cell) if isinstance(cell, (int, float)) else -1.0


def _looks_like(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a row holds numbers or dates exactly where the rows below it do, and there are at least two."""
    whole = [other for other in below if len(other) == len(row)]
    if len(whole) < 3:
        return False
    alike = 0
    for column, cell in enumerate(row):
        kind = kind_of(cell)
        kinds = Counter(kind_of(other[column]) for other in whole)
        kinds.pop(Kind.NOTHING, None)
        if kind is Kind.NOTHING or not kinds:
            continue
        if kinds[kind] < kinds.total() * 0.8:
            return False
        alike += kind in (Kind.NUMBER, Kind.DATE)
    return alike >= 2
