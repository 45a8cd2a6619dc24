"""Every text can be read on every background it meets."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ledgerdrop.window import stylesheet, theme
from ledgerdrop.window.theme import Role

PLACES = (Role.WINDOW, Role.SURFACE, Role.HOVER, Role.ACCENT_SOFT)
TEXTS = (Role.TEXT, Role.MUTED, Role.ACCENT, Role.GOOD, Role.WARN, Role.BAD)
PAIRS = [
    *product(TEXTS, PLACES),
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.ON_PRODUCTION, Role.PRODUCTION),
    (Role.PRODUCTION, Role.SURFACE),
    *[(Role(name), Role(f"{name}_soft")) for name in ("accent", "good", "warn", "bad", "practice", "sandbox")],
    *[(Role.TEXT, Role(f"{name}_soft")) for name in ("accent", "good", "warn", "bad")],
]


@pytest.mark.parametrize("scheme", theme.SCHEMES, ids=lambda scheme: scheme.name)
def test_texts_have_a_contrast_of_at_least_4_5(scheme: theme.Scheme) -> None:
    found = {f"{text} on {place}": theme.contrast(scheme[text], scheme[place]) for text, place in PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", theme.SCHEMES, ids=lambda scheme: scheme.name)
def test_frames_of_controls_have_a_contrast_of_at_least_3(scheme: theme.Scheme) -> None:
    for place in (Role.WINDOW, Role.SURFACE):
        assert theme.contrast(scheme[Role.BORDER], scheme[place]) >= 3, place


def test_contrast_is_that_of_the_standard() -> None:
    assert theme.contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert theme.contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.478, abs=0.01)


def test_every_scheme_has_every_role() -> None:
    for scheme in theme.SCHEMES:
        assert set(scheme.colours) == set(Role)


@pytest.mark.parametrize("scheme", theme.SCHEMES, ids=lambda scheme: scheme.name)
def test_the_scheme_in_use_is_found_again_in_the_palette(qapp: QApplication, scheme: theme.Scheme) -> None:
    before = qapp.palette()
    qapp.setPalette(theme.palette_of(scheme))
    try:
        assert theme.scheme() == scheme
    finally:
        qapp.setPalette(before)


def test_no_control_changes_its_font_with_its_state() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet.sheet(theme.LIGHT))
    assert rules
    # Qt measures a control in its plain state: a bolder text would be cut off.
    assert [selector.strip() for selector, rule in rules if ":" in selector and "font" in rule] == []


def test_light_and_dark_can_be_switched_while_it_runs(qapp: QApplication) -> None:
    try:
        stylesheet.dress(qapp, "dark")
        assert theme.scheme().dark
    finally:
        stylesheet.dress(qapp, "light")
    assert not theme.scheme().dark
