"""Test the whole program, put together as its users get it: offscreen, with its own practice server."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.faults.control import FaultServer
from tests.faults.scenario import Step
from tests.servers.desktop import desktop
from tests.servers.logind import ASKED, RELEASED, logind

import ledgerdrop
from ledgerdrop import resources
from ledgerdrop.app import App
from ledgerdrop.background import update_checker
from ledgerdrop.background.crash_reporter import Support
from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.files import ReceiptQuery
from ledgerdrop.model.settings import ProxyChoice, ProxyMode
from ledgerdrop.model.transfers import State
from ledgerdrop.net.network import Network
from ledgerdrop.runtime.locations import Locations, locations
from ledgerdrop.runtime.logs import Crash
from ledgerdrop.system.single_instance import FirstInstance, claim
from ledgerdrop.ui.dialogs.crash_dialog import CrashNotice
from ledgerdrop.ui.text.language import speak

LEDGER = b"date,invoice,amount\n2026-11-23,INV-1,118.00\n"
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    return locations(practice=True, environ={"LEDGERDROP_HOME": str(tmp_path / "home")})


@pytest.fixture
def crashes() -> list[Crash]:
    """Give the unexpected errors of the programs in a test, which has to take out those that it wants."""
    return []


@pytest.fixture
def support(qtbot: QtBot, places: Locations, crashes: list[Crash]) -> Iterator[Support]:
    support = Support(places.logs)
    support.crashed.connect(crashes.append)
    yield support
    support.close()
    assert crashes == []


@pytest.fixture
def app(qtbot: QtBot, places: Locations, support: Support) -> Iterator[App]:
    place = claim(places.cache, [])
    assert isinstance(place, FirstInstance)
    app = App(places, place, support, practice=True)
    qtbot.addWidget(app.window)
    yield app
    app.close()


def ledger(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(LEDGER)
    return path


def states(app: App) -> list[State]:
    return [app.queue.entry(row).state for row in app.queue.ids()]


def test_practice_begins_with_an_account_that_works(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    app.open([ledger(tmp_path, "march.csv")])
    qtbot.waitUntil(lambda: states(app) == [State.READY], timeout=PATIENCE)
    account = app.window.account
    assert account is not None
    assert account.environment is Environment.PRACTICE
    app.window.send()
    qtbot.waitUntil(lambda: states(app) == [State.UPLOADED], timeout=PATIENCE)


class Order(QObject):
    """Notes when a window is painted, and whatever else is called."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def begin(self) -> None:
        self.noted.append("begun")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self.noted.append("painted")
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("painted", [True, False])
def test_work_begins_once_the_first_frame_is_painted_or_when_none_is(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, painted: bool
) -> None:
    order = Order()
    monkeypatch.setattr(app.queue, "start", order.begin)
    app.window.installEventFilter(order)
    app.window.setUpdatesEnabled(painted)
    app.open([])
    qtbot.waitUntil(lambda: "begun" in order.noted)
    assert ("painted" in order.noted) is painted
    app.window.setUpdatesEnabled(True)
    app.window.repaint()
    QApplication.processEvents()
    assert order.noted.count("begun") == 1


def test_a_second_start_hands_its_files_to_the_first(
    app: App, qtbot: QtBot, places: Locations, tmp_path: Path
) -> None:
    app.open([])
    qtbot.waitUntil(lambda: app.window.account is not None, timeout=PATIENCE)
    second = "from pathlib import Path; import sys; from ledgerdrop.system.single_instance import *; "
    second += "sys.exit(0 if isinstance(claim(Path(sys.argv[1]), [Path(sys.argv[2])]), HandedOver) else 1)"
    path = ledger(tmp_path, "april.csv")
    child = subprocess.Popen([sys.executable, "-c", second, str(places.cache), str(path)])
    qtbot.waitUntil(lambda: states(app) == [State.READY], timeout=PATIENCE)
    assert child.wait() == 0


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="asks logind, as on Linux")
def test_the_computer_stays_awake_while_files_are_sent_and_no_longer(
    app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with logind(tmp_path, "answer") as (address, said):
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        app.open([ledger(tmp_path, "provoke-once-503.csv")])
        qtbot.waitUntil(lambda: states(app) == [State.READY], timeout=PATIENCE)
        app.window.send()
        qtbot.waitUntil(lambda: states(app) in ([State.SENDING], [State.RETRYING]), timeout=PATIENCE)
        assert said.readline() == ASKED
        qtbot.waitUntil(lambda: states(app) == [State.UPLOADED], timeout=PATIENCE)
        assert said.readline() == RELEASED


def test_a_language_is_spoken_at_once_while_files_are_sent_and_after_the_next_start(
    qtbot: QtBot, qapp: QApplication, places: Locations, support: Support, tmp_path: Path
) -> None:
    try:
        for start in (1, 2):
            place = claim(places.cache, [])
            assert isinstance(place, FirstInstance)
            app = App(places, place, support, practice=True)
            qtbot.addWidget(app.window)
            app.open([ledger(tmp_path, "march.csv")] if start == 1 else [])
            if start == 1:
                qtbot.waitUntil(lambda app=app: states(app) == [State.READY], timeout=PATIENCE)  # type: ignore[misc] # bound now
                app.window.send()
                app.window.main_menu.language_items["ar"].trigger()
                qtbot.waitUntil(lambda app=app: states(app) == [State.UPLOADED], timeout=PATIENCE)  # type: ignore[misc]
            header = app.window.header
            qtbot.waitUntil(lambda header=header: header.settings.text() == "الإعدادات", timeout=PATIENCE)  # type: ignore[misc]
            assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
            app.close()
    finally:
        QLocale.setDefault(QLocale.c())
        speak(qapp, resources.path("translations"), "en")


def test_what_was_sent_is_still_listed_after_the_next_start(
    qtbot: QtBot, places: Locations, support: Support, tmp_path: Path
) -> None:
    for expected in (State.READY, State.UPLOADED):
        place = claim(places.cache, [])
        assert isinstance(place, FirstInstance)
        app = App(places, place, support, practice=True)
        qtbot.addWidget(app.window)
        app.open([ledger(tmp_path, "march.csv")] if expected is State.READY else [])
        qtbot.waitUntil(lambda app=app, expected=expected: states(app) == [expected], timeout=PATIENCE)  # type: ignore[misc] # bound now
        if expected is State.READY:
            app.window.send()
            qtbot.waitUntil(lambda app=app: states(app) == [State.UPLOADED], timeout=PATIENCE)  # type: ignore[misc]
        app.close()


def test_the_queue_survives_an_unexpected_error_which_is_shown_and_can_be_copied(
    app: App, support: Support, crashes: list[Crash], qtbot: QtBot, tmp_path: Path
) -> None:
    """Raise one in a slot of the window and one on a thread; each names the user's folder and holds the token."""
    notice = CrashNotice()
    support.crashed.connect(notice.show)
    app.open([ledger(tmp_path, "march.csv")])
    qtbot.waitUntil(lambda: states(app) == [State.READY], timeout=PATIENCE)
    account = app.window.account
    assert account is not None
    token = app.token_store.get(account.id)
    assert isinstance(token, str)

    def break_down() -> None:
        raise RuntimeError(f"{token} in {Path.home() / 'ledgers'}")

    app.window.send()
    QTimer.singleShot(0, break_down)
    qtbot.waitUntil(lambda: notice.dialog is not None, timeout=PATIENCE)
    assert notice.dialog is not None
    notice.dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "RuntimeError: [redacted] in ~" in copied
    assert "break_down" in copied
    assert not {token, str(Path.home())} & {*copied.split()}
    assert token not in copied + support_log(support)
    notice.dialog.go_on.click()
    assert notice.dialog is None

    thread = threading.Thread(target=break_down, name="elsewhere")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(crashes) == 2, timeout=PATIENCE)
    assert crashes.pop().thread == "elsewhere"
    assert crashes.pop().headline == "RuntimeError: [redacted] in " + str(Path.home() / "ledgers")
    assert notice.dialog is None  # of each error once
    qtbot.waitUntil(lambda: states(app) == [State.UPLOADED], timeout=PATIENCE)


def support_log(support: Support) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in support.folder.iterdir())


def test_diagnostics_are_of_use_and_hold_neither_secrets_nor_the_users_name(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    app.open([ledger(tmp_path, "march.csv")])
    qtbot.waitUntil(lambda: states(app) == [State.READY], timeout=PATIENCE)
    account = app.window.account
    assert account is not None
    token = app.token_store.get(account.id)
    assert isinstance(token, str)
    logging.getLogger("ledgerdrop.test").warning("seen %s in %s", token, Path.home() / "ledgers")
    menu(app, "Copy &diagnostics").trigger()
    qtbot.waitUntil(app.window.banner.isVisible, timeout=PATIENCE)
    copied = QGuiApplication.clipboard().text()
    for fact in ("LedgerDrop ", "Python ", "files: 1 ready", "proxy: system", "account: practice", "in use"):
        assert fact in copied
    assert "seen [redacted] in ~" in copied
    for secret in (token, account.integration_id, str(Path.home())):
        assert secret not in copied


def menu(app: App, text: str) -> QAction:
    return next(action for action in app.window.menuBar().findChildren(QAction) if action.text() == text)


def test_another_proxy_and_its_password_are_used_at_once(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    app.open([])
    qtbot.waitUntil(lambda: app.window.account is not None, timeout=PATIENCE)
    network = app.network_provider.open_network()
    assert isinstance(network, Network)
    assert dict(network.proxies_for("https://api.clear.in/")) == {}
    with qtbot.waitSignal(app.settings_service.saved, timeout=PATIENCE):
        chosen = ProxyChoice(ProxyMode.MANUAL, "http://proxy.firm:8080")
        app.settings_service.change(lambda settings: replace(settings, proxy=chosen))
    assert dict(network.proxies_for("https://api.clear.in/")) == {"https": "http://proxy.firm:8080"}
    with qtbot.waitSignal(app.settings_service.signed_in, timeout=PATIENCE):
        app.settings_service.sign_in("proxy.firm:8080", "ravi", "app-test-91d4", session_only=True)
    assert dict(network.proxies_for("https://api.clear.in/")) == {
        "https": "http://ravi:app-test-91d4@proxy.firm:8080"
    }


def test_what_it_has_set_up_holds_while_practising_but_for_its_accounts(
    app: App, qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEDGERDROP_HOME", str(tmp_path / "home"))
    account = {"name": "Real", "environment": "production"}
    form = {"form": "ledgerdrop-presets", "version": 1, "accounts": [account], "language": "hi"}
    presets = tmp_path / "home" / "presets.json"
    presets.write_text(json.dumps({**form, "updates_address": "https://127.0.0.1:9/"}), encoding="utf-8")
    presets.chmod(0o644)
    presets.parent.chmod(0o755)
    try:
        app.open([])
        qtbot.waitUntil(lambda: app.window.header.settings.text() == "सेटिंग", timeout=PATIENCE)
        service = app.settings_service
        qtbot.waitUntil(lambda: service.known is not None and service.known.current is not None, timeout=PATIENCE)
        assert service.known is not None
        assert [account.environment for account in service.known.accounts] == [Environment.PRACTICE]
        app.window.updates.ask()
        assert "अभ्यास" in app.window.updates.words.text()  # not while you practise
    finally:
        QLocale.setDefault(QLocale.c())
        speak(qapp, resources.path("translations"), "en")


def test_it_is_asked_for_newer_versions_once_the_window_is_there(
    qtbot: QtBot, support: Support, tmp_path: Path, faults: FaultServer, fault_ca: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Run the program as its users have it; only that it does not wait ten seconds."""
    monkeypatch.setenv("SSL_CERT_FILE", str(fault_ca))
    places = locations(environ={"LEDGERDROP_HOME": str(tmp_path / "home")})
    place = claim(places.cache, [])
    assert isinstance(place, FirstInstance)
    release = {"version": "99.0", "page": "https://www.example.com/"}
    with faults.scenario([Step(body=json.dumps(release))]) as scenario:
        monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", scenario.base_url)
        monkeypatch.setattr(update_checker, "FIRST_LOOK", 0)
        app = App(places, place, support, practice=False)
        qtbot.addWidget(app.window)
        app.open([])
        qtbot.waitUntil(app.window.updates.isVisible, timeout=PATIENCE)
        assert len(scenario.requests()) == 1
        app.close()
    assert (places.data / "updates.json").is_file()


def test_the_log_can_be_found(app: App, support: Support) -> None:
    with desktop() as opened:
        menu(app, "Show &log").trigger()
    assert [Path(url.toLocalFile()) for url in opened] == [support.folder]
    assert (support.folder / "ledgerdrop.log").is_file()


def test_an_error_before_the_window_is_there_is_shown_too(tmp_path: Path) -> None:
    """Start a process, which ends once the dialog was closed."""
    script = (
        "import sys; from ledgerdrop import app, start; from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "def broken(*_, **__):\n"
        "    QTimer.singleShot(0, lambda: (print(QApplication.activeModalWidget().windowTitle()),\n"
        "        QApplication.activeModalWidget().close()))\n"
        "    raise ValueError('at the start')\n"
        "app.App = broken\n"
        "sys.exit(start.main([]))\n"
    )
    variables = {**os.environ, "LEDGERDROP_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=variables, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (1, "Unexpected error")
    assert "Traceback" not in done.stderr
    assert "ValueError: at the start" in (tmp_path / "logs" / "ledgerdrop.log").read_text(encoding="utf-8")


def test_the_command_opens_the_window_and_ends_with_it(tmp_path: Path) -> None:
    """Start a process, and close its window: nothing may stand on the error output. The files come on the
    command line, and as the Dock of macOS sends them, before the window is built and after.
    """
    script = (
        "import sys; from ledgerdrop import app, start\n"
        "from PySide6.QtCore import QCoreApplication, QUrl; from PySide6.QtGui import QFileOpenEvent\n"
        "def dock(url): QCoreApplication.sendEvent(QCoreApplication.instance(), QFileOpenEvent(QUrl(url)))\n"
        "begin, build = app.App._start, app.App.__init__\n"
        "def ends(self): print(*(self.queue.entry(row).path for row in self.queue.ids())); self.window.close()\n"
        "def heard(self): self.window.isVisible() and ends(self)\n"
        "def early(self, *parts, **more):\n"
        "    dock('file:///books/may.csv'); dock('https://x/y.csv'); build(self, *parts, **more)\n"
        "app.App.__init__ = early\n"
        "def late(self):\n"
        "    dock('file:///books/june.csv'); self.settings_service.saved.connect(lambda _settings: heard(self))\n"
        "def soon(self): begin(self); late(self)\n"
        "app.App._start = soon\n"
        "sys.exit(start.main(['--practice', 'march.csv']))\n"
    )
    variables = {**os.environ, "LEDGERDROP_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=variables, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    # Wherever the next start, or another one, is:
    assert done.stdout.split() == [
        str(path) for path in (Path("/books/may.csv"), tmp_path / "march.csv", Path("/books/june.csv"))
    ]


def test_what_is_inside_a_file_is_shown_and_stands_in_its_receipt(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "march.csv"
    path.write_text('Party,Amount\nA,"1,20,000.00"\nB,500.50\nC,see below\n' + "D,1.00\n" * 30, encoding="ascii")
    app.open([path])
    qtbot.waitUntil(lambda: states(app) == [State.READY], timeout=PATIENCE)
    row = app.queue.ids()[0]
    qtbot.waitUntil(lambda: app.queue.entry(row).contents is not None, timeout=PATIENCE)
    app.window.workspace.open_details()
    preview = app.window.workspace.details.preview
    qtbot.waitUntil(lambda: preview.model.rowCount() == 33, timeout=PATIENCE)
    assert "Cell B4 isn't a number" in preview.notes.text()
    app.window.send()
    qtbot.waitUntil(lambda: states(app) == [State.UPLOADED], timeout=PATIENCE)
    with qtbot.waitSignal(app.queue.history.page, timeout=PATIENCE) as answer:
        app.queue.history.find(ReceiptQuery())
    assert answer.args is not None
    contents = answer.args[0].receipts[0].contents
    assert (contents.rows, contents.totals_as_text(), contents.notes) == (
        33,
        "Amount: 1,20,530.50 (32: 1.00 … 1,20,000.00)",
        1,
    )
