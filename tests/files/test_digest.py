"""The digests of what is about to be sent, on files around the sizes at which the reading changes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from tests.faults.journeys import checked_of

from ledgerdrop.files.digest import fingerprint
from ledgerdrop.files.reader import FileTroubleError
from ledgerdrop.model.problems import Code
from ledgerdrop.model.progress import Progress, Stage
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

BLOCK = 4 * 1024 * 1024
LINE = b"2026-11-23,INV-000123,27AAPFU0939F1ZV,118.00\n"


def ledger(folder: Path, size: int) -> Path:
    path = folder / "march.csv"
    path.write_bytes((LINE * (size // len(LINE) + 1))[:size])
    return path


@pytest.mark.parametrize("size", [1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 3 * BLOCK + 7])
def test_digests_are_those_of_all_its_bytes(tmp_path: Path, size: int) -> None:
    path = ledger(tmp_path, size)
    told: list[Progress] = []
    found = fingerprint(checked_of(path), told.append, CancelToken())
    content = path.read_bytes()
    assert found.sha256 == hashlib.sha256(content).hexdigest()
    assert found.md5 == hashlib.md5(content, usedforsecurity=False).digest()
    assert {progress.stage for progress in told} == {Stage.FINGERPRINTING}
    done = [progress.done for progress in told]
    assert done == sorted(done)
    assert (done[-1], told[-1].total) == (size, size)


def test_cancel_ends_it_between_two_blocks(tmp_path: Path) -> None:
    cancel = CancelToken()
    told: list[Progress] = []

    def hear(progress: Progress) -> None:
        told.append(progress)
        cancel.cancel()

    with pytest.raises(Cancelled):
        fingerprint(checked_of(ledger(tmp_path, 3 * BLOCK)), hear, cancel)
    assert len(told) == 1


def test_a_file_that_changes_meanwhile_has_no_fingerprint(tmp_path: Path) -> None:
    path = ledger(tmp_path, 3 * BLOCK)
    file = checked_of(path)

    def change(progress: Progress) -> None:
        if progress.done == BLOCK:
            path.write_bytes(path.read_bytes()[: 2 * BLOCK])

    with pytest.raises(FileTroubleError) as trouble:
        fingerprint(file, change, CancelToken())
    assert trouble.value.problem.code is Code.CHANGED
