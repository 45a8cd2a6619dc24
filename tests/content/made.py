"""Make ledgers for the tests, with the libraries that accountants' programs are built on."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import xlwt

from ledgerdrop.content.check import check
from ledgerdrop.files.dropped_file import examine
from ledgerdrop.model.files import CheckedFile, DroppedFile
from ledgerdrop.model.problems import Problem
from ledgerdrop.runtime.cancel import CancelToken

CONTENT_TYPES = "[Content_Types].xml"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SOME_ROWS: Sequence[Sequence[object]] = [["Date", "Amount"], ["2026-04-01", 100.5]]
CSV = b"Date,Ledger,Amount\n2026-04-01,Sales,100.50\n2026-04-02,Purchase,20.00\n"


def xlsx(rows: Sequence[Sequence[object]] | None = None) -> bytes:
    workbook = openpyxl.Workbook()
    for row in rows or SOME_ROWS:
        workbook.active.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def xls(rows: Sequence[Sequence[object]] | None = None) -> bytes:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Sheet1")
    for y, row in enumerate(rows or SOME_ROWS):
        for x, value in enumerate(row):
            sheet.write(y, x, value)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def members_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_main_type(content_type: str) -> bytes:
    """Return an xlsx whose workbook part is declared as something else."""
    members = members_of(xlsx())
    members[CONTENT_TYPES] = members[CONTENT_TYPES].replace(MAIN_TYPE.encode(), content_type.encode())
    return zipped(members)


def compound(streams: dict[str, bytes]) -> bytes:
    """Return an OLE compound file (MS-CFB) with these streams, each of 4,096 bytes at least, below its root."""
    sector, free, end = 512, 0xFFFF_FFFF, 0xFFFF_FFFE
    entries = [_directory_entry("Root Entry", 5, 1 if streams else free, end, 0)]
    table = [0xFFFF_FFFD]
    data = b""
    names = list(streams)
    for number, name in enumerate(names):
        content = streams[name].ljust(4096, b"\0")
        count = -(-len(content) // sector)
        first = len(table)
        table += [*range(first + 1, first + count), end]
        data += content.ljust(count * sector, b"\0")
        right = number + 2 if number + 1 < len(names) else free
        entries.append(_directory_entry(name, 2, free, first, len(content), right))
    directory = b"".join(entries)
    directory += b"\0" * (-len(directory) % sector)
    first = len(table)
    table += [*range(first + 1, first + len(directory) // sector), end]
    assert len(table) <= 128, "one sector of the allocation table is enough for a test"
    table += [free] * (128 - len(table))
    header = struct.pack(
        "<8s16s5H6s9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        b"",
        0,
        1,
        first,
        0,
        4096,
        end,
        0,
        end,
        0,
    )
    header += struct.pack("<109I", 0, *[free] * 108)
    return header + struct.pack("<128I", *table) + data + directory


def _directory_entry(name: str, kind: int, child: int, start: int, size: int, right: int = 0xFFFF_FFFF) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    fields = (raw, len(raw), kind, 1, 0xFFFF_FFFF, right, child, b"", 0, 0, 0, start, size)
    return struct.pack("<64sHBB3I16sI2QIQ", *fields)


def verdict_on(content: bytes, name: str, folder: Path) -> CheckedFile | Problem:
    """Return what becomes of a file with that content and name."""
    path = folder / name
    path.write_bytes(content)
    return verdict_of(path)


def verdict_of(path: Path, name: str | None = None) -> CheckedFile | Problem:
    dropped = examine(path, name)
    return check(dropped, CancelToken()) if isinstance(dropped, DroppedFile) else dropped


def in_a_word(verdict: CheckedFile | Problem) -> str:
    """Return "accept", or the problem: "reject damaged", "warn stray_nuls"."""
    if isinstance(verdict, Problem):
        return f"reject {verdict.code.slug}"
    return f"warn {verdict.warning.code.slug}" if verdict.warning else "accept"
