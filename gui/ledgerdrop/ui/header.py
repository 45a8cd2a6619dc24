"""Show at the top of the window the account in use, and where its files go."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStyle, QStyleOptionButton, QWidget

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.ui.text import language, wording
from ledgerdrop.ui.text.language import fill, isolated, on_language_change
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.account_colours import colour_of, dot
from ledgerdrop.ui.widgets.buttons import NAME_PLACE, Button, NamingButton
from ledgerdrop.ui.widgets.labels import Label
from ledgerdrop.ui.widgets.layout import arranged, in_one_line

_MARK = 30  # in pixels at the usual size of text
_ARROW = 14  # of the account's menu
_SPACE = "\N{NO-BREAK SPACE}"
_PILL = Template("""
QPushButton#accountPill { border: 2px solid $colour; border-radius: 12px; padding: 5px 12px; }
QPushButton#accountPill:focus { border-color: $text; }
""")


class Header(QWidget):
    """Names the account in use, and opens the settings. Its `strip`, put across the window, warns of production."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.account = AccountButton(self)
        self.settings = Button("", shape=icons.Shape.SETTINGS, parent=self)
        self._mark = _Mark(self)
        self._title = Label("LedgerDrop", Type.TITLE, strong=True, parent=self)
        self.strip = QFrame(self)
        self.strip.setObjectName("productionStrip")
        self.strip.setFixedHeight(5)
        self.strip.hide()

        self._row = arranged(QHBoxLayout(self), self._mark, self._title, self.account, self.settings)
        self._row.insertStretch(2, 1)
        self.set_compact(False)
        on_language_change(self, self.retranslate_ui)

    def retranslate_ui(self) -> None:
        self.settings.set_words(self.tr("Settings"), self.tr("Accounts, network and updates"))

    def show_account(self, account: Account) -> None:
        """Name the account in use and its environment."""
        self.account.show_account(account)
        self.strip.setVisible(account.environment is Environment.PRODUCTION)
        self._fit()

    def set_compact(self, low: bool) -> None:
        """Be no higher than the buttons are."""
        margin = Space.XS if low else Space.M
        self._row.setContentsMargins(Space.XL, margin, Space.XL, margin)
        side = self.fontMetrics().height() if low else theme.scaled(_MARK)
        self._mark.setFixedSize(side, side)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Hide the program's name, which the window's title has too, before the account's name would be cut."""
        parts = (self._mark, self._title, self.account, self.settings)
        needed = in_one_line(*(part for part in parts if part is self._title or not part.isHidden()), gap=Space.M)
        self._title.setVisible(needed + Space.M + 2 * Space.XL <= self.width())


def _title(account: Account) -> str:
    """Return the names of the account and its environment; with the address where only that tells where files go."""
    title = wording.account_with_environment(account)
    return f"{title}  ·  {account.base_url}" if account.environment is Environment.CUSTOM else title


class AccountButton(NamingButton):
    """Shows the account in use, in its colour and with its environment; opens the menu of the others."""

    _account: Account | None = None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(least=8, parent=parent)
        self.setObjectName("accountPill")
        self.setIconSize(QSize(theme.scaled(14), theme.scaled(14)))
        self.hide()

    def show_account(self, account: Account) -> None:
        """Show the name of this account."""
        self._account = account
        space = self.fontMetrics().horizontalAdvance(_SPACE)
        room = -(-(theme.scaled(_ARROW) + Space.XS) // space)  # a style sheet pads only both sides
        title = _title(account)
        cut = title if account.environment is Environment.CUSTOM else wording.account(account)  # beside an address
        self.put(" " + isolated(NAME_PLACE + title.removeprefix(cut)) + room * _SPACE, cut)
        self.setAccessibleName(self.said_of(account))
        explanation = wording.environment(account.environment).explanation
        self.setAccessibleDescription(f"{explanation} {self.tr('Opens the list of accounts')}")
        self.setToolTip(language.plain(f"{self.accessibleName()}\n{explanation}"))
        self._draw()
        self.show()

    def take_letter(self, _letter: str) -> None:
        """Take no letter: the text is a client's name, and the menu of the accounts has one."""

    def said_of(self, account: Account) -> str:
        """Return what is read aloud when the user switches to this account."""
        return fill(self.tr("Account in use: {name}"), {"name": _title(account)})

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self.lacking > 0:  # what the cut has left over would be seen before the name, for Qt centres the text
            metrics = self.fontMetrics()
            shorter = metrics.horizontalAdvance(self.name) - metrics.horizontalAdvance(self.shown_name)
            option.text += (shorter - self.lacking) // metrics.horizontalAdvance(_SPACE) * _SPACE

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme.scaled(_ARROW)
        arrow = QRect(self.width() - 12 - side, (self.height() - side) // 2, side, side)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), arrow)
        icons.paint(QPainter(self), icons.Shape.MORE, theme.scheme()[Role.TEXT], place.toRectF())

    def _draw(self) -> None:
        if self._account is not None:
            colour = colour_of(self._account)
            self.setIcon(dot(colour, theme.scaled(14)))
            sheet = _PILL.substitute(colour=colour.name(), text=theme.scheme()[Role.TEXT].name())
            if sheet != self.styleSheet():
                self.setStyleSheet(sheet)


class _Mark(QWidget):
    """Shows the program's icon."""

    def minimumSizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.window().windowIcon().paint(QPainter(self), self.rect())
