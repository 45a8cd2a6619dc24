"""Test whole files, made by other programs: what is found in them, or why nothing is."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlwt

from ledgerdrop import resources
from ledgerdrop.inspection import workbook_file
from ledgerdrop.inspection.look import look_inside
from ledgerdrop.model.inspection import Inspection, Unreadable

ROWS = [("Party", "Amount"), *[(f"Party {n}", n * 10.25) for n in range(1, 30)]]


def look(path: Path, sheet: int | None = None) -> Inspection:
    return look_inside(path, sheet, lambda _: None)


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]], hidden: tuple[str, ...] = ()) -> Path:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def notes(found: Inspection) -> list[str]:
    return [f"{note.kind.name} {note.row}:{note.column}" for note in found.notes]


@pytest.mark.parametrize(
    ("raw", "encoding", "delimiter"),
    [
        ("Name,Betrag\nMüller,1\nCafé,2\n".encode(), "utf-8", ","),
        ("Name,Betrag\nMüller,1\nCafé,2\n".encode("utf-8-sig"), "utf-8-sig", ","),
        ("Name;Betrag\nMüller;1\nCafé;2\n".encode("cp1252"), "cp1252", ";"),
        ("Name\tBetrag\nMüller\t1\nCafé\t2\n".encode("utf-16"), "utf-16-le", "\t"),
        ("Name|Betrag\nMüller|1\nCafé|2\n".encode("utf-16-be"), "utf-16-be", "|"),
        ("Name;Betrag\rMüller;1\rCafé;2\r".encode(), "utf-8", ";"),
        ("sep=;\r\nName;Betrag\r\nMüller;1\r\nCafé;2\r\n".encode(), "utf-8", ";"),
        ("sep=\t\r\nName\tBetrag\r\nMüller\t1\r\nCafé\t2\r\n".encode(), "utf-8", "\t"),
    ],
)
def test_reads_text_as_it_was_written(tmp_path: Path, raw: bytes, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(raw)
    found = look(path)
    assert (found.kind, found.encoding, found.delimiter) == ("csv", encoding, delimiter)
    assert [column.name for column in found.columns] == ["Name", "Betrag"]
    assert found.rows == ((2, ("Müller", "1")), (3, ("Café", "2")))


def test_recognises_other_8_bit_encodings_where_most_is_not_ascii(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("".join(f"Счёт {n};Поставщик номер {n};Оплачено вовремя\n" for n in range(60)).encode("cp1251"))
    assert look(path).rows[0][1][0].startswith("Счёт")


def test_a_quote_that_is_never_closed_does_not_swallow_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('"Size,Amount\n' + "".join(f"{n},5\n" for n in range(50000)), encoding="ascii")
    assert look(path).row_count == 50000


def test_one_endless_line_is_read_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "x" * 5_000_000 + "\n1,2\n", encoding="ascii")
    assert look(path).unreadable in (None, Unreadable.DAMAGED)


def test_a_workbook_has_sheets_types_and_totals(tmp_path: Path) -> None:
    rows = [("Date", "Party", "Amount"), *[(date(2026, 4, n), f"P{n}", n * 10.25) for n in range(1, 20)]]
    found = look(workbook(tmp_path / "a.xlsx", {"Sales": rows, "Notes": []}))
    assert [(sheet.name, sheet.rows) for sheet in found.sheets] == [("Sales", 20), ("Notes", 0)]
    assert found.rows[0] == (2, ("2026-04-01", "P1", "10.25"))
    assert [(column.letter, column.total and column.total.sum) for column in found.totals] == [
        ("C", Decimal("1947.5"))
    ]
    assert found.notes == ()


def test_an_empty_first_sheet_gives_way_and_a_hidden_one_too(tmp_path: Path) -> None:
    sheets: dict[str, Sequence[Sequence[object]]] = {"Cover": [("Sahyadri Traders",)], "Secret": ROWS, "Sales": ROWS}
    path = workbook(tmp_path / "a.xlsx", sheets, hidden=("Secret",))
    found = look(path)
    assert found.sheets[found.sheet].name == "Sales"
    assert [sheet.hidden for sheet in found.sheets] == [False, True, False]
    assert notes(found) == ["SEVERAL_SHEETS 0:0"]
    assert look(path, 1).sheet == 1


def test_a_workbook_without_values_is_told(tmp_path: Path) -> None:
    found = look(workbook(tmp_path / "a.xlsx", {"Chart": [], "Picture": []}))
    assert (notes(found), found.notes[0].text) == (["NO_VALUES 0:0"], "This sheet holds no values")


def test_cells_are_named_as_the_spreadsheet_names_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row, (name, amount) in enumerate(ROWS, 4):
        book.active.cell(row, 3, name)
        book.active.cell(row, 4, amount)
    book.active["D9"] = "see below"
    book.save(tmp_path / "a.xlsx")
    found = look(tmp_path / "a.xlsx")
    assert found.header_row == 4
    assert [column.letter for column in found.columns] == ["C", "D"]
    assert [note.params["cell"] for note in found.notes] == ["D9"]


def test_error_values_are_found_although_the_reader_leaves_them_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    for place, value in (("B7", "#REF!"), ("B12", "#DIV/0!")):
        book.active[place] = value
        book.active[place].data_type = "e"
    book.save(tmp_path / "a.xlsx")
    assert [note.text for note in look(tmp_path / "a.xlsx").notes] == [
        "2 cells show an error value, the first is B7 with #REF!"
    ]


def test_a_picture_in_a_cell_is_no_error(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Sales": ROWS})
    picture = b'<c r="C3" t="e" vm="1"><v>#VALUE!</v></c></row><row r="4"'
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw.replace(b'</row><row r="4"', picture))
    assert look(path).notes == ()


def test_the_old_format_is_read_too(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Old")
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    book.save(str(tmp_path / "a.xls"))
    found = look(tmp_path / "a.xls")
    assert (found.kind, found.row_count, [column.name for column in found.totals]) == ("xls", 29, ["Amount"])


def test_error_values_of_the_old_format_are_found_on_the_sheet_that_is_shown(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    for name, errors in (("Cover", {}), ("Old", {7: "#REF!", 12: "#DIV/0!"}), ("Older", {3: "#NUM!"})):
        sheet = book.add_sheet(name)
        for row, cells in enumerate(ROWS if errors else []):
            for column, cell in enumerate(cells):
                if column and row + 1 in errors:
                    sheet.row(row).set_cell_error(column, errors[row + 1])
                else:
                    sheet.write(row, column, cell)
    book.save(str(tmp_path / "a.xls"))
    said = [[note.text for note in look(tmp_path / "a.xls", sheet).notes] for sheet in (None, 2)]
    assert said[0][-1] == "2 cells show an error value, the first is B7 with #REF!"
    assert said[1][-1] == "Cell B3 shows #NUM!"


def test_the_result_of_a_formula_in_the_old_format_may_be_an_error() -> None:
    def record(kind: int, body: bytes = b"") -> bytes:
        return struct.pack("<2H", kind, len(body)) + body

    def formula(row: int, result: bytes) -> bytes:
        return record(0x0006, struct.pack("<3H", row, 2, 0) + result + bytes(8))

    begin, end = record(0x0809, bytes(16)), record(0x000A)
    number, error, truth = struct.pack("<d", 2.5), b"\2\0\x17\0\0\0\xff\xff", b"\1\0\1\0\0\0\xff\xff"
    chart = begin + record(0x0205, struct.pack("<3H2B", 0, 0, 0, 0x2A, 1)) + end
    start = len(begin) + len(record(0x0085, bytes(10))) + len(end)
    book = begin + record(0x0085, struct.pack("<I", start) + bytes(6)) + end
    errors = workbook_file.ErrorCells()
    errors.feed_xls(book + begin + chart + formula(3, number) + formula(4, error) + formula(5, truth) + end, 0)
    assert (errors.count, errors.first) == (1, (5, 3, "#REF!"))
    for cut in range(len(book) + 60):
        workbook_file.ErrorCells().feed_xls(book[:cut] + begin, 0)


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Sales": ROWS})
    wrong = path.rename(tmp_path / "a.csv")
    assert (look(wrong).kind, look(wrong).row_count) == ("xlsx", 29)


def test_the_first_rows_of_a_large_workbook_are_those_of_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_file, "CUT_FROM", 0)
    rows = [("Date", "Party", "Amount"), *[(date(2026, 4, 1), f"P{n}", n * 1.5) for n in range(20_000)]]
    path = workbook(tmp_path / "a.xlsx", {"Cover": [], "Sales": rows})
    told: list[Inspection] = []
    whole = look_inside(path, None, told.append)
    assert len(told) == 1
    assert (told[0].rows, told[0].columns[2].name, told[0].sheet) == (whole.rows, "Amount", 1)
    assert (whole.row_count, whole.notes) == (20_000, ())


@pytest.mark.parametrize("left", [None, "left of the first rows"])
def test_a_sheet_in_pieces_is_the_same_as_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str | None
) -> None:
    """Pieces without a value in the first columns, blank rows between them, words and dates."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sales")
    sheet.append([None, "Date", "Party", "Amount"])
    for row in range(2, 12_000):
        day = date(2026, 4, 1 + row % 30) if row < 4_000 else None
        cells = [None, day, f"P{row % 50}" if row < 9_000 else None, row * 1.25]
        sheet.append([left, *cells[1:]] if row == 9_500 else [] if row in (5_000, 5_001) else cells)
    book.save(tmp_path / "a.xlsx")
    whole = look(tmp_path / "a.xlsx")
    monkeypatch.setattr(workbook_file, "CUT_FROM", 0)
    monkeypatch.setattr(workbook_file, "PIECE_BYTES", 20_000)
    monkeypatch.setattr(workbook_file, "HEAD_BYTES", 10_000)
    pieces = workbook_file.Workbook(tmp_path / "a.xlsx", "xlsx", 1_000_000).rows_in_pieces(0, 2)
    with pytest.raises(workbook_file.WorkbookError) if left else nullcontext():
        assert sum(any(row) for row in pieces) == 11_997
    assert look(tmp_path / "a.xlsx") == whole
    assert whole.row_count == 11_996


def damaged(path: Path, member: str) -> Path:
    """Turn one byte of a member's packed content."""
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(member)
    raw[info.header_offset + 30 + len(member) + info.compress_size // 2] ^= 0xFF
    path.write_bytes(raw)
    return path


def test_the_members_of_a_zip_file_are_listed_and_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("april/sales.csv", "a,b\n1,2\n")
        archive.writestr("may.csv", "a,b\n1,2\n")
    found = look(path)
    assert [(member.name, member.size) for member in found.members] == [("april/sales.csv", 8), ("may.csv", 8)]
    assert found.notes == ()
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"april/", b"april\\", 1))  # as some programs name it, in one of the two places
    assert look(path).notes == ()
    assert [note.text for note in look(damaged(path, "may.csv")).notes] == ["“may.csv” inside the file is damaged"]


@pytest.mark.parametrize(
    ("sample", "reason"),
    [
        ("payroll-with-password.xlsx", Unreadable.PASSWORD),
        ("half-downloaded.xlsx", Unreadable.DAMAGED),
        ("portal-download.xls", Unreadable.NOT_A_TABLE),
        ("scanned-bill.csv", Unreadable.NOT_A_TABLE),
        ("nothing-in-it.csv", Unreadable.EMPTY),
        ("no-such-file.csv", Unreadable.MISSING),
    ],
)
def test_says_why_there_is_nothing_to_show(sample: str, reason: Unreadable) -> None:
    assert look(resources.path("samples") / sample).unreadable is reason


@pytest.mark.parametrize("sample", ["stock-with-macros.xlsx", "march-ledger.csv", "day-book.xls"])
def test_shows_what_a_rejected_file_holds(sample: str) -> None:
    found = look(resources.path("samples") / sample)
    assert found.unreadable is None
    assert found.rows


def test_a_folder_and_a_pipe_are_not_read(tmp_path: Path) -> None:
    assert look(tmp_path).unreadable is Unreadable.MISSING


def test_no_link_inside_a_workbook_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for you", encoding="ascii")
    path = workbook(tmp_path / "a.xlsx", {"Sales": ROWS})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    parts["xl/worksheets/sheet1.xml"] = (entity + sheet.replace("Party 1<", "&e;<")).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    path.write_bytes(made.getvalue())
    assert "not for you" not in repr(look(path))
