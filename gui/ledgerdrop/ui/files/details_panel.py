"""Show everything about the selected files: what happened, what to do, the server's words, and buttons to do it."""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from unicodedata import category

from PySide6.QtCore import QDir, QProcess, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QStyle, QVBoxLayout, QWidget

from ledgerdrop.model.ingestion import IngestionState, IngestionStatus
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.dialogs.dialog import scrolled
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action, Choice
from ledgerdrop.ui.files.preview import Preview
from ledgerdrop.ui.text import formatting, language, wording
from ledgerdrop.ui.text.language import HIDDEN_MARK, fill, isolated, on_language_change, visible
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button, Disclosure
from ledgerdrop.ui.widgets.labels import ElidedLabel, Label
from ledgerdrop.ui.widgets.layout import FlowLayout, Picture, horizontal_line, repolish

_LINES = 6  # of the server's words before they scroll
_NAME = 30  # characters of a name on a button
_TAIL = 12  # of them behind what is left out
_QUIET = frozenset({Action.CANCEL, Action.REMOVE, Action.CHOOSE})  # not what is done next as a rule
_LAST = frozenset({Action.CANCEL, Action.REMOVE})  # in the last line
# Where the row's own words say what happened
_SAYS_IT_ALL = frozenset({IngestionStatus.NOT_TAKEN_IN, IngestionStatus.HELD_BACK, IngestionStatus.UNCONFIRMED})


# Opened by another program: what is no table, an .exe least of all, is only shown in its folder.
_OPENED = frozenset({".csv", ".ods", ".pdf", ".txt", ".xls", ".xlsm", ".xlsx", ".zip"})
_NAMED = 8  # of several files
_LEAST_TEXTS = 90  # pixels, at the usual size of text, between the file's name and the buttons


class DetailsPanel(QWidget):
    """Shows one file, or how many are selected. Its width never depends on its content.

    `wanted` asks for an action, `closed` says that the user has seen enough, `said` why nothing happened.
    """

    wanted = Signal(object, object)  # Action, list[int]
    closed = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # it may lie over the list
        self._entry: TransferItem | None = None
        self._buttons: dict[Action, Button] = {}
        self._ids: dict[Action, list[int]] = {}  # the files on which each button acts
        self._least_width = 0

        self._picture = Picture(icons.Shape.INFO, Role.MUTED, 22, self)
        self.name = ElidedLabel("", Type.TITLE, strong=True, parent=self)
        self.folder = ElidedLabel("", Type.CAPTION, role=Role.MUTED, parent=self)
        self.headline = Label("", strong=True, wrap=True, parent=self)
        self.advice = Label("", wrap=True, parent=self)
        self.then = Label("", role=Role.MUTED, wrap=True, parent=self)
        self.close_button = Button("", "quiet", shape=icons.Shape.CLOSE, role=Role.MUTED, parent=self)
        self.close_button.clicked.connect(self.closed)
        for words in (self.headline, self.advice, self.then):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self._answer_title = Label("", Type.CAPTION, strong=True, role=Role.MUTED)
        self.answer = _PlainText()
        self.more = Disclosure("quiet", parent=self)
        self.support = _PlainText()
        self.copy = Button("", "quiet", shape=icons.Shape.COPY, role=Role.ACCENT, parent=self)
        self.copy.clicked.connect(self.copy_all)
        self.open_file = Button("", "quiet", parent=self)
        self.open_file.clicked.connect(self._on_open_file)
        self.show_in_folder = Button("", "quiet", parent=self)
        self.show_in_folder.clicked.connect(self._on_show_in_folder)
        self.preview = Preview(self)
        self._lay_out()
        self.support.hide()
        self.more.toggled.connect(self.support.setVisible)
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self.setAccessibleName(self.tr("Details of the selected file"))
        self.close_button.setAccessibleName(self.tr("Close details"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        self._answer_title.setText(self.tr("Server's response"))
        self.answer.setAccessibleName(self.tr("Server's response"))
        self.more.setText(self.tr("Details for support"))
        self.more.setAccessibleDescription(self.tr("Shows codes that help Clear support"))
        self.support.setAccessibleName(self.tr("Details for support"))
        self.copy.setText(self.tr("Copy all"))
        self.copy.setAccessibleDescription(self.tr("Copies everything shown here as text"))
        self.open_file.setText(self.tr("Open file"))
        self.open_file.setAccessibleDescription(self.tr("Opens the file in its default program"))
        self.show_in_folder.setText(self.tr("Show in folder"))
        self.show_in_folder.setAccessibleDescription(self.tr("Opens the folder that contains the file"))
        if (entry := self._entry) is not None:
            more = self.more.isChecked()
            self._entry = None  # so that all of it is said anew
            self.show_entry(entry, self.then.text())
            self.more.setChecked(more)

    def lie_over(self, over: bool) -> None:
        """Draw a frame while the panel lies over the list, and none beside it."""
        if self.property("over") != over:
            self.setProperty("over", over)
            frame = int(over)
            self.setContentsMargins(frame, frame, frame, frame)
            repolish(self)

    def show_entry(self, entry: TransferItem, then: str = "") -> None:
        """Show a file as it is now, and what follows its upload.

        Parts that did not change are not touched, so they keep focus and selection.
        """
        other_file = self._entry is None or self._entry.id != entry.id
        _put(self.then, then)
        self.then.setVisible(bool(then))
        if entry == self._entry and entry.state is not State.RETRYING:
            return
        self._entry = entry
        self.preview.show_entry(entry)
        tone, shape = wording.look(entry)
        self._picture.show_shape(shape, tone.ink)
        _put(self.name, isolated(visible(entry.name)))
        _put(self.folder, isolated(wording.folder(entry.path)))
        self._show_parts(one=True)
        _put(self.headline, wording.status(entry))
        self.headline.set_role(tone.words)
        _put(self.advice, "\n".join(part for part in (self._advice(entry), self._warning(entry)) if part))
        self.advice.setVisible(bool(self.advice.text()))
        found = wording.problem_of(entry)
        answer = found.server_message if found else ""
        self.answer.show_text(answer)
        self.answer.setVisible(bool(answer))
        self._answer_title.setVisible(bool(answer))
        self.support.show_text(wording.for_support(entry))
        if other_file:
            self.more.setChecked(False)
        self._offer({choice.action: choice for choice in actions.choices(entry)}, entry)
        self._ids = {action: [entry.id] for action in Action}
        self.updateGeometry()

    def show_selection(self, entries: Sequence[TransferItem], choices: Sequence[tuple[Choice, list[int]]]) -> None:
        """Show that several files are selected, or none, and what can be done with them."""
        self._entry = None
        self._picture.show_shape(icons.Shape.INFO, Role.MUTED)
        chosen = self.tr("%Ln file(s) selected", None, len(entries)) if entries else self.tr("No file is selected")
        _put(self.name, chosen)
        size = sum(entry.size or 0 for entry in entries)
        _put(self.folder, formatting.size(size) if entries else "")
        names = [isolated(visible(entry.name)) for entry in entries[:_NAMED]]
        _put(self.advice, "\n".join([*names, "…"] if len(entries) > _NAMED else names))
        self.advice.setVisible(bool(entries))
        self._show_parts(one=False)
        self._ids = {choice.action: ids for choice, ids in choices}
        self._offer({choice.action: choice for choice, _ in choices})
        self.updateGeometry()

    def _show_parts(self, *, one: bool) -> None:
        """Show the parts that only one file has, or hide them."""
        self.headline.setVisible(one)
        for button in (self.more, self.copy, self.open_file, self.show_in_folder):
            button.setVisible(one)
        if not one:
            texts_of_one: tuple[QWidget, ...] = (self.then, self._answer_title, self.answer, self.support)
            for part in texts_of_one:
                part.hide()
            self.preview.forget()
            self.more.setChecked(False)
        elif self._entry is not None:
            self.open_file.setEnabled(self._entry.path.suffix.casefold() in _OPENED)

    def minimumSizeHint(self) -> QSize:
        # It only grows, with the longest button so far: another file does not make it narrower.
        beside = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        inside = max(self._inner.minimumSizeHint().width() + beside, self._actions.minimumSizeHint().width())
        self._least_width = max(self._least_width, inside, 280)
        return QSize(self._least_width, self.name.sizeHint().height() * 2 + theme.scaled(_LEAST_TEXTS))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where the Tab key stops, in the order in which they are read."""
        quiet = [self._buttons[action] for action in Action if action in _LAST]
        others = [self._buttons[action] for action in Action if action not in _LAST]
        below = (*others, self.open_file, self.show_in_folder, *quiet)
        return (self.close_button, self.answer, *self.preview.stops, self.more, self.copy, self.support, *below)

    def summary(self) -> str:
        """Return what is read aloud when the panel opens: what happened, and what to do."""
        parts = (self.name.text(), self.headline.text(), self.advice.text()) if self._entry else (self.name.text(),)
        return ". ".join(part for part in parts if part)

    def as_text(self) -> str:
        """Return the whole content, to be copied into a message to support."""
        if self._entry is None:
            return ""
        answer = self.answer.toPlainText()
        parts = (self.name.text(), self.headline.text(), self.advice.text(), answer, self.support.toPlainText())
        return "\n\n".join(part for part in parts if part)

    def copy_all(self) -> None:
        """Copy the whole content to the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def button(self, action: Action) -> Button:
        """Return the button of an action, shown only while it is possible."""
        return self._buttons[action]

    def _advice(self, entry: TransferItem) -> str:
        if entry.problem and (entry.state.needs_attention or not entry.state.finished):
            words = wording.problem(entry.problem)
            return words.advice if entry.state.needs_attention else words.together
        if entry.ingestion_status is not None and entry.ingestion is not None:
            return self._advice_after_upload(entry.ingestion)
        if entry.state is State.UPLOADED:
            return self.tr("Clear's storage confirmed the upload.")
        if entry.state is State.READY:
            return self.tr("The content matches the name. Nothing has been sent yet.")
        if entry.state is State.CANCELLED and entry.problem:
            return wording.problem(entry.problem).advice
        return wording.more(entry)

    def _warning(self, entry: TransferItem) -> str:
        """Return a warning where a name reads otherwise than it is."""
        if visible(entry.name) == entry.name:
            return ""
        text = self.tr("The name contains hidden characters that change how it reads. They are shown as {mark}.")
        return fill(text, {"mark": HIDDEN_MARK})

    def _advice_after_upload(self, ingestion: IngestionState) -> str:
        if ingestion.problem is not None:
            words = wording.problem(ingestion.problem)
            return words.advice if ingestion.status in _SAYS_IT_ALL else words.together
        if ingestion.status is IngestionStatus.PROCESSING:
            return self.tr("Uploaded. The import usually takes 10 to 15 minutes. You don't need to wait.")
        if ingestion.status is IngestionStatus.TAKEN_IN:
            return self.tr("Uploaded and imported into Clear.")
        return self.tr("Clear's storage confirmed the upload.")

    def _offer(self, choices: Mapping[Action, Choice], entry: TransferItem | None = None) -> None:
        for action, button in self._buttons.items():
            choice = choices.get(action)
            button.setVisible(choice is not None)
            if choice is not None:
                name = visible(actions.better_name(entry)) if entry else ""
                whole = choice.short if action in _LAST else choice.full
                words = whole.replace(name, _short(name)) if name else whole
                button.setText(words.replace("&", "&&"))
                button.setAccessibleDescription(choice.full)
                button.setToolTip(language.plain(choice.full) if choice.full != words else "")
                first = action is next(iter(choices))
                kind = "primary" if first and action not in _QUIET else ""
                button.set_kind("quiet" if action in _LAST else kind)
        self._place_actions()

    def _on_button(self) -> None:
        action = next(action for action, button in self._buttons.items() if button is self.sender())
        if ids := self._ids.get(action):
            self.wanted.emit(action, ids)

    def _on_open_file(self) -> None:
        if self._entry is not None:
            self._open(self._entry.path)

    def _on_show_in_folder(self) -> None:
        if self._entry is not None and not _shown_in_folder(self._entry.path):
            self._open(self._entry.path.parent)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(fill(self.tr("Can't open {name}."), {"name": visible(path.name)}))

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("details")
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(self.headline)
        column.addWidget(self.advice)
        column.addWidget(self.then)
        column.addSpacing(Space.XS)
        column.addWidget(self._answer_title)
        column.addWidget(self.answer)
        column.addWidget(self.preview)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.copy)
        column.addLayout(row)
        column.addWidget(self.support)
        column.addStretch(1)
        self._inner = inner

        titles = QVBoxLayout()
        titles.setSpacing(1)
        titles.addWidget(self.name)
        titles.addWidget(self.folder)
        top = QHBoxLayout()
        top.setContentsMargins(Space.S, Space.M, Space.S, 0)
        top.setSpacing(Space.M)
        top.addSpacing(Space.L - Space.S)  # where reading begins; the cross needs less, on the other side
        top.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        top.addLayout(titles, 1)
        top.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        self._scrolled = scrolled(inner, self)
        outer.addWidget(self._scrolled, 1)
        self._line = horizontal_line(self)
        outer.addWidget(self._line)
        outer.addWidget(self._action_area())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_actions()

    def _place_actions(self) -> None:
        """Let the buttons scroll with the texts where there is little height."""
        height, inner, outer = self._actions.sizeHint().height(), self._inner.layout(), self.layout()
        low = height + theme.scaled(_LEAST_TEXTS) > self.height() - self._scrolled.y()
        if low is self._line.isHidden() or inner is None or outer is None:
            return
        self._line.setHidden(low)
        (inner if low else outer).addWidget(self._actions)
        self._actions.show()  # a layout does so a moment later
        outer.activate()  # else the texts are squeezed until then

    def _action_area(self) -> QWidget:
        """Return the buttons, at the lower end whatever stands above them; the quiet ones are always in one line."""
        self._actions = area = QWidget(self)
        area.setObjectName("details")
        column = QVBoxLayout(area)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.S)
        for action in Action:
            button = Button("", parent=area)
            button.clicked.connect(self._on_button)
            self._buttons[action] = button
            if action not in _LAST:
                column.addWidget(button)
        quiet = FlowLayout(gap=Space.XS, row_gap=Space.XS)
        quiet.add_leading(self.open_file, self.show_in_folder)
        quiet.add_trailing(*(self._buttons[action] for action in Action if action in _LAST))
        column.addLayout(quiet)
        return area


class _PlainText(QPlainTextEdit):
    """Shows text from elsewhere: plain, read-only, as high as it needs to be, within bounds."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show that text; the same one keeps its selection."""
        if self.toPlainText() != text:
            self.setPlainText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        layout, block = self.document().documentLayout(), self.document().begin()
        line = self.fontMetrics().lineSpacing()
        height = 0.0
        while block.isValid() and height < _LINES * line:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        shown = min(max(math.ceil(height), line), _LINES * line)
        self.setFixedHeight(shown + Space.XL)


def _shown_in_folder(path: Path) -> bool:
    """Select the file in the system's file manager; return False where that cannot select a file."""
    if sys.platform == "win32":
        return QProcess.startDetached("explorer.exe", ["/select,", QDir.toNativeSeparators(str(path))])[0]
    if sys.platform == "darwin":
        return QProcess.startDetached("open", ["-R", str(path)])[0]
    return False


def _put(label: Label, text: str) -> None:
    if label.text() != text:
        label.setText(text)


def _short(name: str) -> str:
    """Return the name, with its middle left out where it is long; a letter keeps the marks that belong to it."""
    if len(name) <= _NAME:
        return name
    head, tail = _NAME - _TAIL, len(name) - _TAIL
    while category(name[head]).startswith("M"):
        head += 1
    while category(name[tail]).startswith("M"):
        tail -= 1
    return f"{name[:head]}…{name[tail:]}" if head < tail else name
