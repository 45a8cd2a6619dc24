"""A message above the list: sign, words, buttons; where there is little room, its beginning, and all on request."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QWidget

from ledgerdrop.window import icons, tips
from ledgerdrop.window.flow import Flow, in_one_line
from ledgerdrop.window.language import named
from ledgerdrop.window.parts import Button, Elided, Picture, Words
from ledgerdrop.window.theme import Role, Space


class Message(QFrame):
    """`line` holds the words and the buttons; others are added to `grid`, beside and below it."""

    def __init__(self, parent: QWidget | None = None, *, strong: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.picture = Picture(icons.Shape.INFO, Role.ACCENT, 20, self)
        self.words = Words("", strong=strong, wrap=True, parent=self)
        self.brief = Elided("", strong=strong, cut=Qt.TextElideMode.ElideRight, parent=self)
        for words in (self.words, self.brief):
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = Button("", "quiet", shape=icons.Shape.MORE, role=Role.ACCENT, parent=self)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_more)
        self._buttons: dict[QPushButton, bool] = {}  # whether each is offered with what is said
        self._short = False
        self.line = Flow(Space.M)
        self.grid = QGridLayout(self)
        self.grid.setHorizontalSpacing(Space.M)
        self.grid.setVerticalSpacing(Space.XS)
        self.grid.setColumnStretch(1, 1)
        self.grid.addWidget(self.picture, 0, 0)
        self.grid.addLayout(self.line, 0, 1)
        self.line.lead(self.words, self.brief)
        self.grid.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        self.brief.hide()
        self.more.hide()
        named(self, self._name_more)

    def shorten(self, short: bool) -> None:
        """Take one line, unless the user asks for more."""
        self._short = short
        above = Space.XS if short else Space.S
        self.grid.setContentsMargins(Space.M, above, Space.S, above)
        self.arrange()

    @property
    def is_short(self) -> bool:
        """True while it takes one line: there is little room."""
        return self._short

    def offer(self, *buttons: QPushButton) -> None:
        """Show these at the end of the line, as long as `offers` does not say otherwise."""
        self._buttons = dict.fromkeys(buttons, True)
        self.line.trail(self.more, *buttons)

    def offers(self, button: QPushButton, offered: bool | None = None) -> bool:
        """Whether the button belongs to what is said, from now on if that is given."""
        if offered is not None:
            self._buttons[button] = offered
        return self._buttons[button] and not self.isHidden()

    def write(self, text: str, brief: str = "") -> None:
        """Say this, where there is little room only its beginning, or what is `brief`."""
        self.words.setText(text)
        self.brief.setText(brief or text)
        self.brief.setToolTip(tips.plain(text))
        self.more.setChecked(False)
        self.arrange()

    def room(self) -> int:
        """The width of the line."""
        margins = self.grid.contentsMargins()
        return self.width() - margins.left() - margins.right() - self.picture.width() - self.grid.horizontalSpacing()

    def arrange(self) -> None:
        """Show all, or what is brief."""
        offered = [button for button, is_offered in self._buttons.items() if is_offered]
        foldable = self._short and in_one_line(self.words, *offered, gap=Space.M) > self.room()
        folded = foldable and not self.more.isChecked()
        self.more.setVisible(foldable)
        self.brief.setVisible(folded)
        self.words.setVisible(not folded)
        for button in self._buttons:
            button.setVisible(button in offered and not folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _on_more(self, shown: bool) -> None:
        self._name_more()
        self.more.show_shape(icons.Shape.LESS if shown else icons.Shape.MORE)
        self.arrange()

    def _name_more(self) -> None:
        self.more.setText(self.tr("Less") if self.more.isChecked() else self.tr("More"))
        self.more.setAccessibleDescription(self.tr("Shows the whole message, or only its beginning"))
