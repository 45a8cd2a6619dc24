"""A newer version is told of in one quiet line above the list, and so is the answer to "Check for updates"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

import ledgerdrop
from ledgerdrop.background.update_checker import Word
from ledgerdrop.model.problems import Problem
from ledgerdrop.ui.banner import Message
from ledgerdrop.ui.text import language, wording
from ledgerdrop.ui.text.language import fill, on_language_change
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from ledgerdrop.background.settings_service import SettingsService
    from ledgerdrop.model.settings import Settings
    from ledgerdrop.system.update_check import Release

    Outcome = Release | Word | Problem


# With less, the news would leave no room for the list: they are in the tooltip then, and on the download page.
_LEAST_CHARACTERS: Final = 75  # of a line
_LEAST_HEIGHTS: Final = 8  # of the news, in the height of the window


def open_page(release: Release) -> None:
    """Open the page to download it from in the browser, if its address is https."""
    url = QUrl(release.page, QUrl.ParsingMode.StrictMode)
    if url.isValid() and url.scheme() == "https":
        QDesktopServices.openUrl(url)


class UpdateNotice(Message):
    """Shows what is known of a newer version until it is closed. `said` with each outcome, to be read aloud.

    `closed` when the user does not want to see it any more.
    """

    closed = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, strong=True)
        self._outcome: Outcome | None = None
        self._open = self._waits = False
        self.headline = self.words
        self.news = Label("", wrap=True, parent=self)
        self.download = Button("", parent=self)
        self.download.clicked.connect(self._on_download)
        self.close_button = Button("", parent=self)
        self.close_button.clicked.connect(self.closed)
        self.offer(self.download, self.close_button)
        self.grid.addWidget(self.news, 1, 1)
        self.hide()
        on_language_change(self, self.retranslate_ui)

    @property
    def release(self) -> Release | None:
        """Return the newer version that it tells of, if it does."""
        told = self._outcome
        return None if told is None or isinstance(told, Word | Problem) else told

    def tell(self, outcome: Outcome | None) -> None:
        """Show what was found out; None while it is being looked for."""
        self._outcome = outcome
        self._open = True
        self.offers(self.download, self.release is not None)
        self.retranslate_ui()
        self.wait(self._waits)
        self.said.emit(f"{self.headline.text()}. {self.news.text()}")

    def dismiss(self) -> None:
        """Hide it until there is something else to tell."""
        self._open = False
        self.hide()

    def wait(self, waits: bool) -> None:
        """Leave what room there is to another message."""
        self._waits = waits
        self.setVisible(self._open and not waits)

    def arrange(self) -> None:
        super().arrange()
        wide = self.width() > _LEAST_CHARACTERS * self.fontMetrics().averageCharWidth()
        low = self.news.heightForWidth(self.room()) * _LEAST_HEIGHTS < self.window().height()
        self.news.setVisible(bool(self.news.text()) and wide and low and not self.is_short)

    def retranslate_ui(self) -> None:
        self.download.setText(self.tr("Open the download page"))
        self.download.setAccessibleDescription(
            self.tr("Opens in your browser. LedgerDrop installs nothing by itself.")
        )
        newer = self.release is not None
        self.close_button.setText(self.tr("Not now") if newer else self.tr("Close"))
        again = self.tr("You'll be told about the next version")
        self.close_button.setAccessibleDescription(again if newer else "")
        headline, news = self._words()
        self.news.setText(news)
        self.write(headline)
        self.setToolTip(language.plain(news))
        warns = isinstance(self._outcome, Problem)
        self.picture.show_shape(*((icons.Shape.WARNING, Role.WARN) if warns else (icons.Shape.INFO, Role.ACCENT)))

    def _words(self) -> tuple[str, str]:
        """Return the headline, and what follows it."""
        this = fill(self.tr("This is LedgerDrop {version}."), {"version": ledgerdrop.__version__})
        match self._outcome:
            case None:
                return self.tr("Checking for updates…"), ""
            case Problem() as problem:
                words = wording.problem(problem)
                return words.headline, words.advice
            case Word.NEWEST:
                return self.tr("You have the latest version"), this
            case Word.OFF_BY_IT:
                advice = self.tr("Update checks are turned off on this computer.")
                return self.tr("Your IT department takes care of updates"), f"{advice} {this}"
            case Word.NOT_SET_UP:
                advice = self.tr("Updates aren't set up for this copy. Ask whoever gave it to you.")
                return self.tr("Can't check for updates"), f"{advice} {this}"
            case Word.PRACTISING:
                advice = self.tr(
                    "Nothing leaves this computer while you practise. Choose another account, then check again."
                )
                return self.tr("Not while you practise"), f"{advice} {this}"
            case release:
                versions = {"newer": release.version, "version": ledgerdrop.__version__}
                headline = fill(self.tr("LedgerDrop {newer} is available; you have {version}"), versions)
                return headline, release.news_in(QLocale().name().partition("_")[0])

    def _on_download(self) -> None:
        if self.release is not None:
            self.dismiss()
            open_page(self.release)


class UpdateController(QObject):
    """Puts the notice into `place` once there is something to tell. `wanted` when the user asks for news."""

    wanted = Signal()
    said = Signal(str)

    def __init__(self, settings_service: SettingsService, place: QVBoxLayout, window: QWidget) -> None:
        super().__init__(window)
        self._settings_service = settings_service
        self._place = place
        self._window = window
        self._settings: Settings | None = None
        self._asked = False  # and the user waits for the answer
        self.notice: UpdateNotice | None = None
        self._short = self._waits = False
        settings_service.loaded.connect(self._on_settings)
        settings_service.saved.connect(self._on_settings)

    def ask(self) -> None:
        """Look for a newer version because the user wants to know."""
        if not self._asked:
            self._asked = True
            self._shown().tell(None)
            self.wanted.emit()

    def answer(self, outcome: Outcome) -> None:
        """Tell what was found out, unless the user has closed the notice meanwhile."""
        if self._asked:
            self._asked = False
            self._shown().tell(outcome)

    def tell(self, release: Release) -> None:
        """Tell of a newer version that was found unasked: of each once, unless the user declined it."""
        if self._settings is None or self._settings.declined_version == release.version or self._asked:
            return
        notice = self._shown()
        if notice.release != release:
            notice.tell(release)

    def shorten(self, short: bool, *, waits: bool) -> None:
        """Give the notice one line, and none while it `waits` for another message to go."""
        self._short, self._waits = short, waits
        if self.notice is not None:
            self.notice.shorten(short)
            self.notice.wait(waits)

    def _shown(self) -> UpdateNotice:
        if self.notice is None:
            self.notice = UpdateNotice(self._window)
            self.notice.closed.connect(self._on_closed)
            self.notice.said.connect(self.said)
            self._place.addWidget(self.notice)
            self.shorten(self._short, waits=self._waits)
        return self.notice

    def _on_closed(self) -> None:
        self._asked = False
        if self.notice is None:
            return
        self.notice.dismiss()
        if (release := self.notice.release) is not None:
            self._settings_service.change(lambda settings: replace(settings, declined_version=release.version))

    def _on_settings(self, settings: Settings) -> None:
        self._settings = settings
        if self.notice is not None and self.notice.release is not None and not settings.ask_for_updates:
            self.notice.dismiss()
