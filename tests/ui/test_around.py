"""Test what surrounds the window: notifications, where it stood, where files came from, help."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.states import PRODUCTION, Scene, entry

from ledgerdrop import resources
from ledgerdrop.model.ingestion import IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import Notice, State
from ledgerdrop.ui.dialogs.help_dialogs import HelpDialog
from ledgerdrop.ui.files.file_model import Column

Show = Callable[[Scene], Scene]
ROOT = Path(__file__).parents[2]


def finish(scene: Scene) -> list[tuple[str, str]]:
    """Let a batch end, and return what was notified."""
    heard: list[tuple[str, str]] = []
    scene.window.notifier.notified.connect(lambda *words: heard.append(words))
    scene.queue.put([entry(1, "a.csv", State.SENDING), entry(2, "b.csv", State.SENDING)])
    scene.queue.change(states.uploaded(1, "a.csv"))
    scene.queue.change(entry(2, "b.csv", State.FAILED))
    return heard


def test_nobody_is_notified_of_what_is_in_front(qtbot: QtBot, show: Show) -> None:
    scene = show(states.empty())
    scene.window.activateWindow()
    qtbot.waitUntil(scene.window.isActiveWindow)
    assert finish(scene) == []


def test_the_end_of_a_batch_is_notified_without_names_of_files(qtbot: QtBot, show: Show) -> None:
    scene = show(states.empty())
    scene.window.hide()
    qtbot.waitUntil(lambda: not scene.window.isActiveWindow())
    assert finish(scene) == [("1 file uploaded", "1 file needs your attention")]


def test_a_refused_account_is_notified(qtbot: QtBot, show: Show) -> None:
    scene = show(states.empty())
    scene.window.hide()
    qtbot.waitUntil(lambda: not scene.window.isActiveWindow())
    with qtbot.waitSignal(scene.window.notifier.notified) as heard:
        scene.queue.stop(PRODUCTION.id, Problem(Code.SIGN_IN_REFUSED))
    assert heard.args[0].startswith("Clear rejected the access token")


def test_the_window_is_where_it_was_and_as_wide(show: Show) -> None:
    first = show(states.ready())
    first.window.resize(781, 611)
    first.window.workspace.list.restore_width(222)
    first.window.close()
    kept = [asked[1] for asked in first.settings_service.asked if asked[0] == "change"][-1]
    assert kept.name_width == 222
    second = states.set_scene(load=False)
    second.settings_service.settings = replace(
        second.settings_service.settings, placement=kept.placement, name_width=kept.name_width
    )
    second.settings_service.load()
    show(second)
    assert (second.window.width(), second.window.height()) == (781, 611)
    assert second.window.workspace.list.name_width == 222


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (Column.STATUS, Qt.SortOrder.DescendingOrder),
        (Column.SIZE, Qt.SortOrder.AscendingOrder),
        (Column.NAME, Qt.SortOrder.DescendingOrder),
        (-1, Qt.SortOrder.AscendingOrder),
    ],
)
def test_the_list_is_sorted_as_it_was(show: Show, column: int, order: Qt.SortOrder) -> None:
    first = show(states.ready())
    first.window.workspace.list.sortByColumn(column, order)
    first.window.close()
    kept = [asked[1] for asked in first.settings_service.asked if asked[0] == "change"][-1]
    second = states.set_scene(load=False)
    second.settings_service.settings = replace(
        second.settings_service.settings, sort_by=kept.sort_by, descending=kept.descending
    )
    second.settings_service.load()
    show(second)
    files = second.window.workspace.list.filter
    assert files.sort_column == column
    if column >= 0:
        assert files.sort_order is order
    chosen = [known for known, item in second.window.main_menu.sort_items.items() if item.isChecked()]
    assert chosen == [column]


def test_a_placement_that_is_none_does_no_harm(show: Show) -> None:
    scene = states.set_scene(load=False)
    scene.settings_service.settings = replace(scene.settings_service.settings, placement="ü no base64")
    scene.settings_service.load()
    show(scene)


def test_folders_that_files_came_from_can_be_browsed_again(show: Show) -> None:
    scene = show(states.empty())
    scene.window.adder.taken.emit([Path("/books/may & june/a.csv"), Path("/books/b.csv")])
    wanted = scene.settings_service.asked[-1][1]
    assert wanted.recent_folders == (str(Path("/books/may & june")),)
    scene.settings_service.saved.emit(wanted)
    (item,) = scene.window.main_menu.recent.actions()
    assert item.text() == str(Path("/books/may && june"))
    item.trigger()
    assert scene.window.findChild(QFileDialog) is not None


def test_the_help_shows_pictures_of_its_own_folder_only(show: Show, qtbot: QtBot) -> None:
    scene = show(states.empty())
    dialog = HelpDialog(scene.window)
    qtbot.addWidget(dialog)
    image = QTextDocument.ResourceType.ImageResource.value
    names = re.findall(r"!\[.+?\]\((.+?)\)", (resources.path("help") / "en.md").read_text(encoding="utf-8"))
    assert len(names) == 3
    for name in names:
        assert isinstance(dialog.page.loadResource(image, QUrl(name)), QImage)
    elsewhere = QUrl.fromLocalFile(str(ROOT / "resources" / "icons" / "ledgerdrop.svg"))
    assert not isinstance(dialog.page.loadResource(image, elsewhere), QImage)
    assert "Nothing is sent yet" in dialog.page.toPlainText()


def test_the_end_of_what_was_taken_off_the_list_is_told_and_notified(qtbot: QtBot, show: Show) -> None:
    scene = show(states.empty())
    scene.window.hide()
    qtbot.waitUntil(lambda: not scene.window.isActiveWindow())
    with qtbot.waitSignal(scene.window.notifier.notified) as heard:
        scene.queue.notice.emit(Notice(unlisted=("a.csv",), status=IngestionStatus.NOT_TAKEN_IN))
    assert heard.args[0] == "Import rejected"
    assert "a.csv" not in heard.args[1]
    assert scene.window.banner.words.text() == "Import rejected: a.csv (no longer in the list)"
