"""Everything about one file: what happened, what to do, the server's own words, and buttons to do it."""

from __future__ import annotations

import math
from unicodedata import category

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QStyle, QVBoxLayout, QWidget

from ledgerdrop.model.ingestion import IngestionState, IngestionStatus
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.dialogs.dialog import scrolled
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.text import language, wording
from ledgerdrop.ui.text.language import HIDDEN_MARK, fill, isolated, on_language_change, visible
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import ElidedLabel, Label
from ledgerdrop.ui.widgets.layout import Picture

_LINES = 6  # of the server's words before they scroll
_NAME = 30  # characters of a name on a button
_TAIL = 12  # of them behind what is left out
_QUIET = frozenset({Action.CANCEL, Action.REMOVE, Action.CHOOSE})  # not what is done next as a rule
# Where the row's own words say what happened
_SAYS_IT_ALL = frozenset({IngestionStatus.NOT_TAKEN_IN, IngestionStatus.HELD_BACK, IngestionStatus.UNCONFIRMED})


class DetailsPanel(QWidget):
    """Shows one entry. `wanted` asks for an action on it, `closed` when the user has seen enough."""

    wanted = Signal(object, object)  # Action, list[int]
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self._entry: TransferItem | None = None
        self._buttons: dict[Action, Button] = {}

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
        self.more = Button("", "quiet", shape=icons.Shape.MORE, role=Role.ACCENT, parent=self)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_more)
        self.support = _PlainText()
        self.copy = Button("", "quiet", shape=icons.Shape.COPY, role=Role.ACCENT, parent=self)
        self.copy.clicked.connect(self.copy_all)
        self._lay_out()
        self.support.hide()
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self.setAccessibleName(self.tr("Details of the selected file"))
        self.close_button.setAccessibleName(self.tr("Close details"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        self._answer_title.setText(self.tr("What the server said"))
        self.answer.setAccessibleName(self.tr("What the server said"))
        self.more.setText(self.tr("Details for support"))
        self.more.setAccessibleDescription(self.tr("Shows codes that help Clear's support"))
        self.support.setAccessibleName(self.tr("Details for support"))
        self.copy.setText(self.tr("Copy all"))
        self.copy.setAccessibleDescription(self.tr("Copies everything shown here as text"))
        if (entry := self._entry) is not None:
            more = self.more.isChecked()
            self._entry = None  # so that all of it is said anew
            self.show_entry(entry, self.then.text())
            self.more.setChecked(more)

    def show_entry(self, entry: TransferItem, then: str = "") -> None:
        """Show that file as it is now, and what is to follow its upload.

        What did not change stays untouched, and with it focus and selection.
        """
        other_file = self._entry is None or self._entry.id != entry.id
        _put(self.then, then)
        self.then.setVisible(bool(then))
        if entry == self._entry and entry.state is not State.RETRYING:
            return
        self._entry = entry
        tone, shape = wording.look(entry)
        self._picture.show_shape(shape, tone.ink)
        _put(self.name, isolated(visible(entry.name)))
        _put(self.folder, isolated(wording.folder(entry.path)))
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
        self._offer(entry)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        beside = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wide = self._inner.minimumSizeHint().width() + beside
        return QSize(max(wide, 280), super().minimumSizeHint().height())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in the order in which they are read."""
        return (self.close_button, *self._buttons.values(), self.answer, self.more, self.copy, self.support)

    def as_text(self) -> str:
        """All of it, to be copied into a message to support."""
        if self._entry is None:
            return ""
        answer = self.answer.toPlainText()
        parts = (self.name.text(), self.headline.text(), self.advice.text(), answer, self.support.toPlainText())
        return "\n\n".join(part for part in parts if part)

    def copy_all(self) -> None:
        """Put all of it on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def button(self, action: Action) -> Button:
        """The button of an action, shown only while it is possible."""
        return self._buttons[action]

    def _advice(self, entry: TransferItem) -> str:
        if entry.problem and (entry.state.needs_attention or not entry.state.finished):
            words = wording.problem(entry.problem)
            return words.advice if entry.state.needs_attention else words.together
        if entry.intake is not None and entry.taking_in is not None:
            return self._advice_after_upload(entry.taking_in)
        if entry.state is State.UPLOADED:
            return self.tr("Clear's storage has confirmed it.")
        if entry.state is State.READY:
            return self.tr("Its content matches its name. Nothing has been sent yet.")
        if entry.state is State.CANCELLED and entry.problem:
            return wording.problem(entry.problem).advice
        return wording.more(entry)

    def _warning(self, entry: TransferItem) -> str:
        """Of a name that reads otherwise than it is."""
        if visible(entry.name) == entry.name:
            return ""
        text = self.tr("Its name holds hidden characters that change how it reads; {mark} stands in their place.")
        return fill(text, {"mark": HIDDEN_MARK})

    def _advice_after_upload(self, taking_in: IngestionState) -> str:
        if taking_in.problem is not None:
            words = wording.problem(taking_in.problem)
            return words.advice if taking_in.intake in _SAYS_IT_ALL else words.together
        if taking_in.intake is IngestionStatus.PROCESSING:
            return self.tr("It is uploaded. Clear usually takes 10 to 15 minutes; there is no need to wait for it.")
        if taking_in.intake is IngestionStatus.TAKEN_IN:
            return self.tr("It is uploaded, and Clear has taken it into the books.")
        return self.tr("Clear's storage has confirmed it.")

    def _offer(self, entry: TransferItem) -> None:
        choices = {choice.action: choice for choice in actions.choices(entry)}
        for action, button in self._buttons.items():
            choice = choices.get(action)
            button.setVisible(choice is not None)
            if choice is not None:
                name = visible(actions.better_name(entry))
                words = choice.full.replace(name, _short(name)) if name else choice.full
                button.setText(words.replace("&", "&&"))
                button.setToolTip(language.plain(choice.full))
                first = action is next(iter(choices))
                button.set_kind("primary" if first and action not in _QUIET else "")

    def _on_more(self, shown: bool) -> None:
        self.support.setVisible(shown)
        self.more.show_shape(icons.Shape.LESS if shown else icons.Shape.MORE)

    def _on_button(self) -> None:
        action = next(action for action, button in self._buttons.items() if button is self.sender())
        if self._entry is not None:
            self.wanted.emit(action, [self._entry.id])

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
        for action in Action:
            button = Button("", parent=inner)
            button.clicked.connect(self._on_button)
            self._buttons[action] = button
            column.addWidget(button)
        column.addSpacing(Space.XS)
        column.addWidget(self._answer_title)
        column.addWidget(self.answer)
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
        outer.addWidget(scrolled(inner, self), 1)


class _PlainText(QPlainTextEdit):
    """Text from elsewhere: plain, read-only, as high as it needs to be, within bounds."""

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


def _put(label: Label, text: str) -> None:
    if label.text() != text:
        label.setText(text)


def _short(name: str) -> str:
    """The name with its middle left out where it is long; a letter keeps the marks that belong to it."""
    if len(name) <= _NAME:
        return name
    head, tail = _NAME - _TAIL, len(name) - _TAIL
    while category(name[head]).startswith("M"):
        head += 1
    while category(name[tail]).startswith("M"):
        tail -= 1
    return f"{name[:head]}…{name[tail:]}" if head < tail else name
