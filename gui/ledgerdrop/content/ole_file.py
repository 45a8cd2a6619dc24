"""Read the storages and streams of an OLE compound file, such as an .xls, within bounds.

`olefile` loads the whole allocation table, which a hostile file makes as large as itself. This reader follows only
the chains that it is asked for, so many steps and no more. (Microsoft [MS-CFB], sections 2.2 to 2.6.)
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from ledgerdrop.files.reader import Source

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER_SIZE: Final = 512
_LAST_SECTOR: Final = 0xFFFF_FFFA  # 2.1: larger numbers have a meaning of their own
_MINI_SECTOR: Final = 64
_MOST_ENTRIES: Final = 8192
_MOST_TABLE_NUMBERS: Final = 109 + 1024 * 127  # that of a file of 8 GiB in sectors of 512 bytes has as many sectors
_LONGEST_CHAIN: Final = 16_384  # sectors
_MOST_TABLE_SECTORS: Final = 1024  # kept at a time
_LARGEST_MINI_TABLE: Final = 1024 * 1024  # bytes


class DamagedCompoundError(Exception):
    """Says that the file's own tables contradict each other, or lead out of it."""


class Stream(NamedTuple):
    """Holds a directory entry (2.6.1), a stream or a storage, with its neighbours. `size` in bytes."""

    raw_name: bytes
    name_length: int  # in bytes, with the two of its final NUL
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int

    @property
    def name(self) -> str:
        """Return the name in lower case."""
        return self.raw_name[: max(0, min(self.name_length, 64) - 2)].decode("utf-16-le", "replace").lower()


_ENTRY: Final = struct.Struct("<64sHBx3I36xIQ")
_ROOT: Final = 5


def _numbers_in(block: bytes) -> array[int]:
    return array("I", block[: len(block) // 4 * 4])  # whatever Qt's wheels run on is little-endian as well


class Compound:
    """Reads an opened compound file. Its methods raise `DamagedCompoundError`."""

    def __init__(self, source: Source) -> None:
        self._source = source
        header = source.read(0, _HEADER_SIZE)
        if len(header) < _HEADER_SIZE or not header.startswith(SIGNATURE):
            raise DamagedCompoundError("the header is cut off")
        major_version, byte_order, shift, mini_shift = struct.unpack_from("<4H", header, 26)
        if byte_order != 0xFFFE or shift not in {9, 12} or 1 << mini_shift != _MINI_SECTOR:
            raise DamagedCompoundError(f"sectors of 2**{shift} and 2**{mini_shift} bytes")
        self._sector: int = 1 << shift
        self._per_sector: int = self._sector // 4
        directory_start, _, self._cutoff, self._mini_table_start = struct.unpack_from("<4I", header, 48)
        self._next_difat: int = struct.unpack_from("<I", header, 68)[0]
        self._table_sectors: list[int] = list(struct.unpack_from("<109I", header, 76))
        self._table: dict[int, array[int]] = {}
        self._entries = self._directory(directory_start, sizes_are_wide=major_version >= 4)

    def streams(self) -> dict[str, Stream]:
        """Return the streams and storages directly below the root, by name in lower case."""
        found: dict[int, Stream] = {}
        pending = [self._entries[0].child]
        while pending:
            number = pending.pop()
            if number not in found and number < len(self._entries):  # one bad branch hides only what hangs from it
                entry = found[number] = self._entries[number]
                pending += [entry.left, entry.right]
        return {entry.name: entry for entry in found.values()}

    def names(self) -> frozenset[str]:
        """Return the names of all streams and storages, at any depth, in lower case."""
        return frozenset(entry.name for entry in self._entries)

    def read(self, stream: Stream, limit: int) -> bytes:
        """Return the first `limit` bytes of a stream, or fewer if its chain ends early."""
        places = self._sectors(stream.start) if stream.size >= self._cutoff else self._mini_sectors(stream.start)
        return self._read(places, min(stream.size, limit))

    def verify(self, stream: Stream) -> None:
        """Check that a stream's sectors lie inside the file (of a very long one, the first 16,384)."""
        if stream.size > self._source.size:
            raise DamagedCompoundError("a stream is larger than the file")
        if stream.size < self._cutoff:
            return
        sectors = islice(self._chain(stream.start), -(-stream.size // self._sector))
        if any(self._position(sector) >= self._source.size for sector in sectors):
            raise DamagedCompoundError("a stream is cut off")

    def _position(self, sector: int) -> int:
        return (sector + 1) * self._sector

    def _chain(self, start: int) -> Iterator[int]:
        sector = start
        for _ in range(_LONGEST_CHAIN):  # also ends a chain that bites its own tail
            if sector >= _LAST_SECTOR:
                return
            yield sector
            sector = self._after(sector)

    def _after(self, sector: int) -> int:
        number, place = divmod(sector, self._per_sector)
        if number not in self._table:
            if len(self._table) >= _MOST_TABLE_SECTORS:
                self._table.clear()
            self._table[number] = self._numbers(self._table_sector(number))
        return self._table[number][place]

    def _table_sector(self, number: int) -> int:
        if number >= _MOST_TABLE_NUMBERS:
            raise DamagedCompoundError("a sector outside the allocation table")
        while number >= len(self._table_sectors):
            *more, self._next_difat = self._numbers(self._next_difat)
            self._table_sectors += more
        return self._table_sectors[number]

    def _numbers(self, sector: int) -> array[int]:
        block = self._source.read(self._position(sector), self._sector) if sector < _LAST_SECTOR else b""
        if len(block) < self._sector:
            raise DamagedCompoundError("the allocation table is cut off")
        return _numbers_in(block)

    def _sectors(self, start: int) -> Iterator[tuple[int, int]]:
        """Follow a chain, and yield position and size of each of its sectors."""
        return ((self._position(sector), self._sector) for sector in self._chain(start))

    def _read(self, places: Iterator[tuple[int, int]], length: int) -> bytes:
        parts: list[bytes] = []
        while length > 0 and (place := next(places, None)):
            position, size = place
            parts.append(self._source.read(position, min(size, length)))
            if not parts[-1]:
                raise DamagedCompoundError("a stream is cut off")
            length -= len(parts[-1])
        return b"".join(parts)

    def _directory(self, start: int, *, sizes_are_wide: bool) -> list[Stream]:
        raw = self._read(self._sectors(start), _MOST_ENTRIES * _ENTRY.size)
        entries = [Stream._make(fields) for fields in _ENTRY.iter_unpack(raw[: len(raw) // 128 * 128])]
        if not entries or entries[0].kind != _ROOT:
            raise DamagedCompoundError("no root")
        if sizes_are_wide:
            return entries
        # 2.6.1: in version 3 the upper half may hold anything.
        return [entry._replace(size=entry.size & 0xFFFF_FFFF) for entry in entries]

    @cached_property
    def _mini_table(self) -> array[int]:
        return _numbers_in(self._read(self._sectors(self._mini_table_start), _LARGEST_MINI_TABLE))

    @cached_property
    def _mini_stream_sectors(self) -> list[int]:
        return list(self._chain(self._entries[0].start))

    def _mini_sectors(self, start: int) -> Iterator[tuple[int, int]]:
        sector = start
        while sector < _LAST_SECTOR:
            place, within = divmod(sector * _MINI_SECTOR, self._sector)
            if sector >= len(self._mini_table) or place >= len(self._mini_stream_sectors):
                raise DamagedCompoundError("a small stream leads out of the file")
            yield self._position(self._mini_stream_sectors[place]) + within, _MINI_SECTOR
            sector = self._mini_table[sector]
