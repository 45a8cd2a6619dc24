"""The answer to "Check for updates"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

import ledgerdrop
from ledgerdrop.pipeline.problems import Problem
from ledgerdrop.services.releases import Release
from ledgerdrop.window import icons, texts
from ledgerdrop.window.dialog import Dialog
from ledgerdrop.window.flow import Flow
from ledgerdrop.window.language import fill
from ledgerdrop.window.parts import Button, Picture, Words
from ledgerdrop.window.theme import Role, Space, Type
from ledgerdrop.window.updates import news_of, open_page
from ledgerdrop.workers.updates import Word


class UpdateDialog(Dialog):
    """Says that it is being looked for, and then what was found out. Closing it does no harm at any time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Updates"))
        self._release: Release | None = None
        self._picture = Picture(icons.Shape.WAITING, Role.MUTED, 32, self)
        self.headline = Words("", Type.TITLE, strong=True, wrap=True)
        self.advice = Words("", role=Role.MUTED, wrap=True)
        self.download = Button(self.tr("Open the download page"), "primary", parent=self)
        self.download.clicked.connect(self._on_download)
        self.download.hide()
        self.close_button = Button(self.tr("Close"), parent=self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        patience = self.tr("This may take a moment.")
        self._say(self.tr("Looking for a newer version…"), patience, icons.Shape.WAITING, Role.MUTED)

    def tell(self, outcome: Release | Word | Problem) -> None:
        """Say what was found out."""
        if isinstance(outcome, Release):
            self._tell_release(outcome)
        elif isinstance(outcome, Problem):
            words = texts.problem(outcome)
            self._say(words.headline, words.advice, icons.Shape.WARNING, Role.WARN)
        else:
            headline, advice = self._words(outcome)
            this = fill(self.tr("This is LedgerDrop {version}."), {"version": ledgerdrop.__version__})
            newest = outcome is Word.NEWEST
            shape, role = (icons.Shape.DONE, Role.GOOD) if newest else (icons.Shape.INFO, Role.ACCENT)
            self._say(headline, f"{advice} {this}".strip(), shape, role)

    def _words(self, word: Word) -> tuple[str, str]:
        match word:
            case Word.NEWEST:
                return self.tr("You have the newest version"), ""
            case Word.OFF_BY_IT:
                return (
                    self.tr("Your IT department takes care of updates"),
                    self.tr("It has switched off asking for newer versions on this computer."),
                )
            case Word.NOT_SET_UP:
                return (
                    self.tr("LedgerDrop cannot look for updates"),
                    self.tr("This copy was not told where to look. Ask the person who gave it to you."),
                )
            case Word.PRACTISING:
                return (
                    self.tr("Not while you practise"),
                    self.tr("Nothing leaves this computer then. Choose another account, and look again."),
                )

    def _tell_release(self, release: Release) -> None:
        self._release = release
        versions = {"newer": release.version, "version": ledgerdrop.__version__}
        headline = fill(self.tr("LedgerDrop {newer} is available; you have {version}"), versions)
        self._say(headline, news_of(release), icons.Shape.INFO, Role.ACCENT)
        self.download.show()
        self.download.setDefault(True)
        self.download.setFocus()

    def _on_download(self) -> None:
        if self._release is not None:
            open_page(self._release)
        self.accept()

    def _say(self, headline: str, advice: str, shape: icons.Shape, role: Role) -> None:
        self.headline.setText(headline)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self._picture.show_shape(shape, role)
        if self.isVisible():
            self.fit()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(Space.S)
        words.addWidget(self.headline)
        words.addWidget(self.advice)
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = Flow()
        buttons.trail(self.close_button, self.download)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.XL)
        column.addLayout(top)
        column.addLayout(buttons)
