"""Paints the row of a group: its name, the sums of its files, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from ledgerdrop.ui.text.language import isolated
from ledgerdrop.ui.text.wording import Tone
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.labels import shortened

# In pixels at the usual size of text
_ARROW: Final = 14
_ICON: Final = 20


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Hold what is painted of a group: `sums` behind its name, `account` at the end of the row."""

    name: str
    sums: Sequence[tuple[str, Tone]]
    account: str
    collapsed: bool
    done: bool
    selected: bool
    focused: bool

    def paint(self, painter: QPainter, row: QRect, direction: Qt.LayoutDirection) -> None:
        """Paint it over all columns."""
        scheme = theme.scheme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(row, scheme[Role.ACCENT_SOFT if self.selected else Role.HOVER])
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), scheme[Role.LINE])
        if self.focused:
            painter.setPen(QPen(scheme[Role.ACCENT], 2))
            painter.drawRect(row.adjusted(1, 1, -1, -2))
        closed = icons.Shape.NEXT if direction is Qt.LayoutDirection.LeftToRight else icons.Shape.BACK
        whole, tone = (icons.Shape.DONE, Role.GOOD) if self.done else (icons.Shape.FOLDER, Role.MUTED)
        arrow, icon = theme.scaled(_ARROW), theme.scaled(_ICON)
        for left, shape, size, role in (
            ((Space.XL - arrow) // 2, closed if self.collapsed else icons.Shape.MORE, arrow, Role.TEXT),
            (Space.XL, whole, icon, tone),
        ):
            square = QRect(left, row.top() + (row.height() - size) // 2, size, size)
            icons.paint(painter, shape, scheme[role], QRectF(QStyle.visualRect(direction, row, square)))
        for text, font, role, left, width in self._parts(Space.XL + icon + Space.M, row.width() - Space.XL):
            place = QStyle.visualRect(direction, row, QRect(left, row.top(), width, row.height()))
            painter.setFont(font)
            painter.setPen(scheme[role])
            visual = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            how = int(visual) | int(Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)
            painter.drawText(place, how, shortened(text, QFontMetrics(font), width))
        painter.restore()

    def _parts(self, start: int, end: int) -> list[tuple[str, QFont, Role, int, int]]:
        """Place the texts between two edges: with their fonts and colours, left edges and widths.

        Where there is no room for all, the account is cut first, then the sums, and the name last.
        """
        strong, body, caption = theme.font(None, strong=True), theme.font(None), theme.font(None, Type.CAPTION)
        texts = [(isolated(self.name), strong, Role.TEXT), ("", body, Role.MUTED)]
        for text, tone in self.sums:
            texts += [("  ·  ", body, Role.MUTED)] * (len(texts) > 2) + [(text, body, tone.words)]
        placed = []
        for text, font, role in texts:
            room = (end - start) * 7 // 10 if font is strong else end - start
            width = min(_width(text, font) if text else Space.L, room)
            placed.append((text, font, role, start, width))
            start += width
        account = isolated(self.account)
        width = min(_width(account, caption), end - start - Space.L)
        placed.append((account, caption, Role.MUTED, end - width, width))
        return [part for part in placed if part[0] and part[-1] > 0]


def is_arrow(from_start: int) -> bool:
    """Tell whether a click so far from the start of a group's row is on its arrow."""
    return from_start < Space.XL + Space.XS


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1
