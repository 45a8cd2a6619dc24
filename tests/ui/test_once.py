"""Test that a careless user sends nothing twice, nothing stale, nothing to the wrong client, on the real window."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice
from tests.ui.live import Desk, account, write_csv

from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State
from ledgerdrop.ui.files.actions import Action

FIRST, SECOND = "p" * 32, "q" * 32


@pytest.fixture
def desk(qtbot: QtBot, practice: Practice, tmp_path: Path) -> Iterator[Desk]:
    """Give a desk of two clients, each with an account; the folder Gulf goes to the second one."""
    practice.clean()
    first = replace(account(practice), name="Sharma")
    second = replace(first, id=SECOND, name="Gulf", environment=Environment.CUSTOM)
    settings = Settings(accounts=(first, second), current_id=first.id)
    (tmp_path / "in").mkdir()
    settings = settings.with_folder_account(str(tmp_path / "in" / "Gulf"), second.id)
    made = Desk(qtbot, practice, tmp_path, settings)
    for used in (first, second):
        made.store.set(used.id, practice.token, session_only=True)
    yield made
    made.leave()


def states(desk: Desk) -> dict[str, State]:
    """Return the files by folder and name."""
    entries = map(desk.queue.entry, desk.queue.ids())
    return {f"{entry.path.parent.name}/{entry.path.name}": entry.state for entry in entries}


def settled(desk: Desk, count: int) -> Callable[[], bool]:
    return lambda: len(states(desk)) == count and State.CHECKING not in states(desk).values()


def row(desk: Desk, name: str) -> int:
    return next(id_ for id_ in desk.queue.ids() if str(desk.queue.entry(id_).path).endswith(name))


def come_back(desk: Desk) -> None:
    """Come back from correcting a file in another program."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_of_copies_in_one_drop_each_content_goes_once_for_each_client(desk: Desk, practice: Practice) -> None:
    sharma, gulf = desk.folder / "in" / "Sharma", desk.folder / "in" / "Gulf"
    for folder in (sharma, gulf):
        (folder / "April").mkdir(parents=True)
        (folder / "nil.csv").write_text("date,amount\n2026-04-01,0.00\n", encoding="ascii")
    original = write_csv(sharma / "a.csv")
    (sharma / "b copy.csv").write_bytes(original.read_bytes())
    (sharma / "April" / "c hard.csv").hardlink_to(original)
    (sharma / "April" / "d soft.csv").symlink_to(original)
    desk.drop(sharma, gulf, original)  # and once more by itself
    desk.until(settled(desk, 6))
    waiting = Counter(states(desk).values())
    assert waiting == {State.READY: 3, State.DUPLICATE: 3}
    ids = desk.queue.ids()
    assert {desk.queue.entry(id_).account_id for id_ in ids if "Gulf" in str(desk.queue.entry(id_).path)} == {SECOND}
    desk.window.workspace.list.selectAll()
    desk.window.workspace.list.send_selected()
    desk.until(lambda: Counter(states(desk).values()) == {State.UPLOADED: 3, State.DUPLICATE: 3})
    assert sorted(practice.objects()) == ["a.csv", "nil.csv"]  # the later "nil.csv" lies over the earlier one
    assert Counter(upload.path.rpartition("/")[2] for upload in practice.uploads())["a.csv"] == 1
    assert len(practice.uploads()) == 3
    copy = next(id_ for id_ in ids if desk.queue.entry(id_).state is State.DUPLICATE)
    assert desk.says(desk.queue.entry(copy).name).startswith("Same as a.csv")
    desk.window.perform(Action.SEND_ANYWAY, [copy])
    desk.until(lambda: len(practice.uploads()) == 4)


def test_a_corrected_file_that_is_dropped_again_takes_the_place_of_its_row(desk: Desk, practice: Practice) -> None:
    ledger = desk.folder / "in" / "ledger.csv"
    ledger.write_bytes(b"")
    desk.drop(ledger)
    desk.until(settled(desk, 1))
    assert states(desk) == {"in/ledger.csv": State.REJECTED}
    before = desk.queue.ids()
    write_csv(ledger)
    desk.drop(ledger)
    desk.until(lambda: states(desk) == {"in/ledger.csv": State.READY})
    assert desk.queue.ids() == before
    desk.window.send()
    desk.until(lambda: states(desk) == {"in/ledger.csv": State.UPLOADED})
    assert practice.objects()["ledger.csv"].read_bytes() == ledger.read_bytes()
    desk.drop(ledger)  # as it was sent
    desk.until(lambda: len(states(desk)) == 1 and len(desk.queue.ids()) == 2)
    desk.until(lambda: desk.queue.entry(desk.queue.ids()[1]).state is not State.CHECKING)
    assert desk.queue.entry(desk.queue.ids()[1]).state in {State.DUPLICATE, State.WARNED}


def test_what_was_refused_is_checked_again_by_itself_or_by_hand(desk: Desk) -> None:
    ledger = desk.folder / "in" / "ledger.csv"
    ledger.write_bytes(b"")
    desk.drop(ledger)
    desk.until(settled(desk, 1))
    write_csv(ledger)
    come_back(desk)
    desk.until(lambda: states(desk) == {"in/ledger.csv": State.READY})
    ledger.write_bytes(b"")
    come_back(desk)
    desk.until(lambda: states(desk) == {"in/ledger.csv": State.REJECTED})
    (again,) = [item for item in desk.window.workspace.list.choices(
        [desk.queue.entry(desk.queue.ids()[0])]) if item[0].action is Action.RETRY]  # fmt: skip
    assert again[0].full == "Check again"
    kept = ledger.stat()
    ledger.write_bytes(b"")
    os.utime(ledger, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    desk.window.perform(Action.RETRY, desk.queue.ids())
    desk.until(lambda: states(desk) == {"in/ledger.csv": State.REJECTED})


def test_an_uploaded_file_that_has_changed_since_says_so(desk: Desk) -> None:
    ledger = write_csv(desk.folder / "in" / "ledger.csv")
    desk.drop(ledger)
    desk.until(settled(desk, 1))
    desk.window.send()
    desk.until(lambda: states(desk) == {"in/ledger.csv": State.UPLOADED})
    write_csv(ledger, lines=9)
    come_back(desk)
    desk.until(lambda: desk.queue.entry(desk.queue.ids()[0]).changed_since)
    files = desk.window.workspace.list.filter
    assert "has changed since" in files.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    desk.drop(ledger)
    desk.until(lambda: len(desk.queue.ids()) == 2)
    desk.until(lambda: desk.queue.entry(desk.queue.ids()[1]).state is State.READY)


def test_a_folder_that_is_sent_by_its_group_goes_to_its_own_account(desk: Desk, practice: Practice) -> None:
    sharma, gulf = desk.folder / "in" / "Sharma", desk.folder / "in" / "Gulf"
    for folder in (sharma, gulf):
        folder.mkdir()
        write_csv(folder / f"{folder.name}.csv")
    desk.drop(sharma, gulf)
    desk.until(settled(desk, 2))
    files = desk.window.workspace.list
    desk.until(lambda: files.filter.rowCount() == 4)
    files.setFocus()
    files.show_file(row(desk, "Gulf.csv"))
    QTest.keyClick(files, Qt.Key.Key_Left)  # to the row of the group
    group = files.filter.group_at(files.currentIndex().row())
    assert group is not None
    assert group.path == gulf
    send = next(item for item in files.menu().actions() if item.text() == "S&end this folder (1 file)")
    send.trigger()
    desk.until(lambda: states(desk)["Gulf/Gulf.csv"] is State.UPLOADED)
    assert states(desk)["Sharma/Sharma.csv"] is State.READY
    assert list(practice.objects()) == ["Gulf.csv"]
