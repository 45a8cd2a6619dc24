"""Test what a careful colleague says of a table, and what he leaves unsaid."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import pytest

from ledgerdrop.inspection.cells import Cell
from ledgerdrop.inspection.table import TableReader
from ledgerdrop.model.inspection import Inspection

HEADER = ("Date", "Invoice No", "Party", "GSTIN", "Amount")
GOOD = "27AAPFU0939F1ZV"
WRONG = "27AAPFU0939F1ZO"


def register(rows: int = 30) -> list[list[str]]:
    """Return a register that nothing is to be said of."""
    lines = [
        [f"{1 + n % 28:02}-04-2026", f"INV/{n:04}", f"Party {n % 7}", GOOD, f"{n * 100}.50"] for n in range(rows)
    ]
    return [list(HEADER), *lines]


def read(rows: Sequence[Sequence[Cell]], *, typed: bool = False) -> Inspection:
    return TableReader(rows, Inspection(), typed=typed).read()


def notes(rows: Sequence[Sequence[Cell]], *, typed: bool = False) -> list[str]:
    return [f"{note.kind.name} {note.row}:{note.column}" for note in read(rows, typed=typed).notes]


def with_row(place: int, *cells: str) -> list[list[str]]:
    """Return the register with another row put in as the row of that number."""
    rows = register()
    rows.insert(place - 1, list(cells))
    return rows


def with_cell(row: int, column: int, text: str) -> list[list[str]]:
    """Return the register with another text in one cell; both count from 1."""
    rows = register()
    rows[row - 1][column - 1] = text
    return rows


@pytest.mark.parametrize(("last_row", "said"), [(65_535, []), (65_536, ["FULL_SHEET 65536:0"]), (65_537, [])])
def test_a_table_that_fills_a_sheet_may_have_been_cut_off(last_row: int, said: list[str]) -> None:
    assert notes([("Party", "Amount"), *[("Ravi", "10")] * (last_row - 1)]) == said


def test_a_good_register_is_left_in_peace() -> None:
    found = read(register())
    assert found.notes == ()
    assert (found.header_row, found.row_count, found.column_count) == (1, 30, 5)
    assert [column.name for column in found.totals] == ["Amount"]
    total = found.totals[0].total
    assert total is not None
    assert (total.sum, total.count, total.least, total.greatest) == (
        Decimal("43515.00"), 30, Decimal("0.50"), Decimal("2900.50"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (register(0), "NO_ROWS 1:0"),
        ([["", "", ""], ["", "", ""]], "ONLY_SEPARATORS 0:0"),
        (register()[1:], "NO_HEADER 1:0"),
        (with_row(12, *HEADER), "SECOND_HEADER 12:0"),
        (with_row(12, "", "", "", "", ""), "BLANK_ROWS 12:0"),
        (with_row(12), "BLANK_ROWS 12:0"),
        (with_row(32, "", "", "Grand Total", "", "43,515.00"), "TOTAL_ROW 32:0"),
        (with_row(32, "", "", "", "", "43515.00"), "TOTAL_ROW 32:0"),
        (with_cell(1, 5, "Party"), "SAME_NAME 1:5"),
        ([["a", "b"]] * 6, "SECOND_HEADER 2:0"),  # and not that there are no rows
        (with_cell(9, 5, "#REF!"), "ERROR_VALUE 9:5"),
        (with_cell(9, 3, "#N/A"), "ERROR_VALUE 9:3"),
        (with_cell(9, 5, "see below"), "NOT_AN_AMOUNT 9:5"),
        (with_cell(9, 4, WRONG), "WRONG_GSTIN 9:4"),
        (with_cell(30, 2, "INV/0004"), "REPEATED_INVOICE 30:2"),
    ],
)
def test_notices_what_a_careful_colleague_would(rows: list[list[str]], said: str) -> None:
    if said.startswith("REPEATED"):
        rows[29][2] = rows[5][2]
    assert notes(rows) == [said]


def test_says_where_it_is_and_how_often() -> None:
    rows = with_cell(9, 4, WRONG)
    rows[20][3] = WRONG
    assert [note.text for note in read(rows).notes] == [
        "2 GSTINs have a wrong check digit, the first is in cell D9",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        with_cell(9, 5, "-"),
        with_cell(9, 5, "nil"),
        with_cell(9, 5, ""),
        with_cell(9, 4, "unregistered"),
        with_cell(9, 4, "27AABCS1429B1X2"),  # no GSTIN by its form: an invented one, or that of a UN body
        with_cell(30, 2, "INV/0004"),  # another party's invoice
        with_row(32, "", ""),  # blank rows at the end
        [*register(), [""], ["Written and saved by Excel"]],
        [*register(9), ["Branch: Pune"], [""], *register(9)[1:]],
        [*register(), *([["31-04-2026", f"INV/{n:04}", f"Party {n % 7}", GOOD, "1.00"] for n in range(30)])],
    ],
)
def test_keeps_to_itself_what_need_not_be_wrong(rows: list[list[str]]) -> None:
    assert notes(rows) == []


def test_the_lines_of_one_invoice_are_no_repetition() -> None:
    rows = register(6)
    assert notes([rows[0], *(row for row in rows[1:] for _ in range(2))]) == []


def test_numbers_and_dates_in_text_cells_of_a_workbook_are_told() -> None:
    typed: list[list[Cell]] = [["Date", "Amount", "Name"]]
    typed += [[date(2026, 4, 1 + n), 100.0 + n, f"n{n}"] for n in range(20)]
    typed[5][1] = "1,20,000.00"
    typed[7][0] = "07/04/2026"
    assert notes(typed, typed=True) == ["DATE_AS_TEXT 8:1", "AMOUNT_AS_TEXT 6:2"]
    assert read(typed, typed=True).totals[0].total is not None


def test_titles_above_the_header_belong_to_no_column() -> None:
    found = read([["Sahyadri Traders"], [""], ["Purchases, April 2026"], *register()])
    assert (found.header_row, found.row_count, found.notes) == (4, 30, ())
    assert found.rows[0][0] == 5


def test_an_accounts_figures_above_the_table_are_no_part_of_it() -> None:
    summary = [["-"], ["0234500012345678", "21-11-2025", "19-02-2026", "36", "1234.37"], [""]]
    found = read([*summary, *register()])
    assert (found.header_row, found.row_count, found.notes) == (4, 30, ())


@pytest.mark.parametrize(
    ("name", "has_total"),
    [
        *[
            (name, False)
            for name in ("Invoice No", "HSN", "Pin code", "Year", "S.No.", "clientId", "बिल संख्या", "رقم الفاتورة")
        ],
        *[(name, True) for name in ("No of units", "Previous year", "On account", "Id amount", "कर्मचारी संख्या", "")],
    ],
)
def test_numbers_that_only_name_things_have_no_total(name: str, has_total: bool) -> None:
    found = read([[name, "City"], *[[str(n), "Pune"] for n in range(560001, 560020)]])
    assert bool(found.totals) is has_total


@pytest.mark.parametrize(
    ("first", "last", "has_total"),
    [
        (9820012345, 9820098765, False),  # telephones
        (501000123456, 501000923456, False),  # accounts
        (20260401, 20260430, False),  # days
        (20260401, 20260499, True),
        (1820012345, 1820098765, True),
        (9820012345, 12820012345, True),
    ],
)
def test_numbers_that_name_things_by_their_form_have_no_total(first: int, last: int, has_total: bool) -> None:
    found = read([["Value", "City"], *[[str(number), "Pune"] for number in (first, first + 2, last)]])
    assert bool(found.totals) is has_total


def test_codes_with_leading_zeros_have_no_total_and_are_not_odd() -> None:
    found = read([["Weight", "City"], *[[f"{n:03}", "Pune"] for n in range(90, 130)]])
    assert (found.totals, found.notes) == ((), ())


def test_no_digit_is_lost() -> None:
    rows = [["Amount", "x"], *[["123456789012345678.01", "y"]] * 5000]
    total = read(rows).totals[0].total
    assert total is not None
    assert total.sum == Decimal("123456789012345678.01") * 5000


def test_one_large_amount_tells_how_all_are_grouped() -> None:
    rows = [["Amount", "Tax"], ["1,20,000.00", "12,000.00"], ["5,000.00", "500.00"], ["5,000.00", "500.00"]]
    assert [column.total and column.total.grouping for column in read(rows).totals] == ["indian", "indian"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["Name", "2024", "2025"], ["Rent", "100", "200"]),
        (["", "0", "1", "2"], ["a", "5.5", "6.5", "7.5"]),
        (["Nr", "5", "Datum"], ["1", "2", "01.05.2026"]),
    ],
)
def test_finds_a_header_that_holds_numbers(header: list[str], row: list[str]) -> None:
    found = read([header, row, row, row])
    assert (found.header_row, found.row_count) == (1, 3)


def test_first_rows_come_before_the_rest_is_read() -> None:
    first: list[Inspection] = []

    def rows() -> Iterator[list[str]]:
        yield from register(3000)
        assert first
        yield from register(3000)[1:]

    reader = TableReader(rows(), Inspection(), typed=False)
    first.append(reader.preview)
    assert (len(first[0].rows), first[0].complete, first[0].row_count) == (50, False, None)
    found = reader.read()
    assert (found.complete, found.row_count) == (True, 6000)
