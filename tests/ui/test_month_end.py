"""Test the end of a month at an office: 205 files of six clients, with all that goes wrong, in at most 12 clicks.

Each client has a practice server of its own, so that a file at the wrong client is seen there.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice, StartPractice
from tests.ui.live import Desk, write_csv

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.transfer.connectivity import ConnectivityMonitor
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.ui.text import wording

FILES, MOST_CLICKS = 205, 12
PATIENCE = 240  # seconds; on a computer of its own all of it takes ten
CLIENTS = {
    "Gulf": "Gulf branch",
    "Iyer": "Iyer & Daughters",
    "Khan": "Khan Brothers",
    "Nair": "Nair Exports",
    "Patel": "Patel Traders",
    "Sharma": "Sharma & Associates",
}
NEW = "Khan"  # the client whose folder is not known yet
STOPPER = "provoke-403.csv"
REFUSED = {
    "Gulf": ("empty.csv", b""),
    "Iyer": ("notes.txt", b"remember the milk"),
    "Nair": ("torn.xlsx", b"PK\x03\x04"),
    "Patel": ("provoke-406.csv", b"date,p406,amount\n2026-04-01,Sales,1\n"),
    "Sharma": ("provoke-storage-403.csv", b"date,p403,amount\n2026-04-01,Sales,1\n"),
}
COPIES = {"Gulf": 4, "Iyer": 3, "Patel": 3}
READY = FILES - sum(COPIES.values()) - 3  # of the refused ones, three are seen by the check


class Line(Operations):
    """Connects all servers; while it is cut, nobody answers."""

    def __init__(self) -> None:
        self.cut = False
        super().__init__(lambda: open_network(self._proxies))

    def _proxies(self, _url: str) -> Mapping[str, str]:
        return {"http": "http://127.0.0.1:9"} if self.cut else {}

    def open_session(self, network: Network) -> Session:
        return open_session(network, RetryPolicy(first_pause=0.1, longest_pause=0.3, attempts=100))


@dataclass
class Hands:
    """Counts what the hands do."""

    desk: Desk
    did: list[str] = field(default_factory=list)

    def click(self, button: QPushButton) -> None:
        self.did.append(button.text())
        self.desk.click(button)


@dataclass(frozen=True)
class Office:
    """Holds the desk, the clients' servers by folder, and their accounts."""

    desk: Desk
    line: Line
    clients: Mapping[str, Practice]
    accounts: Mapping[str, Account]
    books: Path


def write_books(books: Path) -> Counter[str]:
    """Write what the clients have sent to the office; return how many good ledgers each has."""
    good: Counter[str] = Counter()
    left = FILES - len(REFUSED) - sum(COPIES.values()) - 1
    for number, client in enumerate(CLIENTS):
        folder = books / client / "April"
        folder.mkdir(parents=True)
        good[client] = left // len(CLIENTS) + (number < left % len(CLIENTS))
        for ledger in range(good[client]):
            path = write_csv(folder / f"sales {client} {ledger:02}.csv")
            if ledger < COPIES.get(client, 0):
                (folder / f"sales {client} {ledger:02} (copy).csv").write_bytes(path.read_bytes())
        if client in REFUSED:
            name, content = REFUSED[client]
            (folder / name).write_bytes(content)
    write_csv(books / "Gulf" / "April" / STOPPER)
    return good


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, start_practice: StartPractice) -> Iterator[Office]:
    """Open the office: one account a client, and all folders known but that of the new client."""
    books = tmp_path / "April books"
    with ExitStack() as stack:
        clients = {client: stack.enter_context(start_practice()) for client in CLIENTS}
        accounts = {
            client: Account(client * 4, CLIENTS[client], Environment.CUSTOM, one.base_url, one.integration_id)
            for client, one in clients.items()
        }
        settings = Settings(tuple(accounts.values()), accounts["Sharma"].id)
        for client in CLIENTS.keys() - {NEW}:
            settings = settings.with_folder_account(str(books / client), accounts[client].id)
        line = Line()
        hurried = ConnectivityMonitor(lambda: 20 * time.monotonic())  # looks 20 times as often for the network
        desk = Desk(qtbot, clients["Sharma"], tmp_path, settings, jobs=4, steps=line, reach=hurried)
        for client, one in clients.items():
            desk.store.set(accounts[client].id, one.token, session_only=True)
        yield Office(desk, line, clients, accounts, books)
        desk.leave()


def test_a_month_s_end_takes_few_clicks_and_nothing_goes_twice_or_astray(office: Office) -> None:
    good = write_books(office.books)
    desk, hands, window = office.desk, Hands(office.desk), office.desk.window
    desk.drop(office.books)
    desk.until(lambda: desk.queue.summary().ready == READY, PATIENCE)
    hands.click(window.footer.send)
    question = window.send_question
    assert question is not None
    assert question.question.text() == "Send files from “Khan” to Sharma & Associates?"
    hands.click(question.no)
    assert desk.queue.summary().done == 0
    _move_new_client(office, hands)

    hands.click(window.footer.send)
    assert window.send_question is None
    desk.until(lambda: desk.queue.summary().done > FILES // 4, PATIENCE)
    office.line.cut = True
    desk.until(lambda: window.footer.headline(desk.queue.summary()).startswith("No network, "), PATIENCE)
    assert window.footer.bar.property("tone") == "muted"
    office.line.cut = False  # nobody has to do anything about it
    desk.until(lambda: desk.queue.summary().under_way == 0, PATIENCE)

    (stop,) = desk.queue.summary().stops
    assert desk.queue.entry(stop.item_id).name == STOPPER
    desk.until(window.banner.set_aside.isVisible, PATIENCE)
    assert window.banner.words.text().endswith(f"It stopped at “{STOPPER}”.")
    hands.click(window.banner.set_aside)
    desk.until(lambda: desk.queue.summary().sent == 0, PATIENCE)
    desk.until(lambda: desk.queue.summary() == window.summary, PATIENCE)
    assert not window.banner.isVisible()

    _check_what_is_said(office, good)
    _check_where_all_is(office, good)
    card = window.ends.card
    assert card is not None
    hands.click(card.copy)
    hands.click(window.footer.attention)
    assert len(window.workspace.list.filter.ids()) == len(REFUSED) + 1
    hands.click(window.footer.tidy)
    assert len(hands.did) <= MOST_CLICKS, hands.did


def _move_new_client(office: Office, hands: Hands) -> None:
    """Find the files of the new client, select them, and move them to its account."""
    window = office.desk.window
    hands.did.append("Find by name")
    QTest.keyClicks(window.workspace.search, NEW)
    hands.did.append("Select all")
    window.workspace.list.selectAll()
    assert {entry.path.parts[-3] for entry in window.workspace.list.selected_entries()} == {NEW}
    hands.did += ["menu", "Move to account"]
    window.workspace.list.move_to_account(office.accounts[NEW])
    hands.did.append("Esc")
    QTest.keyClick(window.workspace.search, Qt.Key.Key_Escape)
    office.desk.until(lambda: office.desk.queue.summary().ready == READY, PATIENCE)


def _check_where_all_is(office: Office, good: Counter[str]) -> None:
    for client, server in office.clients.items():
        there = server.objects()
        named = {name for name in there if client in name}
        assert len(named) == len(there) == good[client], f"{client} has its own ledgers, and no other's"
        contents = {hashlib.sha256(path.read_bytes()).hexdigest() for path in there.values()}
        assert len(contents) == len(there), "no content is there twice"
        stored = [request.target for request in server.uploads() if request.status == 200]
        assert len(stored) == len(there), "no file was stored twice"


def _check_what_is_said(office: Office, good: Counter[str]) -> None:
    desk, window = office.desk, office.desk.window
    summary = desk.queue.summary()
    assert (summary.done, summary.duplicates, summary.failed) == (
        good.total(),
        sum(COPIES.values()),
        len(REFUSED) + 1,
    )
    assert summary.files == FILES
    for item in desk.rows().values():
        words = wording.status(item)
        assert words
        if item.state is not State.UPLOADED:
            assert item.problem is not None, f"{item.name} says only “{words}”"
            assert item.state is State.DUPLICATE or wording.more(item), f"{item.name} does not say what to do"
    footer = window.footer
    assert footer.bar.property("tone") == "warn"
    assert footer.bar.value() < 1000
    assert footer.figures.text().startswith(f"{good.total()} uploaded")
    card = window.ends.card
    assert card is not None
    assert card.words.text() == f"{good.total()} files uploaded for 6 accounts"
    assert card.figures.text().endswith("6 not sent  ·  10 the same as others")
