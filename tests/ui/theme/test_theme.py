"""Test that every text can be read on every background it meets."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.screens.facts import contrast

from ledgerdrop import resources
from ledgerdrop.ui.dialogs.help_dialogs import HelpPage
from ledgerdrop.ui.theme import stylesheet, theme
from ledgerdrop.ui.theme.theme import Role, Scheme
from ledgerdrop.ui.widgets.buttons import Button, RadioButton


class Worn(QPushButton):
    """Counts how often its style changes."""

    changes = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        self.changes += event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
        super().changeEvent(event)


PLACES = (Role.WINDOW, Role.SURFACE, Role.HOVER, Role.ACCENT_SOFT)
TEXTS = (Role.TEXT, Role.MUTED, Role.ACCENT, Role.GOOD, Role.WARN, Role.BAD)
PAIRS = [
    *product(TEXTS, PLACES),
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.ON_PRODUCTION, Role.PRODUCTION),
    (Role.PRODUCTION, Role.SURFACE),
    *[(Role[name], Role[f"{name}_SOFT"]) for name in ("ACCENT", "WARN", "BAD")],
    *[(Role.TEXT, Role[f"{name}_SOFT"]) for name in ("ACCENT", "WARN", "BAD")],
]


@pytest.mark.parametrize("scheme", Scheme, ids=lambda scheme: scheme.name)
def test_texts_have_a_contrast_of_at_least_4_5(scheme: Scheme) -> None:
    found = {f"{text} on {place}": contrast(scheme[text], scheme[place]) for text, place in PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT_CONTRAST, Scheme.DARK_CONTRAST], ids=lambda scheme: scheme.name)
def test_high_contrast_is_at_least_7_for_texts_and_4_5_for_lines(scheme: Scheme) -> None:
    """WCAG 2.2, 1.4.6, and 1.4.11 with a margin."""
    found = {f"{text} on {place}": contrast(scheme[text], scheme[place]) for text, place in PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < 7} == {}
    for line, place in product((Role.BORDER, Role.LINE), (Role.WINDOW, Role.SURFACE)):
        assert contrast(scheme[line], scheme[place]) >= 4.5, (line, place)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT_CONTRAST, Scheme.DARK_CONTRAST], ids=lambda scheme: scheme.name)
def test_high_contrast_shows_how_far_a_bar_is(scheme: Scheme) -> None:
    """Compare the empty part with the window, and with each colour that the filled part can have."""
    for beside in (Role.SURFACE, Role.ACCENT, Role.GOOD, Role.BORDER):
        assert contrast(scheme[Role.TRACK], scheme[beside]) >= 3, beside


@pytest.mark.parametrize("scheme", Scheme, ids=lambda scheme: scheme.name)
def test_frames_of_controls_have_a_contrast_of_at_least_3(scheme: Scheme) -> None:
    for place in (Role.WINDOW, Role.SURFACE):
        assert contrast(scheme[Role.BORDER], scheme[place]) >= 3, place


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.478, abs=0.01)


def test_every_role_has_a_colour_in_every_scheme() -> None:
    assert [*Scheme] == [0, 1, 2, 3]
    assert {role.name: len(role.value) for role in Role} == dict.fromkeys(Role.__members__, len(Scheme))


@pytest.mark.parametrize("scheme", Scheme, ids=lambda scheme: scheme.name)
def test_the_scheme_in_use_is_found_again_in_the_palette(qapp: QApplication, scheme: Scheme) -> None:
    before = qapp.palette()
    qapp.setPalette(theme.palette_of(scheme))
    try:
        assert theme.scheme() == scheme
    finally:
        qapp.setPalette(before)


def test_no_control_changes_its_font_with_its_state() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet.sheet(Scheme.LIGHT))
    assert rules
    # Qt measures a control in its plain state: a bolder text would be cut off.
    assert [selector.strip() for selector, rule in rules if ":" in selector and "font" in rule] == []


@pytest.mark.parametrize(
    ("choice", "dark", "contrast", "expected"),
    [
        ("system", False, False, Scheme.LIGHT),
        ("system", True, False, Scheme.DARK),
        ("system", False, True, Scheme.LIGHT_CONTRAST),
        ("system", True, True, Scheme.DARK_CONTRAST),
        ("light", True, False, Scheme.LIGHT),
        ("light", True, True, Scheme.LIGHT_CONTRAST),
        ("dark", False, True, Scheme.DARK_CONTRAST),
        ("contrast", False, False, Scheme.LIGHT_CONTRAST),
        ("contrast", True, False, Scheme.DARK_CONTRAST),
    ],
)
def test_which_colours_are_worn(choice: str, dark: bool, contrast: bool, expected: Scheme) -> None:
    assert theme.scheme_for(choice, dark=dark, contrast=contrast) == expected


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("kind", "fill"), [("primary", Role.ACCENT), ("production", Role.PRODUCTION)])
def test_the_keyboard_is_seen_on_a_filled_button(
    qtbot: QtBot, qapp: QApplication, look: str, kind: str, fill: Role
) -> None:
    """Compare the ring with the fill that it lies on: a ring in the text's own colour could not be seen."""
    try:
        stylesheet.apply_theme(qapp, look)
        button = Button("Send", kind)
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        button.show()
        button.activateWindow()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        seen = button.grab().toImage()
        edge = [seen.pixelColor(seen.width() // 2, y) for y in range(seen.height() // 4)]
        assert max(contrast(colour, theme.scheme()[fill]) for colour in edge) >= 3
    finally:
        stylesheet.apply_theme(qapp, "light")


def test_high_contrast_can_be_chosen(qapp: QApplication) -> None:
    try:
        stylesheet.apply_theme(qapp, "contrast")
        assert theme.scheme() in (Scheme.LIGHT_CONTRAST, Scheme.DARK_CONTRAST)
    finally:
        stylesheet.apply_theme(qapp, "light")


def test_light_and_dark_can_be_switched_while_it_runs(qapp: QApplication) -> None:
    try:
        stylesheet.apply_theme(qapp, "dark")
        assert theme.scheme().dark
    finally:
        stylesheet.apply_theme(qapp, "light")
    assert not theme.scheme().dark


def test_a_look_that_is_worn_already_is_not_put_on_again(qtbot: QtBot, qapp: QApplication) -> None:
    """Skip it, since it takes as long as everything else that a window does until it is shown."""
    stylesheet.apply_theme(qapp, "light")
    button = Worn("Send")
    qtbot.addWidget(button)
    button.show()
    before = button.changes
    stylesheet.apply_theme(qapp, "light")
    assert button.changes == before
    try:
        stylesheet.apply_theme(qapp, "dark")
        assert button.changes > before
    finally:
        stylesheet.apply_theme(qapp, "light")


def test_the_circle_of_what_is_chosen_has_smooth_edges(qtbot: QtBot) -> None:
    chosen = RadioButton("")
    qtbot.addWidget(chosen)
    chosen.setChecked(True)
    chosen.adjustSize()
    picture = QImage(chosen.size() * 2, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(2)
    picture.fill("white")
    chosen.render(picture)
    around = picture.pixelColor(0, 0)
    rows = [[picture.pixelColor(x, y) for x in range(picture.width())] for y in range(picture.height())]
    outermost = [next(colour for colour in row if colour != around) for row in rows if any(c != around for c in row)]
    smooth = [colour for colour in outermost if colour != theme.scheme()[Role.ACCENT]]
    assert len(smooth) > 0.85 * len(outermost)  # a style sheet's circle has 0.7


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_frame_of_a_picture_in_the_help_is_the_same_on_all_sides(qtbot: QtBot, ratio: float) -> None:
    page = HelpPage(resources.path("help"))
    qtbot.addWidget(page)
    page.devicePixelRatioF = lambda: ratio  # type: ignore[method-assign]
    image = page.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("problems.png"))
    assert isinstance(image, QImage)
    line, last, row = theme.scheme()[Role.BORDER], image.width() - 1, image.height() // 20  # above the scroll bar
    left = [image.pixelColor(x, row) == line for x in range(4)]
    assert left == [image.pixelColor(last - x, row) == line for x in range(4)]
    assert sum(left) == ratio
