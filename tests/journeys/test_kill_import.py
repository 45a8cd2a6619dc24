"""Test a program that is killed while files are imported: no activity is created twice, none is forgotten."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.servers.practice import SOURCES, Practice, StartPractice

SENDER = Path(__file__).with_name("sender.py")
FILES = 20


def statuses(journal: Path) -> dict[str, str]:
    """Return how far each file is on its way into the books, as it is written."""
    with sqlite3.connect(journal) as connection:
        rows = connection.execute("SELECT name, taking_in FROM entries").fetchall()
    connection.close()
    found = {os.fsdecode(name): json.loads(text)["intake"] for name, text in rows}
    # What was being asked when the program ended is shown as unconfirmed from the next start on
    return {name: "UNCONFIRMED" if status == "ASKED" else status for name, status in found.items()}


def activities_of(practice: Practice) -> Counter[str]:
    """Return in how many activities each file is."""
    return Counter(info["filename"] for activity in practice.activities() for info in activity["files"])


def start(words: list[str]) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    return subprocess.Popen([sys.executable, str(SENDER), *words], env=environment, stdout=subprocess.PIPE, text=True)


def kill_again_and_again(practice: Practice, folder: Path, kills: int, seed: int, *more: str) -> Counter[str]:
    """Kill the program so often while it imports. Returns how many files ended how. `more`: its arguments."""
    ledgers = folder / "ledgers"
    ledgers.mkdir(parents=True)
    names = [f"ledger-{number:02}.csv" for number in range(FILES)]
    for name in names:
        (ledgers / name).write_text(f"date,invoice,amount\n2026-11-23,{name},118.00\n")
    journal, token_file = folder / "journal.sqlite3", folder / "token"
    token_file.write_text(practice.token)
    words = [str(journal), practice.base_url, practice.integration_id, str(token_file), str(ledgers), "SALES"]
    words += more
    moments = random.Random(seed)  # noqa: S311 - the same moments in every run
    for _ in range(kills):
        with start(words) as child:
            assert child.stdout
            assert child.stdout.readline() == "LISTED\n"
            try:
                child.wait(moments.uniform(0.0, 0.5))
            except subprocess.TimeoutExpired:
                child.kill()
        assert max(activities_of(practice).values(), default=1) == 1, "an activity was created twice"
    with start(words) as child:
        assert child.stdout
        assert child.stdout.read() == "LISTED\nDONE\n"
    there, written = activities_of(practice), statuses(journal)
    assert set(written) == set(names)
    assert all(count == 1 for count in there.values()), "an activity was created twice"
    for name, status in written.items():
        # What may have been received is left to the user; everything else has gone all the way
        assert status == "UNCONFIRMED" or (status == "TAKEN_IN" and there[name] == 1), f"{name} is forgotten"
    return Counter(written.values())


def test_no_activity_is_created_twice_and_none_forgotten(start_practice: StartPractice, tmp_path: Path) -> None:
    with start_practice("--workflow-seconds", "0.3") as practice:
        ended = kill_again_and_again(practice, tmp_path / "a", kills=5, seed=1)
    assert ended["TAKEN_IN"] > 0


def test_a_batch_stays_together(start_practice: StartPractice, tmp_path: Path) -> None:
    with start_practice("--workflow-seconds", "0.3") as practice:
        ended = kill_again_and_again(practice, tmp_path / "a", 5, 2, "", "together")
        assert {len(activity["files"]) for activity in practice.activities()} <= {FILES}
    assert list(ended.values()) == [FILES]


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_nor_at_200_moments(start_practice: StartPractice, tmp_path: Path) -> None:
    ended: Counter[str] = Counter()
    with start_practice("--workflow-seconds", "0.3") as practice:
        for batch in range(40):
            practice.clean()
            more = ("", "together") if batch % 4 == 0 else ()
            ended += kill_again_and_again(practice, tmp_path / str(batch), 5, 100 + batch, *more)
    assert ended["UNCONFIRMED"] > 0, "no kill came between a request and its answer"
