"""Define what all dialogs share: how large they open; how a question is asked, and a file chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import FlowLayout, Picture, arranged


class Dialog(QDialog):
    """Opens in its `usual` size, in larger text larger, but never beyond the screen.

    `usual` is in pixels at the usual size of text; a height of 0 is as much as is needed. Qt by itself gives a text
    that wraps less height than it needs.
    """

    usual = QSize(440, 0)
    narrowest = 0  # how far the user can make it narrower, in pixels; 0: no narrower than usual
    widest = 960  # and wider, at the usual size of text: longer lines are hard to read

    _fitted = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if parent is not None:
            self.setLocale(parent.window().locale())

    def showEvent(self, event: QShowEvent) -> None:
        if not self._fitted:
            self._fitted = True
            self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Take the right size for the texts as they are now."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()  # or it would answer for the texts before
        room = self.screen().availableGeometry().size() - QSize(Space.XXL, Space.XXL)  # the title and its frame
        width = min(max(theme.scaled(self.usual.width()), layout.totalMinimumSize().width()), room.width())
        height = max(theme.scaled(self.usual.height()), layout.totalHeightForWidth(width))
        self.setMinimumWidth(min(width, self.narrowest or self.usual.width()))
        self.setMaximumWidth(max(width, theme.scaled(self.widest)))
        self.resize(width, min(max(height, layout.totalMinimumSize().height()), room.height()))

    def lay_out(self, *parts: QWidget | QLayout | int, gap: int) -> QVBoxLayout:
        """Put the parts one below the other, as `arranged` does, within the margins of a dialog."""
        return arranged(QVBoxLayout(self), *parts, gap=gap, margins=(Space.XL, Space.XL, Space.XL, Space.L))

    def beside_warning(self, *words: Label) -> QHBoxLayout:
        """Return the words, one below the other, beside the sign of a warning."""
        sign, column = Picture(icons.Shape.WARNING, Role.WARN, 32, self), arranged(QVBoxLayout(), *words, gap=Space.S)
        row = arranged(QHBoxLayout(), sign, column, gap=Space.L, stretch=column)
        row.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        return row


class _Scrolled(QScrollArea):
    """Scrolls a page up and down only: it asks for the page's whole width, which would be cut otherwise."""

    def minimumSizeHint(self) -> QSize:
        hint, page = super().minimumSizeHint(), self.widget()
        beside = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        whole = page.minimumSizeHint().width() + beside if page is not None else 0
        return QSize(max(hint.width(), whole), hint.height())


def scrolled(page: QWidget, parent: QWidget) -> QScrollArea:
    """Return an area that scrolls the page up and down where there is no room for all of it."""
    area = _Scrolled(parent, widgetResizable=True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


class Question(Dialog):
    """Asks whether to do something, and is deleted once it is answered.

    Accepted: do it. Rejected, also by Escape and by Enter, which is on the safe answer: do nothing.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)

    def put(self, title: str, question: str, advice: str, yes: str, no: str) -> None:
        """Show the question under that title, what follows from it, and the texts of the two buttons."""
        self.setWindowTitle(title)
        self.question = Label(question, Type.TITLE, strong=True, wrap=True)
        self.advice = Label(advice, role=Role.MUTED, wrap=True)
        self.yes = Button(yes, clicked=self.accept, parent=self)
        self.no = Button(no, "primary", clicked=self.reject, parent=self)
        self._buttons = FlowLayout(trailing=[self.yes, self.no])
        column = self.lay_out(self.beside_warning(self.question, self.advice), self._buttons, gap=Space.XL)
        column.addStrut(400)  # a minimum of the dialog itself would be one for its buttons, too


class CloseQuestion(Question):
    """Asks before the window is closed. Accepted: stop and close. Rejected, also by Escape: keep sending."""

    def __init__(self, underway: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.put(
            self.tr("Stop and close?"),
            self.tr("%Ln file(s) are still being sent. Stop and close?", None, underway),
            self.tr("Uploaded files stay uploaded. The others stay in the list for next time."),
            self.tr("Stop and close"),
            self.tr("Keep sending"),
        )


class UnconfirmedQuestion(Question):
    """Asks about rows that Clear may have received.

    `found`: they are in Clear; `missing`: they are not, and Clear is to be asked again. Rejected, also by Escape and
    by Enter: nothing is decided yet.
    """

    found = Signal(object)  # list[int]
    missing = Signal(object)  # list[int]

    def __init__(self, rows: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.put(
            self.tr("Did Clear receive it?"),
            self.tr("Did Clear receive %Ln file(s)?", None, len(rows)),
            self.tr(
                "The upload is complete and was submitted for import, but Clear's reply was lost. Look in "
                "Clear first; anything already there could be imported twice."
            ),
            self.tr("No, submit again"),
            self.tr("Decide later"),
        )
        self.there = Button(self.tr("Yes, it's in Clear"), clicked=partial(self.found.emit, list(rows)), parent=self)
        self.there.setAccessibleDescription(self.tr("Marks it as imported"))
        self.there.clicked.connect(self.reject)
        self._buttons.add_leading(self.there)
        self.setTabOrder(self.there, self.yes)
        self.accepted.connect(partial(self.missing.emit, list(rows)))


class FileDialog(QFileDialog):
    """Opens in the `folder` that files were last taken from, "" for the system's own. It is deleted once closed."""

    folder: ClassVar[str] = ""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title, self.folder)
        self.finished.connect(self.deleteLater)


def ask_where_to_save(
    parent: QWidget, title: str, kinds: Sequence[str], name: str, then: Callable[[str], object]
) -> None:
    """Let the user choose a file to save as, and call `then` with its path.

    `name` is the suggested one; of the existing files, those of the `kinds` are shown.
    """
    dialog = FileDialog(parent, title)
    dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(then)
    dialog.open()
