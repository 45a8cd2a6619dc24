"""Show everything about the selected files: what happened, what to do, the server's words, and buttons to do it."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from pathlib import Path
from unicodedata import category

from PySide6.QtCore import QDir, QProcess, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ledgerdrop.background.inspection_service import InspectionService
from ledgerdrop.model.ingestion import IngestionState, IngestionStatus
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.dialogs.dialog import scrolled
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action, Choice
from ledgerdrop.ui.files.preview import Preview
from ledgerdrop.ui.text import formatting, language, wording
from ledgerdrop.ui.text.language import HIDDEN_MARK, fill, isolated, on_language_change, visible, without_mnemonic
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button, Disclosure
from ledgerdrop.ui.widgets.labels import ElidedLabel, Label
from ledgerdrop.ui.widgets.layout import FlowLayout, Picture, arranged, horizontal_line, set_property

_LINES = 6  # of the server's words before they scroll
_NAME = 30  # characters of a name on a button
_TAIL = 12  # of them behind what is left out
_LAST = (Action.CANCEL, Action.REMOVE)  # quiet, in the last line
# Where the row's own words say what happened
_SAYS_IT_ALL = frozenset({IngestionStatus.NOT_TAKEN_IN, IngestionStatus.HELD_BACK, IngestionStatus.UNCONFIRMED})

# Opened by another program: what is no table, an .exe least of all, is only shown in its folder.
_OPENED = frozenset({".csv", ".ods", ".pdf", ".txt", ".xls", ".xlsm", ".xlsx", ".zip"})
# How a file is selected in the system's file manager. Elsewhere that can only open its folder.
_SELECTS_FILES = {"win32": ["explorer.exe", "/select,"], "darwin": ["open", "-R"]}
_NAMED = 8  # of several files
_LEAST_TEXTS = 90  # pixels, at the usual size of text, between the file's name and the buttons


class DetailsPanel(QWidget):
    """Shows one file, or how many are selected. Its width never depends on its content.

    `wanted` asks for an action, `said` tells why nothing happened. `service` looks inside the files.
    """

    wanted = Signal(object, object)  # Action, list[int]
    said = Signal(str)

    def __init__(self, service: InspectionService | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # it may lie over the list
        self._entry: TransferItem | None = None
        self._ids: dict[Action, list[int]] = {}  # the files on which each button acts; only possible actions have one
        self._least_width = 0

        self._picture = Picture(icons.Shape.INFO, Role.MUTED, 22, self)
        self.name = ElidedLabel("", Type.TITLE, strong=True, parent=self)
        self.folder = ElidedLabel("", Type.CAPTION, role=Role.MUTED, parent=self)
        self.headline = Label("", strong=True, wrap=True, parent=self)
        self.advice = Label("", wrap=True, parent=self)
        self.then = Label("", role=Role.MUTED, wrap=True, parent=self)
        self.close_button = Button("", "quiet", shape=icons.Shape.CLOSE, role=Role.MUTED, parent=self)
        for words in (self.headline, self.advice, self.then):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self._answer_title = Label("", Type.CAPTION, strong=True, role=Role.MUTED)
        self.answer = _PlainText()
        self.more = Disclosure("quiet", parent=self)
        self.support = _PlainText()
        self.copy = Button("", "quiet", shape=icons.Shape.COPY, role=Role.ACCENT, clicked=self.copy_all, parent=self)
        self.open_file = Button("", "quiet", clicked=self._on_open_file, parent=self)
        self.show_in_folder = Button("", "quiet", clicked=self._on_show_in_folder, parent=self)
        self.preview = Preview(service, self)
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
        if self._entry is not None:
            self._describe(self._entry)

    def lie_over(self, over: bool) -> None:
        """Draw a frame while the panel lies over the list, and none beside it."""
        frame = 1 if over else 0
        self.setContentsMargins(frame, frame, frame, frame)
        set_property(self, "over", "true" if over else "false")

    def show_entry(self, entry: TransferItem, then: str = "") -> None:
        """Show a file as it is now, and what follows its upload.

        Parts that did not change are not touched, so they keep focus and selection.
        """
        _put(self.then, then)
        self.then.setVisible(bool(then))
        if self._entry is None or self._entry.id != entry.id:
            self.more.setChecked(False)
        if entry != self._entry or entry.state is State.RETRYING:
            self._entry = entry
            self._describe(entry)

    def _describe(self, entry: TransferItem) -> None:
        self.preview.show_entry(entry)
        for part in (self.headline, self.more, self.copy, self.open_file, self.show_in_folder):
            part.show()
        tone, shape = wording.look(entry)
        self._picture.show_shape(shape, tone.ink)
        _put(self.name, isolated(visible(entry.name)))
        _put(self.folder, isolated(wording.folder(entry.path)))
        _put(self.headline, wording.status(entry))
        self.headline.set_role(tone.words)
        _put(self.advice, "\n".join(filter(None, (self._advice(entry), self._warning(entry)))))
        self.advice.setVisible(bool(self.advice.text()))
        found = wording.problem_of(entry)
        answer = found.server_message if found else ""
        self.answer.show_text(answer)
        self.answer.setVisible(bool(answer))
        self._answer_title.setVisible(bool(answer))
        self.support.show_text(wording.for_support(entry))
        self.open_file.setEnabled(entry.path.suffix.casefold() in _OPENED)
        self._offer([(choice, [entry.id]) for choice in actions.choices(entry)], actions.better_name(entry))

    def show_selection(self, entries: Sequence[TransferItem], choices: Sequence[tuple[Choice, list[int]]]) -> None:
        """Show that several files are selected, or none, and the choices, each with the files to which it applies."""
        self._entry = None
        self.preview.forget()
        self.more.setChecked(False)
        of_one = (self.headline, self.then, self._answer_title, self.answer, self.more, self.copy)
        for part in (*of_one, self.open_file, self.show_in_folder):
            part.hide()
        self._picture.show_shape(icons.Shape.INFO, Role.MUTED)
        chosen = self.tr("%Ln file(s) selected", None, len(entries)) if entries else self.tr("No file is selected")
        _put(self.name, chosen)
        size = sum(entry.size or 0 for entry in entries)
        _put(self.folder, formatting.size(size) if entries else "")
        names = [isolated(visible(entry.name)) for entry in entries[:_NAMED]]
        _put(self.advice, "\n".join([*names, "…"] if len(entries) > _NAMED else names))
        self.advice.setVisible(bool(entries))
        self._offer(choices)

    def minimumSizeHint(self) -> QSize:
        # It only grows, with the longest button so far: another file does not make it narrower.
        inside = (part.minimumSizeHint().width() for part in (self._scrolled, self._actions))
        self._least_width = max(self._least_width, *inside, 280)
        return QSize(self._least_width, self.name.sizeHint().height() * 2 + theme.scaled(_LEAST_TEXTS))

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

    def _advice(self, entry: TransferItem) -> str:
        if entry.state is State.UPLOADED:
            return self._advice_after_upload(wording.after_upload(entry))
        if entry.problem and entry.state is not State.DUPLICATE:
            words = wording.problem(entry.problem)
            said_above = entry.state.needs_attention or entry.state is State.CANCELLED
            return words.advice if said_above else words.together
        if entry.state is State.READY:
            return self.tr("The content matches the name. Nothing has been sent yet.")
        return wording.more(entry)

    def _warning(self, entry: TransferItem) -> str:
        """Return a warning where a name reads otherwise than it is."""
        if visible(entry.name) == entry.name:
            return ""
        text = self.tr("The name contains hidden characters that change how it reads. They are shown as {mark}.")
        return fill(text, {"mark": HIDDEN_MARK})

    def _advice_after_upload(self, ingestion: IngestionState | None) -> str:
        if ingestion is not None and ingestion.problem is not None:
            words = wording.problem(ingestion.problem)
            return words.advice if ingestion.status in _SAYS_IT_ALL else words.together
        match ingestion.status if ingestion else None:
            case IngestionStatus.PROCESSING:
                return self.tr("Uploaded. The import usually takes 10 to 15 minutes. You don't need to wait.")
            case IngestionStatus.TAKEN_IN:
                return self.tr("Uploaded and imported into Clear.")
        return self.tr("Clear's storage confirmed the upload.")

    def _offer(self, choices: Sequence[tuple[Choice, list[int]]], better_name: str = "") -> None:
        """Show the buttons of these choices. A long name in their texts is cut: the `better_name` of a file."""
        self._ids = {choice.action: ids for choice, ids in choices}
        for action, button in self.buttons.items():
            button.setVisible(action in self._ids)
        name = visible(better_name)
        for place, (choice, _) in enumerate(choices):
            button, quiet = self.buttons[choice.action], choice.action in _LAST
            whole = choice.short if quiet else choice.full
            words = whole.replace(name, _short(name)) if name else whole
            button.setText(without_mnemonic(words))
            button.setAccessibleDescription(choice.full)
            button.setToolTip(language.plain(choice.full) if choice.full != words else "")
            comes_next = place == 0 and choice.action is not Action.CHOOSE  # as a rule
            button.set_kind("quiet" if quiet else "primary" if comes_next else "")
        self._place_actions()
        self.updateGeometry()

    def _on_button(self) -> None:
        action = next(action for action, button in self.buttons.items() if button is self.sender())
        self.wanted.emit(action, self._ids[action])

    def _on_open_file(self) -> None:
        if self._entry is not None:
            self._open(self._entry.path)

    def _on_show_in_folder(self) -> None:
        program, *how = _SELECTS_FILES.get(sys.platform, [""])
        if self._entry is not None:
            arguments = [*how, QDir.toNativeSeparators(str(self._entry.path))]
            if not program or not QProcess.startDetached(program, arguments)[0]:
                self._open(self._entry.path.parent)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(fill(self.tr("Can't open {name}."), {"name": visible(path.name)}))

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._inner.setObjectName("details")
        for_support = QHBoxLayout()  # side by side in every language: the panel is as wide as they need
        for_support.addWidget(self.more)
        for_support.addStretch(1)
        for_support.addWidget(self.copy)
        texts = (self.headline, self.advice, self.then, Space.XS, self._answer_title, self.answer, self.preview)
        margins = (Space.L, Space.M, Space.L, Space.L)
        inner = arranged(QVBoxLayout(self._inner), *texts, for_support, self.support, gap=Space.S, margins=margins)
        inner.addStretch(1)
        self._scrolled, self._line = scrolled(self._inner, self), horizontal_line(self)

        self._actions = QWidget(self)
        self._actions.setObjectName("details")
        self.buttons = {action: Button("", clicked=self._on_button, parent=self._actions) for action in Action}
        # At the lower end whatever stands above them; the quiet ones are always in one line
        others = [button for action, button in self.buttons.items() if action not in _LAST]
        quiet = [self.buttons[action] for action in _LAST]
        below = FlowLayout(self.open_file, self.show_in_folder, trailing=quiet, gap=Space.XS, row_gap=Space.XS)
        margins = (Space.L, Space.S, Space.L, Space.S)
        arranged(QVBoxLayout(self._actions), *others, below, gap=Space.S, margins=margins)

        titles = arranged(QVBoxLayout(), self.name, self.folder, gap=1)
        start = Space.L - Space.S  # where reading begins; the cross needs less, on the other side
        parts = (start, self._picture, titles, self.close_button)
        top = arranged(QHBoxLayout(), *parts, margins=(Space.S, Space.M, Space.S, 0), stretch=titles)
        for part in (self._picture, self.close_button):
            top.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        whole = (top, self._scrolled, self._line, self._actions)
        arranged(QVBoxLayout(self), *whole, gap=0, stretch=self._scrolled)
        above = (self.close_button, self.answer, *self.preview.stops, self.more, self.copy, self.support)
        # Where the Tab key stops, in the order in which they are read
        self.stops = (*above, *others, self.open_file, self.show_in_folder, *quiet)

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


class _PlainText(QPlainTextEdit):
    """Shows text from elsewhere: plain, read-only, as high as it needs to be, within bounds."""

    def __init__(self) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setAcceptDrops(False)
        may = Qt.TextInteractionFlag
        self.setTextInteractionFlags(may.TextSelectableByMouse | may.TextSelectableByKeyboard)
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
