"""Define what was found inside a file: sheets, first rows, control totals and notes.

The values cross a pipe as JSON (`as_json`, `from_json`), since they are made in another process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from ledgerdrop.model.problems import fill


class Unreadable(Enum):
    """Lists the reasons why there is nothing to show. The names stand in `--json` output and are never changed."""

    MISSING = "The file can't be opened. Check that it's still there and that you may read it."
    EMPTY = "The file is empty."
    NOT_A_TABLE = "This file has no table to preview."
    PASSWORD = "The file is protected with a password."  # noqa: S105 - a sentence, not a password
    DAMAGED = "The file is damaged and can't be previewed. Open it in the program that made it and save it again."
    TOO_LARGE = "This file needs too much memory to preview. It can still be uploaded."
    TOO_SLOW = "Reading this file took too long, so the preview was stopped. It can still be uploaded."
    FAILED = "The preview stopped unexpectedly. The file can still be uploaded."
    CANCELLED = "The preview was cancelled."


class NoteKind(Enum):
    """Lists what a careful colleague would mention. The texts are templates; the names stand in `--json` output."""

    NO_ROWS = "There are no rows below the header"
    ONLY_SEPARATORS = "The file holds only separators, no values"
    NO_VALUES = "This sheet holds no values"
    NO_HEADER = "There is no header: row {row} already holds data"
    SECOND_HEADER = "The header appears again in row {row}"
    BLANK_ROWS = "Row {row} is blank, in the middle of the data"
    MORE_BLANK_ROWS = "{count} rows in the middle of the data are blank, the first is row {row}"
    SAME_NAME = "Columns {other} and {column} have the same name, “{name}”"
    ERROR_VALUE = "Cell {cell} shows {value}"
    MORE_ERROR_VALUES = "{count} cells show an error value, the first is {cell} with {value}"
    AMOUNT_AS_TEXT = "Amounts in column {column} are stored as text, the first in cell {cell}"
    DATE_AS_TEXT = "Dates in column {column} are stored as text, the first in cell {cell}"
    NOT_AN_AMOUNT = "Cell {cell} isn't a number, unlike the rest of its column"
    TOTAL_ROW = "The last row, {row}, looks like a total. The column totals include it"
    FULL_SHEET = "It ends at row {row}, the last that Excel can hold. Later rows may have been cut off"
    SEVERAL_SHEETS = "{count} sheets hold data: {names}"
    WRONG_GSTIN = "The GSTIN in cell {cell} has a wrong check digit"
    MORE_WRONG_GSTINS = "{count} GSTINs have a wrong check digit, the first is in cell {cell}"
    REPEATED_INVOICE = "Invoice number {value} in row {row} already appears in row {other}"
    MORE_REPEATED_INVOICES = "{count} invoice numbers appear twice, the first is {value} in rows {other} and {row}"
    DAMAGED_MEMBER = "“{name}” inside the file is damaged"


@dataclass(frozen=True)
class Note:
    """Holds one observation. `row` and `column` count from 1 as in a spreadsheet, 0 where it has no place."""

    kind: NoteKind
    row: int = 0
    column: int = 0
    params: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return the note in English."""
        return fill(self.kind.value, self.params)


@dataclass(frozen=True)
class Total:
    """Holds the control totals of a column: exact decimal sum, smallest and greatest of `count` numbers.

    `others` counts the cells that hold something else. `grouping` is how the file writes large numbers: "" for plain
    digits, "western" for 120,000.00, "indian" for 1,20,000.00, "comma" where the comma is the decimal sign.
    """

    sum: Decimal
    count: int
    least: Decimal
    greatest: Decimal
    others: int = 0
    grouping: str = ""


@dataclass(frozen=True)
class Column:
    """Describes a column of the table.

    `letter` is the spreadsheet's name for it, `name` the header's, `total` there if any. `numeric` says that its
    cells are numbers, to be aligned on the right.
    """

    letter: str
    name: str
    numeric: bool = False
    total: Total | None = None


@dataclass(frozen=True)
class Sheet:
    """Describes a sheet of a workbook. `rows` counts them with the header, None where nobody counted them."""

    name: str
    hidden: bool = False
    rows: int | None = None


@dataclass(frozen=True)
class Member:
    """Describes a file inside a zip file. `size` is in bytes."""

    name: str
    size: int
    encrypted: bool = False


@dataclass(frozen=True)
class Inspection:
    """Holds what one file holds.

    `size` (bytes) and `modified_ns` (nanoseconds since the epoch) are the file's when it was opened.
    `kind` is csv, xlsx, xls, zip, or another word for what else it was found to be, "" where that is unknown.
    `sheet` is the place of the sheet shown among `sheets`. `header_row` counts from 1, 0 where there is no header.
    `rows` are the first rows below it as (number, cells); `row_count` counts all rows below it that hold a value,
    `column_count` all columns, also those beyond `columns`.
    `complete` is False while only the first rows were read: then `row_count`, totals and notes are still to come.
    """

    kind: str = ""
    size: int = 0
    modified_ns: int = 0
    encoding: str = ""
    delimiter: str = ""
    sheets: tuple[Sheet, ...] = ()
    sheet: int = 0
    header_row: int = 0
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    row_count: int | None = None
    column_count: int = 0
    members: tuple[Member, ...] = ()
    member_count: int = 0
    notes: tuple[Note, ...] = ()
    unreadable: Unreadable | None = None
    complete: bool = True

    @property
    def totals(self) -> tuple[Column, ...]:
        """Return the columns that have control totals."""
        return tuple(column for column in self.columns if column.total is not None)


@dataclass(frozen=True)
class Contents:
    """Holds what a receipt says of a file's inside: rows, columns and control totals; and how many notes there were.

    `size` (bytes) and `modified_ns` are those of the file that was read, so that nothing is said of another one.
    `sheet` names the one that is meant where there are several.
    """

    size: int
    modified_ns: int
    rows: int | None = None
    columns: int = 0
    totals: tuple[Column, ...] = ()
    notes: int = 0
    sheet: str = ""

    def totals_as_text(self) -> str:
        """Write the control totals in one line, as the file writes numbers: sum, how many, smallest and greatest.

        "Amount: 1,20,250.00 (12: 250.00 … 40,000.00)", or "Sales!Amount: ..." where there are several sheets.
        """
        sheet = f"{self.sheet}!" if self.sheet else ""
        return "; ".join(
            f"{sheet}{column.name or column.letter}: {grouped(total.sum, total.grouping)} "
            f"({total.count}: {grouped(total.least, total.grouping)} … {grouped(total.greatest, total.grouping)})"
            for column in self.totals
            if (total := column.total) is not None
        )


def contents_of(found: Inspection) -> Contents:
    """Return those parts of an inspection that a receipt shows."""
    sheet = found.sheets[found.sheet].name if len(found.sheets) > 1 else ""
    return Contents(
        found.size, found.modified_ns, found.row_count, found.column_count, found.totals, len(found.notes), sheet
    )


def contents_as_json(contents: Contents) -> dict[str, Any]:
    """Convert to what `json.dumps` takes, as `--json` prints and the journal keeps it."""
    fields = asdict(contents, dict_factory=_plain_fields)
    totals = [{"letter": one["letter"], "name": one["name"], **one["total"]} for one in fields["totals"]]
    return {**fields, "totals": totals}


def contents_from_json(fields: Mapping[str, Any]) -> Contents:
    """Read the value from what this or an older version wrote. Raises like `from_json`."""
    totals = (Column(f.pop("letter"), f.pop("name"), True, _read_total(f)) for f in map(dict, fields["totals"]))
    return Contents(**{**fields, "totals": tuple(totals)})


def as_json(inspection: Inspection) -> dict[str, Any]:
    """Convert to what `json.dumps` takes; decimal numbers become texts, so that no digit is lost."""
    fields = asdict(inspection, dict_factory=_plain_fields)
    return {**fields, "encoding": inspection.encoding or None, "delimiter": inspection.delimiter or None}


def from_json(fields: Mapping[str, Any]) -> Inspection:
    """Read the value from what `as_json` gave.

    Raises:
        KeyError, TypeError, ValueError, ArithmeticError: it is not what `as_json` gives.
    """
    columns = ({**column, "total": column["total"] and _read_total(column["total"])} for column in fields["columns"])
    made = {
        "encoding": fields["encoding"] or "",
        "delimiter": fields["delimiter"] or "",
        "sheets": tuple(Sheet(**sheet) for sheet in fields["sheets"]),
        "columns": tuple(Column(**column) for column in columns),
        "rows": tuple((number, tuple(cells)) for number, cells in fields["rows"]),
        "members": tuple(Member(**member) for member in fields["members"]),
        "notes": tuple(Note(**{**note, "kind": NoteKind[note["kind"]]}) for note in fields["notes"]),
        "unreadable": fields["unreadable"] and Unreadable[fields["unreadable"]],
    }
    return Inspection(**{**fields, **made})


def _plain_fields(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {
        name: plain(value) if isinstance(value, Decimal) else value.name if isinstance(value, Enum) else value
        for name, value in pairs
    }


def _read_total(fields: Mapping[str, Any]) -> Total:
    return Total(**{**fields, **{name: Decimal(fields[name]) for name in ("sum", "least", "greatest")}})


def plain(number: Decimal) -> str:
    """Write a number with its digits and a point, never with an exponent: 1234567.50."""
    return f"{number:f}"


_INDIAN_GAP: Final = re.compile(r"(?<=\d)(?=(?:\d\d)*\d{3}$)")
_SWAPPED: Final = str.maketrans(",.", ".,")


def grouped(number: Decimal, grouping: str) -> str:
    """Write a number as the file does (`Total.grouping`): 12,34,567.50 or 1,234,567.50."""
    if grouping == "indian":
        whole, point, fraction = plain(number).partition(".")
        return _INDIAN_GAP.sub(",", whole) + point + fraction
    if not grouping:
        return plain(number)
    return f"{number:,f}".translate(_SWAPPED if grouping == "comma" else {})
