"""The top of the window: what this is, and for whom and where to it sends."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ledgerdrop.pipeline.accounts import Account, Environment
from ledgerdrop.pipeline.problems import fill
from ledgerdrop.window import icons, texts
from ledgerdrop.window.parts import Button, Elided, Picture, Words
from ledgerdrop.window.theme import Role, Space, Type

_INK = {
    Environment.PRACTICE: Role.PRACTICE,
    Environment.SANDBOX: Role.SANDBOX,
    Environment.PRODUCTION: Role.ON_PRODUCTION,
    Environment.CUSTOM: Role.WARN,
}


class Header(QWidget):
    """`settings_wanted` when its button is pressed."""

    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.badge = Badge(self)
        self.account = Elided(role=Role.MUTED, parent=self)
        self.settings = Button(self.tr("Settings"), shape=icons.Shape.SETTINGS, parent=self)
        self.settings.setAccessibleDescription(self.tr("Account, environment, access token and how to send"))
        self.settings.clicked.connect(self.settings_wanted)
        self._strip = QFrame(self)
        self._strip.setObjectName("productionStrip")
        self._strip.setFixedHeight(5)
        self._strip.hide()

        row = QHBoxLayout()
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        row.setSpacing(Space.M)
        row.addWidget(_Mark(self))
        row.addWidget(Words("LedgerDrop", Type.TITLE, strong=True, parent=self))
        row.addStretch(1)
        row.addWidget(self.account)
        row.addWidget(self.badge)
        row.addWidget(self.settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addLayout(row)

    def show_account(self, account: Account) -> None:
        """Name the account in use and its environment."""
        self.badge.show_environment(account)
        self.account.setText(_title(account))
        self._strip.setVisible(account.environment is Environment.PRODUCTION)


def _title(account: Account) -> str:
    """The account's name where it says more than the badge; with its address where only that tells where files go."""
    if account.environment is Environment.CUSTOM:
        return f"{account.name}  ·  {account.base_url}" if account.name else account.base_url
    return "" if account.name == texts.environment(account.environment).name else account.name


class Badge(QFrame):
    """The environment, as a shape, a word and a colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("badge")
        self._picture = Picture(icons.Shape.PRACTICE, Role.PRACTICE, 18, self)
        self.words = Words("", strong=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS + 1, Space.M, Space.XS + 1)
        row.setSpacing(Space.S)
        row.addWidget(self._picture)
        row.addWidget(self.words)
        self.hide()

    def show_environment(self, account: Account) -> None:
        """Become the badge of that account's environment."""
        words = texts.environment(account.environment)
        self._picture.show_shape(words.shape, _INK[account.environment])
        self.words.setText(words.badge)
        self.setProperty("environment", account.environment.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.setAccessibleName(fill(self.tr("Environment: {name}"), {"name": words.name}))
        address = account.base_url if account.environment is Environment.CUSTOM else ""
        self.setToolTip("\n".join(line for line in (words.explanation, address) if line))
        self.setAccessibleDescription(words.explanation)
        self.show()


class _Mark(QWidget):
    """The program's icon."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(30, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.window().windowIcon().paint(QPainter(self), self.rect())
