"""Define colour roles, spacing and type scale. Every widget takes them from here alone."""

from __future__ import annotations

from enum import Enum, IntEnum, unique
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


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


@unique
class Role(Enum):
    """Lists what a colour is for, with that colour as `#rrggbb` in each `Scheme`, in their order.

    `X_SOFT` is a quiet background for text in colour X; `ON_X` is text on a filled X.
    """

    WINDOW = "#f4f6f8", "#14181d", "#ffffff", "#000000"
    SURFACE = "#ffffff", "#1b2027", "#ffffff", "#000000"
    HOVER = "#eef1f5", "#272e37", "#eef1f5", "#272e37"
    TEXT = "#18212b", "#e7ebf0", "#000000", "#ffffff"
    MUTED = "#55606d", "#a7b1bd", "#24292f", "#e3e7ec"
    LINE = "#dfe4ea", "#303843", "#5a6068", "#9aa3ad"
    BORDER = "#858f9b", "#7c8794", "#000000", "#ffffff"
    TRACK = "#dfe4ea", "#303843", "#8e959d", "#5f666d"  # in high contrast it differs from the window and from the bar
    ACCENT = "#0a5fc4", "#79b6ff", "#003f91", "#a8d1ff"
    ACCENT_SOFT = "#e6f0fb", "#1d3450", "#e6f0fb", "#1d3450"
    ON_ACCENT = "#ffffff", "#06203f", "#ffffff", "#06203f"
    GOOD = "#14713f", "#6fd69c", "#00502a", "#6fd69c"
    WARN = "#885000", "#f3bb63", "#5c3500", "#f3bb63"
    WARN_SOFT = "#fdf3df", "#3d2f14", "#fdf3df", "#3d2f14"
    BAD = "#b3261e", "#ff958c", "#8c0f0a", "#ffb4ad"
    BAD_SOFT = "#fdecea", "#45211f", "#fdecea", "#45211f"
    PRACTICE = "#0b6a68", "#63d2cd", "#06504e", "#63d2cd"
    SANDBOX = "#5744bd", "#b8adff", "#40309a", "#cdc6ff"
    PRODUCTION = "#9b1556", "#ff9fcb", "#9b1556", "#ff9fcb"
    ON_PRODUCTION = "#ffffff", "#400a24", "#ffffff", "#400a24"
    DISABLED = "#8a939d", "#6f7985", "#5a6068", "#9aa3ad"


class Scheme(IntEnum):
    """Lists the sets of colours, by their place in every role."""

    LIGHT = 0
    DARK = 1
    LIGHT_CONTRAST = 2
    DARK_CONTRAST = 3

    @property
    def dark(self) -> bool:
        """Return whether its windows are dark."""
        return self in (Scheme.DARK, Scheme.DARK_CONTRAST)

    def __getitem__(self, role: Role) -> QColor:
        return QColor(role.value[self])


def scheme() -> Scheme:
    """Return the colours in use: those whose palette the application has, else by how dark its windows are."""
    palette = QGuiApplication.palette()
    window, surface = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Base)
    for candidate in Scheme:
        if (window, surface) == (candidate[Role.WINDOW], candidate[Role.SURFACE]):
            return candidate
    return Scheme.DARK if window.lightness() < 128 else Scheme.LIGHT


def wanted_scheme(choice: str) -> Scheme:
    """Return the colours for a choice of "light", "dark", "contrast" or "system" (anything else).

    High contrast is used where it is chosen, and with every choice where the system wants it.
    """
    hints = QGuiApplication.styleHints()  # `accessibility` is gone from Python with these
    preference = hints.accessibility().contrastPreference()
    return scheme_for(choice, dark=_system_is_dark(), contrast=preference is Qt.ContrastPreference.HighContrast)


def scheme_for(choice: str, *, dark: bool, contrast: bool) -> Scheme:
    """Return the colours for a choice, given whether the system is `dark` and wants high `contrast`."""
    if choice in ("light", "dark"):
        dark = choice == "dark"
    if contrast or choice == "contrast":
        return Scheme.DARK_CONTRAST if dark else Scheme.LIGHT_CONTRAST
    return Scheme.DARK if dark else Scheme.LIGHT


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
    palette, roles = QPalette(), QPalette.ColorRole
    for ours, qts in {
        Role.WINDOW: (roles.Window, roles.AlternateBase),
        Role.SURFACE: (roles.Base, roles.Button, roles.ToolTipBase),
        Role.HOVER: (roles.Light,),
        Role.TEXT: (roles.WindowText, roles.Text, roles.ButtonText, roles.ToolTipText),
        Role.MUTED: (roles.PlaceholderText,),
        Role.LINE: (roles.Midlight,),
        Role.BORDER: (roles.Mid, roles.Dark),
        Role.ACCENT: (roles.Highlight, roles.Accent, roles.Link, roles.LinkVisited),
        Role.ON_ACCENT: (roles.HighlightedText,),
        Role.BAD: (roles.BrightText,),
    }.items():
        for role in qts:
            palette.setColor(role, colours[ours])
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours[Role.DISABLED])
    return palette


def font(size: Type = Type.BODY, *, strong: bool = False) -> QFont:
    """Return the system's font in one of our sizes."""
    found = QApplication.font()
    if found.pointSizeF() > 0:
        found.setPointSizeF(found.pointSizeF() * size / 100)
    else:
        found.setPixelSize(round(found.pixelSize() * size / 100))
    if strong:
        found.setWeight(QFont.Weight.DemiBold)
    return found


def scaled(pixels: int) -> int:
    """Return a length that grows with the system's text size, but never below its usual size."""
    return round(pixels * max(QFontMetrics(QApplication.font()).height() / _USUAL_LINE, 1))
