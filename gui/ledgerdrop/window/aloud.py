"""What a screen reader says by itself, wherever the keyboard is."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ledgerdrop.window.parts import Words
from ledgerdrop.window.theme import Role


class Answer(Words):
    """What became of something that the user asked for. A screen reader says it by itself."""

    def tell(self, text: str, role: Role) -> None:
        """Show it, or nothing ("")."""
        self.setText(text)
        self.set_role(role)
        if text:
            say_aloud(self, text)


def say_aloud(part: QWidget, text: str) -> None:
    """Have a screen reader say it, whatever has the keyboard."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(part, text))
