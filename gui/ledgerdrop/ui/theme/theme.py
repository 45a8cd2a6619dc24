"""Define colour roles, spacing and type scale. Every widget takes them from here alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget


class Space(IntEnum):
    """Lists distances in device-independent pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 40


class Type(IntEnum):
    """Lists sizes of text in per cent of the system's own, so that the user's choice there is kept."""

    CAPTION = 92
    BODY = 100
    TITLE = 122
    DISPLAY = 185


RADIUS: Final = 8
_USUAL_LINE: Final = 18  # pixels of a line of text in 10 points


class Role(StrEnum):
    """Lists what a colour is for.

    `X_SOFT` is a quiet background for text in colour X; `ON_X` is text on a filled X.
    """

    WINDOW = "window"
    SURFACE = "surface"
    HOVER = "hover"
    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    BORDER = "border"
    TRACK = "track"
    ACCENT = "accent"
    ACCENT_SOFT = "accent_soft"
    ON_ACCENT = "on_accent"
    GOOD = "good"
    WARN = "warn"
    WARN_SOFT = "warn_soft"
    BAD = "bad"
    BAD_SOFT = "bad_soft"
    PRACTICE = "practice"
    SANDBOX = "sandbox"
    PRODUCTION = "production"
    ON_PRODUCTION = "on_production"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Scheme:
    """Holds one set of colours, `#rrggbb` by role."""

    name: str
    dark: bool
    colours: dict[Role, str]

    def __getitem__(self, role: Role) -> QColor:
        return QColor(self.colours[role])


_NAMES: Final = ("light", "dark", "light, high contrast", "dark, high contrast")
_COLOURS: Final[Mapping[Role, tuple[str, ...]]] = {  # in the order of the names
    Role.WINDOW: ("#f4f6f8", "#14181d", "#ffffff", "#000000"),
    Role.SURFACE: ("#ffffff", "#1b2027", "#ffffff", "#000000"),
    Role.HOVER: ("#eef1f5", "#272e37", "#eef1f5", "#272e37"),
    Role.TEXT: ("#18212b", "#e7ebf0", "#000000", "#ffffff"),
    Role.MUTED: ("#55606d", "#a7b1bd", "#24292f", "#e3e7ec"),
    Role.LINE: ("#dfe4ea", "#303843", "#5a6068", "#9aa3ad"),
    Role.BORDER: ("#858f9b", "#7c8794", "#000000", "#ffffff"),
    Role.TRACK: (
        "#dfe4ea",
        "#303843",
        "#8e959d",
        "#5f666d",
    ),  # in contrast apart from window and bar
    Role.ACCENT: ("#0a5fc4", "#79b6ff", "#003f91", "#a8d1ff"),
    Role.ACCENT_SOFT: ("#e6f0fb", "#1d3450", "#e6f0fb", "#1d3450"),
    Role.ON_ACCENT: ("#ffffff", "#06203f", "#ffffff", "#06203f"),
    Role.GOOD: ("#14713f", "#6fd69c", "#00502a", "#6fd69c"),
    Role.WARN: ("#885000", "#f3bb63", "#5c3500", "#f3bb63"),
    Role.WARN_SOFT: ("#fdf3df", "#3d2f14", "#fdf3df", "#3d2f14"),
    Role.BAD: ("#b3261e", "#ff958c", "#8c0f0a", "#ffb4ad"),
    Role.BAD_SOFT: ("#fdecea", "#45211f", "#fdecea", "#45211f"),
    Role.PRACTICE: ("#0b6a68", "#63d2cd", "#06504e", "#63d2cd"),
    Role.SANDBOX: ("#5744bd", "#b8adff", "#40309a", "#cdc6ff"),
    Role.PRODUCTION: ("#9b1556", "#ff9fcb", "#9b1556", "#ff9fcb"),
    Role.ON_PRODUCTION: ("#ffffff", "#400a24", "#ffffff", "#400a24"),
    Role.DISABLED: ("#8a939d", "#6f7985", "#5a6068", "#9aa3ad"),
}
SCHEMES: Final = tuple(
    Scheme(name, name.startswith("dark"), {role: colours[place] for role, colours in _COLOURS.items()})
    for place, name in enumerate(_NAMES)
)
LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST = SCHEMES


def scheme() -> Scheme:
    """Return the colours in use: those whose palette the application has, else by how dark its windows are."""
    palette = QGuiApplication.palette()
    window, surface = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Base)
    for candidate in SCHEMES:
        if (window, surface) == (candidate[Role.WINDOW], candidate[Role.SURFACE]):
            return candidate
    return DARK if window.lightness() < 128 else LIGHT


def wanted_scheme(choice: str) -> Scheme:
    """Return the colours for a choice of "light", "dark", "contrast" or "system" (anything else).

    High contrast is used where it is chosen, and with every choice where the system wants it.
    """
    hints = QGuiApplication.styleHints()
    wanted = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    return scheme_for(choice, dark=_system_is_dark(), contrast=wanted)


def scheme_for(choice: str, *, dark: bool, contrast: bool) -> Scheme:
    """Return the colours for a choice, given whether the system is `dark` and wants high `contrast`."""
    if choice in ("light", "dark"):
        dark = choice == "dark"
    if contrast or choice == "contrast":
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def _system_is_dark() -> bool:
    known = QGuiApplication.styleHints().colorScheme()
    if known is not Qt.ColorScheme.Unknown:
        return known is Qt.ColorScheme.Dark
    # Windows' own high contrast is neither light nor dark for Qt: its colours tell.
    ours = QGuiApplication.palette()
    QGuiApplication.setPalette(QPalette())
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    QGuiApplication.setPalette(ours)
    return window.lightness() < 128


def palette_of(colours: Scheme) -> QPalette:
    """Return Qt's palette, filled with our roles."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, ours in (
        (roles.Window, Role.WINDOW),
        (roles.WindowText, Role.TEXT),
        (roles.Base, Role.SURFACE),
        (roles.AlternateBase, Role.WINDOW),
        (roles.Text, Role.TEXT),
        (roles.Button, Role.SURFACE),
        (roles.ButtonText, Role.TEXT),
        (roles.BrightText, Role.BAD),
        (roles.Highlight, Role.ACCENT),
        (roles.HighlightedText, Role.ON_ACCENT),
        (roles.Accent, Role.ACCENT),
        (roles.Link, Role.ACCENT),
        (roles.LinkVisited, Role.ACCENT),
        (roles.PlaceholderText, Role.MUTED),
        (roles.ToolTipBase, Role.SURFACE),
        (roles.ToolTipText, Role.TEXT),
        (roles.Light, Role.HOVER),
        (roles.Midlight, Role.LINE),
        (roles.Mid, Role.BORDER),
        (roles.Dark, Role.BORDER),
    ):
        palette.setColor(role, colours[ours])
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours[Role.DISABLED])
    return palette


def font(widget: QWidget | None, size: Type = Type.BODY, *, strong: bool = False) -> QFont:
    """Return the system's font (of that widget) in one of our sizes."""
    base = QApplication.font(widget) if widget else QApplication.font()
    scaled = QFont(base)
    if base.pointSizeF() > 0:
        scaled.setPointSizeF(base.pointSizeF() * size / 100)
    else:
        scaled.setPixelSize(round(base.pixelSize() * size / 100))
    if strong:
        scaled.setWeight(QFont.Weight.DemiBold)
    return scaled


def scaled(pixels: int) -> int:
    """Return a length that grows with the system's text size, but never below its usual size."""
    return round(pixels * max(QFontMetrics(QApplication.font()).height() / _USUAL_LINE, 1))
