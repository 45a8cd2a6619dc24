"""Say what all dialogs have in common: they open as large as their texts need."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QStyle, QWidget

from ledgerdrop.ui.theme import theme
from ledgerdrop.ui.theme.theme import Space


class Dialog(QDialog):
    """Opens in `usual` size (in pixels, at the usual size of text; a height of 0 is as much as is needed), in larger
    text larger, but never beyond the screen. Qt by itself gives a text that wraps less height than it needs.
    """

    usual = QSize(440, 0)
    narrowest = 0  # how far the user can make it narrower, in pixels; 0: no narrower than usual
    widest = 960  # and wider, at the usual size of text: longer lines are hard to read

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = False
        if parent is not None:
            self.setLocale(parent.window().locale())

    def showEvent(self, event: QShowEvent) -> None:
        if not self._fitted:
            self._fitted = True
            self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Take that size now, for other texts than those it was opened with."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()  # or it would answer for the texts before
        room = self.screen().availableGeometry().size() - QSize(Space.XXL, Space.XXL)  # the title and its frame
        width = min(max(theme.scaled(self.usual.width()), layout.totalMinimumSize().width()), room.width())
        height = max(theme.scaled(self.usual.height()), layout.totalHeightForWidth(width))
        self.setMinimumWidth(min(width, self.narrowest or self.usual.width()))
        self.setMaximumWidth(max(width, theme.scaled(self.widest)))
        self.resize(width, min(max(height, layout.totalMinimumSize().height()), room.height()))


class _Scrolled(QScrollArea):
    """Wants to be as wide as its page must be: sideways it does not scroll, and the page would be cut."""

    def minimumSizeHint(self) -> QSize:
        hint, page = super().minimumSizeHint(), self.widget()
        if page is None:
            return hint
        beside = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return QSize(max(hint.width(), page.minimumSizeHint().width() + beside), hint.height())


def scrolled(page: QWidget, parent: QWidget) -> QScrollArea:
    """Return the page in an area that scrolls up and down where there is no room for all of it."""
    area = _Scrolled(parent)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
