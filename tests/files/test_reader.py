"""Test a file that is read ahead while its last block is in use: nothing is lost, left open or waited for."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.faults.journeys import Running, checked_of, wait_until

from ledgerdrop.files.reader import BLOCK, FileReader, FileTroubleError
from ledgerdrop.model.files import DroppedFile
from ledgerdrop.model.problems import Code
from ledgerdrop.runtime.cancel import Cancelled, CancelToken


class Disk:
    """Reads well, but waits while `answers` is clear."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.answers.set()
        self.asked = self.answered = 0
        self.files: list[io.FileIO] = []

    def open(self, path: Path) -> io.FileIO:
        """Return the opener in use."""
        disk = self

        class Slow(io.FileIO):
            def read(self, size: int | None = -1, /) -> Any:
                disk.asked += 1
                assert disk.answers.wait(60)
                block = super().read(size)
                disk.answered += 1
                return block

        disk.files.append(Slow(path))
        return disk.files[-1]


@pytest.fixture
def disk() -> Iterator[Disk]:
    disk = Disk()
    yield disk
    disk.answers.set()
    wait_until(lambda: all(file.closed for file in disk.files))


@pytest.fixture
def file(tmp_path: Path) -> DroppedFile:
    path = tmp_path / "large.csv"
    path.write_bytes(b"".join(b"%07d\n" % number for number in range(3 * BLOCK // 8)) + b"end\n")
    return checked_of(path).file


@pytest.mark.parametrize("size", [BLOCK, BLOCK // 3, 2 * BLOCK, 9 * BLOCK])
def test_all_of_it_is_read_in_order_whatever_is_asked_for_at_once(file: DroppedFile, size: int) -> None:
    blocks: list[bytes] = []
    with FileReader(file, CancelToken()) as reader:
        while block := reader.read(size):
            blocks.append(block)
        assert reader.read(size) == b""
    assert b"".join(blocks) == file.path.read_bytes()
    assert max(map(len, blocks)) <= size


def test_less_may_be_asked_for_than_was_read_ahead(file: DroppedFile) -> None:
    with FileReader(file, CancelToken()) as reader:
        parts = [reader.read(BLOCK), reader.read(5), reader.read(7), reader.read(9 * BLOCK), reader.read(BLOCK)]
    assert b"".join(parts) == file.path.read_bytes()[: sum(map(len, parts))]
    assert [len(part) for part in parts] == [BLOCK, 5, 7, BLOCK - 12, BLOCK]


def test_the_next_block_is_read_while_the_last_is_made_use_of(file: DroppedFile, disk: Disk) -> None:
    with FileReader(file, CancelToken(), disk.open) as reader:
        reader.read()
        wait_until(lambda: disk.answered == 2)


def test_who_leaves_does_not_wait_for_what_is_being_read_and_the_file_is_closed_after_it(
    file: DroppedFile, disk: Disk
) -> None:
    with FileReader(file, CancelToken(), disk.open) as reader:
        reader.read()
        wait_until(lambda: disk.answered == 2)
        disk.answers.clear()
        reader.read()
        wait_until(lambda: disk.asked == 3)
    assert not disk.files[0].closed
    disk.answers.set()
    wait_until(lambda: disk.files[0].closed)


def test_cancel_ends_the_waiting_for_what_is_read_ahead(file: DroppedFile, disk: Disk) -> None:
    cancel = CancelToken()

    def read_on() -> None:
        with FileReader(file, cancel, disk.open) as reader:
            disk.answers.clear()
            while reader.read():
                pass

    reading = Running(read_on)
    wait_until(lambda: disk.asked == 1)
    cancel.cancel()
    with pytest.raises(Cancelled):
        reading.outcome()


def test_a_change_is_noticed_before_the_last_block_is_handed_on(file: DroppedFile) -> None:
    blocks: list[bytes] = []
    with pytest.raises(FileTroubleError) as trouble, FileReader(file, CancelToken()) as reader:
        while block := reader.read():
            if not blocks:
                with file.path.open("ab") as writer:
                    writer.write(b"one more\n")
            blocks.append(block)
    assert trouble.value.problem.code is Code.CHANGED
    assert sum(map(len, blocks)) < file.size
