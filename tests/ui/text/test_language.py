"""Test that all of an open window follows a change of language: texts, figures, direction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.dialogs import EVERYTHING
from tests.screens.facts import link_place
from tests.screens.states import Scene
from tests.variants import mostly_long

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.text import formatting, language, wording

CATALOGUES = Path(__file__).parents[3] / "resources" / "translations"
OWN_NAMES = set(language.NAMES.values())
Show = Callable[[Scene], Scene]


@pytest.fixture(autouse=True)
def afterwards_english(qapp: QApplication) -> Iterator[None]:
    yield
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))
    language.speak(qapp, CATALOGUES, "en")


def words_of(window: QWidget) -> dict[str, list[str]]:
    """Return all that the window says, by what says it; whether or not it can be seen now."""
    parts = [part for part in window.findChildren(QWidget) if part.window() is window]
    said = {
        "labels": [part.text() for part in parts if isinstance(part, QLabel)],
        "buttons": [part.text() for part in parts if isinstance(part, QAbstractButton)],
        "fields": [part.placeholderText() for part in parts if isinstance(part, QLineEdit)],
        "names": [part.accessibleName() for part in parts],
        "descriptions": [part.accessibleDescription() for part in parts],
        "tooltips": [part.toolTip() for part in parts],
        "items": [action.text() for action in window.findChildren(QAction)],
        "title": [window.windowTitle()],
    }
    return {kind: sorted(text for text in found if text) for kind, found in said.items()}


def choose(scene: Scene, code: str) -> None:
    """Choose a language in the menu; the settings service answers as the real one does."""
    scene.window.main_menu.language_items[code].trigger()
    ((_, wanted),) = [asked for asked in scene.settings_service.asked if asked[0] == "change"]
    scene.settings_service.asked.clear()
    assert wanted.language == code
    scene.settings_service.saved.emit(wanted)
    QTest.qWait(1)  # the event comes through the loop; what was replaced is deleted by it


@pytest.mark.parametrize("code", mostly_long(["ar", "hi"], lambda code: code == "ar"))
@pytest.mark.parametrize(
    "name", [name for name in EVERYTHING if not name.startswith("dialog") and name != "long_list"]
)
def test_a_window_that_changes_its_language_says_what_a_fresh_one_says(show: Show, name: str, code: str) -> None:
    make, _ = EVERYTHING[name]
    changed = show(make())
    choose(changed, code)
    fresh = show(make())
    QTest.qWait(1)
    # A message of the moment is taken away, as it was said in the language of that moment.
    if changed.window.banner.isHidden() and not fresh.window.banner.isHidden():
        assert not fresh.window.banner.leads_to_settings
        changed.window.banner.say(fresh.window.banner.words.text())
    assert words_of(changed.window) == words_of(fresh.window)


def test_changing_the_language_leaves_the_queue_and_the_place_in_the_list_alone(show: Show) -> None:
    scene = show(states.problem_details())
    scene.queue.asked.clear()
    files = scene.window.workspace.list
    before = (files.current_id(), files.selected_ids(), scene.window.workspace.details.isVisible(), scene.queue.ids())
    for code in ("ar", "hi", "", "en"):
        choose(scene, code)
    assert scene.queue.asked == []
    assert before == (
        files.current_id(), files.selected_ids(), scene.window.workspace.details.isVisible(), scene.queue.ids()
    )  # fmt: skip


def test_the_menu_shows_what_is_chosen_and_names_each_language_in_itself(show: Show) -> None:
    scene = show(states.empty())
    choose(scene, "hi")
    items = scene.window.main_menu.language_items
    assert [code for code, item in items.items() if item.isChecked()] == ["hi"]
    assert {item.text() for item in items.values()} >= OWN_NAMES == {"English", "हिन्दी", "العربية"}


def test_shortcuts_are_there_once_after_a_change(show: Show) -> None:
    scene = show(states.empty())
    choose(scene, "ar")
    keys = [key.toString() for item in scene.window.findChildren(QAction) for key in item.shortcuts()]
    assert "Ctrl+1" in keys
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("code", ["en", "hi", "ar"])
def test_no_two_items_of_a_menu_have_one_key(show: Show, code: str) -> None:
    scene = show(states.empty())
    if code != "en":
        choose(scene, code)
    bar = scene.window.menuBar()
    menus = [bar.actions(), *(menu.actions() for menu in bar.findChildren(QMenu))]
    for items in menus:
        marked = [
            text[text.index("&") + 1].lower() for item in items if "&" in (text := item.text().replace("&&", ""))
        ]
        assert [key for key in marked if marked.count(key) > 1] == [], [item.text() for item in items]


def test_arabic_is_mirrored_to_the_links_in_the_rows(qtbot: QtBot, show: Show) -> None:
    scene = show(states.problems())
    choose(scene, "ar")
    window, files = scene.window, scene.window.workspace.list
    middle = files.viewport().width() / 2
    remove, send_as = link_place(files, 2, Action.REMOVE), link_place(files, 2, Action.SEND_AS)
    assert remove is not None
    assert send_as is not None
    assert remove.x() < send_as.x() < middle
    assert window.header.settings.x() < window.header.account.x()
    assert files.header().sectionViewportPosition(0) > middle  # names are at the right
    elsewhere = QPoint(files.viewport().width() - remove.x(), remove.y())  # where it would be from left to right
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=elsewhere)
    assert scene.queue.asked == []
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=send_as)
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=remove)
    assert [asked[:2] for asked in scene.queue.asked] == [("send_as", 2), ("remove", [2])]


def test_numbers_and_names_are_written_as_in_the_language(qapp: QApplication) -> None:
    language.speak(qapp, CATALOGUES, "ar")
    assert formatting.number(1234) in {QLocale("ar_EG").toString(1234), "1,234"}  # by country
    found = wording.problem(Problem(Code.CONTENT_DIFFERS, {"extension": ".csv", "what": "a PDF document"}))
    assert "\u2068.csv\u2069" in found.headline
    assert "مستند PDF" in found.headline
    language.speak(qapp, CATALOGUES, "hi")
    found = wording.problem(Problem(Code.CONTENT_DIFFERS, {"extension": ".csv", "what": "a PDF document"}))
    assert found.headline == "नाम .csv है, पर फ़ाइल PDF दस्तावेज़ है"
    assert found.together.startswith(f"{found.headline}। ")


def test_a_problem_as_one_text_is_read_from_right_to_left(qapp: QApplication) -> None:
    language.speak(qapp, CATALOGUES, "ar")
    found = wording.problem(Problem(Code.SIGN_IN_REFUSED))
    assert found.together == f"{found.headline}. {found.advice}"  # with no isolate at its beginning


@pytest.mark.parametrize("wanted", ["en", "xx"])
def test_a_language_without_a_catalogue_is_english(qapp: QApplication, wanted: str) -> None:
    assert language.speak(qapp, CATALOGUES, wanted) == "en"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
