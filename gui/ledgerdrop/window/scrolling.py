"""Pages that scroll up and down, and are never cut at their sides."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QStyle, QWidget


class _Scrolled(QScrollArea):
    """Wants to be as wide as its page must be: sideways it does not scroll, and the page would be cut."""

    def minimumSizeHint(self) -> QSize:
        hint, page = super().minimumSizeHint(), self.widget()
        if page is None:
            return hint
        beside = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return QSize(max(hint.width(), page.minimumSizeHint().width() + beside), hint.height())


def scrolled(page: QWidget, parent: QWidget) -> QScrollArea:
    """The page in an area that scrolls up and down where there is no room for all of it."""
    area = _Scrolled(parent)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
