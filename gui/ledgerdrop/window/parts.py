"""Small pieces that every part of the window is put together from."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ledgerdrop.window import icons, theme, tips
from ledgerdrop.window.language import closed
from ledgerdrop.window.theme import Role, Space, Type

translate = QCoreApplication.translate


class Words(QLabel):
    """Plain text in one of our sizes; never read as HTML."""

    def __init__(
        self,
        text: str = "",
        size: Type = Type.BODY,
        *,
        strong: bool = False,
        role: Role = Role.TEXT,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(None, size, strong=strong))
        self.setWordWrap(wrap)
        self.set_role(role)
        self.setText(text)

    def set_role(self, role: Role) -> None:
        """Give it another colour."""
        if self.property("role") != role.value:
            self.setProperty("role", role.value)
            redress(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        from_the_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        if from_the_right and self.wordWrap() and not selectable:
            self._paint_lines()
        else:
            super().paintEvent(event)

    def _paint_line(self, text: str, place: QRect) -> None:
        """Another text than QLabel knows, in one line."""
        self.style().drawItemText(
            QPainter(self),
            place,
            int(QStyle.visualAlignment(self.layoutDirection(), self.alignment())),
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )

    def _paint_lines(self) -> None:
        """As QLabel does, but flush: QPainter.drawText indents a wrapped line by its trailing space."""
        place = self.contentsRect().toRectF()
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        layout.setTextOption(option)
        layout.beginLayout()
        height, leading = 0.0, QFontMetricsF(self.font()).leading()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(place.width())
            line.setPosition(QPointF(0, height))
            height += line.height() + leading
        layout.endLayout()
        room = place.height() - (height - leading)
        share = 0.0 if alignment & Qt.AlignmentFlag.AlignTop else 0.5
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, place.topLeft() + QPointF(0, int(room * share)))


class Elided(Words):
    """One line that is cut where there is no room, in its middle by default; a tooltip has all of it then."""

    def __init__(
        self,
        text: str = "",
        size: Type = Type.BODY,
        *,
        strong: bool = False,
        role: Role = Role.TEXT,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
        parent: QWidget | None = None,
    ) -> None:
        self._cut = cut
        super().__init__(text, size, strong=strong, role=role, parent=parent)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        super().setText(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and not self.toolTip():
            cut = self.fontMetrics().horizontalAdvance(self._whole) > self.width()
            QToolTip.showText(event.globalPos(), tips.plain(self._whole) if cut else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint_line(shortened(self._whole, self.fontMetrics(), self.width(), self._cut), self.rect())


class Picture(QWidget):
    """One of our shapes, in the colour of a role; `size` in pixels at the usual size of text."""

    def __init__(self, shape: icons.Shape, role: Role, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape, self._role = shape, role
        self.setFixedSize(theme.scaled(size), theme.scaled(size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_shape(self, shape: icons.Shape, role: Role) -> None:
        """Become another one."""
        self._shape, self._role = shape, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._shape, theme.scheme()[self._role], self.rect().toRectF())


_ON_FILL = {"primary": Role.ON_ACCENT, "production": Role.ON_PRODUCTION}


class Button(QPushButton):
    """A button; `kind` is "primary", "production", "quiet", "tab", or "" for an ordinary one."""

    def __init__(
        self,
        text: str,
        kind: str = "",
        *,
        shape: icons.Shape | None = None,
        role: Role = Role.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._shape, self._role = shape, role
        self.setAutoDefault(False)
        self.set_kind(kind)
        self._draw()

    def setText(self, text: str) -> None:
        if text != self.text():  # QPushButton would have all be laid out anew
            super().setText(text)

    def set_kind(self, kind: str) -> None:
        """Dress it as another kind."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            redress(self)

    def show_shape(self, shape: icons.Shape) -> None:
        """Take another icon."""
        self._shape = shape
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        inner = _ON_FILL.get(self.property("kind"))
        if inner is not None and self.hasFocus():  # on a fill as dark as the ring, the ring alone is hardly seen
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.scheme()[inner], 1.5))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(3.25, 3.25, -3.25, -3.25), 3, 3)

    def _draw(self) -> None:
        shape = getattr(self, "_shape", None)
        if shape is not None:
            side = theme.scaled(18)
            # Qt leaves 4 pixels between icon and words, at any size of text; a cross has no words.
            beside = 0 if shape is icons.Shape.CLOSE else theme.scaled(2)
            self.setIcon(icons.icon(shape, self._role, side, beside))
            self.setIconSize(QSize(side + 2 * beside, side))


class Tick(QCheckBox):
    """A check box whose frame can be seen well; Fusion's own is pale."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style, painter, colours = self.style(), QPainter(self), theme.scheme()
        style.drawControl(QStyle.ControlElement.CE_CheckBoxLabel, self._label(option), painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self).toRectF()
        marked = Role.ACCENT if self.isEnabled() else Role.DISABLED
        frame = Role.BORDER if self.isEnabled() and not self.isChecked() else marked
        painter.setPen(QPen(colours[frame], 1.6))
        painter.setBrush(colours[marked if self.isChecked() else Role.SURFACE])
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        if self.isChecked():
            icons.paint(painter, icons.Shape.TICK, colours[Role.ON_ACCENT], box)
        _frame_focus(self, painter)

    def _label(self, option: QStyleOptionButton) -> QStyleOptionButton:
        label = QStyleOptionButton(option)
        label.rect = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        return label


class Option(QRadioButton):
    """A radio button with a smooth circle; a style sheet draws that of the chosen one with jagged edges."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style, painter, colours = self.style(), QPainter(self), theme.scheme()
        circle = style.subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self).toRectF()
        option.rect = style.subElementRect(QStyle.SubElement.SE_RadioButtonContents, option, self)
        style.drawControl(QStyle.ControlElement.CE_RadioButtonLabel, option, painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, unchosen = (Role.ACCENT, Role.BORDER) if self.isEnabled() else (Role.DISABLED, Role.DISABLED)
        ring = circle.width() * (5 if self.isChecked() else 2) / 18
        painter.setPen(QPen(colours[chosen if self.isChecked() else unchosen], ring))
        painter.setBrush(colours[Role.SURFACE])
        painter.drawEllipse(circle.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
        _frame_focus(self, painter)


def _frame_focus(part: QWidget, painter: QPainter) -> None:
    if part.hasFocus():
        painter.setPen(QPen(theme.scheme()[Role.ACCENT], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(part.rect().toRectF().adjusted(1, 1, -1, -1), 6, 6)


class Choice(QComboBox):
    """One of several; its arrow is one of our shapes, since a style sheet takes Fusion's away."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux, Qt puts what is chosen in the place of the name
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable():
            super().paintEvent(event)
        else:
            self._paint_cut()
        side = theme.scaled(14)
        square = QRect(0, 0, side, side)
        square.moveCenter(self.rect().center())
        square.moveRight(self.width() - 10)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), square)
        icons.paint(QPainter(self), icons.Shape.MORE, theme.scheme()[Role.MUTED], place.toRectF())

    def _paint_cut(self) -> None:
        """As QComboBox does, but with an ellipsis where there is no room for all of it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, field, self).width()
        option.currentText = shortened(option.currentText, self.fontMetrics(), room, Qt.TextElideMode.ElideRight)
        painter = QPainter(self)
        self.style().drawComplexControl(kind, option, painter, self)
        self.style().drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)


class Bar(QProgressBar):
    """A thin bar in permille: a QProgressBar counts in ints of C++, which wrap at 2 GiB."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 1000)
        self.setTextVisible(False)

    def show_share(self, done: int, total: int, tone: str = "") -> None:
        """`done` of `total`; `tone` is "good", "muted" or ""."""
        self.setValue(done * 1000 // total if total else 0)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            redress(self)


def shortened(
    text: str, metrics: QFontMetrics, room: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle
) -> str:
    """One line, cut with an ellipsis where there is no room for all of it."""
    return closed(metrics.elidedText(text, mode, room))


def widen_to_hint(field: QLineEdit, least: int = 0) -> None:
    """Let the field never be narrower than the hint that it shows while it is empty, nor than `least` pixels."""
    needed = field.fontMetrics().horizontalAdvance(field.placeholderText()) + 2 * Space.XL
    field.setMinimumWidth(max(needed, least))


def offer_emptying(field: QLineEdit) -> None:
    """Show a cross in the field while there is something in it; its name is in the language of now."""
    field.setClearButtonEnabled(True)
    for cross in field.findChildren(QToolButton):
        cross.setAccessibleName(translate("Field", "Empty this field"))


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line between two parts."""
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def in_the_middle(outer: QWidget, widest: int, above: QWidget) -> QWidget:
    """A part that fills `outer` up to that width, else is in its middle; what is `above` it goes all across."""
    middle = QWidget(outer)
    middle.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.addWidget(middle)
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addLayout(row, 1)
    return middle


def indented(what: QLayout) -> QHBoxLayout:
    """Moved in from the side on which reading begins; the margins of a layout stay on the side they are given for."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addSpacing(Space.XL)
    row.addLayout(what, 1)
    return row


def tab_through(*stops: QWidget) -> None:
    """Have the Tab key go from each of these to the next."""
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def redress(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again; it has not done so before the widget is shown."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
