"""Test what IT has set up, through the settings service: what is told, what is written, what the user can change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.background.test_settings_service import Drawer
from tests.transfer.conftest import ACCOUNT, straight

from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode, Settings
from ledgerdrop.store import settings_file
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.managed_settings import no_registry, read_presets
from ledgerdrop.transfer.operations import Operations

TOKEN = "presets-test-3e77"
UUID = "6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11"
GULF = {"name": "Gulf", "environment": "custom", "base_url": "https://api-sa.example", "integration_id": UUID}


class Computer:
    """Represents a computer on which IT writes presets, and the program is started again and again."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self._folder = folder
        self._keepers: list[SettingsService] = []
        self.drawer = Drawer()
        self.settings = Settings()
        self.failed: list[Problem] = []

    def preset(self, **form: object) -> None:
        path = self._folder / "presets.json"
        path.write_text(json.dumps({"form": "ledgerdrop-presets", "version": 1, **form}), encoding="utf-8")
        path.chmod(0o644)

    def start(self) -> SettingsService:
        self.close()
        read = lambda: read_presets([self._folder / "presets.json"], no_registry)  # noqa: E731 - short
        settings_service = SettingsService(
            self._folder / "settings", TokenStore(self.drawer), lambda: Operations(straight()), read
        )
        settings_service.loaded.connect(self._on_settings)
        settings_service.saved.connect(self._on_settings)
        settings_service.failed.connect(self.failed.append)
        self._keepers.append(settings_service)
        with self._qtbot.waitSignals([settings_service.loaded, settings_service.token_place_found]):
            settings_service.load()
        return settings_service

    def saved(self, act: Callable[[], None]) -> None:
        with self._qtbot.waitSignal(self._keepers[-1].saved):
            act()

    def written(self) -> Settings:
        return settings_file.load(self._folder / "settings").settings

    def account(self, name: str) -> Account:
        (found,) = [account for account in self.settings.accounts if account.name == name]
        return found

    def close(self) -> None:
        for settings_service in self._keepers:
            assert settings_service.shutdown()
            settings_service.deleteLater()
        self._keepers.clear()

    def _on_settings(self, settings: Settings) -> None:
        self.settings = settings


@pytest.fixture
def computer(qtbot: QtBot, tmp_path: Path) -> Iterator[Computer]:
    computer = Computer(qtbot, tmp_path)
    yield computer
    computer.close()


def test_an_account_of_it_keeps_its_token_over_starts_and_changes(computer: Computer) -> None:
    computer.preset(accounts=[{**GULF, "key": "gulf"}])
    settings_service = computer.start()
    account = computer.account("Gulf")
    assert computer.settings.current == account
    assert computer.written().accounts == (account,)
    computer.saved(lambda: settings_service.save(replace(account, send_at_once=True), TOKEN))
    computer.preset(accounts=[{**GULF, "key": "gulf", "name": "Gulf branch"}])
    computer.start()
    assert computer.account("Gulf branch") == replace(account, name="Gulf branch", send_at_once=True)
    assert len(computer.settings.accounts) == 1
    assert TokenStore(computer.drawer).get(account.id) == TOKEN
    assert computer.failed == []


def test_an_account_that_is_pointed_elsewhere_never_gets_the_token(computer: Computer) -> None:
    computer.preset(accounts=[{**GULF, "key": "gulf"}])
    settings_service = computer.start()
    computer.saved(lambda: settings_service.save(computer.account("Gulf"), TOKEN))
    computer.preset(accounts=[{**GULF, "key": "gulf", "base_url": "https://evil.example"}])
    computer.start()
    store = TokenStore(computer.drawer)
    tokens = {account.base_url: store.get(account.id) for account in computer.settings.accounts}
    assert tokens == {GULF["base_url"]: TOKEN, "https://evil.example": None}


def test_the_address_of_an_account_of_it_cannot_be_saved_otherwise(computer: Computer) -> None:
    computer.preset(accounts=[GULF])
    settings_service = computer.start()
    account = computer.account("Gulf")
    changed = replace(account, base_url="https://evil.example", name="Mine", integration_id=UUID.replace("6", "7"))
    computer.saved(lambda: settings_service.save(replace(changed, colour="#123456"), TOKEN))
    assert computer.settings.accounts == (replace(account, colour="#123456"),)


def test_an_account_of_it_is_back_when_it_was_removed(computer: Computer) -> None:
    computer.preset(accounts=[GULF])
    settings_service = computer.start()
    account = computer.account("Gulf")
    computer.saved(lambda: settings_service.save(account, TOKEN))
    computer.saved(lambda: settings_service.remove(account.id))
    assert computer.settings.accounts == (account,)
    assert computer.drawer.entries == {}


def test_accounts_of_the_user_live_beside_those_of_it(computer: Computer) -> None:
    settings_service = computer.start()
    computer.saved(
        lambda: settings_service.save(replace(ACCOUNT, environment=Environment.CUSTOM, base_url="https://x.example"))
    )
    computer.preset(accounts=[GULF])
    computer.start()
    assert [account.name for account in computer.settings.accounts] == ["Test", "Gulf"]
    assert computer.settings.current_id == ACCOUNT.id
    computer.start()
    assert len(computer.settings.accounts) == 2


def test_what_it_fixes_is_told_but_the_users_own_choice_is_written(computer: Computer) -> None:
    settings_service = computer.start()
    computer.saved(lambda: settings_service.change(lambda settings: replace(settings, language="ar")))
    computer.preset(language="hi", proxy="http://proxy.example:8080", ask_for_updates=False, fixed=["language"])
    settings_service = computer.start()
    proxy = ProxyChoice(ProxyMode.MANUAL, "http://proxy.example:8080")
    shown = computer.settings
    assert (shown.language, shown.proxy, shown.ask_for_updates) == ("hi", proxy, False)
    computer.saved(
        lambda: settings_service.change(lambda settings: replace(settings, language="", uploads_at_once=7))
    )
    assert (computer.settings.language, computer.settings.uploads_at_once) == ("hi", 7)
    written = computer.written()
    assert (written.language, written.proxy, written.ask_for_updates) == ("ar", ProxyChoice(), True)
    computer.saved(
        lambda: settings_service.change(lambda settings: replace(settings, proxy=ProxyChoice(ProxyMode.NONE)))
    )
    computer.preset()
    computer.start()
    assert (computer.settings.language, computer.settings.proxy.mode) == ("ar", ProxyMode.NONE)


def test_presets_that_cannot_be_used_are_said_and_all_else_works(computer: Computer, tmp_path: Path) -> None:
    computer.preset(accounts=[GULF])
    settings_service = computer.start()
    account = computer.account("Gulf")
    (tmp_path / "presets.json").write_text("{")
    settings_service = computer.start()
    assert [problem.code for problem in computer.failed] == [Code.PRESETS_UNUSABLE]
    assert computer.settings.accounts == (account,)
    computer.saved(lambda: settings_service.change(lambda settings: replace(settings, uploads_at_once=2)))
    assert computer.written().uploads_at_once == 2
    computer.preset(accounts=[{**GULF, "name": "Gulf again"}])
    computer.start()
    assert computer.account("Gulf again").id == account.id
