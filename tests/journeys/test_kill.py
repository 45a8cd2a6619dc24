"""Killed at random moments and started again: nothing is lost, and nothing claimed that is not there."""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.servers.practice import SOURCES, Practice, StartPractice

from ledgerdrop.sandbox.api import BUCKET
from ledgerdrop.services.journal import open_journal
from ledgerdrop.services.receipts import ReceiptQuery

FILES = 20
SENDER = Path(__file__).with_name("sender.py")


def ledgers(folder: Path) -> dict[str, bytes]:
    """Files of different sizes, so that kills hit all stages: 1 KB to 600 KB."""
    folder.mkdir()
    made = {}
    for number in range(FILES):
        lines = [f"2026-11-23,INV-{number}-{line},118.00" for line in range(30 * (1 + number % 5) ** 4)]
        made[f"ledger-{number:02}.csv"] = "\n".join(lines).encode()
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return made


def on_server(practice: Practice) -> set[tuple[str, bytes]]:
    """Name and SHA-256 of all that storage keeps."""
    objects = (path for path in (practice.root / BUCKET).rglob("*.csv") if path.is_file())
    return {(path.name, hashlib.sha256(path.read_bytes()).digest()) for path in objects}


def claimed(journal: Path) -> set[str]:
    """Names that the journal calls uploaded. Read as SQLite sees it, after the crash."""
    with sqlite3.connect(journal) as connection:
        rows = connection.execute("SELECT name FROM entries WHERE state = 'UPLOADED'").fetchall()
    connection.close()
    return {os.fsdecode(name) for (name,) in rows}


def start(words: list[str]) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    return subprocess.Popen([sys.executable, str(SENDER), *words], env=environment, stdout=subprocess.PIPE, text=True)


def kill_again_and_again(practice: Practice, folder: Path, kills: int, seed: int) -> None:
    folder.mkdir()
    contents = ledgers(folder / "ledgers")
    expected = {(name, hashlib.sha256(content).digest()) for name, content in contents.items()}
    journal = folder / "journal.sqlite3"
    token_file = folder / "token"
    token_file.write_text(practice.token)
    words = [str(journal), practice.base_url, practice.integration_id, str(token_file), str(folder / "ledgers")]
    moments = random.Random(seed)  # noqa: S311 - the same moments in every run
    for _ in range(kills):
        with start(words) as child:
            assert child.stdout
            assert child.stdout.readline() == "LISTED\n"
            try:
                child.wait(moments.uniform(0.0, 1.2))
            except subprocess.TimeoutExpired:
                child.kill()
        there = {name for name, digest in on_server(practice) if (name, digest) in expected}
        assert claimed(journal) <= there
        if len(claimed(journal)) == FILES:
            break
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


def test_nothing_is_lost_when_it_is_killed(start_practice: StartPractice, tmp_path: Path) -> None:
    with start_practice("--bytes-per-second", "600000") as practice:
        kill_again_and_again(practice, tmp_path / "a", kills=5, seed=1)


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_nothing_is_lost_at_200_moments(start_practice: StartPractice, tmp_path: Path) -> None:
    with start_practice("--bytes-per-second", "600000") as practice:
        for batch in range(25):
            practice.clean()
            kill_again_and_again(practice, tmp_path / str(batch), kills=8, seed=100 + batch)
