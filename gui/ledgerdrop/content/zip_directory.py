"""Read the table of contents of a zip file, within bounds.

`zipfile` reads the whole table at once: a file with a million members takes it 15 s and 500 MB. This reader looks
at the first `MOST_MEMBERS` and inflates at most as much as it is asked for. (APPNOTE.TXT 6.3, section 4.3.)
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ledgerdrop.files.reader import Source

MOST_MEMBERS: Final = 4096
_LARGEST_DIRECTORY: Final = 1024 * 1024  # bytes looked at: room for that many names of 200 characters
_MARKER: Final = 4  # bytes
_MARKERS: Final = (b"PK\x07\x08", b"PK00")  # in front of an archive that might have had several parts (8.5)
SIGNATURES: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04", b"PK00PK\x03\x04")

_ENTRY: Final = struct.Struct("<4s6H3I5H2I")  # 4.3.12
_LOCAL: Final = struct.Struct("<4s5H3I2H")  # 4.3.7
_END: Final = struct.Struct("<4s4H2IH")  # 4.3.16
_END64: Final = struct.Struct("<4sQ2H2I4Q")  # 4.3.14
_LOCATOR64: Final = struct.Struct("<4sIQI")  # 4.3.15
_LONGEST_COMMENT: Final = 0xFFFF
_BLOCK: Final = 64 * 1024
_LOCAL_HEADERS_LOOKED_AT: Final = 8
_LARGEST_BLOCK: Final = 256 * 1024  # unpacked
_STORED: Final = 0
METHODS: Final = (_STORED, 8)  # 8 is deflated (4.4.5)


class DamagedArchiveError(Exception):
    """Says that there is no table of contents, or that it contradicts the file."""


class OnePartError(DamagedArchiveError):
    """Says that the file is the last one of several parts."""


@dataclass(frozen=True, slots=True)
class Member:
    """Holds an entry: `name` as stored, but with forward slashes and no leading one; `offset` of its local header."""

    name: str
    encrypted: bool
    method: int
    compressed_size: int
    size: int
    crc: int
    offset: int


@dataclass(frozen=True)
class Archive:
    """Holds a table of contents: `members` are the first ones; `complete` says whether they are all.

    `surrounded` says that bytes other than zeros stand before the first member or behind the end.
    """

    source: Source
    members: tuple[Member, ...]
    complete: bool
    surrounded: bool = False

    def find(self, name: str) -> Member | None:
        """Return the member of that name, in any case (OPC names are compared without it: ECMA-376-2, 6.2.2.3)."""
        wanted = name.casefold()
        return next((member for member in self.members if member.name.casefold() == wanted), None)

    def read(self, member: Member, limit: int) -> bytes:
        """Return the first `limit` bytes of a member's content.

        Raises `DamagedArchiveError`, also for a wrong size or checksum of a member that was read whole.
        """
        content = bytearray()
        for block in self.blocks(member):
            content += block
            if limit <= len(content) < member.size:
                break
        if len(content) < min(limit, member.size):
            raise DamagedArchiveError(f"{member.name!r} is shorter than it was")
        return bytes(content[:limit])

    def blocks(self, member: Member) -> Iterator[bytes]:
        """Unpack a member block by block. Raises `DamagedArchiveError`, at the end also for a wrong checksum."""
        if member.method not in METHODS:
            raise DamagedArchiveError(f"method {member.method}")
        inflater = None if member.method == _STORED else zlib.decompressobj(-zlib.MAX_WBITS)
        start = _content_start(self.source, member)
        end = start + member.compressed_size
        packed = (self.source.read(at, min(_BLOCK, end - at)) for at in range(start, end, _BLOCK))
        left, crc, pending = member.size, 0, b""
        while left > 0 and not (inflater and inflater.eof):
            pending = pending or next(packed, b"")
            if not pending:
                break
            block, pending = _inflated(inflater, pending, min(left, _LARGEST_BLOCK)) if inflater else (pending, b"")
            left -= len(block)
            crc = zlib.crc32(block, crc)
            yield block
        if crc != member.crc:
            raise DamagedArchiveError(f"{member.name!r} is not what it was")


def read_archive(source: Source) -> Archive:
    """Find and read the table of contents. Raises `DamagedArchiveError` when the file has none that holds."""
    end = _end_of_directory(source)
    start = _directory_start(source, end)
    members, complete = _members(source, start, end)
    for member in members:
        if not 0 <= member.offset <= start - member.compressed_size:
            raise DamagedArchiveError(f"{member.name!r} is said to lie outside")
    for member in members[:_LOCAL_HEADERS_LOOKED_AT]:
        _content_start(source, member)
    first = min((member.offset for member in members), default=0)
    in_front = complete and first > 0 and not (first == _MARKER and source.read(0, _MARKER) in _MARKERS)
    behind = source.read(end.behind, source.size - end.behind)
    return Archive(source, tuple(members), complete, in_front or any(behind))


class _End(NamedTuple):
    """Holds what the records at the end say: where the directory ends, its size, offset and number of members."""

    position: int
    size: int
    offset: int
    members: int
    behind: int  # where the archive ends, its comment included


def _end_of_directory(source: Source) -> _End:
    base = max(0, source.size - _END.size - _LONGEST_COMMENT)
    # Most archives have no comment, so the last few bytes nearly always suffice.
    for length in (1024, source.size - base):
        start = max(base, source.size - length)
        tail = source.read(start, source.size - start)
        at = tail.rfind(b"PK\x05\x06", 0, max(0, len(tail) - _END.size + 4))
        if at >= 0:
            break
    else:
        raise DamagedArchiveError("no end record")
    position = start + at
    _, disk, _, _, count, size, offset, comment = _END.unpack_from(tail, at)
    behind = position + _END.size + comment
    if disk not in (0, 0xFFFF):  # the latter is nonsense, or has the number of this part in the zip64 record
        raise OnePartError
    locator = _record(source, position - _LOCATOR64.size, _LOCATOR64, b"PK\x06\x07")
    for end64 in (locator[2], position - _LOCATOR64.size - _END64.size) if locator else ():
        if record := _record(source, end64, _END64, b"PK\x06\x06"):
            *_, count, size, offset = record
            return _End(end64, size, offset, count, behind)
    return _End(position, size, offset, count, behind)


def _record(source: Source, at: int, form: struct.Struct, signature: bytes) -> tuple[int, ...] | None:
    """Read a record of this form, None where there is none."""
    raw = source.read(at, form.size)
    return form.unpack(raw) if len(raw) == form.size and raw.startswith(signature) else None


def _directory_start(source: Source, end: _End) -> int:
    """Find where the directory begins: not where it says if other bytes stand in front of the archive."""
    for start in (end.position - end.size, end.offset):
        if start == end.position and end.members == 0:
            return start
        if 0 <= start < end.position and source.read(start, 4) == b"PK\x01\x02":
            return start
    raise DamagedArchiveError("no table of contents where it should be")


def _members(source: Source, start: int, end: _End) -> tuple[list[Member], bool]:
    """Read the directory from its `start`; return its first members, and whether they are all."""
    length = end.position - start
    table = source.read(start, min(length, _LARGEST_DIRECTORY))
    members: list[Member] = []
    at = 0
    while at + _ENTRY.size <= len(table) and len(members) < MOST_MEMBERS:
        fixed = _ENTRY.unpack_from(table, at)
        if fixed[0] != b"PK\x01\x02":
            raise DamagedArchiveError("the table of contents is damaged")
        behind = at + _ENTRY.size + fixed[10] + fixed[11] + fixed[12]
        if behind > length:
            raise DamagedArchiveError("the table of contents is cut off")
        if behind > len(table):
            break
        # All offsets are wrong by as much as the directory's own.
        members.append(_member(fixed, table[at + _ENTRY.size : behind], start - end.offset))
        at = behind
    complete = len(members) < MOST_MEMBERS and len(table) == length
    # Old writers give the count modulo 65,536 only.
    if complete and (end.members - len(members)) % 0x1_0000 != 0:
        raise DamagedArchiveError(f"{len(members)} members in place of {end.members}")
    return members, complete


def _member(fixed: tuple[int, ...], rest: bytes, shift: int) -> Member:
    _, _, _, flags, method, _, _, crc, compressed, size, name_length, extra_length, *_, offset = fixed
    if 0xFFFF_FFFF in (compressed, size, offset):
        size, compressed, offset = _zip64_sizes(rest[name_length:][:extra_length], size, compressed, offset)
    raw = rest[:name_length]
    name = raw.decode("utf-8" if flags & 0x800 else "cp437", "replace").replace("\\", "/").lstrip("/")
    return Member(name, bool(flags & 1), method, compressed, size, crc, offset + shift)


def _zip64_sizes(extra: bytes, *fields: int) -> list[int]:
    """Replace, in order, the fields that are all ones by those of the zip64 extra field (4.5.3)."""
    values: list[int] = []
    while len(extra) >= 4:
        tag, length = struct.unpack_from("<2H", extra)
        if tag == 1:
            body = extra[4 : 4 + length]
            values = [value for (value,) in struct.iter_unpack("<Q", body[: len(body) // 8 * 8])]
        extra = extra[4 + length :]
    supply = iter(values)
    return [next(supply, field) if field == 0xFFFF_FFFF else field for field in fields]


def _content_start(source: Source, member: Member) -> int:
    header = _record(source, member.offset, _LOCAL, b"PK\x03\x04")
    if header is None:
        raise DamagedArchiveError(f"{member.name!r} is not where it should be")
    *_, name_length, extra_length = header
    return member.offset + _LOCAL.size + name_length + extra_length


def _inflated(inflater: zlib._Decompress, pending: bytes, limit: int) -> tuple[bytes, bytes]:
    try:
        return inflater.decompress(pending, limit), inflater.unconsumed_tail
    except zlib.error as error:
        raise DamagedArchiveError(str(error)) from error
