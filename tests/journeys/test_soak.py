"""Test a long day: 20,000 small files and one of 5 GiB in one queue. Nothing is lost, and memory stays flat."""

from __future__ import annotations

import hashlib
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest
from tests.servers.practice import SOURCES, Practice, StartPractice

from ledgerdrop.model.files import ReceiptQuery
from ledgerdrop.store.journal import open_journal

SMALL = 20_000
EVERY = 1_000
LARGE = 5 * 1024**3  # the most that storage takes in one upload
SENDER = Path(__file__).with_name("long_sender.py")
KIB = 1024
MIB = 1024 * 1024


def write_ledgers(folder: Path) -> None:
    """Write small ledgers first, and the large one last, so that it is sent alone in the end."""
    folder.mkdir()
    for number in range(SMALL):
        (folder / f"a{number:05}.csv").write_text(f"date,account,amount\n2026-04-01,Sales {number},{number}.00\n" * 9)
    line = b"2026-11-23,INV-000123,27AAPFU0939F1ZV,118.00\n"
    with (folder / "z-large.csv").open("wb") as file:
        block = (line * (MIB // len(line) + 1))[:MIB]
        for _ in range(LARGE // MIB):
            file.write(block)


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def resident(pid: int) -> int:
    """Return bytes of memory that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def watch(child: subprocess.Popen[str]) -> list[tuple[int, int]]:
    """Note how many files were sent and the memory then, several times a second, until the program ends."""
    assert child.stdout
    found: list[tuple[int, int]] = []
    sent = 0
    while True:
        ready, _, _ = select.select([child.stdout], [], [], 0.2)
        line = child.stdout.readline() if ready else ""
        if line.startswith("SENT"):
            sent = int(line.split()[1])
        if line == "DONE\n":
            return found
        if ready and not line:
            pytest.fail("it ended before all was sent")
        found.append((sent, resident(child.pid)))


def claimed(journal: Path) -> dict[str, str]:
    """Return what the receipts say was uploaded: name and SHA-256."""
    read, problem = open_journal(journal)
    assert problem is None
    receipts = read.receipts(ReceiptQuery(), 2 * SMALL)
    read.close()
    assert isinstance(receipts, list)
    assert len(receipts) == SMALL + 1
    return {receipt.uploaded.name: receipt.uploaded.sha256 for receipt in receipts}


@pytest.mark.long
@pytest.mark.timeout(3_600)
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_nothing_is_lost_and_memory_stays_flat(start_practice: StartPractice, tmp_path: Path) -> None:
    with start_practice() as practice:
        _soak(practice, tmp_path)


def _soak(practice: Practice, folder: Path) -> None:
    ledgers, journal, token_file = folder / "ledgers", folder / "journal.sqlite3", folder / "token"
    write_ledgers(ledgers)
    token_file.write_text(practice.token)
    words = [journal, practice.base_url, practice.integration_id, token_file, ledgers, EVERY]
    call = [sys.executable, str(SENDER), *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE, text=True) as child:
        memory = watch(child)
    wanted = {path.name: digest_of(path) for path in ledgers.iterdir()}
    assert {name: digest_of(path) for name, path in practice.objects().items()} == wanted
    assert claimed(journal) == wanted

    early = max(held for sent, held in memory if sent == SMALL // 4)
    late = max(held for sent, held in memory if sent == SMALL - EVERY)
    large = [held for sent, held in memory if sent == SMALL]
    a_file = (late - early) / (SMALL - EVERY - SMALL // 4)
    sys.stdout.write(f"{early / MIB:.1f} MiB after a quarter, {late / MIB:.1f} MiB near the end: {a_file:.0f} bytes")
    sys.stdout.write(f" a file; while sending the large one {large[0] / MIB:.1f} to {max(large) / MIB:.1f} MiB\n")
    assert a_file < 4 * KIB  # the list keeps each file's row and receipt, and nothing else
    assert max(large) < large[0] + 16 * MIB
