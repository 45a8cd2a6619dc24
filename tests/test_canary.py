"""Use, refuse and break the whole program, then look for its secrets everywhere.

The canaries are the practice server's token and proxy password, and the signatures of the URLs that it gave. They
are searched for in all files, log records (with every library's debug log on), texts of widgets, the clipboard, the
texts of errors, and the list of processes.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import pytest
from PySide6.QtCore import QAbstractItemModel, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice

from ledgerdrop.app import App
from ledgerdrop.background.crash_reporter import Support
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.ingestion import IngestionOptions, IngestionStatus
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State
from ledgerdrop.runtime.locations import Locations, locations
from ledgerdrop.runtime.logs import Crash
from ledgerdrop.store import settings_file
from ledgerdrop.system.single_instance import FirstInstance, claim
from ledgerdrop.ui.dialogs.crash_dialog import CrashNotice

PATIENCE: Final = 60_000  # milliseconds
WRONG: Final = "canary-wrong-token-51c7"
PROXY_PASSWORD: Final = "canary-proxy-password-e20b"
# One of each kind: what works, what each server refuses, echoes, delays and breaks off, what is never sent
NAMES: Final = (
    "march.csv",
    "provoke-406.csv",
    "provoke-once-503.csv",
    "provoke-418.csv",
    "provoke-redirect.csv",
    "provoke-garbage.csv",
    "provoke-storage-403.csv",
    "provoke-signature.csv",
    "provoke-expired.csv",
    "provoke-storage-hang-up.csv",
    "provoke-wrong-etag.csv",
    "provoke-ingest-400.csv",
    "provoke-ingest-hang-up.csv",
    "provoke-ingest-extra-fields.csv",
)
UNDER_WAY: Final = {IngestionStatus.PLANNED, IngestionStatus.ASKED}
ENDED: Final = {State.UPLOADED, State.FAILED, State.REJECTED, State.RETRYING}


class Records(logging.Handler):
    """Collects everything that any logger says, as any handler could write it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(repr(record.__dict__))


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    return locations(environ={"LEDGERDROP_HOME": str(tmp_path / "home")})


@pytest.fixture
def records(places: Locations, support: Support) -> Iterator[Records]:
    """Give all log records, with every library at its most talkative."""
    root, handler = logging.getLogger(), Records()
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    for name in ("urllib3", "requests", "keyring"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)


@pytest.fixture
def crashes() -> list[Crash]:
    return []


@pytest.fixture
def support(qtbot: QtBot, places: Locations, crashes: list[Crash]) -> Iterator[Support]:
    support = Support(places.logs)
    support.crashed.connect(crashes.append)
    yield support
    support.close()


@pytest.fixture
def app(
    qtbot: QtBot, practice_tls: Practice, places: Locations, support: Support, monkeypatch: pytest.MonkeyPatch
) -> Iterator[App]:
    """Give the program as its users have it, with an account at the practice server, and a token that is wrong."""
    monkeypatch.setenv("SSL_CERT_FILE", str(practice_tls.ca))
    account = account_of(practice_tls)
    assert settings_file.save(places.settings, Settings((account,), account.id)) is None
    place = claim(places.cache, [])
    assert isinstance(place, FirstInstance)
    app = App(places, place, support, practice=False)
    qtbot.addWidget(app.window)
    yield app
    app.close()


def account_of(practice: Practice) -> Account:
    account = Account("p" * 32, "Canary", Environment.CUSTOM, practice.base_url, practice.integration_id)
    return replace(account, after_upload=IngestionOptions("SALES", "ledger"))


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield all that can be read of a widget, also by a screen reader."""
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.displayText()
        yield widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())


def cells_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield from (str(model.index(row, column).data(role)) for role in range(20))


def seen(app: App) -> str:
    """Return all that can be read of the program just now."""
    words = [text for widget in QApplication.allWidgets() for text in texts_of(widget)]
    words += cells_of(app.window.workspace.list.filter)
    words += [repr(app.queue.entry(row)) for row in app.queue.ids()]
    return "\n".join([*words, QGuiApplication.clipboard().text()])


def processes() -> bytes:
    """Return the command lines of all processes of this machine."""
    found = b""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found += path.read_bytes()
        except OSError:  # it has ended
            continue
    return found


def item(app: App, text: str) -> QAction:
    return next(action for action in app.window.menuBar().findChildren(QAction) if action.text() == text)


def test_secrets_are_found_nowhere(
    app: App,
    support: Support,
    records: Records,
    crashes: list[Crash],
    practice_tls: Practice,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    notice = CrashNotice()
    support.crashed.connect(notice.show)
    saw: list[str] = []

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=PATIENCE)
        saw.append(seen(app))

    def keep(token: str) -> None:
        with qtbot.waitSignal(app.settings_service.account_saved, timeout=PATIENCE):
            app.settings_service.save(account_of(practice_tls), token, session_only=True)

    def states() -> list[State]:
        return [app.queue.entry(row).state for row in app.queue.ids()]

    def statuses() -> set[IngestionStatus | None]:
        return {app.queue.entry(row).ingestion_status for row in app.queue.ids()}

    # A token that is refused, a test of the connection, the right token
    app.open([])
    wait(lambda: app.window.account is not None)
    keep(WRONG)
    folder = tmp_path / "ledgers"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(f"date,amount\n2026-04-01,{NAMES.index(name)}\n" * 2000, encoding="utf-8")
    app.window.add([folder / name for name in NAMES])
    wait(lambda: states() == [State.READY] * len(NAMES))
    app.window.send()
    wait(app.window.banner.isVisible)
    app.window.settings_controller.open_account(account_of(practice_tls).id)
    dialog = app.window.settings_controller.account
    assert dialog is not None
    dialog.form.token.setText(practice_tls.token)
    dialog.session_only.setChecked(True)
    dialog.test.click()
    wait(dialog.copy_report.isVisible)
    assert dialog.outcome.text() == "Clear accepts this account. You can send files."
    dialog.copy_report.click()
    saw.append(seen(app))
    dialog.reject()

    # What was refused goes on, and ends in all ways
    wait(lambda: set(states()) <= ENDED)
    wait(
        lambda: (
            statuses() >= {IngestionStatus.PROCESSING, IngestionStatus.REFUSED, IngestionStatus.UNCONFIRMED}
            and not statuses() & UNDER_WAY
        )
    )
    for row in range(app.window.files.count):
        app.window.workspace.list.show_file(app.queue.ids()[row])
        app.window.workspace.open_details()
        app.window.workspace.copy_details()
        saw.append(seen(app))
    assert State.UPLOADED in states()
    assert State.FAILED in states()

    # A proxy's password, a crash that holds everything, and what is copied for support
    with qtbot.waitSignal(app.settings_service.signed_in, timeout=PATIENCE):
        app.settings_service.sign_in("proxy.firm:8080", "ravi", PROXY_PASSWORD, session_only=True)
    puts = [request.target for request in practice_tls.uploads()]
    signatures = {dict(parse_qsl(urlsplit(put).query))["X-Amz-Signature"] for put in puts}

    def break_down() -> None:
        raise RuntimeError(f"{practice_tls.token} {PROXY_PASSWORD} {practice_tls.base_url}{puts[0]}", puts)

    QTimer.singleShot(0, break_down)
    wait(lambda: notice.dialog is not None)
    item(app, "Copy &diagnostics").trigger()
    wait(lambda: QGuiApplication.clipboard().text().startswith("LedgerDrop "))
    assert notice.dialog is not None
    notice.dialog.accept()
    running = processes()
    app.close()

    secrets = {practice_tls.token, WRONG, PROXY_PASSWORD, *signatures}
    assert len(secrets) > 6
    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert {"settings.json", "ledgerdrop.log"} <= {path.name for path in files}
    assert any(path.suffix.startswith(".sqlite3") for path in files)
    assert "RuntimeError" in repr(crashes)
    for path in ("/one-integration/action/pre-sign", "/one-integration/api/v1/ingest"):
        assert any(path in said for said in records.said), "urllib3 has said nothing"
    for secret in secrets:
        assert [path.name for path in files if secret.encode() in path.read_bytes()] == []
        assert [said for said in records.said if secret in said] == []
        assert not any(secret in text for text in saw)
        assert secret not in repr(crashes)
        assert secret.encode() not in running
    assert practice_tls.integration_id not in QGuiApplication.clipboard().text()
    assert sys.platform != "linux" or b"pytest" in running
