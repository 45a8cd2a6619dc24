"""Draw all icons from outlines on a grid of 24 by 24, at any size, in the colour of their role.

Each state has a shape of its own, so that nobody has to tell colours apart.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ledgerdrop.ui.theme import theme


def _dot(y: float) -> str:
    """Return the point of an exclamation mark or of an i, in the middle at this height."""
    return f'<circle cx="12" cy="{y}" r=".9" fill="currentColor" stroke="none"/>'


class Shape(StrEnum):
    """Holds bodies of SVG images; strokes and fills take the colour of the image."""

    DONE = '<circle cx="12" cy="12" r="9"/><path d="M8 12.4l2.8 2.8L16 9.6"/>'
    READY = '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="2.2" fill="currentColor" stroke="none"/>'
    WAITING = '<circle cx="12" cy="12" r="9"/><path d="M12 7.2V12l3.2 2"/>'
    LOOKING = '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.4 15.4L20.5 20.5"/>'
    SENDING = '<circle cx="12" cy="12" r="9"/><path d="M12 16.5v-8.6M8.4 11.3L12 7.7l3.6 3.6"/>'
    AGAIN = '<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4"/><path d="M19.8 3.4v4.4h-4.4"/>'
    PAUSED = '<circle cx="12" cy="12" r="9"/><path d="M9.8 8.8v6.4M14.2 8.8v6.4"/>'
    WARNING = '<path d="M12 3.6L21.3 20H2.7z"/><path d="M12 10v4.4"/>' + _dot(17)
    REFUSED = '<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"/><path d="M12 7.4v5.4"/>' + _dot(16)
    FAILED = '<circle cx="12" cy="12" r="9"/><path d="M8.9 8.9l6.2 6.2M15.1 8.9l-6.2 6.2"/>'
    DUPLICATE = '<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2"/><path d="M15.5 4.5h-9a2 2 0 0 0-2 2v9"/>'
    CANCELLED = '<circle cx="12" cy="12" r="9" stroke-dasharray="3.2 2.4"/><path d="M8.4 12h7.2"/>'
    INFO = '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.6"/>' + _dot(7.8)
    TICK = '<path d="M5.5 12.5l4.3 4.3L18.5 8" stroke-width="2.8"/>'
    CLOSE = '<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>'
    SETTINGS = (
        '<path d="M4 7h8M18 7h2M4 17h2M12 17h8"/><circle cx="15" cy="7" r="2.6"/><circle cx="9" cy="17" r="2.6"/>'
    )
    DROP = '<path d="M12 3.5v11M7.6 10.4l4.4 4.4 4.4-4.4"/><path d="M4 14.5v4a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-4"/>'
    PRACTICE = (
        '<path d="M9.5 3.5h5M10.5 3.5v6L5.2 18a1.8 1.8 0 0 0 1.6 2.6h10.4a1.8 '
        '1.8 0 0 0 1.6-2.6L13.5 9.5v-6M7.6 15h8.8"/>'
    )
    SANDBOX = '<path d="M12 3l8 4.5v9L12 21l-8-4.5v-9z"/><path d="M4.2 7.6L12 12l7.8-4.4M12 12v8.8"/>'
    PRODUCTION = '<path d="M12 2.8l7.5 2.8v5.6c0 4.7-3 8.2-7.5 10-4.5-1.8-7.5-5.3-7.5-10V5.6zM12 7.6v5M12 15.6v.4"/>'
    CUSTOM = (
        '<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1.4 1.4"/>'
        '<path d="M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.4-1.4"/>'
    )
    MORE = '<path d="M6 9l6 6 6-6"/>'
    LESS = '<path d="M6 15l6-6 6 6"/>'
    NEXT = '<path d="M9 6l6 6-6 6"/>'
    BACK = '<path d="M15 6l-6 6 6 6"/>'
    FOLDER = '<path d="M3.5 6.5a2 2 0 0 1 2-2h4l2.2 2.6h6.8a2 2 0 0 1 2 2v8.4a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2z"/>'
    COPY = '<path d="M9 8.5h10.5V20H9z"/><path d="M15 8.5V4.5H4.5V16H9"/>'


_IMAGE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="none" stroke="currentColor" '
    'stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{body}</g></svg>'
)


def blank(size: QSize, ratio: float) -> QPixmap:
    """Return a transparent image of a size in device-independent pixels, `ratio` physical pixels each."""
    image = QPixmap(size * ratio)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


@lru_cache(maxsize=256)
def pixmap(shape: Shape, colour: str, size: int, ratio: float, beside: int = 0) -> QPixmap:
    """Return the shape as an image of `size` device-independent pixels, with so much room on each side of it."""
    body = _IMAGE.format(body=shape.value).replace("currentColor", colour)
    image = blank(QSize(size + 2 * beside, size), ratio)
    with QPainter(image) as painter:
        QSvgRenderer(QByteArray(body.encode())).render(painter, QRectF(beside, 0, size, size))
    return image


def paint(painter: QPainter, shape: Shape, colour: QColor, where: QRectF) -> None:
    """Draw the shape into a square, sharp at the painter's own resolution."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(where.topLeft(), pixmap(shape, colour.name(), round(where.width()), ratio))


@lru_cache(maxsize=256)
def icon(shape: Shape, role: theme.Role, colours: theme.Scheme, size: int, beside: int) -> QIcon:
    """Return an icon for a button, in these colours, with so much room on each side of it."""
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        for ink, mode in ((role, QIcon.Mode.Normal), (theme.Role.DISABLED, QIcon.Mode.Disabled)):
            made.addPixmap(pixmap(shape, colours[ink].name(), size, ratio, beside), mode)
    return made
