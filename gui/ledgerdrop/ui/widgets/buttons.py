"""Provide buttons, check boxes, radio buttons and combo boxes as every page of the window uses them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self, cast

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt

from ledgerdrop.ui.text.language import without_mnemonic
from ledgerdrop.ui.theme import icons, theme
from ledgerdrop.ui.theme.theme import Role
from ledgerdrop.ui.widgets.accessibility import Pause, is_by_sound, key_of, letters_in, marked
from ledgerdrop.ui.widgets.labels import shortened
from ledgerdrop.ui.widgets.layout import set_property

_Element = QtWidgets.QStyle.SubElement
_ON_FILL = {"primary": Role.ON_ACCENT, "production": Role.ON_PRODUCTION}


class Button(QtWidgets.QPushButton):
    """Shows a text, and emits `clicked` on a click and on Enter.

    `kind` is "primary" (also the one that Enter presses in a dialog), "production", "quiet", "tab", or "" for an
    ordinary one.
    """

    letter = ""

    def __init__(
        self,
        text: str,
        kind: str = "",
        *,
        shape: icons.Shape | None = None,
        role: Role = Role.TEXT,
        clicked: Callable[[], object] | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        self._shape, self._role = shape, role
        super().__init__(text, parent, autoDefault=False)
        if clicked is not None:
            self.clicked.connect(clicked)
        self.setDefault(kind == "primary" and isinstance(parent, QtWidgets.QDialog))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Fixed)
        self.set_kind(kind)

    def setText(self, text: str) -> None:
        if text != self.text():  # QPushButton would have all be laid out anew
            super().setText(text)
            self.take_letter(self.letter if self.letter in letters_in(text) else "")  # Qt has dropped its key
            if self.isVisible() and not self.letter:
                _Letters.of(self.window()).start()

    def set_words(self, text: str, description: str) -> None:
        """Show this text; a screen reader adds the description."""
        self.setText(text)
        self.setAccessibleDescription(description)

    def take_letter(self, letter: str) -> None:
        """React to Alt and this letter from now on, and show the letter; "" is none."""
        self.letter = letter
        self.setShortcut(key_of(letter))
        self.update()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # while it was hidden, its letter may have been given to another one
            self.take_letter("")
            _Letters.of(self.window()).start()

    def initStyleOption(self, option: QtWidgets.QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.text = marked(option.text, self.letter)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if is_by_sound(self.text()):
            hint.setWidth(hint.width() + self.fontMetrics().horizontalAdvance(" (W)"))
        return hint

    def set_kind(self, kind: str) -> None:
        """Change the kind, and with it the look."""
        set_property(self, "kind", kind)
        self._draw()  # the icon is of another colour on a fill

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()  # the focused one everywhere; Qt would press a dialog's default button, or none
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        super().paintEvent(event)
        inner = _ON_FILL.get(self.property("kind"))
        if inner is not None and self.hasFocus():  # on a fill as dark as the ring, the ring alone is hardly seen
            painter = QtGui.QPainter(self)
            painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
            painter.setPen(QtGui.QPen(theme.scheme()[inner], 1.5))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(3.25, 3.25, -3.25, -3.25), 3, 3)

    def _draw(self) -> None:
        if self._shape is not None:
            side = theme.scaled(18)
            # Qt leaves 4 pixels between icon and words, at any size of text; a cross has no words.
            beside = 0 if self._shape is icons.Shape.CLOSE else theme.scaled(2)
            role = _ON_FILL.get(self.property("kind"), self._role)
            self.setIcon(icons.icon(self._shape, role, theme.scheme(), side, beside))
            self.setIconSize(QSize(side + 2 * beside, side))


class _Letters(Pause):
    """Gives a window's buttons their letters as soon as all else is done, once for all that changed together."""

    def __init__(self, window: QtWidgets.QWidget) -> None:
        super().__init__(0, self._renew, window)

    def _renew(self) -> None:
        # Not kept in here: such a circle is left to the garbage collector, which may run on a worker's thread
        window = cast("QtWidgets.QWidget", self.parent())
        bars = window.findChildren(QtWidgets.QMenuBar)
        taken = {QtGui.QKeySequence.mnemonic(action.text()) for bar in bars for action in bar.actions()}
        buttons = [one for one in window.findChildren(Button) if one.isVisible() and one.window() is window]
        buttons.sort(key=lambda button: button.property("kind") not in _ON_FILL)  # what matters most
        taken |= {key_of(button.letter) for button in buttons if button.letter}
        for button in buttons:
            if not button.letter:
                free = (letter for letter in letters_in(button.text()) if key_of(letter) not in taken)
                button.take_letter(next(free, ""))
                taken.add(key_of(button.letter))

    @classmethod
    def of(cls, window: QtWidgets.QWidget) -> Self:
        return window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly) or cls(window)


NAME_PLACE = "{name}"


class NamingButton(Button):
    """Shows a text with a name in it. In less room than the text needs, the name alone is cut, in its middle.

    It asks for room for `least` characters of a longer name.
    """

    def __init__(self, kind: str = "", *, least: int, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__("", kind, parent=parent)
        self._least = least
        self._template, self.name = NAME_PLACE, ""
        self.lacking = 0  # pixels, when it was painted last

    def put(self, template: str, name: str) -> None:
        """Set the text, and the name that takes the place of `NAME_PLACE` in it and may be cut."""
        self._template, self.name = template, name
        self.setText(self._written(name))
        self.update()

    @property
    def shown_name(self) -> str:
        """Return the name, cut to the room there is for it."""
        room = self.fontMetrics().horizontalAdvance(self.name) - self.lacking
        return shortened(self.name, self.fontMetrics(), room) if self.lacking > 0 else self.name

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        spare = metrics.horizontalAdvance(self.name) - self._least * metrics.averageCharWidth()
        return super().minimumSizeHint() - QSize(max(spare, 0), 0)

    def initStyleOption(self, option: QtWidgets.QStyleOptionButton) -> None:
        super().initStyleOption(option)
        text = self._written(self.shown_name)
        option.text = marked(text, self.letter if self.letter in letters_in(text) else "")

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        self.lacking = self.sizeHint().width() - self.width()
        super().paintEvent(event)

    def _written(self, name: str) -> str:
        return without_mnemonic(self._template.replace(NAME_PLACE, name))


class CheckBox(QtWidgets.QCheckBox):
    """Draws a check box whose frame can be seen well; Fusion's own is pale."""

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours = theme.scheme()
        painter, box = _painted_label(self, _Element.SE_CheckBoxIndicator, _Element.SE_CheckBoxContents)
        marked = Role.ACCENT if self.isEnabled() else Role.DISABLED
        frame = Role.BORDER if self.isEnabled() and not self.isChecked() else marked
        painter.setPen(QtGui.QPen(colours[frame], 1.6))
        painter.setBrush(colours[marked if self.isChecked() else Role.SURFACE])
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        if self.isChecked():
            icons.paint(painter, icons.Shape.TICK, colours[Role.ON_ACCENT], box)
        _frame_focus(self, painter)


class RadioButton(QtWidgets.QRadioButton):
    """Draws a radio button with a smooth circle; a style sheet draws that of the chosen one with jagged edges."""

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours = theme.scheme()
        painter, circle = _painted_label(self, _Element.SE_RadioButtonIndicator, _Element.SE_RadioButtonContents)
        chosen, unchosen = (Role.ACCENT, Role.BORDER) if self.isEnabled() else (Role.DISABLED, Role.DISABLED)
        ring = circle.width() * (5 if self.isChecked() else 2) / 18
        painter.setPen(QtGui.QPen(colours[chosen if self.isChecked() else unchosen], ring))
        painter.setBrush(colours[Role.SURFACE])
        painter.drawEllipse(circle.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
        _frame_focus(self, painter)


def _painted_label(
    button: CheckBox | RadioButton, indicator: _Element, contents: _Element
) -> tuple[QtGui.QPainter, QRectF]:
    """Paint the text beside the mark; return the painter to continue with, and the place of the mark."""
    option = QtWidgets.QStyleOptionButton()
    button.initStyleOption(option)
    style, painter = button.style(), QtWidgets.QStylePainter(button)
    place = style.subElementRect(indicator, option, button).toRectF()
    option.rect = style.subElementRect(contents, option, button)
    painter.drawControl(QtWidgets.QStyle.ControlElement.CE_CheckBoxLabel, option)  # as that of a radio button
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    return painter, place


def _frame_focus(part: QtWidgets.QWidget, painter: QtGui.QPainter) -> None:
    if part.hasFocus():
        painter.setPen(QtGui.QPen(theme.scheme()[Role.ACCENT], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(part.rect().toRectF().adjusted(1, 1, -1, -1), 6, 6)


class ComboBox(QtWidgets.QComboBox):
    """Offers one of several; its arrow is one of our shapes, since a style sheet takes Fusion's away."""

    def __init__(self, name: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent, sizeAdjustPolicy=self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux, Qt puts what is chosen in the place of the name
        if QtGui.QGuiApplication.platformName() in ("xcb", "wayland"):
            self.activated.connect(self._say_chosen)

    def _say_chosen(self) -> None:
        """Announce the new choice: of a combo box, Orca hears neither a new name nor a new value."""
        self.setAccessibleDescription(self.currentText())

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAccessibleDescription(self.accessibleName())

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if self.isEditable():
            super().paintEvent(event)
        else:
            self._paint_cut()
        side = theme.scaled(14)
        square = QRect(0, 0, side, side)
        square.moveCenter(self.rect().center())
        square.moveRight(self.width() - 10)
        place = QtWidgets.QStyle.visualRect(self.layoutDirection(), self.rect(), square)
        icons.paint(QtGui.QPainter(self), icons.Shape.MORE, theme.scheme()[Role.MUTED], place.toRectF())

    def _paint_cut(self) -> None:
        """Paint as QComboBox does, but with an ellipsis where there is no room for all of it."""
        option = QtWidgets.QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, field = QtWidgets.QStyle.ComplexControl.CC_ComboBox, QtWidgets.QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, field, self).width()
        option.currentText = shortened(option.currentText, self.fontMetrics(), room, Qt.TextElideMode.ElideRight)
        painter = QtWidgets.QStylePainter(self)
        painter.drawComplexControl(kind, option)
        painter.drawControl(QtWidgets.QStyle.ControlElement.CE_ComboBoxLabel, option)


class Tab(Button):
    """Shows one of several tabs; `accessibility` tells screen readers so."""

    def __init__(self, text: str = "", parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(text, "tab", parent=parent)
        self.setCheckable(True)


class Disclosure(Button):
    """Shows and hides something; `accessibility` tells screen readers so. Its arrow turns."""

    def __init__(self, kind: str, shape: icons.Shape = icons.Shape.MORE, *, parent: QtWidgets.QWidget) -> None:
        super().__init__("", kind, shape=shape, role=Role.ACCENT if kind == "quiet" else Role.TEXT, parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, shown: bool) -> None:
        if self._shape in (icons.Shape.MORE, icons.Shape.LESS):
            self._shape = icons.Shape.LESS if shown else icons.Shape.MORE
            self._draw()


_SPARE = 4  # characters by which a text may be shorter than the room that it has


class CountingTab(Tab):
    """Shows a tab with a number that counts. Its size is fixed, so Qt knows that a new number moves nothing else."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        hint, now = self.sizeHint(), self.minimumSize()
        spare = now.width() - hint.width()
        if hint.height() != now.height() or not 0 <= spare <= _SPARE * self.fontMetrics().averageCharWidth():
            self.setFixedSize(hint)
