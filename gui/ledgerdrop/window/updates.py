"""A newer version is told of calmly, above the list; "Check for updates" is answered in a dialog."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

import ledgerdrop
from ledgerdrop.window import tips
from ledgerdrop.window.language import fill, named
from ledgerdrop.window.message import Message
from ledgerdrop.window.parts import Button, Words

if TYPE_CHECKING:
    from ledgerdrop.pipeline.problems import Problem
    from ledgerdrop.services.releases import Release
    from ledgerdrop.services.settings import Settings
    from ledgerdrop.window.update_dialog import UpdateDialog
    from ledgerdrop.workers.keeper import AccountKeeper
    from ledgerdrop.workers.updates import Word


_LEAST_CHARACTERS: Final = 75  # of a line; with fewer, the news would leave no room for the list


def news_of(release: Release) -> str:
    """What is new, in the language in use where it is told in that."""
    return release.news_in(QLocale().name().partition("_")[0])


def open_page(release: Release) -> None:
    """Show where it can be downloaded, in the browser."""
    url = QUrl(release.page, QUrl.ParsingMode.StrictMode)
    if url.isValid() and url.scheme() == "https":
        QDesktopServices.openUrl(url)


class UpdateNotice(Message):
    """One newer version. `declined` when the user does not want to hear of it again; `said` is to be read aloud."""

    declined = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, strong=True)
        self.release: Release | None = None
        self._open = self._waits = False
        self.headline = self.words
        self.news = Words("", wrap=True, parent=self)
        self.download = Button("", parent=self)
        self.download.clicked.connect(self._on_download)
        self.not_now = Button("", parent=self)
        self.not_now.clicked.connect(self.declined)
        self._lay_out()
        self.hide()
        named(self, self._name_parts)

    def tell(self, release: Release) -> None:
        """Show it."""
        self.release = release
        self._open = True
        self._name_parts()
        self.wait(self._waits)
        self.said.emit(f"{self.headline.text()}. {self.news.text()}")

    def dismiss(self) -> None:
        """The user has seen it."""
        self._open = False
        self.hide()

    def wait(self, waits: bool) -> None:
        """Leave what room there is to another message."""
        self._waits = waits
        self.setVisible(self._open and not waits)

    def arrange(self) -> None:
        super().arrange()
        self.news.setVisible(bool(self.news.text()) and self._has_room and self.brief.isHidden())

    def _name_parts(self) -> None:
        self.download.setText(self.tr("Open the download page"))
        self.download.setAccessibleDescription(self.tr("In your browser. LedgerDrop installs nothing by itself."))
        self.not_now.setText(self.tr("Not now"))
        self.not_now.setAccessibleDescription(self.tr("You are told again of the next version"))
        if self.release is not None:
            versions = {"newer": self.release.version, "version": ledgerdrop.__version__}
            self.news.setText(news_of(self.release))
            self.write(fill(self.tr("LedgerDrop {newer} is available; you have {version}"), versions))
            self.setToolTip(tips.plain(self.news.text()))

    def _on_download(self) -> None:
        if self.release is not None:
            self.dismiss()
            open_page(self.release)

    def _lay_out(self) -> None:
        self.offer(self.download, self.not_now)
        self.grid.addWidget(self.news, 1, 1)

    @property
    def _has_room(self) -> bool:
        """Whether the news can be told beside the list; else they are in the tooltip, and behind the button."""
        return self.width() > _LEAST_CHARACTERS * self.fontMetrics().averageCharWidth()


class UpdateDesk(QObject):
    """Puts the notice into `place` once there is something to tell. `wanted` when the user asks whether there is."""

    wanted = Signal()
    said = Signal(str)

    def __init__(self, keeper: AccountKeeper, place: QVBoxLayout, window: QWidget) -> None:
        super().__init__(window)
        self._keeper = keeper
        self._place = place
        self._window = window
        self._settings: Settings | None = None
        self.notice: UpdateNotice | None = None
        self.dialog: UpdateDialog | None = None
        self._short = self._waits = False
        keeper.loaded.connect(self._on_settings)
        keeper.saved.connect(self._on_settings)

    def ask(self) -> None:
        """The user wants to know now."""
        if self.dialog is None:
            from ledgerdrop.window.update_dialog import UpdateDialog  # noqa: PLC0415 - the window is there sooner

            self.dialog = UpdateDialog(self._window)
            self.dialog.finished.connect(self._on_closed)
            self.dialog.open()
            self.wanted.emit()

    def answer(self, outcome: Release | Word | Problem) -> None:
        """What was found out; nobody hears it who has closed the dialog meanwhile."""
        if self.dialog is not None:
            self.dialog.tell(outcome)
            self.said.emit(f"{self.dialog.headline.text()}. {self.dialog.advice.text()}")

    def tell(self, release: Release) -> None:
        """There is a newer version; each is told of once, unless the user declined it."""
        if self._settings is None or self._settings.declined_version == release.version:
            return
        if self.notice is None:
            self.notice = UpdateNotice(self._window)
            self.notice.declined.connect(self._on_declined)
            self.notice.said.connect(self.said)
            self._place.addWidget(self.notice)
            self.shorten(self._short, waits=self._waits)
        if self.notice.release != release:
            self.notice.tell(release)

    def shorten(self, short: bool, *, waits: bool) -> None:
        """Where there is little room, the notice takes one line, and `waits` while there is another message."""
        self._short, self._waits = short, waits
        if self.notice is not None:
            self.notice.shorten(short)
            self.notice.wait(waits)

    def _on_declined(self) -> None:
        if self.notice is not None and self.notice.release is not None and self._settings is not None:
            self.notice.dismiss()
            self._keeper.prefer(replace(self._settings, declined_version=self.notice.release.version))

    def _on_settings(self, settings: Settings) -> None:
        self._settings = settings
        if self.notice is not None and not settings.ask_for_updates:
            self.notice.dismiss()

    def _on_closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
