"""Cut a large xlsx file's sheet into pieces: its first rows are there at once, and the whole is never in memory.

What a cell means stays calamine's decision: it is given small workbooks with the same styles and the same strings,
each with a few of the rows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile

HEAD_BYTES: Final = 256 * 1024
_HEAD_STRING_BYTES: Final = 3 * 1024 * 1024  # the first rows' strings come first; where not, the whole is read
PIECE_BYTES: Final = 4 * 1024 * 1024  # or as many as there are of strings, which are read anew for each piece
_FEWEST_PIECES: Final = 4
_LONGEST_ROW: Final = 16 * 1024 * 1024
_PART_BYTES: Final = 4 * 1024 * 1024
_STRINGS: Final = "xl/sharedstrings.xml"
_KEPT: Final = (
    "[content_types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    _STRINGS,
)
_ROOT: Final = re.compile(rb"<((?:\w+:)?)(worksheet|sst)[\s>]")
_DATA: Final = re.compile(rb"<(?:\w+:)?sheetData\s*>")
_NUMBERED_ROW: Final = re.compile(rb"\s*<(?:\w+:)?row\s(?:[^>]*\s)?r=")

Parts = dict[str, bytes]


class UncutError(Exception):
    """The sheet must be read as a whole."""


def cut_to_head(path: Path, member: str) -> io.BytesIO | None:
    """Make a workbook of the first rows of the sheet in `member`; None where the file cannot be cut."""
    try:
        with ZipFile(path) as archive, archive.open(member) as sheet:
            parts = _parts(archive, _HEAD_STRING_BYTES)
            for name, text in parts.items():
                if name.lower() == _STRINGS:
                    parts[name] = _closed(text, b"si", ())
            return _workbook({**parts, member: _closed(sheet.read(HEAD_BYTES), b"row", (b"sheetData",))})
    except Exception:  # noqa: BLE001 - whatever a damaged file brings about: the whole is read instead, and says why
        return None


def cut(path: Path, member: str) -> Iterator[io.BytesIO]:
    """Make workbooks of all rows of the sheet in `member`, one after the other. Raises UncutError, also halfway."""
    try:
        with ZipFile(path) as archive, archive.open(member) as sheet:
            largest = archive.getinfo(member).file_size // _FEWEST_PIECES
            parts = _parts(archive, largest)
            for text in _pieces(sheet, max([PIECE_BYTES, *map(len, parts.values())]), largest):
                yield _workbook({**parts, member: text})
    except Exception as error:  # as above
        raise UncutError from error


def _pieces(sheet: IO[bytes], size: int, largest: int) -> Iterator[bytes]:
    head = sheet.read(HEAD_BYTES)
    root, data = _ROOT.search(head), _DATA.search(head)
    if root is None or data is None or size >= largest:
        raise UncutError
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
        raise UncutError


def _parts(archive: ZipFile, most_of_strings: int) -> Parts:
    return {
        name: _first(archive, name, most_of_strings if name.lower() == _STRINGS else _PART_BYTES)
        for name in archive.namelist()
        if name.lower() in _KEPT
    }


def _workbook(parts: Parts) -> io.BytesIO:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as small:
        for name, text in parts.items():
            small.writestr(name, text)
    made.seek(0)
    return made


def _first(archive: ZipFile, name: str, size: int) -> bytes:
    with archive.open(name) as member:
        return member.read(size)


def _closed(text: bytes, element: bytes, around: tuple[bytes, ...]) -> bytes:
    """End an XML text that was cut off after its last whole `element`."""
    found = _ROOT.search(text)
    if found is None:
        raise BadZipFile("no sheet, or one in another encoding")
    prefix, root = found[1], found[2]
    if text.rstrip().endswith(b"</" + prefix + root + b">"):
        return text
    end_tag = b"</" + prefix + element + b">"
    end = text.rindex(end_tag) + len(end_tag)
    return text[:end] + b"".join(b"</" + prefix + name + b">" for name in (*around, root))
