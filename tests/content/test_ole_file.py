"""Test compound files that contradict themselves: each guard of the reader meets a file made for it."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Sequence

import pytest

from ledgerdrop.content.ole_file import SIGNATURE, Compound, DamagedCompoundError
from ledgerdrop.files.reader import Source
from ledgerdrop.runtime.cancel import CancelToken

SECTOR = 512
FREE, END, TABLE = 0xFFFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFFD
NONE = 0xFFFF_FFFF  # no entry there
TEXT = b"A stream of nine sectors. " * 177  # 4602 bytes: at least 4096, else it is a small one
SMALL = b"A small stream of two sectors of 64 bytes, as small streams are made of them."

# Which sector holds what
FAT, DIRECTORY, MINI_FAT, MINI, FIRST = range(5)
CHAIN = [TABLE, END, END, END, *range(FIRST + 1, FIRST + 9), END]


def entry(name: str, kind: int, start: int, size: int, left: int = NONE, child: int = NONE) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBB3I16sI2QIQ", raw, len(raw) + 2, kind, 1, left, NONE, child, b"", 0, 0, 0, start, size
    )  # fmt: skip


def made(
    *,
    order: int = 0xFFFE,
    version: int = 3,
    fat_at: int = FAT,
    chain: Sequence[int] = CHAIN,
    mini_chain: Sequence[int] = (1, END),
    root: int = 5,
    start: int = FIRST,
    size: int = len(TEXT),
    small_start: int = 0,
    left: int = 2,
    next_difat: int = END,
    length: int | None = None,
) -> bytes:
    """Return a file with a stream and a small one, unless something is said to be otherwise."""
    header = SIGNATURE + bytes(16) + struct.pack("<5H6x", 62, version, order, 9, 6)
    header += struct.pack("<9I", 0, 1, DIRECTORY, 0, 4096, MINI_FAT, 1, next_difat, 0)
    header += struct.pack("<109I", fat_at, *[FREE] * 108)
    directory = entry("Root Entry", root, MINI, 128, child=1) + entry("Workbook", 2, start, size, left=left)
    directory += entry("Small", 2, small_start, len(SMALL))
    sectors = [
        struct.pack("<128I", *chain, *[FREE] * (128 - len(chain))),
        directory,
        struct.pack("<128I", *mini_chain, *[FREE] * (128 - len(mini_chain))),
        SMALL,
        *(TEXT[place : place + SECTOR] for place in range(0, len(TEXT), SECTOR)),
    ]
    return (header + b"".join(sector.ljust(SECTOR, b"\0") for sector in sectors))[:length]


def opened(raw: bytes) -> Compound:
    return Compound(Source(io.BytesIO(raw), len(raw), CancelToken()))


def read(raw: bytes, name: str = "workbook") -> bytes:
    compound = opened(raw)
    stream = compound.streams()[name]
    compound.verify(stream)
    return compound.read(stream, 1_000_000)


def test_what_is_not_damaged_is_read() -> None:
    assert read(made()) == TEXT
    assert read(made(), "small") == SMALL
    assert opened(made()).names() == {"root entry", "workbook", "small", ""}


def test_the_upper_half_of_a_size_counts_from_version_4_on() -> None:
    wide = len(TEXT) + (1 << 32)
    assert read(made(size=wide)) == TEXT
    with pytest.raises(DamagedCompoundError, match="larger than the file"):
        read(made(size=wide, version=4))


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (made(length=511), "the header is cut off"),
        (made()[::-1], "the header is cut off"),
        (made(order=0xFEFF), "sectors of 2"),
        (made(root=1), "no root"),
        (made(size=1_000_000), "larger than the file"),
        (made(fat_at=5000), "allocation table is cut off"),
        (made(fat_at=END), "allocation table is cut off"),
        (made(chain=[*CHAIN[:5], 120, *CHAIN[6:]]), "a stream is cut off"),
        (made(start=5000), "a stream is cut off"),
        (made(start=130) + bytes(130 * SECTOR), "allocation table is cut off"),  # its second sector is none
    ],
)
def test_a_damaged_file_is_told_from_a_good_one(raw: bytes, why: str) -> None:
    with pytest.raises(DamagedCompoundError, match=why):
        read(raw)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (made(length=SECTOR * 4), "a stream is cut off"),
        (made(small_start=500), "leads out of the file"),
        (made(mini_chain=[70, END]), "leads out of the file"),
    ],
)
def test_so_is_one_whose_small_streams_are(raw: bytes, why: str) -> None:
    with pytest.raises(DamagedCompoundError, match=why):
        read(raw, "small")


def test_a_chain_that_bites_its_own_tail_ends() -> None:
    compound = opened(made(chain=[*CHAIN[:5], FIRST, *CHAIN[6:]]))
    stream = compound.streams()["workbook"]
    compound.verify(stream)
    assert compound.read(stream, 1_000_000) == (TEXT[:1024] * 5)[: len(TEXT)]


class _Zeros(io.BytesIO):
    """Acts as a file of nine gigabytes, of which all but the beginning is zeros."""

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        return super().read(size).ljust(size, b"\0")


def test_tables_of_tables_that_lead_in_a_circle_end() -> None:
    """Let a sector with the places of tables name itself as the next one, as if there were ever more."""
    circle = len(made()) // SECTOR - 1
    raw = made(next_difat=circle) + struct.pack("<128I", *[circle] * 128)
    compound = Compound(Source(_Zeros(raw), 9_000_000_000, CancelToken()))
    with pytest.raises(DamagedCompoundError, match="outside the allocation table"):
        compound.read(compound.streams()["workbook"]._replace(start=128 * (109 + 127 * 1024)), len(TEXT))


def test_entries_that_lead_in_a_circle_are_met_once() -> None:
    assert set(opened(made(left=1)).streams()) == {"workbook"}
    assert set(opened(made(left=900)).streams()) == {"workbook"}


_CUTS: list[Callable[[bytes], bytes]] = [lambda raw: raw[: 5 * SECTOR], lambda raw: raw[: 6 * SECTOR - 500]]


@pytest.mark.parametrize("cut", _CUTS)
def test_a_file_that_was_cut_off_is_damaged(cut: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DamagedCompoundError, match=r"cut off|larger"):
        read(cut(made()))
