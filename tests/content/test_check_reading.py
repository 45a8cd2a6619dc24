"""Test a check during which the disk, the file or the user does something else."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest
from tests.content.made import CSV

from ledgerdrop.content.check import check
from ledgerdrop.files.dropped_file import examine, open_unbuffered
from ledgerdrop.files.reader import Readable
from ledgerdrop.model.files import CheckedFile, DroppedFile
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import Cancelled, CancelToken


def dropped_csv(tmp_path: Path) -> DroppedFile:
    path = tmp_path / "a.csv"
    path.write_bytes(CSV)
    dropped = examine(path)
    assert isinstance(dropped, DroppedFile)
    return dropped


class Broken(io.RawIOBase):
    def read(self, _size: int = -1, /) -> bytes:
        raise OSError(errno.EIO, "the disk is gone")

    def seek(self, offset: int, _whence: int = 0, /) -> int:
        return offset


def test_a_disk_error_is_not_the_files_fault(tmp_path: Path) -> None:
    problem = check(dropped_csv(tmp_path), CancelToken(), opener=lambda _path: Broken())
    assert isinstance(problem, Problem)
    assert problem.code is Code.READ_ERROR


def test_a_file_that_went_away_is_missing(tmp_path: Path) -> None:
    dropped = dropped_csv(tmp_path)
    dropped.path.unlink()
    problem = check(dropped, CancelToken())
    assert isinstance(problem, Problem)
    assert problem.code is Code.MISSING


def test_a_file_that_changes_meanwhile_is_looked_at_again(tmp_path: Path) -> None:
    def growing(path: Path) -> Readable:
        with path.open("ab") as file:
            file.write(b"2026-04-03,More,1\n")
        return open_unbuffered(path)

    problem = check(dropped_csv(tmp_path), CancelToken(), opener=growing)
    assert isinstance(problem, Problem)
    assert problem.code is Code.CHANGED


def test_it_stops_between_reads_and_closes_the_file(tmp_path: Path) -> None:
    cancel = CancelToken()

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            cancel.cancel()
            return super().read(min(size or 0, 4))

    slow = Slow(CSV)
    with pytest.raises(Cancelled):
        check(dropped_csv(tmp_path), cancel, opener=lambda _path: slow)
    assert slow.closed


def test_short_reads_are_put_together(tmp_path: Path) -> None:
    class Trickle(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 0, 1))

    assert isinstance(check(dropped_csv(tmp_path), CancelToken(), opener=lambda _path: Trickle(CSV)), CheckedFile)
