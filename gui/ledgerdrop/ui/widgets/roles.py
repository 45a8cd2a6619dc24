"""Tell screen readers what a part of the window is, where Qt's answer misleads: it calls a tab a check box."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QStackedWidget, QWidget

_PRESS: Final = "Press"  # QAccessibleActionInterface.pressAction


class _Pressable(QAccessibleWidget):
    """A button of that role."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        words = self._button.text()
        if kind is QAccessible.Text.Name:
            return self._button.accessibleName() or words.replace("&&", "\0").replace("&", "").replace("\0", "&")
        if kind is QAccessible.Text.Accelerator:
            return self._button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return super().text(kind)

    def actionNames(self) -> list[str]:
        return [_PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == _PRESS:
            self._button.click()
        else:
            super().doAction(name)


class _Tab(_Pressable):
    """Tell of one of several tabs, of which one is selected."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.PageTab)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable = True
        state.selected = self._button.isChecked()
        return state


class _Disclosure(_Pressable):
    """A button that shows and hides something."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.Button)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded = self._button.isChecked()
        state.collapsed = not self._button.isChecked()
        return state


def _pane(stack: QWidget) -> QAccessibleWidget:
    """Return what says nothing; a stack of pages would be called a "layered pane"."""
    return QAccessibleWidget(stack, QAccessible.Role.Pane)


_KINDS: Final[Mapping[str, Callable[..., QAccessibleWidget]]] = {
    "Tab": _Tab,
    "Disclosure": _Disclosure,
    QStackedWidget.__name__: _pane,
}


def _answer(class_name: str, part: QObject) -> QAccessibleWidget | None:
    kind = _KINDS.get(class_name)
    return kind(part) if kind is not None else None


def install() -> None:
    """Have Qt ask here first; it does so once a screen reader is there."""
    QAccessible.installFactory(_answer)
