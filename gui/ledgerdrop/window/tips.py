"""Tooltips show text as it is. Qt takes what looks like markup for markup, and names of files may look so."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain(text: str) -> str:
    """The text for a tooltip, which then reads exactly so."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
