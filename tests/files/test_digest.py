"""Test the digest of a whole file, on sizes around those at which the reading changes."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from tests.faults.journeys import checked_of

from ledgerdrop.files.reader import BLOCK, FileTroubleError, digest_of
from ledgerdrop.model.problems import Code
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

LINE = b"2026-11-23,INV-000123,27AAPFU0939F1ZV,118.00\n"


def ledger(folder: Path, size: int) -> Path:
    path = folder / "march.csv"
    path.write_bytes((LINE * (size // len(LINE) + 1))[:size])
    return path


@pytest.mark.parametrize("size", [1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 3 * BLOCK + 7])
def test_it_is_that_of_all_its_bytes(tmp_path: Path, size: int) -> None:
    path = ledger(tmp_path, size)
    assert digest_of(checked_of(path).file, CancelToken()) == hashlib.sha256(path.read_bytes()).hexdigest()


def test_cancel_ends_it_between_two_blocks(tmp_path: Path) -> None:
    cancel = CancelToken()

    class Cancelling(io.FileIO):
        def read(self, size: int | None = -1, /) -> Any:
            cancel.cancel()
            return super().read(size)

    with pytest.raises(Cancelled):
        digest_of(checked_of(ledger(tmp_path, 3 * BLOCK)).file, cancel, Cancelling)


def test_a_file_that_changes_meanwhile_has_none(tmp_path: Path) -> None:
    path = ledger(tmp_path, 3 * BLOCK)

    class Shrinking(io.FileIO):
        def read(self, size: int | None = -1, /) -> Any:
            if self.tell() == BLOCK:
                path.write_bytes(LINE)
            return super().read(size)

    with pytest.raises(FileTroubleError) as trouble:
        digest_of(checked_of(path).file, CancelToken(), Shrinking)
    assert trouble.value.problem.code is Code.CHANGED
