"""Paint the rows of files and of groups, and locate their links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ledgerdrop.model.files import Stage
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action, Choice
from ledgerdrop.ui.files.file_model import Column, ItemRole
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import isolated, visible
from ledgerdrop.ui.text.wording import Tone
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role, Space, Type
from ledgerdrop.ui.widgets.labels import shortened, shortened_path

# In pixels at the usual size of text
_ICON: Final = 20
_CROSS: Final = 16  # the drawn cross ...
_TARGET: Final = 28  # ... and what can be hit of it
_BAR: Final = 4
_ARROW: Final = 14  # of a group

_AS_CROSS = {Action.CANCEL, Action.REMOVE}


@dataclass(frozen=True, slots=True)
class Hot:
    """Names the link under the mouse."""

    id: int
    action: Action


class RowDelegate(QStyledItemDelegate):
    """Paints each row in two lines: what the file is, and how its upload is going."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hot: Hot | None = None
        self.shows_focus = False  # only where keys are used: a mouse shows by itself where it is
        self.size_in_name = False  # where the list is too narrow for a column of sizes
        self.low = False  # where the window has room for few rows
        self.status_in_name = False  # where it is too narrow even for what is happening
        self.refresh()

    def refresh(self) -> None:
        """Read fonts and colours again, after the system or the user has changed them."""
        self._scheme = theme.scheme()
        self._body = theme.font()
        self._strong = theme.font(strong=True)
        self._caption = theme.font(Type.CAPTION)
        self._lines = (QFontMetrics(self._strong).height(), QFontMetrics(self._caption).height())
        self._icon, self._cross, self._target = (theme.scaled(length) for length in (_ICON, _CROSS, _TARGET))

    @property
    def row_height(self) -> int:
        """Return the height of a row, the same for all."""
        return sum(self._lines) + 2 * self.margin + Space.XS + 2

    @property
    def margin(self) -> int:
        """Return the margin above and below the content of a row."""
        return 1 if self.low else Space.S

    def actions_width(self) -> int:
        """Return the width of the longest link and the cross."""
        metrics = QFontMetrics(self._body)
        return max(map(metrics.horizontalAdvance, actions.links())) + self._target + Space.XL + 2 * Space.S

    def name_width(self, name: str) -> int:
        """Return the width that this name needs beside its picture."""
        words = QFontMetrics(self._strong).horizontalAdvance(isolated(visible(name)))
        return Space.XL + self._icon + Space.M + words + Space.S

    def size_width(self) -> int:
        """Return a width that fits any size."""
        metrics = QFontMetrics(self._body)
        return max(map(metrics.horizontalAdvance, formatting.longest_sizes())) + 2 * Space.M

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._target, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: TransferItem | None = index.data(ItemRole.ENTRY)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = option.widget
        focused = (
            self.shows_focus
            and isinstance(view, QAbstractItemView)
            and view.hasFocus()
            and view.currentIndex().row() == index.row()
        )
        owner = str(index.data(ItemRole.OWNER) or "")
        _Cell(self, painter, option, entry, index.column(), focused, owner).paint()
        painter.restore()

    def links(self, cell: QRect, direction: Qt.LayoutDirection, entry: TransferItem) -> list[tuple[Choice, QRect]]:
        """Return the area of each action's link in its cell of the last column, the outermost first."""
        metrics = QFontMetrics(self._body)
        end = cell.right() - Space.XL + (self._target - self._cross) // 2 + 1
        top = cell.top() + (cell.height() - self._target) // 2
        found: list[tuple[Choice, QRect]] = []
        for choice in sorted(actions.choices(entry), key=lambda choice: choice.action not in _AS_CROSS):
            if choice.action in _AS_CROSS:
                width = self._target
            else:
                width = min(metrics.horizontalAdvance(choice.short) + Space.S, end - cell.left() - Space.XS)
            where = QRect(end - width, top, width, self._target)
            found.append((choice, QStyle.visualRect(direction, cell, where)))
            end -= width + Space.S
            if len(found) == 2:
                break  # what else is possible stands in the menu and in the details
        return found

    def link_at(
        self, point: QPoint, cell: QRect, direction: Qt.LayoutDirection, entry: TransferItem
    ) -> Choice | None:
        """Return the action at that point of the view."""
        return next((choice for choice, where in self.links(cell, direction, entry) if where.contains(point)), None)


class _Cell:
    """Paints one cell."""

    def __init__(
        self,
        delegate: RowDelegate,
        painter: QPainter,
        option: QStyleOptionViewItem,
        entry: TransferItem,
        column: int,
        focused: bool,
        owner: str,
    ) -> None:
        self._delegate = delegate
        self._painter = painter
        self._rect: QRect = option.rect
        self._direction: Qt.LayoutDirection = option.direction
        self._entry = entry
        self._column = column
        state = option.state
        self._selected = bool(state & QStyle.StateFlag.State_Selected)
        self._hover = bool(state & QStyle.StateFlag.State_MouseOver)
        self._focused = focused
        self._owner = owner  # the account, where it is another one than that in use
        self._scheme = theme.scheme()

    def paint(self) -> None:
        self._background()
        match self._column:
            case Column.NAME:
                self._name()
            case Column.SIZE:
                size = self._entry.size
                text = "" if size is None else formatting.size(size)
                self._text(text, self._inner(), self._delegate._body, Role.MUTED, Qt.AlignmentFlag.AlignTrailing)
            case Column.STATUS:
                self._status()
            case Column.ACTIONS:
                self._actions()

    def _background(self) -> None:
        if self._selected:
            self._painter.fillRect(self._rect, self._scheme[Role.ACCENT_SOFT])
        elif self._hover:
            self._painter.fillRect(self._rect, self._scheme[Role.HOVER])
        rule = QRect(self._rect.left(), self._rect.bottom(), self._rect.width(), 1)
        self._painter.fillRect(rule, self._scheme[Role.LINE])
        if self._selected and self._column == Column.NAME:
            mark = QRect(self._rect.left(), self._rect.top(), 3, self._rect.height())
            self._painter.fillRect(QStyle.visualRect(self._direction, self._rect, mark), self._scheme[Role.ACCENT])
        if self._focused:
            self._focus_frame()

    def _focus_frame(self) -> None:
        """Paint this cell's share of a frame around the whole row."""
        self._painter.setPen(QPen(self._scheme[Role.ACCENT], 2, c=Qt.PenCapStyle.FlatCap))
        frame = QRectF(self._rect).adjusted(0, 1, 0, -1.5)
        self._painter.drawLine(frame.topLeft(), frame.topRight())
        self._painter.drawLine(frame.bottomLeft(), frame.bottomRight())
        starts, ends = self._column == Column.NAME, self._column == Column.ACTIONS
        if self._direction == Qt.LayoutDirection.RightToLeft:
            starts, ends = ends, starts
        if starts:
            self._painter.drawLine(frame.topLeft() + QPointF(1, 0), frame.bottomLeft() + QPointF(1, 0))
        if ends:
            self._painter.drawLine(frame.topRight() - QPointF(1, 0), frame.bottomRight() - QPointF(1, 0))

    def _inner(self) -> QRect:
        margin = self._delegate.margin
        return self._rect.adjusted(Space.M, margin, -Space.M, -margin - 1)

    def _name(self) -> None:
        tone, shape = wording.look(self._entry)
        margin = self._delegate.margin
        inner = self._rect.adjusted(Space.XL, margin, -Space.S, -margin - 1)
        icon = self._delegate._icon
        square = QRect(inner.left(), inner.top() + (inner.height() - icon) // 2, icon, icon)
        place = QStyle.visualRect(self._direction, self._rect, square)
        icons.paint(self._painter, shape, self._scheme[tone.ink], QRectF(place))
        words = inner.adjusted(icon + Space.M, 0, 0, 0)
        name = (isolated(visible(self._entry.name)), self._delegate._strong, Role.TEXT)
        if self._delegate.status_in_name:
            status = " · ".join(part for part in (isolated(self._owner), wording.status(self._entry)) if part)
            self._two_lines(words, name, status, tone.words, Qt.TextElideMode.ElideRight)
            return
        before = f"{isolated(self._owner)}  ·  " if self._owner else ""
        if self._delegate.size_in_name and self._entry.size is not None:
            before += f"{formatting.size(self._entry.size)}  ·  "
        metrics = QFontMetrics(self._delegate._caption)
        room = words.width() - metrics.horizontalAdvance(before)
        folders = shortened_path(wording.whereabouts(self._entry.path, self._entry.dropped_in), metrics, room)
        self._two_lines(words, name, before + isolated(folders))

    def _status(self) -> None:
        entry = self._entry
        tone, _ = wording.look(entry)
        inner = self._inner()
        first = (wording.status(entry), self._delegate._body, tone.words)
        moves = entry.state is State.SENDING and not entry.disk_is_silent
        if moves and entry.progress and entry.progress.stage is not Stage.REQUESTING:
            self._progress(inner, first)
        else:
            self._two_lines(inner, first, wording.more(entry))

    def _progress(self, inner: QRect, first: tuple[str, QFont, Role]) -> None:
        progress = self._entry.progress
        permille = progress.done * 1000 // progress.total if progress and progress.total else 0
        if progress and progress.stage is Stage.CONFIRMING:
            permille = 1000
        text, font, role = first
        height = self._delegate._lines[0]
        top = inner.top() + (inner.height() - height - Space.S - _BAR) // 2
        line = QRect(inner.left(), top, inner.width(), height)
        if more := wording.more(self._entry):
            metrics = QFontMetrics(self._delegate._caption)
            width = min(metrics.horizontalAdvance(more) + Space.XS, inner.width() // 2)
            side = QRect(line.right() - width + 1, line.top(), width, line.height())
            if metrics.horizontalAdvance(text) * 1.15 + width + Space.M < inner.width():
                self._text(more, side, self._delegate._caption, Role.MUTED, Qt.AlignmentFlag.AlignTrailing)
        self._text(text, line, font, role)
        track = QRectF(inner.left(), line.bottom() + Space.S, inner.width(), _BAR)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._scheme[Role.TRACK])
        self._painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        filled = track.width() * permille / 1000
        start = track.left() if self._direction == Qt.LayoutDirection.LeftToRight else track.right() - filled
        self._painter.setBrush(self._scheme[Role.ACCENT])
        self._painter.drawRoundedRect(QRectF(start, track.top(), filled, _BAR), _BAR / 2, _BAR / 2)

    def _actions(self) -> None:
        entry = self._entry
        for choice, where in self._delegate.links(self._rect, self._direction, entry):
            hot = self._delegate.hot == Hot(entry.id, choice.action)
            if choice.action in _AS_CROSS:
                if hot:
                    self._painter.setPen(Qt.PenStyle.NoPen)
                    self._painter.setBrush(self._scheme[Role.LINE])
                    self._painter.drawRoundedRect(where, 6, 6)
                square = QRect(0, 0, self._delegate._cross, self._delegate._cross)
                square.moveCenter(where.center())
                role = Role.TEXT if hot else Role.MUTED
                icons.paint(self._painter, icons.Shape.CLOSE, self._scheme[role], QRectF(square))
                continue
            font = QFont(self._delegate._body)
            font.setUnderline(hot)
            self._text(choice.short, where, font, Role.ACCENT, Qt.AlignmentFlag.AlignHCenter)

    def _two_lines(
        self,
        where: QRect,
        first: tuple[str, QFont, Role],
        second: str,
        role_of_second: Role = Role.MUTED,
        elide_second: Qt.TextElideMode | None = None,
    ) -> None:
        """Paint both lines as one block in the middle; the first alone where there is no second."""
        text, font, role = first
        if not second:
            self._text(text, where, font, role)
            return
        one, two = self._delegate._lines
        top = where.top() + max((where.height() - one - two - 1) // 2, 0)
        self._text(text, QRect(where.left(), top, where.width(), one), font, role)
        below = QRect(where.left(), top + one + 1, where.width(), two)
        self._text(second, below, self._delegate._caption, role_of_second, elide=elide_second)

    def _text(
        self,
        text: str,
        where: QRect,
        font: QFont,
        role: Role,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        elide: Qt.TextElideMode | None = None,
    ) -> None:
        """Paint one line of plain text, cut with an ellipsis. `where` is as if read from left to right."""
        place = where if self._column == Column.ACTIONS else QStyle.visualRect(self._direction, self._rect, where)
        if elide is None:
            elide = Qt.TextElideMode.ElideMiddle if self._column == Column.NAME else Qt.TextElideMode.ElideRight
        shown = shortened(text, QFontMetrics(font), place.width(), elide)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._scheme[role]))
        visual = QStyle.visualAlignment(self._direction, alignment | Qt.AlignmentFlag.AlignVCenter)
        # Not clipped: an Arabic vowel sign above a tall letter may stand higher than the line.
        how = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        self._painter.drawText(place, int(visual) | int(how), shown)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Holds what is painted of a group: `sums` behind its name, `account` at the end of the row."""

    name: str
    sums: Sequence[tuple[str, Tone]]
    account: str
    collapsed: bool
    done: bool
    selected: bool
    focused: bool

    def paint(self, painter: QPainter, row: QRect, direction: Qt.LayoutDirection) -> None:
        """Paint the row over all columns."""
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
        strong, body, caption = theme.font(strong=True), theme.font(), theme.font(Type.CAPTION)
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
    """Return whether a click so far from the start of a group's row is on its arrow."""
    return from_start < Space.XL + Space.XS


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 1
