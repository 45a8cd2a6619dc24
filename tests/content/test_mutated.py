"""Test damaged copies of real files: every one gets a verdict, and memory does not grow."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.content.corpus import needs_corpus, rows
from tests.content.made import verdict_of

from ledgerdrop.model.files import CheckedFile
from ledgerdrop.model.problems import Problem

pytestmark = needs_corpus

MOST_KEPT = 4 * 1024 * 1024  # bytes of Python objects


def flipped(raw: bytearray, dice: random.Random) -> bytearray:
    for _ in range(dice.randint(1, 20)):
        raw[dice.randrange(len(raw))] ^= 1 << dice.randrange(8)
    return raw


def cut(raw: bytearray, dice: random.Random) -> bytearray:
    return raw[: dice.randint(1, len(raw))]


def beheaded(raw: bytearray, dice: random.Random) -> bytearray:
    return raw[dice.randrange(len(raw)) :]


def spliced(raw: bytearray, dice: random.Random) -> bytearray:
    a, b = sorted(dice.randrange(len(raw) + 1) for _ in range(2))
    return raw[:b] + raw[a:]


def zeroed(raw: bytearray, dice: random.Random) -> bytearray:
    a, b = sorted(dice.randrange(len(raw) + 1) for _ in range(2))
    return raw[:a] + bytes(b - a) + raw[b:]


def with_wild_numbers(raw: bytearray, dice: random.Random) -> bytearray:
    """Overwrite sizes and offsets that mean something to some reader."""
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(raw))
        raw[at : at + 4] = dice.choice(
            [b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff", b"\0\0\0\x80", b"\0\0\0\0", b"\x01\0\0\0"]
        )
    return raw


MUTATIONS: list[Callable[[bytearray, random.Random], bytearray]] = [
    flipped,
    cut,
    beheaded,
    spliced,
    zeroed,
    with_wild_numbers,
]


def check_mutated(folder: Path, count: int, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same damage in every run
    chosen = [row for row in rows() if row.path.stat().st_size]
    path = folder / "mutated"
    for _ in range(count):
        row = dice.choice(chosen)
        raw = dice.choice(MUTATIONS)(bytearray(row.path.read_bytes()), dice)
        path.write_bytes(raw or b"x")
        verdict = verdict_of(path, row.name)
        assert isinstance(verdict, CheckedFile | Problem)


def check_with_bounded_memory(folder: Path, count: int, seed: int) -> None:
    check_mutated(folder, 20, seed)  # what is loaded once is no growth
    tracemalloc.start()
    try:
        check_mutated(folder, count, seed + 1)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < MOST_KEPT


def test_a_sample_of_damaged_files(tmp_path: Path) -> None:
    check_with_bounded_memory(tmp_path, 500, seed=1)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_many_damaged_files(tmp_path: Path) -> None:
    check_with_bounded_memory(tmp_path, 10_000, seed=1000)
