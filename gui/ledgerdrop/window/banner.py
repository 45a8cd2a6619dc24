"""A line above the list for what no row says: what was skipped, why nothing was added, what holds an account up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.window import icons, texts
from ledgerdrop.window.language import isolated, named
from ledgerdrop.window.message import Message
from ledgerdrop.window.parts import Button, redress, tab_through
from ledgerdrop.window.theme import Role, Space

_LOOKS = {
    "info": (icons.Shape.INFO, Role.ACCENT),
    "warn": (icons.Shape.WARNING, Role.WARN),
    "bad": (icons.Shape.REFUSED, Role.BAD),
}


class Banner(Message):
    """Shows one message at a time until it is closed or replaced.

    `settings_wanted` and `retry_wanted` when a button is pressed; `said` with each message, to be read aloud.
    """

    settings_wanted = Signal()
    retry_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._again: Callable[[], None] | None = None  # says what stands there in another language
        self.settings = Button("", parent=self)
        self.settings.clicked.connect(self.settings_wanted)
        self.retry = Button("", parent=self)
        self.retry.clicked.connect(self.retry_wanted)
        self.close_button = Button("", "quiet", shape=icons.Shape.CLOSE, role=Role.MUTED, parent=self)
        self.close_button.clicked.connect(self.hide)
        self.offer(self.retry, self.settings)
        self.grid.addWidget(self.close_button, 0, 2)
        tab_through(self.more, self.retry, self.settings, self.close_button)
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
        return self.offers(self.settings)

    @property
    def leads_to_retry(self) -> bool:
        """Whether it says that an account was refused."""
        return self.offers(self.retry)

    def room(self) -> int:
        return super().room() - self.close_button.sizeHint().width() - Space.M

    def say(
        self, text: str, tone: str = "info", *, brief: str = "", settings: bool = False, retry: bool = False
    ) -> None:
        """Show a message, where there is little room what is `brief` of it; `tone` is "info", "warn" or "bad";
        `settings` offers the way there, `retry` to try again.
        """
        shape, role = _LOOKS[tone]
        self.picture.show_shape(shape, role)
        self.offers(self.settings, settings)
        self.offers(self.retry, retry)
        self.write(text, brief)
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
        said, brief = (f"{isolated(owner)}: {text}" if owner else text for text in (words.together, words.headline))
        self.say(said, tone, brief=brief, settings=settings, retry=retry)
        self._again = partial(self.tell, problem, tone, settings=settings, owner=owner, retry=retry)

    def welcome(self) -> None:
        """Tell a newcomer what comes first."""
        text = self.tr("Welcome. Before your first upload, enter the integration ID and the token from Clear.")
        self.say(text, settings=True)
        self._again = self.welcome
