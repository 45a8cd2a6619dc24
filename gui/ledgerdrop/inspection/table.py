"""Read a table once from top to bottom: header, first rows, control totals, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import localcontext
from itertools import islice, pairwise
from typing import Final, NamedTuple

from ledgerdrop.inspection.cells import EXACT, Cell, Kind, is_blank, kind_of, letters, number_in, shown
from ledgerdrop.inspection.columns import ColumnProfile, Invoices, has_wrong_check_digit, is_gstin_heading, totals_of
from ledgerdrop.model.inspection import Column, Inspection, Note, NoteKind

Row = Sequence[Cell]

PREVIEW_ROWS: Final = 50
MOST_COLUMNS: Final = 256  # looked at; the columns beyond are only counted
_FIRST: Final = 400  # rows looked at before the first ones are shown
_CHUNK: Final = 2000
_MOST_OF_A_KIND: Final = 3  # notes of one kind about columns
_LAST_ROWS: Final = {65_536, 1_048_576}  # of a sheet in .xls and in .xlsx ("Excel specifications and limits")
_OF_TYPES: Final = frozenset({NoteKind.AMOUNT_AS_TEXT, NoteKind.DATE_AS_TEXT, NoteKind.NOT_AN_AMOUNT})
_TOTAL: Final = re.compile(
    r"(?i)(?:(?:grand|sub|net|overall)[\s-]*)?totals?\b[^\d]{0,20}|(?:कुल|योग|कुल योग)\W*|"
    r"(?:المجموع|الإجمالي|الاجمالي)\W*|summe\W*|gesamt\W*|total (?:g[eé]n[eé]ral|general)\W*"
)


class TableReader:
    """Reads one table. `preview` has its first rows, without totals and notes, before `read` reads the others.

    `typed` rows come from a workbook; `first_column` is where its cells begin, from 1. Raises whatever `rows` raises.
    """

    def __init__(self, rows: Iterable[Row], found: Inspection, *, typed: bool, first_column: int = 1) -> None:
        self._rest = iter(rows)
        self._first = first = list(islice(self._rest, _FIRST))
        self._typed = typed
        self._first_column = first_column
        with localcontext(EXACT):
            self._start = start = _find_start(first)
        self._width = max(map(_filled_width, first), default=0)
        width = min(self._width, MOST_COLUMNS)
        header_row = start.header_row
        self._header = tuple(first[header_row - 1][:width]) if header_row else ()
        names = [" ".join(shown(cell).split()) for cell in self._header]
        names += [""] * (width - len(names))
        data = first[start.data :]
        columns: list[Column] = []
        self._columns: list[ColumnProfile] = []
        for place, name in enumerate(names):
            cells = _column(data, place)
            columns.append(Column(letters(first_column + place), name, numeric=_looks_numeric(cells)))
            self._columns.append(ColumnProfile(name, cells, typed=typed, comma_likely=found.delimiter == ";"))
        numbered = [(number, row) for number, row in enumerate(data, start.data + 1) if not _is_blank_row(row)]
        self._gstins = [place for place, name in enumerate(names) if is_gstin_heading(name)]
        self._invoices = Invoices(names)
        top = tuple(
            (number, tuple(map(shown, row[:width])) + ("",) * (width - len(row)))
            for number, row in numbered[:PREVIEW_ROWS]
        )
        self.preview = replace(
            found, header_row=header_row, columns=tuple(columns), column_count=self._width, rows=top, complete=False
        )
        self._first_row = next((row for _, row in numbered if not self._is_header_again(row)), ())
        self._last_number = 0
        self._last_row: Row = ()
        self._count = 0
        self._pending = 0  # blank rows that may turn out to be in the middle, or after the last one
        self._blank_count = 0
        self._first_blank = 0
        self._second_header = 0
        self._wrong_gstins = 0
        self._first_wrong_gstin: tuple[int, int] | None = None

    def read(self) -> Inspection:
        """Read all rows, and return the preview with all that was found in them."""
        with localcontext(EXACT):
            self._take(self._first[self._start.data :], self._start.data + 1)
            number = len(self._first) + 1
            while chunk := list(islice(self._rest, _CHUNK)):
                self._take(chunk, number)
                number += len(chunk)
            columns = tuple(
                replace(column, numeric=total is not None, total=total)
                for column, total in zip(self.preview.columns, totals_of(self._columns), strict=True)
            )
            notes = tuple(self._notes())
        return replace(
            self.preview, columns=columns, column_count=self._width, row_count=self._count, notes=notes, complete=True
        )

    def _take(self, rows: list[Row], number: int) -> None:
        """Read a chunk of rows, the first of which has this number."""
        kept: list[Row] = []
        numbers: list[int] = []
        for place, row in enumerate(rows, number):
            if _is_blank_row(row):
                self._pending += 1
                continue
            before = kept[-1] if kept else self._last_row
            if self._pending and self._is_of_table(before) and self._is_of_table(row):
                self._blank_count += self._pending
                self._first_blank = self._first_blank or place - self._pending
            self._pending = 0
            if self._is_header_again(row):
                self._second_header = self._second_header or place
                continue
            kept.append(row)
            numbers.append(place)
            if len(row) > self._width:
                self._width = max(self._width, _filled_width(row))
        if not kept:
            return
        self._count += len(kept)
        self._last_number, self._last_row = numbers[-1], kept[-1]
        for place, profile in enumerate(self._columns):
            profile.add(_column(kept, place), numbers)
        for place in self._gstins:
            for row_number, cell in zip(numbers, _column(kept, place), strict=True):
                if has_wrong_check_digit(str(cell)):
                    self._wrong_gstins += 1
                    self._first_wrong_gstin = self._first_wrong_gstin or (row_number, place)
        self._invoices.add(kept, numbers)

    def _is_of_table(self, row: Row) -> bool:
        """Return whether a row belongs to the table; next to a remark or a title, a blank row is layout."""
        return sum(not is_blank(cell) for cell in row) > (self._width > 1)

    def _is_header_again(self, row: Row) -> bool:
        header = self._header
        return len(header) > 1 and row[0] == header[0] and tuple(row[: len(header)]) == header

    def _notes(self) -> Iterator[Note]:
        before = self._first[: self._start.data]
        if not self._count and all(map(_is_blank_row, before)):
            if not self._typed and (self._width or self._pending):
                yield Note(NoteKind.ONLY_SEPARATORS)
            return
        if self._header and not self._count and not self._second_header:
            if sum(not is_blank(cell) for cell in self._header) > 1:  # a single cell need not be a header
                yield Note(NoteKind.NO_ROWS, self._start.header_row)
            return
        if self._start.surely_none:
            yield note_on(NoteKind.NO_HEADER, self._start.data + 1)
        yield from self._same_names()
        if self._second_header:
            yield note_on(NoteKind.SECOND_HEADER, self._second_header)
        # More of them are the layout of a report.
        if self._blank_count and self._count >= 4 and self._blank_count <= max(3, self._count // 5):
            yield note_on(NoteKind.BLANK_ROWS, self._first_blank, count=self._blank_count)
        yield from self._of_columns()
        if self._first_wrong_gstin is not None:
            yield self._at(NoteKind.WRONG_GSTIN, *self._first_wrong_gstin, count=self._wrong_gstins)
        if repeated := self._invoices.repeated:
            value, other, row = repeated[0]
            kind, place = NoteKind.REPEATED_INVOICE, self._invoices.column
            yield self._at(kind, row, place, count=len(repeated), value=value[:40], other=str(other))
        if self._ends_in_total():
            yield note_on(NoteKind.TOTAL_ROW, self._last_number)
        if self._last_number in _LAST_ROWS:
            yield Note(NoteKind.FULL_SHEET, self._last_number, 0, {"row": f"{self._last_number:,}"})

    def _same_names(self) -> Iterator[Note]:
        if self._has_second_line():
            return  # the names go on in the row below
        seen: dict[str, Column] = {}
        for place, column in enumerate(self.preview.columns):
            first = seen.setdefault(column.name.casefold(), column)
            if not column.name:
                seen.clear()  # another table stands beside the first one
            elif first is not column:
                row = self._start.header_row
                yield self._at(NoteKind.SAME_NAME, row, place, other=first.letter, name=column.name)
                return

    def _has_second_line(self) -> bool:
        """Return whether the header has two rows: the first below it has words only, though columns hold numbers."""
        kinds = set(map(kind_of, self._first_row))
        numeric = any(profile.is_numeric for profile in self._columns)
        return numeric and bool(self._header) and not kinds & {Kind.NUMBER, Kind.DATE}

    def _of_columns(self) -> Iterator[Note]:
        """Note oddities of single columns, but none of types in the first row of a table without a header."""
        first_row = 0 if self._header else self._start.data + 1
        odd_rows = Counter(row for profile in self._columns for row in profile.odd_rows if profile.is_numeric)
        told: Counter[NoteKind] = Counter()
        for place, profile in enumerate(self._columns):
            for note in self._of_column(place, profile, odd_rows):
                told[note.kind] += 1
                if told[note.kind] <= _MOST_OF_A_KIND and not (note.kind in _OF_TYPES and note.row == first_row):
                    yield note

    def _of_column(self, place: int, profile: ColumnProfile, odd_rows: Counter[int]) -> Iterator[Note]:
        if profile.first_error:
            row, value = profile.first_error
            yield self._at(NoteKind.ERROR_VALUE, row, place, count=profile.errors, value=value)
        if profile.first_text_amount and profile.total is not None:
            yield self._at(NoteKind.AMOUNT_AS_TEXT, profile.first_text_amount, place)
        if profile.first_text_date and profile.dates * 10 >= 9 * (profile.others + profile.count):
            yield self._at(NoteKind.DATE_AS_TEXT, profile.first_text_date, place)
        odd = profile.others - profile.errors - profile.dates
        if 0 < odd <= 3 and profile.count >= 20 * odd and not profile.names_things and not self._has_second_line():
            # A row that has words in several columns of numbers is a heading or a total, not a slip.
            row = next((row for row in profile.odd_rows if row != self._last_number and odd_rows[row] == 1), 0)
            if row:
                yield self._at(NoteKind.NOT_AN_AMOUNT, row, place)

    def _ends_in_total(self) -> bool:
        """Return whether the last row says it is a total, or adds up to all above, where these have names."""
        row = self._last_row
        numeric = (cell for cell, profile in zip(row, self._columns, strict=False) if profile.is_numeric)
        if self._count < 3 or not any(kind_of(cell) is Kind.NUMBER for cell in numeric):
            return False
        says_so = any(isinstance(cell, str) and _TOTAL.fullmatch(cell.strip()) for cell in row[:MOST_COLUMNS])
        return says_so or self._adds_up(row)

    def _adds_up(self, row: Row) -> bool:
        if not is_blank(row[0]) or self._count < 4 or any(kind_of(cell) is Kind.TEXT for cell in row):
            return False
        totals = 0
        for cell, profile in zip(row, self._columns, strict=False):
            if profile.total is None or kind_of(cell) is not Kind.NUMBER:
                continue
            last = number_in(cell)
            if not last or profile.sum - last != last or profile.count < 4:
                return False
            totals += 1
        return totals > 1 or (totals == 1 and self._count > 6)  # 1 and 2 are 3 by chance

    def _at(self, kind: NoteKind, row: int, place: int, count: int = 0, **params: str) -> Note:
        return note_on(kind, row, self._first_column + place, count, **params)


_OF_SEVERAL: Final = {
    NoteKind.BLANK_ROWS: NoteKind.MORE_BLANK_ROWS,
    NoteKind.ERROR_VALUE: NoteKind.MORE_ERROR_VALUES,
    NoteKind.WRONG_GSTIN: NoteKind.MORE_WRONG_GSTINS,
    NoteKind.REPEATED_INVOICE: NoteKind.MORE_REPEATED_INVOICES,
}


def note_on(kind: NoteKind, row: int, column: int = 0, count: int = 0, **params: str) -> Note:
    """Return a note on a cell, or on a row where `column` is 0; `count` says of how many places this is the first."""
    fields = {"row": str(row)}
    if column:
        fields |= {"column": letters(column), "cell": f"{letters(column)}{row}"}
    fields |= params
    if count:
        fields["count"] = str(count)
    return Note(_OF_SEVERAL[kind] if count > 1 else kind, row, column, fields)


def _column(rows: Sequence[Row], place: int) -> list[Cell]:
    """Return the cells of a column, "" for rows that end before it."""
    return [row[place] if place < len(row) else "" for row in rows]


def _kinds(cells: Iterable[Cell]) -> Counter[Kind]:
    """Count the kinds of cells that hold something."""
    return Counter(kind for kind in map(kind_of, cells) if kind is not Kind.NOTHING)


def _looks_numeric(cells: Sequence[Cell]) -> bool:
    kinds = _kinds(cells[:PREVIEW_ROWS])
    return bool(kinds) and kinds[Kind.NUMBER] * 5 >= kinds.total() * 4


def _is_blank_row(row: Row) -> bool:
    for cell in row:  # noqa: SIM110 - a generator takes three times as long, and this runs for every row
        if cell != "" and not is_blank(cell):
            return False
    return True


def _filled_width(row: Row) -> int:
    return next((width for width in range(len(row), 0, -1) if not is_blank(row[width - 1])), 0)


_ROWS_LOOKED_AT: Final = 40
_ROWS_BELOW: Final = 30


class _Start(NamedTuple):
    """Holds where a table begins: how many rows stand above its data, and the number of its header, 0 for none.

    `surely_none` tells that the first row is data without a doubt.
    """

    data: int
    header_row: int = 0
    surely_none: bool = False


def _find_start(rows: Sequence[Row]) -> _Start:
    """Find where header and data begin. Titles above a header have fewer cells than the table below it."""
    filled = [sum(not is_blank(cell) for cell in row) for row in rows]
    counts = Counter(count for count in filled if count)
    if not counts:
        return _Start(0)
    # Rows of a single cell, however many, are the titles and remarks of a report.
    usual = max(counts, key=lambda count: (counts[count] * min(count, 4), count))
    enough = max(min(usual, 2), round(usual * 0.6))
    place = next((place for place, count in enumerate(filled[:_ROWS_LOOKED_AT]) if count >= enough), None)
    if place is None:
        return _Start(next(place for place, count in enumerate(filled) if count))
    place = _below_a_summary(rows, filled, place, enough)
    below = rows[place + 1 : place + 1 + _ROWS_BELOW]
    if _is_header(rows[place]) or _names_columns(rows[place], below):
        return _Start(place + 1, header_row=place + 1)
    first = not any(filled[:place])
    return _Start(place, surely_none=first and usual >= 2 and _looks_like(rows[place], below))


def _below_a_summary(rows: Sequence[Row], filled: Sequence[int], place: int, enough: int) -> int:
    """Return the place of the header below an account's figures or an address.

    These take one or two rows, and a blank row parts them from the header.
    """
    for header in (place + 2, place + 3):
        if header + 1 < len(rows) and not filled[header - 1] and filled[header] >= enough:
            starts = _is_header(rows[header]) and not _is_header(rows[header + 1])
            return header if starts and not (_is_header(rows[place]) and filled[place] >= filled[header]) else place
    return place


def _is_header(row: Row) -> bool:
    """Return whether the row holds words, or numbers that count up (2019, 2020, 2021), and no data."""
    kinds = [kind_of(cell) for cell in row]
    if all(kind in (Kind.TEXT, Kind.NOTHING) for kind in kinds):
        return Kind.TEXT in kinds
    if Kind.DATE in kinds or kinds[0] not in (Kind.TEXT, Kind.NOTHING):
        return False
    numbers = [number for cell in row if (number := number_in(cell)) is not None]
    if len(numbers) < kinds.count(Kind.NUMBER):  # one is out of all proportion
        return False
    if all(1900 <= number <= 2100 for number in numbers):
        return True
    return len(numbers) > 1 and all(later - number == 1 for number, later in pairwise(numbers))


def _names_columns(row: Row, below: Sequence[Row]) -> bool:
    """Return whether the row is mostly words and has one above a column of numbers or dates."""
    kinds = [kind_of(cell) for cell in row]
    if Kind.DATE in kinds or kinds.count(Kind.TEXT) < kinds.count(Kind.NUMBER) * 2:
        return False
    named = (_kinds(_column(below, column)) for column, kind in enumerate(kinds) if kind is Kind.TEXT)
    return any(found.total() > 2 and not found[Kind.TEXT] for found in named)


def _looks_like(row: Row, below: Sequence[Row]) -> bool:
    """Return whether a row holds numbers or dates exactly where the rows below it do, at least two of them."""
    whole = [other for other in below if len(other) == len(row)]
    if len(whole) < 3:
        return False
    alike = 0
    for column, cell in enumerate(row):
        kind = kind_of(cell)
        kinds = _kinds(other[column] for other in whole)
        if kind is Kind.NOTHING or not kinds:
            continue
        if kinds[kind] < kinds.total() * 0.8:
            return False
        alike += kind in (Kind.NUMBER, Kind.DATE)
    return alike >= 2
