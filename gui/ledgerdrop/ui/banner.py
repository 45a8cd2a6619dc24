"""Show lines above the list for what no row says: what was skipped, what holds an account up, a newer version."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QWidget

import ledgerdrop
from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import Release, Standing
from ledgerdrop.model.transfers import Stop
from ledgerdrop.ui.text import language, wording
from ledgerdrop.ui.text.language import fill, isolated, on_language_change, visible
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role, Space
from ledgerdrop.ui.widgets.buttons import Button, Disclosure
from ledgerdrop.ui.widgets.labels import ElidedLabel, Label, say_aloud
from ledgerdrop.ui.widgets.layout import FlowLayout, Picture, in_one_line, repolish, set_property, tab_through

Buttons = Collection[QPushButton]

_LOOKS = {
    "good": (icons.Shape.DONE, Role.GOOD),
    "info": (icons.Shape.INFO, Role.ACCENT),
    "warn": (icons.Shape.WARNING, Role.WARN),
    "bad": (icons.Shape.REFUSED, Role.BAD),
}


class Message(QFrame):
    """Lays out a message: `line` holds the words and the buttons; others are added to `grid`, beside and below it."""

    def __init__(self, parent: QWidget | None = None, *, strong: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.picture = Picture(icons.Shape.INFO, Role.ACCENT, 20, self)
        self.words = Label("", strong=strong, wrap=True, parent=self)
        self.brief = ElidedLabel("", strong=strong, parent=self)
        self.brief.cut = Qt.TextElideMode.ElideRight
        for words in (self.words, self.brief):
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = Disclosure("quiet", parent=self)
        self.more.toggled.connect(self._name_more)
        self.more.toggled.connect(self.arrange)
        self._buttons: tuple[QPushButton, ...] = ()
        self._offered: Buttons = ()  # those that belong to what is said
        self.is_short = False  # one line is shown, since there is little room
        self.line = FlowLayout(self.words, self.brief, gap=Space.M)
        self.grid = QGridLayout(self)
        self.grid.setHorizontalSpacing(Space.M)
        self.grid.setVerticalSpacing(Space.XS)
        self.grid.setColumnStretch(1, 1)
        self.grid.addWidget(self.picture, 0, 0)
        self.grid.addLayout(self.line, 0, 1)
        self.grid.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        self.brief.hide()
        self.more.hide()
        on_language_change(self, self._name_more)

    def shorten(self, short: bool) -> None:
        """Show one line only, unless the user asks for more."""
        self.is_short = short
        above = Space.XS if short else Space.S
        self.grid.setContentsMargins(Space.M, above, Space.S, above)
        self.arrange()

    def set_tone(self, tone: str) -> None:
        """Show how good the news is: "good", "info", "warn" or "bad"."""
        self.picture.show_shape(*_LOOKS[tone])
        set_property(self, "tone", tone)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put these buttons at the end of the line."""
        self._buttons = buttons
        self.line.add_trailing(self.more, *buttons)
        tab_through(self.more, *buttons)

    def write(self, text: str, brief: str = "", *, offer: Buttons) -> None:
        """Show this text, with the buttons `offer`; where there is little room only its beginning, or `brief`."""
        self._offered = offer
        self.words.setText(text)
        self.brief.setText(brief or text)
        self.brief.setToolTip(language.plain(text))
        self.more.setChecked(False)
        self.arrange()

    def room(self) -> int:
        """Return the width of the line."""
        margins = self.grid.contentsMargins()
        return self.width() - margins.left() - margins.right() - self.picture.width() - self.grid.horizontalSpacing()

    def arrange(self) -> None:
        """Show the whole text, or its brief form."""
        foldable = self.is_short and in_one_line(self.words, *self._offered, gap=Space.M) > self.room()
        folded = foldable and not self.more.isChecked()
        self.more.setVisible(foldable)
        self.brief.setVisible(folded)
        self.words.setVisible(not folded)
        for button in self._buttons:
            button.setVisible(button in self._offered and not folded)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange()

    def _name_more(self) -> None:
        self.more.setText(self.tr("Less") if self.more.isChecked() else self.tr("More"))
        self.more.setAccessibleDescription(self.tr("Shows or hides the rest of the message"))


class ClosableMessage(Message):
    """Adds a cross at the end of the line, which hides the message."""

    def __init__(self, parent: QWidget | None = None, *, strong: bool = False) -> None:
        super().__init__(parent, strong=strong)
        self.close_button = Button("", "quiet", shape=icons.Shape.CLOSE, role=Role.MUTED, parent=self)
        self.close_button.clicked.connect(self.hide)
        self.grid.addWidget(self.close_button, 0, 2)
        self.hide()

    def name_cross(self, name: str) -> None:
        """Say what the cross does."""
        self.close_button.setAccessibleName(name)
        self.close_button.setToolTip(name)

    def room(self) -> int:
        return super().room() - self.close_button.sizeHint().width() - self.grid.horizontalSpacing()


class Banner(ClosableMessage):
    """Shows one message at a time until it is closed or replaced.

    Each message is read aloud. `subject` is what a message is about that stays until its subject is settled; None for
    one that the user's next action makes out of date. Whoever offers a button connects it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._again: Callable[[], None] | None = None  # says what stands there in another language
        self.subject: object = None
        buttons = [Button("", parent=self) for _ in range(5)]
        self.practice, self.settings, self.set_aside, self.not_now, self.remember = buttons
        self.add_buttons(*buttons)
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self.settings.setText(self.tr("Open Settings"))
        practice = self.tr("Needs no token, and nothing leaves this computer")
        self.practice.set_words(self.tr("Practise first"), practice)
        self.not_now.setText(self.tr("Not now"))
        self.remember.setText(self.tr("Remember"))
        set_aside = self.tr("Marks it as failed, and sends all other files")
        self.set_aside.set_words(self.tr("Set this file aside"), set_aside)
        self.name_cross(self.tr("Close this message"))
        if not self.isHidden():
            (self._again or self.hide)()  # what was said of the moment is not said again

    @property
    def leads_to_settings(self) -> bool:
        """Return whether the problem shown can be solved in Settings."""
        return self.settings in self._offered and not self.isHidden()

    def say(
        self, text: str, tone: str = "info", *, brief: str = "", offer: Buttons = (), subject: object = None
    ) -> None:
        """Show a message, where there is little room its `brief` form; `tone` is "info", "warn" or "bad".

        `offer` are the buttons that belong to it.
        """
        self.set_tone(tone)
        self.write(text, brief, offer=offer)
        repolish(self.words)
        self._again = None
        self.subject = subject
        self.show()
        say_aloud(self.window(), text)

    def tell(self, problem: Problem, tone: str, *, settings: bool = False) -> None:
        """Show a problem."""
        words = wording.problem(problem)
        offer = (self.settings,) if settings else ()
        self.say(words.together, tone, brief=words.headline, offer=offer, subject=problem)
        self._again = partial(self.tell, problem, tone, settings=settings)

    def tell_stop(self, stop: Stop, owner: str, file: str) -> None:
        """Say why an account's files wait; `owner` is its name, "" where there is no other.

        `file` is the name of the file at which the account stopped.
        """
        words = wording.problem(stop.problem)
        said, brief = (f"{isolated(owner)}: {text}" if owner else text for text in (words.together, words.headline))
        if stop.in_doubt:
            said += " " + fill(self.tr("It stopped at “{file}”."), {"file": visible(file)})
        offer = [self.settings, self.set_aside] if stop.in_doubt else [self.settings]
        self.say(said, "bad", brief=brief, offer=offer, subject=stop)
        self._again = partial(self.tell_stop, stop, owner, file)

    def move_on(self) -> None:
        """Hide a message that has no subject and no way to the settings: the user does something else now."""
        if self.subject is None and not self.leads_to_settings:
            self.hide()

    def welcome(self, waiting: int = 0) -> None:
        """Tell a newcomer what comes first, also with files that wait for it."""
        text = self.tr("Welcome. Before your first upload, enter your integration ID and token from Clear.")
        if waiting:
            text = self.tr(
                "%Ln file(s) wait for an account. Enter what Clear gave you, or practise first.", None, waiting
            )
        self.say(text, offer=(self.settings, self.practice))
        self._again = partial(self.welcome, waiting)


Outcome = Release | Standing | Problem


def open_page(release: Release) -> None:
    """Open the download page of a release in the browser, if its address is https."""
    url = QUrl(release.page, QUrl.ParsingMode.StrictMode)
    if url.isValid() and url.scheme() == "https":
        QDesktopServices.openUrl(url)


class UpdateNotice(Message):
    """Shows what is known of a newer version until it is closed. Emits `wanted` when the user asks for it.

    Each outcome is read aloud.
    """

    wanted = Signal()

    def __init__(self, settings_service: SettingsService, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self._outcome: Outcome | None = None
        self._asked = False  # and the user waits for the answer
        self._open = self._waits = False
        self.download = Button("", clicked=self._on_download, parent=self)
        self.close_button = Button("", clicked=self._on_closed, parent=self)
        self.add_buttons(self.download, self.close_button)
        self.hide()
        on_language_change(self, self.retranslate_ui)

    def ask(self) -> None:
        """Check for a newer version because the user wants to know."""
        if not self._asked:
            self._asked = True
            self._show(None)
            self.wanted.emit()

    def answer(self, outcome: Outcome) -> None:
        """Show what was found out, unless the user has closed the notice meanwhile."""
        if self._asked:
            self._asked = False
            self._show(outcome)

    def tell(self, release: Release) -> None:
        """Show a newer version that was found unasked, each one once."""
        if not self._asked and self._outcome != release:
            self._show(release)

    def wait(self, waits: bool) -> None:
        """Hide while another message needs the room, or come back."""
        self._waits = waits
        self.setVisible(self._open and not waits)

    def retranslate_ui(self) -> None:
        newer = isinstance(self._outcome, Release)
        how = self.tr("Opens in your browser. LedgerDrop installs nothing by itself.")
        self.download.set_words(self.tr("Open the download page"), how)
        later, done = (self.tr("Not now"), self.tr("You'll be told about the next version")), (self.tr("Close"), "")
        self.close_button.set_words(*(later if newer else done))
        self.write(self._words(), offer=(self.download, self.close_button) if newer else (self.close_button,))

    def _show(self, outcome: Outcome | None) -> None:
        self._outcome = outcome
        self._open = True
        self.picture.show_shape(*_LOOKS["warn" if isinstance(outcome, Problem) else "info"])
        self.retranslate_ui()
        self.wait(self._waits)
        say_aloud(self.window(), self.words.text())

    def _words(self) -> str:
        version = {"version": ledgerdrop.__version__}
        match self._outcome:
            case None:
                return self.tr("Checking for updates…")
            case Problem() as problem:
                return wording.problem(problem).together
            case Release() as release:
                words = self.tr("LedgerDrop {newer} is available; you have {version}")
                return fill(words, {"newer": release.version, **version})
            case Standing.OFF_BY_IT:
                return self.tr("Your IT department takes care of updates. Checks are turned off on this computer.")
            case Standing.NOT_SET_UP:
                return self.tr("Updates aren't set up for this copy. Ask whoever gave it to you.")
            case Standing.PRACTISING:
                return self.tr(
                    "Nothing leaves this computer while you practise. Choose another account, then check again."
                )
            case _:
                return fill(self.tr("You have the latest version, {version}"), version)

    def _close(self) -> None:
        self._open = False
        self.hide()

    def _on_download(self) -> None:
        self._close()
        if isinstance(self._outcome, Release):
            open_page(self._outcome)

    def _on_closed(self) -> None:
        self._asked = False
        self._close()
        if isinstance(self._outcome, Release):
            declined = self._outcome.version
            self._settings_service.change(lambda settings: replace(settings, declined_version=declined))
