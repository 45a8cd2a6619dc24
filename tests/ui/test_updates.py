"""Test a newer version in the window: the notice and the setting."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.faults.control import FaultServer
from tests.faults.scenario import Step, redirect
from tests.screens import states, updates
from tests.screens.states import Scene
from tests.screens.updates import RELEASE
from tests.servers.desktop import desktop
from tests.servers.practice import Practice
from tests.servers.proxies import free_port
from tests.ui.live import Desk

import ledgerdrop
from ledgerdrop.background import update_checker
from ledgerdrop.background.update_checker import UpdateWatch
from ledgerdrop.model.settings import Release, Settings, Standing
from ledgerdrop.net.network import Network
from ledgerdrop.store import settings_file
from ledgerdrop.ui import banner
from ledgerdrop.ui.banner import UpdateNotice, open_page
from ledgerdrop.ui.settings.settings_dialog import UpdatesPage

Show = Callable[[Scene], Scene]


@pytest.fixture
def opened() -> Iterator[list[QUrl]]:
    with desktop() as opened:
        yield opened


class Office:
    """Starts the program's parts for updates again and again on one computer, with one address to ask."""

    def __init__(self, qtbot: QtBot, practice: Practice, folder: Path, network: Network) -> None:
        self._qtbot, self._practice, self._folder, self._network = qtbot, practice, folder, network
        self.settings = Settings(accounts=states.ACCOUNTS, current_id=states.SANDBOX.id)
        self.desk: Desk | None = None
        self.watch: UpdateWatch | None = None

    def start(self) -> Desk:
        """Start as `app.py` does it, without waiting for ten seconds."""
        desk = self.desk = Desk(self._qtbot, self._practice, self._folder, self.settings)
        watch = self.watch = UpdateWatch(self._folder / "data", lambda: self._network)
        desk.settings_service.saved.connect(watch.use)
        desk.window.updates.wanted.connect(watch.ask_now)
        watch.found.connect(desk.window.updates.tell)
        watch.answered.connect(desk.window.updates.answer)
        with self._qtbot.waitSignal(watch.looked, timeout=20_000):
            watch.use(settings_file.load(self._folder / "settings").settings)
        return desk

    def end(self) -> None:
        """Close everything; what was set is there at the next start."""
        assert self.watch is not None
        assert self.desk is not None
        assert self.watch.shutdown()
        self.desk.leave()
        self.settings = settings_file.load(self._folder / "settings").settings
        self.desk = None


@pytest.fixture
def office(
    qtbot: QtBot, practice: Practice, tmp_path: Path, fault_network: Network, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    monkeypatch.setattr(update_checker, "FIRST_LOOK", 0)
    office = Office(qtbot, practice, tmp_path, fault_network)
    yield office
    if office.desk is not None:
        office.end()


def says(release: Release) -> Step:
    return Step(200, (("Content-Type", "application/json"),), json.dumps(asdict(release)))


def click(button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def notice_of(desk: Desk | Scene) -> UpdateNotice:
    return desk.window.updates


def check_for_updates(desk: Desk | Scene) -> UpdateNotice:
    items = desk.window.menuBar().findChildren(QAction)
    next(item for item in items if item.text() == "Check for &updates…").trigger()
    return notice_of(desk)


def test_a_newer_version_is_told_and_leads_to_the_browser(
    office: Office, faults: FaultServer, opened: list[QUrl], monkeypatch: pytest.MonkeyPatch
) -> None:
    with faults.scenario([says(RELEASE)]) as scenario:
        monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", scenario.base_url)
        desk = office.start()
        notice = notice_of(desk)
        assert notice.isVisible()
        assert notice.words.text() == f"LedgerDrop 1.4.0 is available; you have {ledgerdrop.__version__}"
        assert opened == []  # nothing by itself
        click(notice.download)
        assert [url.toString() for url in opened] == [RELEASE.page]
        assert not notice.isVisible()
        assert office.watch is not None
        office.watch.found.emit(RELEASE)  # as every hour
        assert not notice.isVisible()
        (request,) = scenario.requests()
        assert {name.lower() for name, _ in request.headers} == {
            "host",
            "user-agent",
            "accept",
            "cache-control",
            "pragma",
        }


def test_not_now_is_for_this_version_and_for_good(
    office: Office, faults: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with faults.scenario([says(RELEASE), says(replace(RELEASE, version="1.5.0"))]) as scenario:
        monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", scenario.base_url)
        desk = office.start()
        with desk.qtbot.waitSignal(desk.settings_service.saved):
            click(notice_of(desk).close_button)
        assert not notice_of(desk).isVisible()
        office.end()
        assert office.settings.declined_version == "1.4.0"
        desk = office.start()
        assert not desk.window.updates.isVisible()
        assert check_for_updates(desk).words.text() == "Checking for updates…"  # by hand it is told again
        desk.until(lambda: notice_of(desk).words.text().startswith("LedgerDrop 1.5.0 is available"))
        office.end()
        desk = office.start()  # and so is the next version
        assert notice_of(desk).words.text().startswith("LedgerDrop 1.5.0 is available")


@pytest.mark.parametrize("step", [Step(500), Step(body="{"), redirect(), says(replace(RELEASE, version="0.0.1"))])
def test_what_goes_wrong_is_never_shown(
    office: Office, faults: FaultServer, monkeypatch: pytest.MonkeyPatch, step: Step
) -> None:
    with faults.scenario([step]) as scenario:
        monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", scenario.base_url)
        desk = office.start()
        assert len(scenario.requests()) == 1
        assert not desk.window.updates.isVisible()
        assert not desk.window.banner.isVisible()


def test_whoever_asks_is_told_that_it_is_the_newest_or_cannot_be_reached(
    office: Office, faults: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with faults.scenario([says(replace(RELEASE, version=ledgerdrop.__version__))]) as scenario:
        monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", scenario.base_url)
        desk = office.start()
        notice = check_for_updates(desk)
        desk.until(lambda: notice.words.text().startswith("You have the latest version"))
        assert not notice.download.isVisible()
        assert notice.close_button.text() == "Close"
        click(notice.close_button)
        assert not notice.isVisible()
    monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", f"https://127.0.0.1:{free_port()}/")
    check_for_updates(desk)
    desk.until(lambda: notice.words.text().startswith("Can't check for updates"))
    assert "Can't reach 127.0.0.1" in notice.words.text()


def test_a_notice_that_was_closed_is_not_opened_by_its_answer(show: Show) -> None:
    scene = show(updates.update_asking())
    click(notice_of(scene).close_button)
    scene.window.updates.answer(Standing.ON)
    assert not notice_of(scene).isVisible()
    assert scene.settings_service.asked == []  # no version was declined


@pytest.mark.parametrize(
    ("word", "words"),
    [
        (Standing.OFF_BY_IT, "Your IT department takes care of updates"),
        (Standing.NOT_SET_UP, "Updates aren't set up for this copy"),
        (Standing.PRACTISING, "Nothing leaves this computer while you practise"),
    ],
)
def test_why_nobody_is_asked_is_said_plainly(show: Show, word: Standing, words: str) -> None:
    scene = show(updates.asked(word))
    assert notice_of(scene).words.text().startswith(words)


def test_what_is_asked_for_stays_while_the_settings_are_off(show: Show) -> None:
    scene = show(updates.asked(Standing.ON))
    scene.settings_service.saved.emit(replace(scene.settings_service.settings, ask_for_updates=False))
    assert notice_of(scene).isVisible()


@pytest.mark.parametrize("page", ["http://www.example.com/", "file:///etc/passwd", "ledgerdrop:x", "https:// x"])
def test_nothing_but_https_is_opened(opened: list[QUrl], page: str) -> None:
    open_page(replace(RELEASE, page=page))
    assert opened == []


def test_the_notice_is_read_aloud_and_reached_with_keys(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = states.problems()
    heard: list[str] = []
    monkeypatch.setattr(banner, "say_aloud", lambda _window, text: heard.append(text))
    scene.window.updates.tell(RELEASE)
    show(scene)
    assert len(heard) == 1
    assert heard[0].startswith("LedgerDrop 1.4.0 is available")
    notice = notice_of(scene)
    assert scene.window.focusWidget() not in (notice.download, notice.close_button)  # it takes the keys from nobody
    notice.close_button.setFocus()
    QTest.keyClick(notice.close_button, Qt.Key.Key_Space)
    assert not notice.isVisible()
    assert scene.settings_service.asked[-1][1].declined_version == "1.4.0"


def test_messages_and_drops_leave_the_notice_alone(show: Show) -> None:
    scene = show(updates.update_notice())
    scene.window.banner.say("Something else")
    scene.window.banner.hide()
    assert notice_of(scene).isVisible()


def page_of(scene: Scene) -> UpdatesPage:
    dialog = scene.window.settings_controller.settings
    assert dialog is not None
    assert dialog.updates_tab.isChecked()
    return dialog.updates


def test_the_user_can_switch_it_off(show: Show) -> None:
    scene = show(updates.scene_of())
    dialog = updates.settings_of(scene)
    click(dialog.updates_tab)
    page = page_of(scene)
    assert page.tick.isChecked()
    assert "updates.example.com" in page.note.text()
    page.tick.click()
    wanted = replace(scene.settings_service.settings, ask_for_updates=False)
    assert scene.settings_service.asked == [("change", wanted)]
    scene.settings_service.saved.emit(wanted)
    assert not page.tick.isChecked()
    assert page.tick.isEnabled()


@pytest.mark.parametrize(
    ("make", "checked", "words"),
    [
        (updates.updates_page_fixed, True, "Your IT department has set this."),
        (updates.updates_page_off_by_it, False, "Your IT department turned this off."),
        (updates.updates_page_not_set_up, False, "Updates aren't set up"),
    ],
)
def test_what_the_user_cannot_choose_says_who_has(
    show: Show, make: Callable[[], Scene], checked: bool, words: str
) -> None:
    page = page_of(show(make()))
    assert not page.tick.isEnabled()
    assert page.tick.isChecked() is checked
    assert page.note.text().startswith(words)
    assert page.tick.accessibleDescription()
