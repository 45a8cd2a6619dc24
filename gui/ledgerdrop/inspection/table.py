"""Read a table once from top to bottom: header, first rows, control totals, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from itertools import islice, pairwise
from typing import Final

from ledgerdrop.inspection.cells import (
    EXACT,
    INDIAN,
    WESTERN,
    Cell,
    Kind,
    is_blank,
    kind_of,
    letters,
    read_amount,
    shown,
)
from ledgerdrop.inspection.columns import ColumnProfile, Invoices, has_wrong_check_digit, is_gstin_heading
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
    r"(?:(?:grand|sub|net|overall)[\s-]*)?totals?\b[^\d]{0,20}|(?:कुल|योग|कुल योग)\W*|(?:المجموع|الإجمالي|الاجمالي)\W*|"
    r"summe\W*|gesamt\W*|total (?:g[eé]n[eé]ral|general)\W*",
    re.IGNORECASE,
)


class TableReader:
    """Reads one table. `typed` rows come from a workbook; `first_column` is where its cells begin, from 1."""

    def __init__(self, *, typed: bool, first_column: int = 1, comma_likely: bool = False, judge: bool = True) -> None:
        self._typed = typed
        self._first_column = first_column
        self._comma_likely = comma_likely
        self._judge = judge
        self._names: list[str] = []
        self._header: tuple[Cell, ...] = ()
        self._columns: list[ColumnProfile] = []
        self._gstins: list[int] = []
        self._invoices = Invoices([])
        self._width = 0
        self._row_count = 0
        self._blank_count = 0
        self._first_blank = 0
        self._second_header = 0
        self._wrong_gstins = 0
        self._first_wrong_gstin = (0, 0)
        self._last: tuple[int, Row] | None = None
        self._first_row: Row = ()
        self._any_value = False
        self._pending = 0  # blank rows that may turn out to be in the middle, or after the last one

    def read(self, rows: Iterable[Row], found: Inspection, on_preview: Callable[[Inspection], None]) -> Inspection:
        """Read all rows and return `found` with the table in it; `on_preview` gets its first rows before.

        Raises whatever `rows` raises.
        """
        with localcontext(EXACT):
            iterator = iter(rows)
            first = list(islice(iterator, _FIRST))
            start, preview = self._begin(first, found)
            on_preview(preview)
            self._take(first[start.data :], start.data + 1)
            self._any_value |= any(not is_blank(cell) for row in first[: start.data] for cell in row)
            number = len(first) + 1
            for chunk in _chunks(iterator):
                self._take(chunk, number)
                number += len(chunk)
            notes = self._notes(start.header, start.data + 1, surely_no_header=start.surely_none)
            columns = self._with_totals(preview.columns)
        return replace(
            preview,
            columns=columns,
            column_count=self._width,
            row_count=self._row_count,
            notes=tuple(notes) if self._judge else (),
            complete=True,
        )

    def preview(self, rows: Sequence[Row], found: Inspection) -> Inspection:
        """Return `found` with the first of these rows in it, without totals and notes."""
        return self._begin(rows[:_FIRST], found)[1]

    def _begin(self, first: Sequence[Row], found: Inspection) -> tuple[_Start, Inspection]:
        start = _find_start(first)
        header, sample = start.header, first[start.data :]
        self._width = max((_filled_width(row) for row in first), default=0)
        width = min(self._width, MOST_COLUMNS)
        self._header = tuple(first[header][:width]) if header is not None else ()
        self._names = [" ".join(shown(cell).split()) for cell in self._header]
        self._names += [""] * (width - len(self._names))
        self._columns = [
            ColumnProfile(
                name,
                [row[place] for row in sample if place < len(row)],
                typed=self._typed,
                comma_likely=self._comma_likely,
            )
            for place, name in enumerate(self._names)
        ]
        self._gstins = [place for place, name in enumerate(self._names) if is_gstin_heading(name)]
        self._invoices = Invoices(self._names)
        numbered = [(number, row) for number, row in enumerate(sample, start.data + 1) if not _is_blank_row(row)]
        rows = tuple(
            (number, tuple(shown(cell) for cell in row[:width]) + ("",) * (width - len(row)))
            for number, row in numbered[:PREVIEW_ROWS]
        )
        columns = tuple(
            Column(letters(self._first_column + place), name, numeric=_looks_numeric(sample, place))
            for place, name in enumerate(self._names)
        )
        return start, replace(
            found,
            header_row=0 if header is None else header + 1,
            columns=columns,
            column_count=self._width,
            rows=rows,
            row_count=None,
            complete=False,
        )

    def _take(self, rows: list[Row], number: int) -> None:
        """Read a chunk of rows, the first of which has this number."""
        kept: list[Row] = []
        numbers: list[int] = []
        for place, row in enumerate(rows, number):
            if _is_blank_row(row):
                self._pending += 1
                continue
            before = kept[-1] if kept else self._last[1] if self._last else ()
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
        if not self._any_value:
            self._first_row = kept[0]
        self._any_value = True
        self._row_count += len(kept)
        self._last = (numbers[-1], kept[-1])
        for place, profile in enumerate(self._columns):
            profile.add([row[place] if place < len(row) else "" for row in kept], numbers)
        for place in self._gstins:
            self._check_gstins(place, kept, numbers)
        if self._invoices.column is not None:
            for row_number, row in zip(numbers, kept, strict=True):
                self._invoices.add(row_number, row)

    def _is_of_table(self, row: Row) -> bool:
        """Return whether a row belongs to the table; next to a remark or a title, a blank row is layout."""
        return sum(not is_blank(cell) for cell in row) > (self._width > 1)

    def _with_totals(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        totals = [profile.total for profile in self._columns]
        # 12,500.00 may be grouped either way: one larger amount tells for the whole table.
        if any(total is not None and total.grouping == INDIAN for total in totals):
            totals = [
                replace(total, grouping=INDIAN) if total is not None and total.grouping == WESTERN else total
                for total in totals
            ]
        return tuple(
            replace(column, numeric=profile.is_numeric and not profile.names_things, total=total)
            for column, profile, total in zip(columns, self._columns, totals, strict=True)
        )

    def _is_header_again(self, row: Row) -> bool:
        header = self._header
        return len(header) > 1 and row[0] == header[0] and tuple(row[: len(header)]) == header

    def _check_gstins(self, place: int, rows: list[Row], numbers: list[int]) -> None:
        for number, row in zip(numbers, rows, strict=True):
            if place < len(row) and has_wrong_check_digit(str(row[place])):
                self._wrong_gstins += 1
                if self._wrong_gstins == 1:
                    self._first_wrong_gstin = (number, place)

    def _notes(self, header: int | None, first_row: int, *, surely_no_header: bool) -> Iterator[Note]:
        if not self._any_value:
            if not self._typed and (self._width or self._pending):
                yield Note(NoteKind.ONLY_SEPARATORS)
            return
        if header is not None and not self._row_count and not self._second_header:
            if sum(not is_blank(cell) for cell in self._header) > 1:  # a single cell need not be a header
                yield Note(NoteKind.NO_ROWS, header + 1)
            return
        if surely_no_header:
            yield Note(NoteKind.NO_HEADER, first_row, 0, {"row": str(first_row)})
        yield from self._same_names(0 if header is None else header + 1)
        if self._second_header:
            yield Note(NoteKind.SECOND_HEADER, self._second_header, 0, {"row": str(self._second_header)})
        # More of them are the layout of a report.
        if self._blank_count and self._row_count >= 4 and self._blank_count <= max(3, self._row_count // 5):
            row = self._first_blank
            kind = NoteKind.BLANK_ROWS if self._blank_count == 1 else NoteKind.MORE_BLANK_ROWS
            yield Note(kind, row, 0, {"row": str(row), "count": str(self._blank_count)})
        yield from self._of_columns(0 if header is not None else first_row)
        if self._wrong_gstins:
            row, place = self._first_wrong_gstin
            yield self._at(
                NoteKind.WRONG_GSTIN if self._wrong_gstins == 1 else NoteKind.MORE_WRONG_GSTINS,
                row,
                place,
                count=str(self._wrong_gstins),
            )
        repeated = self._invoices.repeated
        if repeated and self._invoices.column is not None:
            value, other, row = repeated[0]
            yield self._at(
                NoteKind.REPEATED_INVOICE if len(repeated) == 1 else NoteKind.MORE_REPEATED_INVOICES,
                row,
                self._invoices.column,
                value=value[:40],
                other=str(other),
                count=str(len(repeated)),
            )
        yield from self._total_row()
        if self._last is not None and self._last[0] in _LAST_ROWS:
            yield Note(NoteKind.FULL_SHEET, self._last[0], 0, {"row": f"{self._last[0]:,}"})

    def _same_names(self, row: int) -> Iterator[Note]:
        if self._has_second_line():
            return  # the names go on in the row below
        seen: dict[str, int] = {}
        for place, name in enumerate(self._names):
            key = name.casefold()
            if not key:
                seen.clear()  # another table stands beside the first one
            elif key in seen:
                other = letters(self._first_column + seen[key])
                yield self._at(NoteKind.SAME_NAME, row, place, other=other, name=name)
                return
            else:
                seen[key] = place

    def _has_second_line(self) -> bool:
        """Return whether the header has two rows: the first below it has words only, though columns hold numbers."""
        kinds = {kind_of(cell) for cell in self._first_row}
        numeric = any(profile.is_numeric for profile in self._columns)
        return numeric and bool(self._header) and not kinds & {Kind.NUMBER, Kind.DATE}

    def _of_columns(self, first_row: int) -> Iterator[Note]:
        """Note oddities of single columns; `first_row` is the first one of a table without a header, else 0."""
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
            yield error_note(profile.errors, row, self._first_column + place, value)
        if profile.first_text_amount and profile.is_numeric and not profile.names_things:
            yield self._at(NoteKind.AMOUNT_AS_TEXT, profile.first_text_amount, place)
        if profile.first_text_date and profile.dates * 10 >= 9 * (profile.others + profile.count):
            yield self._at(NoteKind.DATE_AS_TEXT, profile.first_text_date, place)
        odd = profile.others - profile.errors - profile.dates
        if 0 < odd <= 3 and profile.count >= 20 * odd and not profile.names_things and not self._has_second_line():
            last = self._last[0] if self._last else 0
            # A row that has words in several columns of numbers is a heading or a total, not a slip.
            row = next((row for row in profile.odd_rows if row != last and odd_rows[row] == 1), 0)
            if row:
                yield self._at(NoteKind.NOT_AN_AMOUNT, row, place)

    def _total_row(self) -> Iterator[Note]:
        """Return a last row that says it is a total, or adds up to all above where the rows above have a name."""
        if self._last is None or self._row_count < 3:
            return
        number, row = self._last
        numeric = [place for place, profile in enumerate(self._columns) if profile.is_numeric]
        says_so = any(isinstance(cell, str) and _TOTAL.fullmatch(cell.strip()) for cell in row[:MOST_COLUMNS])
        if any(_has_number(row, place) for place in numeric) and (says_so or self._adds_up(row)):
            yield Note(NoteKind.TOTAL_ROW, number, 0, {"row": str(number)})

    def _adds_up(self, row: Row) -> bool:
        if not is_blank(row[0]) or self._row_count < 4 or any(kind_of(cell) is Kind.TEXT for cell in row):
            return False
        totals = 0
        for place, profile in enumerate(self._columns):
            if profile.total is None or not _has_number(row, place):
                continue
            cell = row[place]
            last = ColumnProfile("", [], typed=self._typed, comma_likely=False)
            last.add([cell], [0])
            if not last.sum or profile.sum - last.sum != last.sum or profile.count < 4:
                return False
            totals += 1
        return totals > 1 or (totals == 1 and self._row_count > 6)  # 1 and 2 are 3 by chance

    def _at(self, kind: NoteKind, row: int, place: int, **params: str) -> Note:
        return _note_at(kind, row, self._first_column + place, **params)


def error_note(count: int, row: int, column: int, value: str) -> Note:
    """Return the note on so many cells with error values, of which the first stands there."""
    kind = NoteKind.ERROR_VALUE if count == 1 else NoteKind.MORE_ERROR_VALUES
    return _note_at(kind, row, column, value=value, count=str(count))


def _note_at(kind: NoteKind, row: int, column: int, **params: str) -> Note:
    fields = {"row": str(row), "column": letters(column), "cell": f"{letters(column)}{row}", **params}
    return Note(kind, row, column, fields)


def _has_number(row: Row, place: int) -> bool:
    return place < len(row) and kind_of(row[place]) is Kind.NUMBER


def _looks_numeric(sample: Sequence[Row], place: int) -> bool:
    kinds = [kind_of(row[place]) for row in sample[:PREVIEW_ROWS] if place < len(row)]
    filled = [kind for kind in kinds if kind is not Kind.NOTHING]
    return bool(filled) and filled.count(Kind.NUMBER) * 5 >= len(filled) * 4


def _is_blank_row(row: Row) -> bool:
    for cell in row:  # noqa: SIM110 - a generator takes three times as long, and this runs for every row
        if cell != "" and not is_blank(cell):
            return False
    return True


def _filled_width(row: Row) -> int:
    width = len(row)
    while width and is_blank(row[width - 1]):
        width -= 1
    return width


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, _CHUNK)):
        yield chunk


_ROWS_LOOKED_AT: Final = 40
_ROWS_BELOW: Final = 30


@dataclass(frozen=True, slots=True)
class _Start:
    """Holds where a table begins. `header` is the place of its header among the rows, None where it has none.

    `data` is the place of the first row of data. `surely_none` tells that the first row is data without a doubt.
    """

    header: int | None
    data: int
    surely_none: bool = False


def _find_start(rows: Sequence[Row]) -> _Start:
    """Find where header and data begin. Titles above a header have fewer cells than the table below it."""
    filled = [sum(not is_blank(cell) for cell in row) for row in rows]
    counts = Counter(count for count in filled if count)
    if not counts:
        return _Start(None, 0)
    # Rows of a single cell, however many, are the titles and remarks of a report.
    usual = max(counts, key=lambda count: (counts[count] * min(count, 4), count))
    enough = max(min(usual, 2), round(usual * 0.6))
    place = next((place for place, count in enumerate(filled[:_ROWS_LOOKED_AT]) if count >= enough), None)
    if place is None:
        return _Start(None, next(place for place, count in enumerate(filled) if count))
    place = _below_a_summary(rows, filled, place, enough)
    below = rows[place + 1 : place + 1 + _ROWS_BELOW]
    if _is_header(rows[place]) or _names_columns(rows[place], below):
        return _Start(place, place + 1)
    first = not any(filled[:place])
    return _Start(None, place, surely_none=first and usual >= 2 and _looks_like(rows[place], below))


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
    numbers = [_number(cell) for cell, kind in zip(row, kinds, strict=True) if kind is Kind.NUMBER]
    if all(1900 <= number <= 2100 for number in numbers):
        return True
    return len(numbers) > 1 and all(later - number == 1 for number, later in pairwise(numbers))


def _names_columns(row: Row, below: Sequence[Row]) -> bool:
    """Return whether the row is mostly words and has one above a column of numbers or dates."""
    kinds = [kind_of(cell) for cell in row]
    if Kind.DATE in kinds or kinds.count(Kind.TEXT) < kinds.count(Kind.NUMBER) * 2:
        return False
    for column, kind in enumerate(kinds):
        found = Counter(kind_of(other[column]) for other in below if column < len(other))
        found.pop(Kind.NOTHING, None)
        if kind is Kind.TEXT and found.total() > 2 and found[Kind.TEXT] == 0:
            return True
    return False


def _number(cell: Cell) -> Decimal:
    read = read_amount(shown(cell))
    return read[0] if read else Decimal(-1)


def _looks_like(row: Row, below: Sequence[Row]) -> bool:
    """Return whether a row holds numbers or dates exactly where the rows below it do, at least two of them."""
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
