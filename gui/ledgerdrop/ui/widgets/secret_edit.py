"""Keep the text of a field for a token or a password from screen readers, and from all else on the desktop's bus.

Qt reports each text that is inserted into a QLineEdit to the accessibility bus, in clear, also where it is a
password. So the field holds bullets, and the secret is kept beside it.
"""

from __future__ import annotations

from typing import Final

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

_BULLET: Final = "•"
_Modifier = Qt.KeyboardModifier
_NO_TEXT: Final = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_Key = QtGui.QKeySequence.StandardKey


class SecretEdit(QLineEdit):
    """Edits one line. `text` is the secret; `displayText`, and all that Qt knows, are bullets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._secret = ""
        # For its role, which is read as "password text", and for what input methods are told: to learn nothing
        super().__init__(parent, echoMode=self.EchoMode.Password)
        self.setAcceptDrops(False)
        self.textChanged.connect(self._adopt)

    def text(self) -> str:
        return self._secret

    def setText(self, text: str | None) -> None:
        self._secret = text or ""
        super().setText(_BULLET * len(self._secret))

    def clear(self) -> None:
        self.setText("")

    def paste(self) -> None:
        self._type(QtGui.QGuiApplication.clipboard().text())

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        typed = event.text()
        if event.matches(_Key.Undo) or event.matches(_Key.Redo):
            event.accept()  # they would bring back bullets only
        elif event.matches(_Key.Paste):
            self.paste()
        elif typed and typed.isprintable() and not event.modifiers() & _NO_TEXT:
            self._type(typed)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QtGui.QInputMethodEvent) -> None:
        if event.commitString():
            self._type(event.commitString())
        event.accept()

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._type(QtGui.QGuiApplication.clipboard().text(QtGui.QClipboard.Mode.Selection))
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Paste")).triggered.connect(self.paste)
        menu.addAction(self.tr("Select &all")).triggered.connect(self.selectAll)
        menu.popup(event.globalPos())

    def _type(self, text: str) -> None:
        """Put the text in the place of what is selected, as typing does."""
        text = "".join(text.splitlines())
        if not text:
            return
        start = self.selectionStart() if self.hasSelectedText() else self.cursorPosition()
        end = start + len(self.selectedText())
        self._secret = self._secret[:start] + text + self._secret[end:]
        super().setText(_BULLET * len(self._secret))
        self.setCursorPosition(start + len(text))
        self.textEdited.emit(self.displayText())

    def _adopt(self, shown: str) -> None:
        """Apply to the secret what Qt changed: deleted bullets, or a text that an assistive program put in."""
        if shown == _BULLET * len(self._secret):
            return
        cursor = self.cursorPosition()
        kept = len(shown[:cursor]) - len(shown[:cursor].lstrip(_BULLET))
        after = len(shown) - cursor
        tail = self._secret[len(self._secret) - after :] if after else ""
        self._secret = self._secret[:kept] + shown[kept:cursor] + tail
        if shown != _BULLET * len(shown):
            super().setText(_BULLET * len(self._secret))
            self.setCursorPosition(cursor)
