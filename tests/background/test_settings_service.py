"""Test the worker that keeps settings and tokens."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import keyring.backend
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice
from tests.transfer.conftest import ACCOUNT, straight

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.problems import Code
from ledgerdrop.model.settings import FolderRule, Settings, Theme
from ledgerdrop.store import settings_file
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.settings_file import Loaded
from ledgerdrop.transfer.operations import Operations

TOKEN = "keeper-test-7d1f"


class Drawer(keyring.backend.KeyringBackend):
    """Acts as a password store that can be made to wait for its user."""

    priority: ClassVar[float] = -1  # never chosen by keyring itself

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has no types for it
        self.entries: dict[str, str] = {}
        self.open = threading.Event()
        self.open.set()
        self.asked = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.set()
        self.open.wait()
        return self.entries.get(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service]


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    """Give the password store."""
    drawer = Drawer()
    yield drawer
    drawer.open.set()


@pytest.fixture
def settings_service(qtbot: QtBot, drawer: Drawer, tmp_path: Path) -> Iterator[SettingsService]:
    """Give a settings service in `tmp_path`."""
    settings_service = SettingsService(tmp_path, TokenStore(drawer), lambda: Operations(straight()))
    yield settings_service
    assert settings_service.shutdown()
    settings_service.deleteLater()


def test_accounts_are_kept_and_come_back(
    qtbot: QtBot, settings_service: SettingsService, drawer: Drawer, tmp_path: Path
) -> None:
    with qtbot.waitSignals([settings_service.loaded, settings_service.token_place_found]):
        settings_service.load()
    other = replace(ACCOUNT, id="b" * 32, name="Other")
    with qtbot.waitSignals([settings_service.saved, settings_service.account_saved], order="strict"):
        settings_service.save(ACCOUNT, f" {TOKEN}\n")
    assert TOKEN in drawer.entries.values()
    with qtbot.waitSignal(settings_service.saved):
        settings_service.save(other)
    with qtbot.waitSignal(settings_service.saved) as told:
        settings_service.use(other.id)
    assert told.args == [Settings(accounts=(ACCOUNT, other), current_id=other.id)]
    with qtbot.waitSignal(settings_service.saved):
        settings_service.change(lambda settings: replace(settings, uploads_at_once=7, theme=Theme.DARK))
    loaded = settings_file.load(tmp_path).settings
    assert loaded == Settings(accounts=(ACCOUNT, other), current_id=other.id, uploads_at_once=7, theme=Theme.DARK)
    with qtbot.waitSignal(settings_service.saved) as told:
        settings_service.remove(ACCOUNT.id)
    assert told.args is not None
    assert told.args[0].accounts == (other,)
    assert drawer.entries == {}


def test_what_goes_wrong_is_said_and_nothing_is_saved(
    qtbot: QtBot, settings_service: SettingsService, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(settings_service.saved), qtbot.waitSignal(settings_service.failed) as told:
        settings_service.save(ACCOUNT, "two words")
    assert told.args is not None
    assert told.args[0].code is Code.BAD_TOKEN
    (tmp_path / settings_file.FILE_NAME).write_text("{", encoding="ascii")
    with qtbot.waitSignal(settings_service.failed) as told:
        settings_service.load()
    assert told.args is not None
    assert told.args[0].code is Code.SETTINGS_DAMAGED
    assert Path(told.args[0].params["path"]).read_text(encoding="ascii") == "{"
    assert settings_file.load(tmp_path) == Loaded(Settings())


def test_changes_in_quick_succession_are_all_kept(
    qtbot: QtBot, settings_service: SettingsService, tmp_path: Path
) -> None:
    """Nobody has heard of the first change when the second is asked for."""
    saved: list[Settings] = []
    settings_service.saved.connect(saved.append)
    settings_service.change(lambda settings: replace(settings, theme=Theme.DARK))
    settings_service.change(lambda settings: replace(settings, language="hi"))
    settings_service.save(ACCOUNT)
    settings_service.change(lambda settings: settings.with_recent_folder("a"))
    qtbot.waitUntil(lambda: len(saved) == 4)
    written = settings_file.load(tmp_path).settings
    assert (written.theme, written.language, written.recent_folders) == (Theme.DARK, "hi", ("a",))
    assert written.accounts == (ACCOUNT,)


def test_what_was_asked_for_before_the_end_is_done(
    qtbot: QtBot, settings_service: SettingsService, tmp_path: Path
) -> None:
    for number in range(1, 10):
        settings_service.change(lambda settings, number=number: settings.with_recent_folder(str(number)))  # type: ignore[misc]
    assert settings_service.shutdown()
    assert settings_file.load(tmp_path).settings.recent_folders[0] == "9"


def test_two_sessions_of_one_user_keep_each_others_accounts(
    qtbot: QtBot, settings_service: SettingsService, drawer: Drawer, tmp_path: Path
) -> None:
    other = SettingsService(tmp_path, TokenStore(drawer), lambda: Operations(straight()))
    with qtbot.waitSignals([settings_service.loaded, other.loaded]):
        settings_service.load()
        other.load()
    theirs = replace(ACCOUNT, id="b" * 32, name="Theirs")
    with qtbot.waitSignal(settings_service.saved):
        settings_service.save(ACCOUNT, TOKEN)
    with qtbot.waitSignal(other.saved):
        other.save(theirs)
    with qtbot.waitSignal(settings_service.saved) as told:
        settings_service.change(lambda settings: replace(settings, uploads_at_once=3))
    assert told.args is not None
    assert told.args[0].accounts == (ACCOUNT, theirs)  # the window hears of them as well
    with qtbot.waitSignal(other.saved):
        other.remove(ACCOUNT.id)
    with qtbot.waitSignal(settings_service.saved):
        settings_service.use(theirs.id)
    assert settings_file.load(tmp_path).settings == Settings(
        accounts=(theirs,), current_id=theirs.id, uploads_at_once=3
    )
    assert other.shutdown()


def test_a_newer_file_is_left_alone_and_changes_last_for_the_session(
    qtbot: QtBot, settings_service: SettingsService, drawer: Drawer, tmp_path: Path
) -> None:
    path = tmp_path / settings_file.FILE_NAME
    path.write_text('{"version": 2, "accounts": {"of": "tomorrow"}}', encoding="ascii")
    before = path.read_bytes()
    with qtbot.waitSignal(settings_service.failed) as told:
        settings_service.load()
    assert told.args is not None
    assert told.args[0].code is Code.SETTINGS_NEWER
    with qtbot.waitSignal(settings_service.account_saved), qtbot.assertNotEmitted(settings_service.failed):
        settings_service.save(ACCOUNT, TOKEN)
    with qtbot.waitSignal(settings_service.saved) as kept, qtbot.assertNotEmitted(settings_service.failed):
        settings_service.change(lambda settings: replace(settings, uploads_at_once=2))
    assert kept.args == [Settings(accounts=(ACCOUNT,), current_id=ACCOUNT.id, uploads_at_once=2)]
    assert drawer.entries == {}
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {path.name, settings_file.LOCK_NAME}


def test_a_token_may_be_kept_for_the_session_only(
    qtbot: QtBot, settings_service: SettingsService, drawer: Drawer
) -> None:
    with qtbot.waitSignal(settings_service.saved):
        settings_service.save(ACCOUNT, TOKEN, session_only=True)
    assert drawer.entries == {}


def test_a_bug_is_told_and_the_next_wish_is_fulfilled(
    qtbot: QtBot, settings_service: SettingsService, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(settings_service.failed) as told:
        settings_service.change(lambda _settings: None)  # type: ignore[arg-type, return-value]  # the bug
    assert told.args is not None
    assert told.args[0].code is Code.UNEXPECTED
    assert "broke down" in caplog.text
    with qtbot.waitSignal(settings_service.loaded):
        settings_service.load()


def test_a_connection_is_tested_without_sending_a_file(
    qtbot: QtBot, settings_service: SettingsService, practice: Practice
) -> None:
    account = replace(ACCOUNT, base_url=practice.base_url, integration_id=practice.integration_id)
    reports = []
    for token in (practice.token, TOKEN, None):
        with qtbot.waitSignal(settings_service.saved):
            settings_service.save(account, token)
        if token is None:
            with qtbot.waitSignal(settings_service.saved):
                settings_service.remove(account.id)
            with qtbot.waitSignal(settings_service.saved):
                settings_service.save(account)
        with qtbot.waitSignal(settings_service.checked) as told:
            settings_service.test(account.id)
        assert told.args is not None
        assert told.args[0] == account.id
        reports.append(told.args[1])
    assert reports[0].problem is None
    assert [report.problem.code for report in reports[1:]] == [Code.SIGN_IN_REFUSED, Code.NO_TOKEN]
    assert practice.uploads() == []


def test_a_password_store_that_waits_for_its_user_keeps_nobody_else_waiting(
    qtbot: QtBot, settings_service: SettingsService, drawer: Drawer
) -> None:
    with qtbot.waitSignal(settings_service.saved):
        settings_service.save(ACCOUNT)
    drawer.open.clear()
    drawer.asked.clear()
    settings_service.test(ACCOUNT.id)
    qtbot.waitUntil(drawer.asked.is_set)
    with qtbot.waitSignals([settings_service.checked, settings_service.saved], order="strict"):
        settings_service.use(ACCOUNT.id)  # ends the test
    drawer.asked.clear()
    settings_service.test(ACCOUNT.id)
    assert settings_service.shutdown()


def test_signals_come_on_the_windows_thread(qtbot: QtBot, settings_service: SettingsService) -> None:
    threads: list[QThread] = []
    settings_service.loaded.connect(lambda _settings: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(settings_service.loaded):
        settings_service.load()
    assert threads == [QThread.currentThread()]


def test_accounts_are_exported_and_imported_without_tokens(
    qtbot: QtBot, settings_service: SettingsService, drawer: Drawer, tmp_path: Path
) -> None:
    clear = replace(
        ACCOUNT,
        environment=Environment.SANDBOX,
        base_url="https://api-sandbox.clear.in",
        integration_id="6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11",
        colour="#3366cc",
    )
    with qtbot.waitSignal(settings_service.account_saved):
        settings_service.save(clear, TOKEN)
    folder = str(tmp_path / "Sharma")
    settings_service.change(lambda settings: settings.with_folder_account(folder, clear.id))
    file = tmp_path / "for the others.json"
    with qtbot.waitSignal(settings_service.exported) as told:
        settings_service.export_accounts(str(file))
    assert told.args == [file.name]
    assert TOKEN not in file.read_text(encoding="utf-8")

    with qtbot.waitSignal(settings_service.imported) as told:
        settings_service.import_accounts(str(file))
    assert told.args == [0, 1]  # it is there already
    with qtbot.waitSignal(settings_service.saved):
        settings_service.remove(clear.id)
    assert drawer.entries == {}  # the token went with it
    kept: list[Settings] = []
    settings_service.saved.connect(kept.append)
    with qtbot.waitSignal(settings_service.imported):
        settings_service.import_accounts(str(file))
    (found,) = kept
    assert [(account.name, account.colour) for account in found.accounts] == [(clear.name, clear.colour)]
    assert found.current_id == found.accounts[0].id != clear.id
    assert found.folders == {folder: FolderRule(found.current_id)}


def test_a_file_of_accounts_that_cannot_be_used_is_said(
    qtbot: QtBot, settings_service: SettingsService, tmp_path: Path
) -> None:
    with qtbot.waitSignal(settings_service.failed) as told:
        settings_service.import_accounts(str(tmp_path / "nowhere.json"))
    assert told.args[0].code is Code.ACCOUNTS_FILE_WRONG
    with qtbot.waitSignal(settings_service.failed) as told:
        settings_service.export_accounts(str(tmp_path / "nowhere" / "accounts.json"))
    assert told.args[0].code is Code.FILE_NOT_WRITTEN


def test_the_password_of_a_proxy_is_kept_and_forgotten(
    qtbot: QtBot, settings_service: SettingsService, drawer: Drawer, tmp_path: Path
) -> None:
    with qtbot.waitSignal(settings_service.signed_in):
        settings_service.sign_in("proxy.firm:8080", "ravi", TOKEN)
    assert drawer.entries == {"LedgerDrop/proxy/proxy.firm:8080": f"ravi:{TOKEN}"}
    assert settings_file.load(tmp_path).settings.sign_ins == ("proxy.firm:8080",)
    assert TOKEN not in (tmp_path / settings_file.FILE_NAME).read_text(encoding="utf-8")
    with qtbot.waitSignal(settings_service.signed_out) as told:
        settings_service.sign_out("proxy.firm:8080")
    assert told.args == ["proxy.firm:8080"]
    assert drawer.entries == {}
    assert settings_file.load(tmp_path).settings.sign_ins == ()


def test_no_token_is_kept_for_an_account_whose_address_another_session_has_changed(
    qtbot: QtBot, settings_service: SettingsService, drawer: Drawer, tmp_path: Path
) -> None:
    other = SettingsService(tmp_path, TokenStore(drawer), lambda: Operations(straight()))
    with qtbot.waitSignal(settings_service.account_saved):
        settings_service.save(ACCOUNT, TOKEN)
    with qtbot.waitSignal(other.account_saved):
        other.save(replace(ACCOUNT, base_url="https://elsewhere.example"), "token-for-elsewhere")
    with qtbot.waitSignal(settings_service.account_saved):
        settings_service.save(
            replace(ACCOUNT, name="Renamed")
        )  # as the first session knows it: with the first address
    assert settings_file.load(tmp_path).settings.accounts == (replace(ACCOUNT, name="Renamed"),)
    assert drawer.entries == {}
    assert other.shutdown()
