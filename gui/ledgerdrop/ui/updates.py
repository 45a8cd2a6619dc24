"""A newer version is told of in one quiet line above the list, and so is the answer to "Check for updates"."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

import ledgerdrop
from ledgerdrop.background.settings_service import SettingsService
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.updates import Release, Standing
from ledgerdrop.ui.banner import Message
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.language import fill, on_language_change
from ledgerdrop.ui.theme import icons
from ledgerdrop.ui.theme.theme import Role
from ledgerdrop.ui.widgets.buttons import Button

Outcome = Release | Standing | Problem


def open_page(release: Release) -> None:
    """Open the page to download it from in the browser, if its address is https."""
    url = QUrl(release.page, QUrl.ParsingMode.StrictMode)
    if url.isValid() and url.scheme() == "https":
        QDesktopServices.openUrl(url)


class UpdateNotice(Message):
    """Shows what is known of a newer version until it is closed. `wanted` when the user asks for it.

    `said` with each outcome, to be read aloud.
    """

    wanted = Signal()
    said = Signal(str)

    def __init__(self, settings_service: SettingsService, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings_service = settings_service
        self._outcome: Outcome | None = None
        self._asked = False  # and the user waits for the answer
        self._open = self._waits = False
        self.download = Button("", parent=self)
        self.download.clicked.connect(self._on_download)
        self.close_button = Button("", parent=self)
        self.close_button.clicked.connect(self._on_closed)
        self.offer(self.download, self.close_button)
        self.hide()
        on_language_change(self, self.retranslate_ui)

    def ask(self) -> None:
        """Look for a newer version because the user wants to know."""
        if not self._asked:
            self._asked = True
            self._show(None)
            self.wanted.emit()

    def answer(self, outcome: Outcome) -> None:
        """Tell what was found out, unless the user has closed the notice meanwhile."""
        if self._asked:
            self._asked = False
            self._show(outcome)

    def tell(self, release: Release) -> None:
        """Tell of a newer version that was found unasked, of each once."""
        if not self._asked and self._outcome != release:
            self._show(release)

    def wait(self, waits: bool) -> None:
        """Leave what room there is to another message."""
        self._waits = waits
        self.setVisible(self._open and not waits)

    def retranslate_ui(self) -> None:
        newer = isinstance(self._outcome, Release)
        self.download.setText(self.tr("Open the download page"))
        self.download.setAccessibleDescription(
            self.tr("Opens in your browser. LedgerDrop installs nothing by itself.")
        )
        self.close_button.setText(self.tr("Not now") if newer else self.tr("Close"))
        again = self.tr("You'll be told about the next version")
        self.close_button.setAccessibleDescription(again if newer else "")
        self.write(self._words())

    def _show(self, outcome: Outcome | None) -> None:
        self._outcome = outcome
        self._open = True
        self.offers(self.download, isinstance(outcome, Release))
        warns = isinstance(outcome, Problem)
        self.picture.show_shape(*((icons.Shape.WARNING, Role.WARN) if warns else (icons.Shape.INFO, Role.ACCENT)))
        self.retranslate_ui()
        self.wait(self._waits)
        self.said.emit(self.words.text())

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
