"""Measure a window that is shown: whether anything is cut off, covered, hard to read, or nameless."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
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

from ledgerdrop.ui.drop_zone import DropVeil
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.files.details_panel import DetailsPanel
from ledgerdrop.ui.files.file_list import FileList
from ledgerdrop.ui.files.file_model import Column, ItemRole
from ledgerdrop.ui.files.files_page import UndoBar
from ledgerdrop.ui.files.row_delegate import RowDelegate
from ledgerdrop.ui.widgets.buttons import NamingButton
from ledgerdrop.ui.widgets.labels import ElidedLabel

_OVER = (DropVeil, DetailsPanel, UndoBar)  # lie over others on purpose
_LEAST_TARGET = 24  # pixels (WCAG 2.2, 2.5.8)
_LEAST_OF_A_NAME = 8  # characters
_LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3; what is disabled is exempt there


def faults(window: QWidget) -> list[str]:
    """Return everything that is wrong with it, in words; nothing else is expected of any window in any look."""
    return [
        *(f"cut off: {describe(part)}" for part in shown(window) if is_cut(part)),
        *(f"reaches out: {describe(part)}" for part in shown(window) if is_outside(part)),
        *(f"overlap: {one} and {other}" for one, other in overlapping(window)),
        *(f"hard to read: {what}" for what in hard_to_read(window)),
        *(f"too small: {what}" for what in too_small(window)),
        *(f"nameless: {describe(part)}" for part in by_tab(window) if not is_named(part)),
        *([] if by_tab(window) else ["Tab leads nowhere"]),
    ]


def shown(window: QWidget) -> list[QWidget]:
    """Return the parts that can be seen."""
    return [part for part in window.findChildren(QWidget) if part.isVisible() and part.window() is window]


def describe(part: QWidget) -> str:
    """Name a widget so that it can be found."""
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else part.accessibleName()
    return f"{type(part).__name__}({text!r}) {part.width()}x{part.height()}"


def is_cut(part: QWidget) -> bool:
    """Return whether some of the widget's text cannot be seen."""
    if isinstance(part, NamingButton):
        return part.shown_name != part.name and len(part.shown_name) < _LEAST_OF_A_NAME
    if isinstance(part, ElidedLabel):
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


def is_outside(part: QWidget) -> bool:
    """Return whether a widget reaches beyond its parent."""
    if not isinstance(part, QLabel | QAbstractButton | QLineEdit):
        return False
    parent = part.parentWidget()
    return parent is not None and not parent.rect().adjusted(-1, -1, 1, 1).contains(part.geometry())


def overlapping(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield pairs of parts of one layout that cover each other."""
    for parent in [window, *shown(window)]:
        layout = parent.layout()
        if isinstance(parent, QMainWindow | QStackedWidget | QSplitter | QScrollArea) or layout is None:
            continue
        children = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        laid_out = [part for part in children if part.isVisible() and not isinstance(part, _OVER)]
        for one, other in combinations(laid_out, 2):
            if one.geometry().intersects(other.geometry()):
                yield describe(one), describe(other)


def too_small(window: QWidget) -> Iterator[str]:
    """Yield what is pressed and not large enough: controls, and the links and crosses of rows."""
    least = QSize(_LEAST_TARGET, _LEAST_TARGET)
    for part in shown(window):
        pressed = isinstance(part, QAbstractButton | QLineEdit | QComboBox)
        if pressed and part.isEnabled() and part.size().boundedTo(least) != least:
            yield describe(part)
        if isinstance(part, FileList):
            for choice, where in _links(part):
                if where.size().boundedTo(least) != least:
                    yield f"{choice} {where.width()}x{where.height()}"


def _links(files: FileList) -> Iterator[tuple[str, QRect]]:
    rows = files.itemDelegate()
    assert isinstance(rows, RowDelegate)
    for row in range(files.model().rowCount()):
        index = files.model().index(row, Column.ACTIONS)
        entry, cell = index.data(ItemRole.ENTRY), files.visualRect(index)
        if entry is not None and not cell.isEmpty():
            for choice, where in rows.links(cell, files.layoutDirection(), entry):
                yield choice.short, where


def link_place(files: FileList, id_: int, action: Action) -> QPoint | None:
    """Return the middle of an action's link in the viewport, or None where it is not shown."""
    rows, index = files.itemDelegate(), files.filter.index_of(id_).siblingAtColumn(Column.ACTIONS)
    assert isinstance(rows, RowDelegate)
    if not index.isValid():
        return None
    links = rows.links(files.visualRect(index), files.layoutDirection(), index.data(ItemRole.ENTRY))
    return next((where.center() for choice, where in links if choice.action is action), None)


def by_tab(window: QWidget) -> list[QWidget]:
    """Return what the Tab key stops at."""
    found: list[QWidget] = []
    part = window.nextInFocusChain()
    while part is not None and part is not window:
        takes_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes_tab and part.isVisible() and part.isEnabled() and part.window() is window:
            found.append(part)
        part = part.nextInFocusChain()
    return found


def is_named(part: QWidget) -> bool:
    """Return whether a screen reader can say what a widget is."""
    interface = QAccessible.queryAccessibleInterface(part)
    known = interface.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client)
    return known and bool(interface.text(QAccessible.Text.Name))


def hard_to_read(window: QWidget) -> Iterator[str]:
    """Yield texts of labels, buttons and fields whose contrast is too low, as it comes out on the screen.

    What a scroll area does not show in whole does not count. The rows of tables are painted in pairs of colours that
    tests/ui/theme/test_theme.py measures.
    """
    picture = window.grab().toImage()
    for part in shown(window):
        text = part.text() if isinstance(part, QLabel | QAbstractButton | QLineEdit) else ""
        if text.strip() and part.isEnabled() and part.visibleRegion().boundingRect() == part.rect():
            ratio = contrast_in(picture, part.rect().translated(part.mapTo(window, QPoint(0, 0))))
            if ratio < _LEAST_CONTRAST:
                yield f"{describe(part)} at {ratio:.2f}"


def contrast_in(picture: QImage, place: QRect) -> float:
    """Return the contrast between the commonest colour there, which is the ground, and the one that differs most."""
    ratio = picture.devicePixelRatio()
    inner = place.adjusted(3, 3, -3, -3)  # without the frame of a control
    corner, size = QPointF(inner.topLeft()) * ratio, QSizeF(inner.size()) * ratio
    part = picture.copy(QRect(corner.toPoint(), size.toSize())).convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(part.constBits()).cast("I").tolist())
    ground = counted.most_common(1)[0][0]
    return max(_ratio(value, ground) for value in counted)


@cache  # the edges of letters have few pairs of colours, in all windows the same
def _ratio(value: int, ground: int) -> float:
    return contrast(QColor.fromRgb(value), QColor.fromRgb(ground))


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
