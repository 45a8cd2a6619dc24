"""Facts about every state of the window: nothing is cut off, nothing overlaps, everything has a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.screens import states
from tests.screens.dialogs import EVERYTHING, to_look_at
from tests.screens.states import Scene
from tests.screens.take import PSEUDO
from tests.translations.pseudo import speak_pseudo

from ledgerdrop.window import language
from ledgerdrop.window.drop_zone import DropVeil
from ledgerdrop.window.header import AccountButton
from ledgerdrop.window.parts import Elided

CATALOGUES = Path(__file__).parents[2] / "resources" / "translations"
OVER = (DropVeil,)  # lies over others on purpose
WITH_LARGE_TEXT = (  # one of each kind
    "empty",
    "problems",
    "answer_details",
    "busy",
    "account_refused",
    "ready_production",
    "finished_with_problems",
    "dialog_settings",
    "dialog_account_typing",
    "dialog_account_practice",
    "dialog_close_question",
    "history_selected",
    "history_narrow",
)
Put = Callable[[str], QWidget]


@pytest.fixture
def put(qtbot: QtBot) -> Iterator[Put]:
    """Put a fresh window in the state of that name, and return what is looked at."""
    scenes: list[Scene] = []

    def put_up(name: str) -> QWidget:
        make, size = EVERYTHING[name]
        scene = make()
        scenes.append(scene)
        qtbot.addWidget(scene.window)
        scene.window.resize(size)
        scene.window.show()
        looked_at = to_look_at(scene)
        qtbot.waitUntil(looked_at.isVisible)
        QTest.qWait(1)
        return looked_at

    yield put_up
    for scene in scenes:
        scene.queue.clear()


@pytest.fixture
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The language, or the one that is 60 % longer than English."""
    code = "en" if request.param == PSEUDO else request.param
    assert language.speak(qapp, CATALOGUES, code) == code
    longer = speak_pseudo() if request.param == PSEUDO else None
    yield request.param
    if longer is not None:
        qapp.removeTranslator(longer)
    language.speak(qapp, CATALOGUES, "en")


@pytest.fixture
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    """The system's text size in per cent."""
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * request.param / 100)
    qapp.setFont(larger)
    yield request.param
    qapp.setFont(before)


def shown(window: QWidget) -> list[QWidget]:
    """The parts that can be seen."""
    return [part for part in window.findChildren(QWidget) if part.isVisible() and part.window() is window]


def describe(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else part.accessibleName()
    return f"{type(part).__name__}({text!r}) {part.width()}x{part.height()}"


def is_cut(part: QWidget) -> bool:
    """Whether some of its text cannot be seen."""
    if isinstance(part, Elided | AccountButton):
        return part.width() < part.minimumSizeHint().width()
    if isinstance(part, QLabel) and part.wordWrap():
        return part.heightForWidth(part.width()) > part.height()
    if isinstance(part, QLabel | QPushButton):
        return part.sizeHint().width() > part.width() or part.sizeHint().height() > part.height() + 1
    if isinstance(part, QPlainTextEdit):  # a short text needs no scrolling
        return part.document().lineCount() <= 3 and part.verticalScrollBar().maximum() > 0
    if isinstance(part, QLineEdit):
        placeholder = part.fontMetrics().horizontalAdvance(part.placeholderText())
        return placeholder + 20 > part.width() or part.sizeHint().height() > part.height() + 1
    return False


NAMES = [name for name in EVERYTHING if name != "long_list"]
LOOKS = [
    *(("en", 100, name) for name in NAMES),
    *(("en", 150, name) for name in WITH_LARGE_TEXT),
    *((spoken, 100, name) for spoken in ("hi", "ar", PSEUDO) for name in NAMES),
]


@pytest.mark.parametrize(("spoken", "text_size", "name"), LOOKS, indirect=["spoken", "text_size"])
def test_nothing_is_cut_off_or_overlaps_and_all_has_a_name(put: Put, spoken: str, text_size: int, name: str) -> None:
    window = put(name)
    assert [describe(part) for part in shown(window) if is_cut(part)] == []
    assert [describe(part) for part in shown(window) if is_outside(part)] == []
    assert overlapping(window) == []
    reached = by_tab(window)
    assert reached
    for part in reached:
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name), describe(part)
        assert interface.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), describe(part)


def is_outside(part: QWidget) -> bool:
    """Whether it reaches beyond what it lies in."""
    if not isinstance(part, QLabel | QAbstractButton | QLineEdit):
        return False
    parent = part.parentWidget()
    return parent is not None and not parent.rect().adjusted(-1, -1, 1, 1).contains(part.geometry())


def overlapping(window: QWidget) -> list[tuple[str, str]]:
    """Pairs of parts of one layout that cover each other."""
    found = []
    for parent in [window, *shown(window)]:
        layout = parent.layout()
        if isinstance(parent, QMainWindow | QStackedWidget | QSplitter | QScrollArea) or layout is None:
            continue
        children = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        laid_out = [part for part in children if part.isVisible()]
        found += [
            (describe(one), describe(other))
            for one, other in combinations(laid_out, 2)
            if one.geometry().intersects(other.geometry())
            and not isinstance(one, OVER)
            and not isinstance(other, OVER)
        ]
    return found


@pytest.mark.parametrize(
    "name",
    [
        "empty",
        "answer_details",
        "busy",
        "dialog_settings",
        "dialog_account",
        "dialog_close_question",
        "account_refused",
    ],
)
def test_everything_that_can_be_clicked_can_be_reached_with_tab(put: Put, name: str) -> None:
    window = put(name)
    clickable = {part for part in shown(window) if isinstance(part, QPushButton | QLineEdit) and part.isEnabled()}
    assert {describe(part) for part in clickable} <= {describe(part) for part in by_tab(window)}


def by_tab(window: QWidget) -> list[QWidget]:
    """What the Tab key stops at."""
    found: list[QWidget] = []
    part = window.nextInFocusChain()
    while part is not None and part is not window:
        takes_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes_tab and part.isVisible() and part.isEnabled() and part.window() is window:
            found.append(part)
        part = part.nextInFocusChain()
    return found


def test_a_screen_reader_reads_the_cells(put: Put) -> None:
    window = put("problems")
    files = window.findChild(QWidget, "files")
    assert files is not None
    table = QAccessible.queryAccessibleInterface(files)
    read = {table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())}
    assert "This workbook is from a very old Excel" in {text.split(". ")[0] for text in read}
    assert any(text.startswith("purchases april.csv, 3.1 MB, The name says .csv") for text in read)
    assert "Send as purchases april.xlsx, Remove from the list" in read


@pytest.mark.parametrize("size", [QSize(760, 520), QSize(3840, 2160)])
def test_it_fits_from_small_to_4k(qtbot: QtBot, size: QSize) -> None:
    scene = states.busy()
    qtbot.addWidget(scene.window)
    scene.window.resize(size)
    scene.window.show()
    QTest.qWait(1)
    assert scene.window.size() == size
    assert [describe(part) for part in shown(scene.window) if is_cut(part)] == []
    scene.queue.clear()
