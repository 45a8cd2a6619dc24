"""Paint the rows of files and of groups, and locate their links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ledgerdrop.model.files import Progress, Stage
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files import actions
from ledgerdrop.ui.files.actions import Action, Choice
from ledgerdrop.ui.files.file_filter import FileFilter, Index
from ledgerdrop.ui.files.file_model import Column, Group, ItemRole
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import isolated, visible
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


class Hot(NamedTuple):
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

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._target, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: TransferItem | None = index.data(ItemRole.ENTRY)
        if entry is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            style = option.rect, option.direction, option.state
            _Cell(self, painter, *style, index, entry, self._scheme).paint()
            painter.restore()

    def links(self, cell: QRect, direction: Qt.LayoutDirection, entry: TransferItem) -> list[tuple[Choice, QRect]]:
        """Return the area of each action's link in its cell of the last column, the outermost first."""
        metrics = QFontMetrics(self._body)
        end = cell.right() - Space.XL + (self._target - self._cross) // 2 + 1
        top = cell.top() + (cell.height() - self._target) // 2
        found: list[tuple[Choice, QRect]] = []
        choices = sorted(actions.choices(entry), key=lambda choice: choice.action not in _AS_CROSS)
        for choice in choices[:2]:  # what else is possible stands in the menu and in the details
            words = metrics.horizontalAdvance(choice.short) + Space.S
            width = self._target if choice.action in _AS_CROSS else min(words, end - cell.left() - Space.XS)
            where = QRect(end - width, top, width, self._target)
            found.append((choice, QStyle.visualRect(direction, cell, where)))
            end -= width + Space.S
        return found


class _Line(NamedTuple):
    """Holds a line of text of a cell, and where it is cut if there is no room for all of it."""

    text: str
    font: QFont
    role: Role = Role.MUTED
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight


@dataclass
class _Cell:
    """Paints one cell."""

    delegate: RowDelegate
    painter: QPainter
    rect: QRect
    direction: Qt.LayoutDirection
    state: QStyle.StateFlag
    index: Index
    entry: TransferItem
    scheme: theme.Scheme

    def paint(self) -> None:
        self._background()
        match self.index.column():
            case Column.NAME:
                self._name()
            case Column.SIZE:
                size = self.entry.size
                text = "" if size is None else formatting.size(size)
                self._text(_Line(text, self.delegate._body), self._inner(), Qt.AlignmentFlag.AlignTrailing)
            case Column.STATUS:
                self._status()
            case Column.ACTIONS:
                self._actions()

    def _background(self) -> None:
        selected = bool(self.state & QStyle.StateFlag.State_Selected)
        if selected:
            self.painter.fillRect(self.rect, self.scheme[Role.ACCENT_SOFT])
        elif self.state & QStyle.StateFlag.State_MouseOver:
            self.painter.fillRect(self.rect, self.scheme[Role.HOVER])
        rule = QRect(self.rect.left(), self.rect.bottom(), self.rect.width(), 1)
        self.painter.fillRect(rule, self.scheme[Role.LINE])
        if selected and self.index.column() == Column.NAME:
            mark = QRect(self.rect.left(), self.rect.top(), 3, self.rect.height())
            self.painter.fillRect(self._mirrored(mark), self.scheme[Role.ACCENT])

    def _mirrored(self, place: QRect) -> QRect:
        """Return where that place of the cell is in the direction of reading."""
        return QStyle.visualRect(self.direction, self.rect, place)

    def _inner(self) -> QRect:
        margin = self.delegate.margin
        return self.rect.adjusted(Space.M, margin, -Space.M, -margin - 1)

    def _name(self) -> None:
        tone, shape = wording.look(self.entry)
        margin = self.delegate.margin
        inner = self.rect.adjusted(Space.XL, margin, -Space.S, -margin - 1)
        icon = self.delegate._icon
        square = QRect(inner.left(), inner.top() + (inner.height() - icon) // 2, icon, icon)
        icons.paint(self.painter, shape, self.scheme[tone.ink], self._mirrored(square).toRectF())
        words = inner.adjusted(icon + Space.M, 0, 0, 0)
        middle, caption = Qt.TextElideMode.ElideMiddle, self.delegate._caption
        name = _Line(isolated(visible(self.entry.name)), self.delegate._strong, Role.TEXT, middle)
        owner = isolated(self.index.data(ItemRole.OWNER))  # the account, where it is another one than that in use
        if self.delegate.status_in_name:
            status = " · ".join(filter(None, (owner, wording.status(self.entry))))
            self._two_lines(words, name, _Line(status, caption, tone.words))
            return
        before = f"{owner}  ·  " if owner else ""
        if self.delegate.size_in_name and self.entry.size is not None:
            before += f"{formatting.size(self.entry.size)}  ·  "
        metrics = QFontMetrics(caption)
        room = words.width() - metrics.horizontalAdvance(before)
        folders = shortened_path(wording.whereabouts(self.entry.path, self.entry.dropped_in), metrics, room)
        self._two_lines(words, name, _Line(before + isolated(folders), caption, cut=middle))

    def _status(self) -> None:
        entry = self.entry
        tone, _ = wording.look(entry)
        inner = self._inner()
        first = _Line(wording.status(entry), self.delegate._body, tone.words)
        moves = entry.state is State.SENDING and not entry.disk_is_silent
        if moves and entry.progress and entry.progress.stage is not Stage.REQUESTING:
            self._progress(inner, first, entry.progress)
        else:
            self._two_lines(inner, first, _Line(wording.more(entry), self.delegate._caption))

    def _progress(self, inner: QRect, first: _Line, progress: Progress) -> None:
        permille = progress.done * 1000 // progress.total if progress.total else 0
        if progress.stage is Stage.CONFIRMING:
            permille = 1000
        height = self.delegate._lines[0]
        top = inner.top() + (inner.height() - height - Space.S - _BAR) // 2
        line = QRect(inner.left(), top, inner.width(), height)
        if more := wording.more(self.entry):
            metrics = QFontMetrics(self.delegate._caption)
            width = min(metrics.horizontalAdvance(more) + Space.XS, inner.width() // 2)
            side = QRect(line.right() - width + 1, line.top(), width, line.height())
            if metrics.horizontalAdvance(first.text) * 1.15 + width + Space.M < inner.width():
                self._text(_Line(more, self.delegate._caption), side, Qt.AlignmentFlag.AlignTrailing)
        self._text(first, line)
        track = QRectF(inner.left(), line.bottom() + Space.S, inner.width(), _BAR)
        self._fill(track, Role.TRACK, _BAR / 2)
        filled = track.width() * permille / 1000
        start = track.left() if self.direction == Qt.LayoutDirection.LeftToRight else track.right() - filled
        self._fill(QRectF(start, track.top(), filled, _BAR), Role.ACCENT, _BAR / 2)

    def _fill(self, place: QRectF, role: Role, radius: float) -> None:
        """Fill a rectangle with round corners."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.scheme[role])
        self.painter.drawRoundedRect(place, radius, radius)

    def _actions(self) -> None:
        entry = self.entry
        for choice, where in self.delegate.links(self.rect, self.direction, entry):
            hot = self.delegate.hot == Hot(entry.id, choice.action)
            if choice.action in _AS_CROSS:
                if hot:
                    self._fill(where.toRectF(), Role.LINE, 6)
                square = QRect(0, 0, self.delegate._cross, self.delegate._cross)
                square.moveCenter(where.center())
                role = Role.TEXT if hot else Role.MUTED
                icons.paint(self.painter, icons.Shape.CLOSE, self.scheme[role], QRectF(square))
                continue
            font = QFont(self.delegate._body)
            font.setUnderline(hot)
            self._text(_Line(choice.short, font, Role.ACCENT), where, Qt.AlignmentFlag.AlignHCenter)

    def _two_lines(self, where: QRect, first: _Line, second: _Line) -> None:
        """Paint both lines as one block in the middle; the first alone where there is no second."""
        if not second.text:
            self._text(first, where)
            return
        one, two = self.delegate._lines
        top = where.top() + max((where.height() - one - two - 1) // 2, 0)
        self._text(first, QRect(where.left(), top, where.width(), one))
        self._text(second, QRect(where.left(), top + one + 1, where.width(), two))

    def _text(self, line: _Line, where: QRect, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading) -> None:
        """Paint one line of plain text, cut with an ellipsis. `where` is as if read from left to right."""
        place = where if self.index.column() == Column.ACTIONS else self._mirrored(where)
        self.painter.setPen(self.scheme[line.role])
        _draw_line(self.painter, place, line, QStyle.visualAlignment(self.direction, side))


def _draw_line(painter: QPainter, place: QRect, line: _Line, side: Qt.AlignmentFlag) -> None:
    """Paint a line in the painter's colour, not clipped: an Arabic vowel sign may stand higher than the line."""
    how = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)
    painter.setFont(line.font)
    painter.drawText(place, how, shortened(line.text, QFontMetrics(line.font), place.width(), line.cut))


def paint_group(
    painter: QPainter, row: QRect, view: QWidget, files: FileFilter, group: Group, account: str, *, selected: bool
) -> None:
    """Paint the row of a group over all columns, with the name of its account at the end."""
    direction = view.layoutDirection()
    scheme, done = theme.scheme(), group.summary.all_well
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(row, scheme[Role.ACCENT_SOFT if selected else Role.HOVER])
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), scheme[Role.LINE])
    closed = icons.Shape.NEXT if direction is Qt.LayoutDirection.LeftToRight else icons.Shape.BACK
    arrow, icon = theme.scaled(_ARROW), theme.scaled(_ICON)
    for left, shape, size, role in (
        ((Space.XL - arrow) // 2, closed if files.is_collapsed(group) else icons.Shape.MORE, arrow, Role.TEXT),
        (Space.XL, icons.Shape.DONE if done else icons.Shape.FOLDER, icon, Role.GOOD if done else Role.MUTED),
    ):
        square = QRect(left, row.top() + (row.height() - size) // 2, size, size)
        icons.paint(painter, shape, scheme[role], QRectF(QStyle.visualRect(direction, row, square)))
    side, start = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading), Space.XL + icon + Space.M
    for line, left, width in _group_texts(files, group, account, start, row.width() - Space.XL):
        painter.setPen(scheme[line.role])
        place = QStyle.visualRect(direction, row, QRect(left, row.top(), width, row.height()))
        _draw_line(painter, place, line, side)
    painter.restore()


def _group_texts(files: FileFilter, group: Group, account: str, start: int, end: int) -> list[tuple[_Line, int, int]]:
    """Place a group's name, its sums and at the end its account between two edges: with left edges and widths.

    Where there is no room for all, the account is cut first, then the sums, and the name last.
    """
    body, middle = theme.font(), Qt.TextElideMode.ElideMiddle
    name = _Line(isolated(files.name(group)), theme.font(strong=True), Role.TEXT, middle)
    width = min(_width(name), (end - start) * 7 // 10)
    placed = [(name, start, width)]
    start += width + Space.L
    for text, tone in files.sums(group):
        separator = [_Line("  ·  ", body)] if len(placed) > 1 else []
        for line in (*separator, _Line(text, body, tone.words, middle)):
            width = min(_width(line), end - start)
            placed.append((line, start, width))
            start += width
    last = _Line(isolated(account), theme.font(Type.CAPTION), cut=middle)
    width = min(_width(last), end - start - Space.L)
    placed.append((last, end - width, width))
    return [(line, left, width) for line, left, width in placed if line.text and width > 0]


def paint_focus(painter: QPainter, row: QRect) -> None:
    """Paint the frame around the row that the keys act on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.scheme()[Role.ACCENT], 2))
    painter.drawRect(QRectF(row).adjusted(1, 1, -1, -1.5))
    painter.restore()


def is_arrow(from_start: int) -> bool:
    """Return whether a click so far from the start of a group's row is on its arrow."""
    return from_start < Space.XL + Space.XS


def _width(line: _Line) -> int:
    return QFontMetrics(line.font).horizontalAdvance(line.text) + 1
