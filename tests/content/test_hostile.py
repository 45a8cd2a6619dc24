"""Test files made to keep a checker busy: bytes read and memory taken stay bounded, whatever they claim.

Work is counted in bytes read from the file; how long that takes is measured in tests/bench/bench_check.py.
"""

from __future__ import annotations

import io
import os
import struct
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from tests.content.made import CSV, compound, in_a_word, members_of, xlsx, zipped
from tests.variants import mostly_long

from ledgerdrop.content import libmagic
from ledgerdrop.content.check import check
from ledgerdrop.files.dropped_file import examine
from ledgerdrop.files.reader import Readable
from ledgerdrop.model.files import CheckedFile, DroppedFile
from ledgerdrop.model.problems import Problem
from ledgerdrop.runtime.cancel import CancelToken

MOST_READ = 16 * 1024 * 1024  # bytes
MOST_MEMORY = 16 * 1024 * 1024  # bytes of Python objects at a time; the rule for the whole is 64 MiB

not_on_windows = pytest.mark.skipif(
    sys.platform == "win32", reason="without sparse files these gigabytes are written"
)


class Counting(io.FileIO):
    """Counts the bytes that are read of a file."""

    total = 0

    def read(self, size: int | None = -1, /) -> bytes:
        part = super().read(size)
        self.total += len(part)
        return part


def bounded_verdict(path: Path) -> str:
    """Return the verdict, having seen that it took neither much reading nor much memory."""
    dropped = examine(path)
    if isinstance(dropped, Problem):
        return in_a_word(dropped)
    libmagic.mime_type(b"")  # libmagic's own database is no part of a check
    files: list[Counting] = []

    def opener(path: Path) -> Readable:
        files.append(Counting(path))
        return files[0]

    tracemalloc.start()
    try:
        verdict = check(dropped, CancelToken(), opener=opener)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_MEMORY
    assert files[0].total < MOST_READ
    return in_a_word(verdict)


def directory_entry(
    name: bytes, size: int = 0, compressed: int = 0, offset: int = 0, crc: int = 0, extra: bytes = b""
) -> bytes:
    fields = (b"PK\x01\x02", 20, 20, 0, 0, 0, 33, crc, compressed, size, len(name), len(extra), 0, 0, 0, 0, offset)
    return struct.pack("<4s6H3I5H2I", *fields) + name + extra


def local_header(name: bytes, size: int = 0) -> bytes:
    return struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 33, 0, size, size, len(name), 0) + name


def end_record(count: int, size: int, offset: int) -> bytes:
    return struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, size, offset, 0)


def test_a_zip_with_a_million_members(tmp_path: Path) -> None:
    path = tmp_path / "million.zip"
    header, entry = local_header(b"aaaaaaaa"), directory_entry(b"aaaaaaaa")
    with path.open("wb") as file:
        file.write(header)
        for _ in range(1000):
            file.write(entry * 1000)
        file.write(end_record(1_000_000, len(entry) * 1_000_000, len(header)))
    assert bounded_verdict(path) == "accept"


@pytest.mark.parametrize("lie", [0, 1, 2**31, 2**63, 2**64 - 1])
def test_a_zip64_directory_that_lies(tmp_path: Path, lie: int) -> None:
    path = tmp_path / "lies.zip"
    end64 = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, lie, lie, lie, lie)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, lie, 1)
    path.write_bytes(local_header(b"a") + end64 + locator + end_record(0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF))
    assert bounded_verdict(path) in {"reject damaged", "warn empty_archive"}


def test_an_entry_that_claims_petabytes(tmp_path: Path) -> None:
    path = tmp_path / "claims.zip"
    extra = struct.pack("<2H2Q", 1, 16, 2**50, 2**50)
    entry = directory_entry(b"a.csv", 0xFFFF_FFFF, 0xFFFF_FFFF, extra=extra)
    header = local_header(b"a.csv")
    path.write_bytes(header + entry + end_record(1, len(entry), len(header)))
    assert bounded_verdict(path) == "reject damaged"


@pytest.mark.parametrize(
    "name",
    mostly_long(
        ["[Content_Types].xml", "xl/worksheets/sheet1.xml", "mimetype"], lambda name: name == "[Content_Types].xml"
    ),
)
def test_a_member_that_would_inflate_to_gigabytes(tmp_path: Path, name: str) -> None:
    """1 GiB of zeros in 1 MiB: cheap to make, and as much too large as 4 GiB."""
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for member, data in members_of(xlsx()).items():
            if member != name:
                archive.writestr(member, data)
        with archive.open(name, "w", force_zip64=True) as bomb:
            block = bytes(1024 * 1024)
            for _ in range(1024):
                bomb.write(block)
    bounded_verdict(path)


@pytest.mark.parametrize(
    "part", [b"<Override ", b"<Override a=", b'<Default x="', b"x" * 1000 + b" ", b"<a:" + b"b" * 100]
)
def test_declarations_without_end(tmp_path: Path, part: bytes) -> None:
    members = members_of(xlsx())
    members["[Content_Types].xml"] = part * (4 * 1024 * 1024 // len(part))
    path = tmp_path / "types.xlsx"
    path.write_bytes(zipped(members))
    assert bounded_verdict(path).startswith("reject")


@not_on_windows
def test_a_zip_with_a_stored_member_of_four_gigabytes(tmp_path: Path) -> None:
    path = tmp_path / "large.zip"
    size = 4 * 1024**3
    header = local_header(b"a.csv", 0)
    extra = struct.pack("<2H2Q", 1, 16, size, size)
    entry = directory_entry(b"a.csv", 0xFFFF_FFFF, 0xFFFF_FFFF, extra=extra)
    start = len(header) + size
    end64 = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, len(entry), start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, start + len(entry), 1)
    with path.open("wb") as file:
        file.write(header)
        file.seek(start)
        file.write(entry + end64 + locator + end_record(1, len(entry), 0xFFFF_FFFF))
    assert bounded_verdict(path) == "accept"


@not_on_windows
@pytest.mark.parametrize("name", ["sparse.csv", "sparse.xlsx", "sparse.xls", "sparse.zip"])
@pytest.mark.parametrize("start", [b"", CSV, b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_sparse_file_of_five_gigabytes(tmp_path: Path, name: str, start: bytes) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(start)
        file.truncate(5 * 1024**3)
    assert bounded_verdict(path).startswith("reject")


def test_a_single_line_of_300_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "line.csv"
    with path.open("wb") as file:
        for _ in range(300):
            file.write(b"value,," * 149_797)
    assert bounded_verdict(path) == "accept"


def test_quotes_without_end(tmp_path: Path) -> None:
    path = tmp_path / "quotes.csv"
    for text in (b'"' * 1_000_000, b'a,"' * 300_000, b'"a""' * 300_000, b"<" * 1_000_000, b"<a " * 300_000):
        path.write_bytes(text)
        bounded_verdict(path)


def patched(raw: bytes, offset: int, *numbers: int) -> bytes:
    return raw[:offset] + struct.pack(f"<{len(numbers)}I", *numbers) + raw[offset + 4 * len(numbers) :]


BOOK = compound({"Workbook": b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)})
FIRST_DIRECTORY_SECTOR, FIRST_DIFAT_SECTOR, DIFAT, TABLE = 48, 68, 76, 512


def test_compound_files_that_bite_their_own_tail(tmp_path: Path) -> None:
    path = tmp_path / "cyclic.xls"
    every_sector_follows_itself = patched(BOOK, TABLE, *range(128))
    path.write_bytes(every_sector_follows_itself)
    bounded_verdict(path)
    path.write_bytes(patched(BOOK, TABLE, *([1] * 128)))
    bounded_verdict(path)
    # A second-level table that is its own successor, asked for a sector far away.
    path.write_bytes(
        patched(patched(BOOK, FIRST_DIFAT_SECTOR, 0), FIRST_DIRECTORY_SECTOR, 0xFFFF_0000) + bytes(10_000)
    )
    assert bounded_verdict(path) == "reject damaged"


def test_a_directory_tree_that_loops(tmp_path: Path) -> None:
    path = tmp_path / "tree.xls"
    directory = BOOK.index("Root Entry".encode("utf-16-le"))
    for left, right, child in ((0, 0, 0), (1, 1, 1), (1, 0, 1)):
        looped = patched(patched(BOOK, directory + 68, left, right, child), directory + 128 + 68, left, right, child)
        path.write_bytes(looped)
        bounded_verdict(path)


def test_a_compound_file_made_of_tables_only(tmp_path: Path) -> None:
    """Each sector leads to one that another sector of the table describes."""
    path = tmp_path / "tables.xls"
    sectors = 40_000
    header = bytearray(BOOK[:512])
    header[FIRST_DIRECTORY_SECTOR : FIRST_DIRECTORY_SECTOR + 4] = struct.pack("<I", 5)
    header[DIFAT : DIFAT + 436] = struct.pack("<109I", *range(109))
    with path.open("wb") as file:
        file.write(header)
        for sector in range(sectors // 128):
            file.write(struct.pack("<128I", *(((sector * 128 + n) * 7919 + 13) % 13_952 for n in range(128))))
        file.write(bytes(sectors * 128))
    bounded_verdict(path)


def test_nested_zips_are_not_opened(tmp_path: Path) -> None:
    data = CSV
    for _ in range(50):
        data = zipped({"inner.zip": data})
    path = tmp_path / "nested.zip"
    path.write_bytes(data)
    assert bounded_verdict(path) == "accept"


@pytest.mark.skipif(os.name != "posix", reason="FIFOs are POSIX's")
def test_a_fifo_that_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(CSV)
    dropped = examine(path)
    assert isinstance(dropped, DroppedFile)
    path.unlink()
    os.mkfifo(path)
    assert in_a_word(check(dropped, CancelToken())) == "reject not_a_file"


def test_a_file_that_never_stops_growing(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(CSV)

    class Growing(Counting):
        def read(self, size: int | None = -1, /) -> bytes:
            with path.open("ab") as file:
                file.write(CSV * 100)
            return super().read(size)

    dropped = examine(path)
    assert isinstance(dropped, DroppedFile)
    verdict = check(dropped, CancelToken(), opener=Growing)
    assert not isinstance(verdict, CheckedFile)
    assert in_a_word(verdict) == "reject changed"
