"""Mark each account by its colour: a dot beside its name wherever it is named."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space
from ledgerdrop.ui.widgets.buttons import RadioButton
from ledgerdrop.ui.widgets.layout import arranged

ENVIRONMENT_ROLES: Final = {
    Environment.PRACTICE: Role.PRACTICE,
    Environment.SANDBOX: Role.SANDBOX,
    Environment.PRODUCTION: Role.PRODUCTION,
    Environment.CUSTOM: Role.WARN,  # its files may be live
}


def colour_of(account: Account) -> QColor:
    """Return the account's colour; its environment's where it has none of its own."""
    return QColor(account.colour) if account.colour else theme.scheme()[ENVIRONMENT_ROLES[account.environment]]


def dot(colour: QColor, size: int = 14) -> QIcon:
    """Return a disc of that colour, with a rim, so that it can be seen on any background."""
    icon = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        image = icons.blank(QSize(size, size), ratio)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.scheme()[Role.TEXT], 1))
            painter.setBrush(colour)
            painter.drawEllipse(1, 1, size - 2, size - 2)
        icon.addPixmap(image)
    return icon


class ColourChoice(QWidget):
    """Offers a row of colours, the first being the environment's own; emits `chosen` when the user takes one."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, RadioButton] = {}
        self._given = ""
        names = {
            "": self.tr("Environment colour"),
            # Eight that are told apart at the size of a dot, in light and dark
            "#2f6fde": self.tr("Blue"),
            "#1c8f7a": self.tr("Teal"),
            "#5f9a1f": self.tr("Green"),
            "#c98a00": self.tr("Yellow"),
            "#d9622b": self.tr("Orange"),
            "#c2374a": self.tr("Red"),
            "#a04fc4": self.tr("Purple"),
            "#7a6a58": self.tr("Brown"),
        }
        for colour, name in names.items():
            self._buttons[colour] = button = RadioButton("", self)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
            button.clicked.connect(self.chosen)
        arranged(QHBoxLayout(self), *self._buttons.values(), None, gap=Space.XS)

    @property
    def colour(self) -> str:
        """Return the chosen colour as `#rrggbb`, or "" for the environment's own."""
        return next((colour for colour, button in self._buttons.items() if button.isChecked()), self._given)

    def show_colour(self, colour: str, environment: Environment) -> None:
        """Choose that colour; one that is not among ours (from a file of accounts) stays until another is taken."""
        own = theme.scheme()[ENVIRONMENT_ROLES[environment]]
        for value, button in self._buttons.items():
            button.setIcon(dot(QColor(value) if value else own, theme.scaled(16)))
        self._given = colour
        if colour in self._buttons:
            self._buttons[colour].setChecked(True)
