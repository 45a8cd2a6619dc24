"""A line above the list for what no row says: what was skipped, why nothing was added, what holds an account up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.window import icons, texts
from ledgerdrop.window.flow import Flow
from ledgerdrop.window.language import isolated, named
from ledgerdrop.window.parts import Button, Picture, Words, redress, tab_through
from ledgerdrop.window.theme import Role, Space

_LOOKS = {
    "info": (icons.Shape.INFO, Role.ACCENT),
    "warn": (icons.Shape.WARNING, Role.WARN),
    "bad": (icons.Shape.REFUSED, Role.BAD),
}


class Banner(QFrame):
    """Shows one message at a time until it is closed or replaced.

    `settings_wanted` and `retry_wanted` when a button is pressed; `said` with each message, to be read aloud.
    """

    settings_wanted = Signal()
    retry_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._again: Callable[[], None] | None = None  # says what stands there in another language
        self._picture = Picture(icons.Shape.INFO, Role.ACCENT, 20, self)
        self.words = Words("", wrap=True, parent=self)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.settings = Button("", parent=self)
        self.settings.clicked.connect(self.settings_wanted)
        self.retry = Button("", parent=self)
        self.retry.clicked.connect(self.retry_wanted)
        self.close_button = Button("", "quiet", shape=icons.Shape.CLOSE, role=Role.MUTED, parent=self)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._picture)
        message = Flow(Space.M)
        message.lead(self.words)
        message.trail(self.retry, self.settings)
        row.addLayout(message, 1)
        tab_through(self.retry, self.settings, self.close_button)
        row.addWidget(self.close_button)
        self.hide()
        named(self, self._name_parts)

    def _name_parts(self) -> None:
        self.settings.setText(self.tr("Open Settings"))
        self.retry.setText(self.tr("Try again"))
        self.retry.setAccessibleDescription(self.tr("Sends the files that wait for this account"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        if not self.isHidden():
            (self._again or self.hide)()  # what was said of the moment is not said again

    @property
    def leads_to_settings(self) -> bool:
        """Whether what it says is to be put right in Settings."""
        return not (self.isHidden() or self.settings.isHidden())

    @property
    def leads_to_retry(self) -> bool:
        """Whether it says that an account was refused."""
        return not (self.isHidden() or self.retry.isHidden())

    def say(self, text: str, tone: str = "info", *, settings: bool = False) -> None:
        """Show a message; `tone` is "info", "warn" or "bad"; `settings` offers the way there."""
        shape, role = _LOOKS[tone]
        self._picture.show_shape(shape, role)
        self.words.setText(text)
        self.settings.setVisible(settings)
        self.retry.hide()
        self.setProperty("tone", tone)
        redress(self)
        redress(self.words)
        self._again = None
        self.show()
        self.said.emit(text)

    def tell(
        self, problem: Problem, tone: str, *, settings: bool = False, owner: str = "", retry: bool = False
    ) -> None:
        """Show a problem, of another account's `owner` than the one in use; `retry` offers to try it again."""
        words = texts.problem(problem)
        said = words.together
        self.say(f"{isolated(owner)}: {said}" if owner else said, tone, settings=settings)
        self.retry.setVisible(retry)
        self._again = partial(self.tell, problem, tone, settings=settings, owner=owner, retry=retry)

    def welcome(self) -> None:
        """Tell a newcomer what comes first."""
        text = self.tr("Welcome. Before your first upload, enter the integration ID and the token from Clear.")
        self.say(text, settings=True)
        self._again = self.welcome
