"""Test that what is chosen can be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox
from tests.screens.take import PSEUDO
from tests.ui.conftest import Put

from ledgerdrop.ui.theme import theme
from ledgerdrop.ui.widgets.buttons import ComboBox


def room(choice: ComboBox) -> int:
    """Return the room for text, beside the arrow."""
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, choice).width()


@pytest.mark.parametrize("spoken", ["en", "hi", "ar", PSEUDO], indirect=True)
def test_what_is_chosen_at_first_can_be_read_beside_the_arrow(put: Put, spoken: str) -> None:
    choices = put("history").findChildren(ComboBox)
    assert choices
    for choice in choices:
        assert choice.fontMetrics().horizontalAdvance(choice.currentText()) <= room(choice)
        arrow = theme.scaled(14) + 10
        assert room(choice) <= choice.width() - arrow
