"""Run the real window with real queue, settings and keyring entry, against a practice server in another process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

import openpyxl
from keyring.backend import KeyringBackend
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.net.network import open_network
from ledgerdrop.net.session import no_proxies
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.settings_file import save
from ledgerdrop.transfer.connectivity import ConnectivityMonitor
from ledgerdrop.transfer.journal_worker import OpenJournal
from ledgerdrop.transfer.operations import Operations
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.files.file_model import Column
from ledgerdrop.ui.main_window import MainWindow


class MemoryKeyring(KeyringBackend):
    """Acts as a keyring of the operating system, for this process alone."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's is not annotated
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.entries.pop((service, username), None)


@dataclass
class Desk:
    """Represents an accountant's desk: the window, and hands to use it."""

    qtbot: QtBot
    practice: Practice
    folder: Path
    settings: Settings = field(default_factory=Settings)
    jobs: int = 2
    open_journal: OpenJournal | None = None
    steps: Operations | None = None  # those of a straight line, where None
    reach: ConnectivityMonitor | None = None

    def __post_init__(self) -> None:
        trust = {"SSL_CERT_FILE": str(self.practice.ca)} if self.practice.ca else {}
        network = open_network(no_proxies, trust)
        steps = self.steps or Operations(lambda: network)
        self.store = TokenStore(MemoryKeyring())
        assert save(self.folder / "settings", self.settings) is None
        self.queue = TransferQueue(
            lambda: steps, self.store.get, self.open_journal, uploads_at_once=self.jobs, connectivity=self.reach
        )
        self.settings_service = SettingsService(self.folder / "settings", self.store, lambda: steps)
        self.settings_service.account_saved.connect(self.queue.account_saved)
        self.window = MainWindow(self.queue, self.settings_service)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        with self.qtbot.waitSignal(self.settings_service.token_place_found):
            self.settings_service.load()

    def leave(self) -> None:
        """Go home: everything ends within its time."""
        assert self.queue.shutdown()
        assert self.settings_service.shutdown()
        self.window.hide()
        self.window.deleteLater()
        self.qtbot.wait(0)

    def drop(self, *paths: Path) -> None:
        """Drag files onto the window and let go."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        place, copy = self.window.rect().center(), Qt.DropAction.CopyAction
        QApplication.sendEvent(self.window, QDragEnterEvent(place, copy, mime, buttons, keys))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(place), copy, mime, buttons, keys))

    def click(self, button: QPushButton) -> None:
        """Press a button that can be seen."""
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def rows(self) -> dict[str, TransferItem]:
        """Return the files in the list by name."""
        return {entry.name: entry for entry in map(self.queue.entry, self.queue.ids())}

    def says(self, name: str) -> str:
        """Return what the list says of a file."""
        text: str = self.window.files.value(self.rows()[name].id, Column.STATUS, Qt.ItemDataRole.DisplayRole)
        return text

    def until(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        """Let the window run until the condition holds."""
        self.qtbot.waitUntil(condition, timeout=round(seconds * 1000))

    def until_checked(self, count: int) -> None:
        """Wait until that many files are in the list and none is being checked, and the footer knows."""
        self.until(lambda: len(self.rows()) == count and not self.queue.summary().checking)
        self.until(lambda: self.queue.summary() == self.window.summary)

    def until_all(self, *states: State) -> None:
        """Wait until every file is in one of these states, and the footer knows."""
        self.until(lambda: {entry.state for entry in self.rows().values()} <= set(states))
        self.until(lambda: self.queue.summary() == self.window.summary)


def account(practice: Practice, *, at_once: bool = False) -> Account:
    """Return the account of that practice server."""
    return Account("p" * 32, "Practice", Environment.PRACTICE, practice.base_url, practice.integration_id, at_once)


def write_csv(path: Path, lines: int = 3) -> Path:
    """Write a good ledger, of a content of its own: files of one content are sent once."""
    mark = f"a{crc32(path.name.encode()):06x}"[:7]
    rows = "".join(f"2026-04-{1 + n % 28:02},Sales {n},{n * 100}.00\n" for n in range(lines))
    path.write_text(f"date,{mark},amount\n{rows}", encoding="utf-8")
    return path


def write_xlsx(path: Path) -> Path:
    """Return a good workbook, whatever the path says."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["date", "account", "amount"])
    sheet.append(["2026-04-01", "Sales", 100])
    book.save(path.with_suffix(".tmp.xlsx"))
    path.with_suffix(".tmp.xlsx").rename(path)
    return path
