"""Test a program that is killed at random moments and started again: nothing is lost, and nothing falsely claimed."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from tests.servers.practice import SOURCES, Practice, StartPractice

from ledgerdrop.model.files import ReceiptQuery
from ledgerdrop.practice.api import BUCKET
from ledgerdrop.store.journal import open_journal

FILES = 20
SLOW = ("--bytes-per-second", "200000")  # four at once are through within 2 s
SENDER = Path(__file__).with_name("sender.py")


def ledgers(folder: Path) -> dict[str, bytes]:
    """Return files of different sizes, so that kills hit all stages: 16 KB to 90 KB. Each batch has others."""
    folder.mkdir(parents=True)
    made = {}
    for number in range(FILES):
        count = 500 * (1 + number % 5)
        lines = [f"2026-11-23,INV-{folder.parent.name}-{number}-{line},118.00" for line in range(count)]
        made[f"ledger-{number:02}.csv"] = "\n".join(lines).encode()
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return made


def on_server(practice: Practice) -> set[tuple[str, bytes]]:
    """Return name and SHA-256 of all that storage keeps."""
    objects = (path for path in (practice.root / BUCKET).rglob("*.csv") if path.is_file())
    return {(path.name, hashlib.sha256(path.read_bytes()).digest()) for path in objects}


def written(journal: Path) -> dict[str, str]:
    """Return the journal's rows after a crash, from a copy: the next start shall find what the crash left."""
    with tempfile.TemporaryDirectory() as name:
        for part in (journal, journal.with_name(f"{journal.name}-wal")):
            if part.exists():
                shutil.copy(part, name)
        with closing(sqlite3.connect(Path(name) / journal.name)) as copy:
            if not copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'entries'").fetchone():
                return {}
            rows = copy.execute("SELECT name, state FROM entries").fetchall()
    return {os.fsdecode(called): state for called, state in rows}


def start(words: list[str]) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    return subprocess.Popen([sys.executable, str(SENDER), *words], env=environment, stdout=subprocess.PIPE, text=True)


def start_and_kill(words: list[str], moments: random.Random) -> bool:
    """Kill the program while it starts, or some time after all is listed. Returns whether it was still running."""
    with start(words) as child:
        assert child.stdout
        if moments.random() < 0.3:
            seconds = moments.uniform(0.0, 1.0)
        else:
            assert child.stdout.readline() == "LISTED\n"
            seconds = moments.uniform(0.0, 1.2)
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            return True
    assert child.returncode == 0
    return False


def send_20_files(practice: Practice, folder: Path, kills: int, moments: random.Random) -> list[int]:
    """Kill the program at most so many times before all is sent. Returns how many files were sent at each kill."""
    contents = ledgers(folder / "ledgers")
    expected = {(name, hashlib.sha256(content).digest()) for name, content in contents.items()}
    journal, token_file = folder / "journal.sqlite3", folder / "token"
    token_file.write_text(practice.token)
    words = [str(journal), practice.base_url, practice.integration_id, str(token_file), str(folder / "ledgers")]
    killed: list[int] = []
    while len(killed) < kills and start_and_kill(words, moments):
        there = {name for name, digest in on_server(practice) if (name, digest) in expected}
        rows = written(journal)
        claimed = {name for name, state in rows.items() if state == "UPLOADED"}
        assert not rows or rows.keys() == contents.keys(), "a file was lost"
        assert claimed <= there, "a file was claimed that is not there"
        killed.append(len(claimed))
    with start(words) as child:
        assert child.stdout
        assert child.stdout.read() == "LISTED\nDONE\n"
    assert on_server(practice) == expected
    read, problem = open_journal(journal)
    assert problem is None
    receipts = read.receipts(ReceiptQuery(), 1_000)
    read.close()
    assert isinstance(receipts, list)
    found = {(receipt.uploaded.name, bytes.fromhex(receipt.uploaded.sha256)) for receipt in receipts}
    assert found == expected
    assert len(receipts) == FILES
    return killed


def kill_again_and_again(
    start_practice: StartPractice, folder: Path, kills: int, moments: random.Random
) -> list[int]:
    """Send batches until the program was killed so often. Returns how many files of its batch were sent then."""
    killed: list[int] = []
    batches = 0
    with start_practice(*SLOW) as practice:
        while len(killed) < kills:
            practice.clean()
            killed += send_20_files(practice, folder / str(batches), kills - len(killed), moments)
            batches += 1
    spread = ", ".join(f"{sent}: {times}" for sent, times in sorted(Counter(killed).items()))
    sys.stdout.write(f"{len(killed)} kills in {batches} batches; files sent at a kill: {spread}\n")
    return killed


def test_nothing_is_lost_when_it_is_killed(start_practice: StartPractice, tmp_path: Path) -> None:
    kill_again_and_again(start_practice, tmp_path, 5, random.Random(1))  # noqa: S311 - the same in every run


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_nothing_is_lost_at_200_moments(start_practice: StartPractice, tmp_path: Path) -> None:
    moments = random.Random(200)  # noqa: S311 - the same in every run
    killed = kill_again_and_again(start_practice, tmp_path, 200, moments)
    assert len(set(killed)) > FILES // 2, "the kills were not spread over the whole way"
