"""Read the sheets of a workbook with calamine, and what calamine leaves out from the file itself.

A large xlsx file's sheet is cut into pieces: its first rows are there at once, and the whole is never in memory. What
a cell means stays calamine's decision: it is given small workbooks with the same styles and the same strings, each
with a few of the rows.
"""

from __future__ import annotations

import html
import io
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile

import python_calamine as calamine

from ledgerdrop.content.workbooks import attributes_of, records
from ledgerdrop.content.zip_directory import METHODS, Archive, DamagedArchiveError
from ledgerdrop.inspection.cells import Cell
from ledgerdrop.model.inspection import Note, NoteKind, Sheet

_EXTENSIONS: Final = {"xlsx": (".xlsx", ".xlsm"), "xlsm": (".xlsx", ".xlsm"), "xls": (".xls",)}
_SMALL: Final = 4 * 1024 * 1024  # bytes of a workbook whose sheets are all counted
CUT_FROM: Final = 512 * 1024  # bytes of a workbook whose first rows are there sooner by themselves
_OVERLAP: Final = 1024
_LARGEST_PART: Final = 4 * 1024 * 1024
_MOST_UNPACKED: Final = 1024 * 1024 * 1024  # bytes read for checksums
# Not those with metadata (vm): newer versions of Excel show a picture or the like in them, and no error.
_ERROR_CELL: Final = re.compile(
    rb"(?s)<(?:\w+:)?c\s(?=[^>]*\bt=\"e\")(?![^>]*\bvm=)[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"[^>]*>"
    rb"(?:(?!</(?:\w+:)?c>).){0,600}?<(?:\w+:)?v>(#[^<]{1,20})<"
)
_BEGIN, _END, _BOUND_SHEET, _BOOL_ERR, _FORMULA = 0x0809, 0x000A, 0x0085, 0x0205, 0x0006  # [MS-XLS] 2.3.1
_ERROR_CODES: Final = {  # [MS-XLS] 2.5.10
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
# What reading a member of a damaged zip file may raise.
_UNREADABLE: Final = (OSError, BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError)
_SHEET: Final = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATIONSHIP: Final = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")


class WorkbookError(Exception):
    """Says that the workbook cannot be read. The argument is the name of a member of `Unreadable`."""


class Workbook:
    """Reads an opened workbook. Raises `WorkbookError`."""

    def __init__(self, path: Path, kind: str, size: int) -> None:
        self.path = path
        self._size = size
        self._is_large = size > CUT_FROM and kind in ("xlsx", "xlsm")
        with _errors_of_calamine():
            # By its path it is not taken into memory as a whole; but then calamine believes the name's extension.
            if path.suffix.lower() in _EXTENSIONS.get(kind, ()):
                self._book = calamine.CalamineWorkbook.from_path(str(path))
            else:
                self._book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
            found = self._book.sheets_metadata
        # The sheets' numbers among all of the file, from 0: charts and macros count as well.
        self.places = [place for place, sheet in enumerate(found) if sheet.typ is calamine.SheetTypeEnum.WorkSheet]
        visible = calamine.SheetVisibleEnum.Visible
        sheets = [found[place] for place in self.places]
        self.sheets = tuple(Sheet(sheet.name, hidden=sheet.visible is not visible) for sheet in sheets)
        self._read: dict[int, calamine.CalamineSheet] = {}

    def rows_of(self, sheet: int) -> tuple[int, Iterator[list[Cell]]]:
        """Return the first column, counted from 1, and the rows from row 1 on."""
        return _rows_of(self._open(sheet))

    def rows_in_pieces(self, sheet: int, first_column: int) -> Iterator[list[Cell]]:
        """Read the rows of a large xlsx file's sheet without having all of it in memory.

        Raises `WorkbookError`, also halfway, where only `rows_of` reads this sheet.
        """
        row = 0
        for piece in cut(self.path, self.member_of(sheet)):
            opened = self._opened(piece, sheet)
            if opened.start is None:
                continue
            left = opened.start[1] + 1 - first_column
            if opened.start[0] < row or left < 0:
                raise WorkbookError("DAMAGED")
            yield from ([] for _ in range(row, opened.start[0]))
            yield from ([""] * left + cells for cells in opened.to_python())
            row = opened.start[0] + opened.height

    def counted(self, shown: int, rows: int) -> tuple[Sheet, ...]:
        """Return the sheets with their numbers of rows, as far as they cost little to count."""
        return tuple(
            replace(sheet, rows=rows if place == shown else self._height(place) if self._size <= _SMALL else None)
            for place, sheet in enumerate(self.sheets)
        )

    def first_with_rows(self) -> int:
        """Return the first sheet with more than one filled cell, and not a hidden one if possible.

        Where there is none, the first with one cell, a title, else the first.
        """
        by_preference = sorted(range(len(self.sheets)), key=lambda place: self.sheets[place].hidden)
        titled = []
        for place in by_preference:
            cells = self._cells_at_least(place)
            if cells > 1:
                return place
            titled += [place] * cells
        return (*titled, 0)[0]

    def head_of(self, sheet: int) -> tuple[int, list[list[Cell]]] | None:
        """Return first column and first rows of a large xlsx file's sheet, None where that is no quicker."""
        member = self.member_of(sheet) if self._is_large else ""
        head = cut_to_head(self.path, member) if member else None
        if head is not None:
            with suppress(WorkbookError):
                first_column, rows = _rows_of(self._opened(head, sheet))
                return first_column, list(rows)
        return None

    def member_of(self, sheet: int) -> str:
        """Return the name of the member of an xlsx file in which a sheet lies, "" where that cannot be told."""
        try:
            with ZipFile(self.path) as archive:
                book = _text(archive, "xl/workbook.xml")
                relationships = _text(archive, "xl/_rels/workbook.xml.rels")
        except _UNREADABLE:
            return ""
        ids = {tag.get("name"): tag.get("id") for tag in map(attributes_of, reversed(_SHEET.findall(book)))}
        wanted = ids.get(self.sheets[sheet].name)
        for relationship in map(attributes_of, _RELATIONSHIP.findall(relationships)):
            if wanted and relationship.get("id") == wanted:
                target = relationship.get("target", "")
                return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        return ""

    def _cells_at_least(self, sheet: int) -> int:
        head = self.head_of(sheet)
        if head is not None:
            return sum(map(len, head[1]))
        return self._read[sheet].width * height if (height := self._height(sheet)) else 0

    def _height(self, sheet: int) -> int | None:
        with suppress(WorkbookError):
            return self._open(sheet).height
        return None

    def _opened(self, piece: io.BytesIO, sheet: int) -> calamine.CalamineSheet:
        with _errors_of_calamine():
            return calamine.CalamineWorkbook.from_filelike(piece).get_sheet_by_index(self.places[sheet])

    def _open(self, sheet: int) -> calamine.CalamineSheet:
        if sheet not in self._read:
            self._read.clear()  # one at a time
            with _errors_of_calamine():
                self._read[sheet] = self._book.get_sheet_by_index(self.places[sheet])
        return self._read[sheet]


def _rows_of(opened: calamine.CalamineSheet) -> tuple[int, Iterator[list[Cell]]]:
    return (opened.start[1] + 1 if opened.start else 1), opened.iter_rows()


@contextmanager
def _errors_of_calamine() -> Iterator[None]:
    """Raise `WorkbookError` in place of an error of calamine, or of a panic of it, which is no `Exception`."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except calamine.PasswordError:
        raise WorkbookError("PASSWORD") from None
    except MemoryError:
        raise WorkbookError("TOO_LARGE") from None
    except (FileNotFoundError, PermissionError):
        raise WorkbookError("MISSING") from None
    except BaseException:  # noqa: BLE001 - a panic
        raise WorkbookError("DAMAGED") from None


def _text(archive: ZipFile, name: str) -> str:
    return _first(archive, name, _LARGEST_PART).decode("utf-8-sig", "replace")


class ErrorCells:
    """Counts the cells with error values, which calamine leaves out, and keeps the first."""

    def __init__(self) -> None:
        self.first: tuple[int, int, str] | None = None  # its row and column, from 1, and its value
        self.count = 0
        self._rest = b""

    def feed(self, block: bytes) -> None:
        """Read the next block of an xlsx file's sheet."""
        text = self._rest + block
        end = 0
        if b't="e"' in text:
            for found in _ERROR_CELL.finditer(text):
                end = found.end()
                column = 0
                for letter in found[1].decode("ascii"):
                    column = column * 26 + ord(letter) - ord("A") + 1
                self._add(int(found[2]), column, html.unescape(found[3].decode("utf-8", "replace")))
        self._rest = text[max(end, len(text) - _OVERLAP) :]

    def feed_xls(self, stream: bytes, sheet: int) -> None:
        """Read the records of an xls file ([MS-XLS] 2.1.4), whose sheets count from 0."""
        starts = [body for kind, body in _substream(stream, 0) if kind == _BOUND_SHEET and len(body) >= 4]
        start = int.from_bytes(starts[sheet][:4], "little") if sheet < len(starts) else len(stream)
        for kind, body in _substream(stream, start):
            value = ""
            if kind == _BOOL_ERR and len(body) >= 8 and body[7]:
                value = _ERROR_CODES.get(body[6], "")
            elif kind == _FORMULA and len(body) >= 14 and body[6] == 2 and body[12:14] == b"\xff\xff":
                value = _ERROR_CODES.get(body[8], "")
            if value:
                row, column = struct.unpack_from("<2H", body)
                self._add(row + 1, column + 1, value)

    def _add(self, row: int, column: int, value: str) -> None:
        self.count += 1
        self.first = self.first or (row, column, value)


def _substream(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the substream that begins there, to its end, without those of charts within."""
    depth = 0
    for kind, body in records(stream, at):
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, body


def check_members(archive: Archive, sheet: str, errors: ErrorCells) -> tuple[Note, ...]:
    """Read all members of a zip file to their ends, and note the first damaged one.

    The member `sheet` is looked through for error values on the way. Stops after so many unpacked bytes, and reads
    nothing of an archive with too many members.
    """
    left = _MOST_UNPACKED
    for member in archive.members if archive.complete else ():
        if member.encrypted or member.name.endswith("/") or member.method not in METHODS:
            continue
        try:
            for block in archive.blocks(member):
                if member.name == sheet:
                    errors.feed(block)
                left -= len(block)
                if left <= 0:
                    return ()
        except DamagedArchiveError:
            return (Note(NoteKind.DAMAGED_MEMBER, params={"name": member.name}),)
    return ()


HEAD_BYTES: Final = 256 * 1024
_HEAD_STRING_BYTES: Final = 3 * 1024 * 1024  # the first rows' strings come first; where not, the whole is read
PIECE_BYTES: Final = 4 * 1024 * 1024  # or as many as there are of strings, which are read anew for each piece
_FEWEST_PIECES: Final = 4
_LONGEST_ROW: Final = 16 * 1024 * 1024
_STRINGS: Final = "xl/sharedstrings.xml"
_KEPT: Final = frozenset(
    {"[content_types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", _STRINGS}
)
_ROOT: Final = re.compile(rb"<((?:\w+:)?)(worksheet|sst)[\s>]")
_DATA: Final = re.compile(rb"<(?:\w+:)?sheetData\s*>")
_NUMBERED_ROW: Final = re.compile(rb"\s*<(?:\w+:)?row\s(?:[^>]*\s)?r=")


def cut_to_head(path: Path, member: str) -> io.BytesIO | None:
    """Make a workbook of the first rows of the sheet in `member`; None where the file cannot be cut."""
    # Whatever a damaged file brings about: the whole is read instead, and says why.
    with suppress(Exception), ZipFile(path) as archive, archive.open(member) as sheet:
        parts = _parts(archive, _HEAD_STRING_BYTES)
        parts |= {name: _closed(text, b"si") for name, text in parts.items() if name.lower() == _STRINGS}
        return _workbook({**parts, member: _closed(sheet.read(HEAD_BYTES), b"row", b"sheetData")})
    return None


def cut(path: Path, member: str) -> Iterator[io.BytesIO]:
    """Make workbooks of all rows of the sheet in `member`, one after the other.

    Raises `WorkbookError`, also halfway, where the sheet must be read as a whole.
    """
    try:
        with ZipFile(path) as archive, archive.open(member) as sheet:
            largest = archive.getinfo(member).file_size // _FEWEST_PIECES
            parts = _parts(archive, largest)
            for text in _pieces(sheet, max([PIECE_BYTES, *map(len, parts.values())]), largest):
                yield _workbook({**parts, member: text})
    except Exception as error:  # as above
        raise WorkbookError("DAMAGED") from error


def _pieces(sheet: IO[bytes], size: int, largest: int) -> Iterator[bytes]:
    head = sheet.read(HEAD_BYTES)
    root, data = _ROOT.search(head), _DATA.search(head)
    if root is None or data is None or size >= largest:
        raise WorkbookError("DAMAGED")
    end_of_row, *ends = (b"</" + root[1] + name + b">" for name in (b"row", b"sheetData", b"worksheet"))
    rest = head[data.end() :]
    while block := sheet.read(size):
        rest += block
        end = rest.rfind(end_of_row) + len(end_of_row)
        if end < len(end_of_row) and len(rest) < _LONGEST_ROW:
            continue
        if not _NUMBERED_ROW.match(rest):
            break
        yield b"".join((head[: data.end()], rest[:end], *ends))
        rest = rest[end:]
    if ends[0] not in rest:
        raise WorkbookError("DAMAGED")


def _parts(archive: ZipFile, most_of_strings: int) -> dict[str, bytes]:
    return {
        name: _first(archive, name, most_of_strings if name.lower() == _STRINGS else _LARGEST_PART)
        for name in archive.namelist()
        if name.lower() in _KEPT
    }


def _workbook(parts: dict[str, bytes]) -> io.BytesIO:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as small:
        for name, text in parts.items():
            small.writestr(name, text)
    made.seek(0)
    return made


def _first(archive: ZipFile, name: str, size: int) -> bytes:
    with archive.open(name) as member:
        return member.read(size)


def _closed(text: bytes, element: bytes, *around: bytes) -> bytes:
    """Return an XML text that was cut off after its last whole `element`, with all open tags closed."""
    found = _ROOT.search(text)
    if found is None:
        raise BadZipFile("no sheet, or one in another encoding")
    prefix, root = found[1], found[2]
    if text.rstrip().endswith(b"</" + prefix + root + b">"):
        return text
    end_tag = b"</" + prefix + element + b">"
    end = text.rindex(end_tag) + len(end_tag)
    return text[:end] + b"".join(b"</" + prefix + name + b">" for name in (*around, root))
