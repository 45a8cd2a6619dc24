"""Show what the Help menu opens: how the program works, in a few pictures, and what it is."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QImage, QPainter, QPen
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

import ledgerdrop
from ledgerdrop import resources
from ledgerdrop.ui.dialogs.dialog import Dialog
from ledgerdrop.ui.text.language import FALLBACK, fill
from ledgerdrop.ui.theme import theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.buttons import Button
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import FlowLayout, arranged

_PICTURE_WIDTH = 560  # half the width of the image files, so that a screen at 200 % shows each of their pixels


class HelpPage(QTextBrowser):
    """Shows a page of Markdown. Pictures are made as wide as the page, and taken in the colours in use."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, openLinks=False)
        self._folder = folder
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("How LedgerDrop works"))
        page = folder / f"{QLocale().name().partition('_')[0]}.md"
        self.setMarkdown((page if page.exists() else folder / f"{FALLBACK}.md").read_text(encoding="utf-8"))
        if page.exists():  # pictures have no letters to tell their direction
            option = self.document().defaultTextOption()
            option.setTextDirection(self.layoutDirection())
            self.document().setDefaultTextOption(option)

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Load pictures of our own folder only; the page names them without their colours."""
        colours = "dark" if theme.scheme().dark else "light"
        path = self._folder / f"{Path(QUrl(url).path()).stem}-{colours}.png"
        image = QImage(str(path))
        if image.isNull():
            return super().loadResource(kind, QUrl())
        ratio = self.devicePixelRatioF()
        image = image.scaledToWidth(round(_PICTURE_WIDTH * ratio), Qt.TransformationMode.SmoothTransformation)
        half = ratio / 2
        with QPainter(image) as painter:
            painter.setPen(QPen(theme.scheme()[Role.BORDER], ratio))
            painter.drawRect(image.rect().toRectF().adjusted(half, half, -half, -half))  # all of the line lies within
        image.setDevicePixelRatio(ratio)
        return image


class HelpDialog(Dialog):
    """Shows the page, and a button to close it."""

    usual = QSize(740, 640)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("How LedgerDrop works"))
        self.page = HelpPage(resources.path("help"), self)
        buttons = FlowLayout(trailing=[Button(self.tr("Close"), "primary", clicked=self.accept, parent=self)])
        buttons.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        arranged(QVBoxLayout(self), self.page, buttons, gap=0)
        self.page.setFocus()


class AboutDialog(Dialog):
    """Shows name, version and licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About LedgerDrop"))
        versions = {"version": ledgerdrop.__version__, "qt": qVersion()}
        buttons = FlowLayout(trailing=[Button(self.tr("Close"), "primary", clicked=self.accept, parent=self)])
        with suppress(FileNotFoundError):  # in a checkout every package brings its own licence
            self._notices = resources.path("licences/NOTICES.txt")
            self.licences = Button(self.tr("Licences"), clicked=self._show_licences, parent=self)
            self.licences.setAccessibleDescription(self.tr("Opens the licences of everything LedgerDrop contains"))
            buttons.add_leading(self.licences)
        licence = self.tr(
            "MIT licence. Built on Qt, which is under the LGPL, version 3, and on the work of many others."
        )
        title = Label("LedgerDrop", Type.DISPLAY, strong=True)
        purpose = Label(self.tr("Sends your ledgers to Clear and shows the result of each."), wrap=True)
        version = Label(fill(self.tr("Version {version}, with Qt {qt}"), versions), role=Role.MUTED)
        built_on = Label(licence, role=Role.MUTED, wrap=True)
        self.lay_out(title, purpose, version, built_on, Space.M, buttons, gap=Space.M)

    def _show_licences(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._notices)))
