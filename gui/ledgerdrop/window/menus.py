"""The menu bar: everything that can be done, with its shortcut."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

Key = QKeySequence.StandardKey
T = TypeVar("T")


class Menus(QObject):
    """Builds the menus; each item calls a bound method of the window or one of its parts."""

    def __init__(self, bar: QMenuBar, within: Menus | None = None) -> None:
        super().__init__(within or bar)
        self._bar = bar
        self._menus: list[QMenu] = []
        self._menu: QMenu | None = None

    def take_away(self) -> None:
        """Remove all of them, with their items and shortcuts."""
        self._bar.clear()
        for menu in self._menus:
            menu.deleteLater()
        self.deleteLater()

    def menu(self, title: str) -> QMenu:
        """Begin the next menu."""
        self._menu = self._bar.addMenu(title)
        self._menus.append(self._menu)
        return self._menu

    def menu_within(self, title: str) -> Menus:
        """Add a menu inside the last one; its items are added to what is returned."""
        inner = Menus(self._bar, self)
        if self._menu is not None:
            inner._menu = self._menu.addMenu(title)
        return inner

    def item(
        self,
        text: str,
        call: Callable[[], object],
        *keys: str | QKeySequence.StandardKey,
        role: QAction.MenuRole = QAction.MenuRole.NoRole,
    ) -> QAction:
        """Add an item with its shortcuts, the first of which is shown."""
        action = QAction(text, self)
        action.setMenuRole(role)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(call)
        if self._menu is not None:
            self._menu.addAction(action)
        return action

    def choice(self, texts: Mapping[T, str], call: Callable[[QAction], object]) -> dict[T, QAction]:
        """Add items of which one is chosen; `call` gets the one that the user chooses."""
        group = QActionGroup(self)
        items: dict[T, QAction] = {}
        for value, text in texts.items():
            action = items[value] = QAction(text, group)
            action.setCheckable(True)
            if self._menu is not None:
                self._menu.addAction(action)
        group.triggered.connect(call)
        return items

    def note(self, text: str) -> QAction:
        """Add a line that explains the others; it is not seen until it is made visible."""
        action = QAction(text, self)
        action.setEnabled(False)
        action.setVisible(False)
        if self._menu is not None:
            self._menu.addAction(action)
        return action

    def line(self) -> None:
        """Add a separator."""
        if self._menu is not None:
            self._menu.addSeparator()
