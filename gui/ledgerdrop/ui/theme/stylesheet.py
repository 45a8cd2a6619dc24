"""Style Qt's controls by our colour roles: one style sheet for the whole application.

Paddings are the same left and right throughout, so that nothing has to be mirrored for right-to-left languages.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ledgerdrop.ui.theme import theme

_SHEET = Template("""
* { outline: none; }
QToolTip { color: $text; background: $surface; border: 1px solid $border; padding: 4px 6px; }

QPushButton { color: $text; background: $surface; border: 1px solid $border; border-radius: 6px;
    padding: 6px 13px; min-height: 20px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 12px; }
QPushButton[kind="primary"], QPushButton[kind="production"] { font-weight: 600; padding: 6px 16px; }
QPushButton[kind="primary"] { color: $on_accent; background: $accent; border: 1px solid $accent; }
QPushButton[kind="production"] { color: $on_production; background: $production; border: 1px solid $production; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed,
QPushButton[kind="production"]:hover, QPushButton[kind="production"]:pressed { border-color: $text; }
QPushButton[kind="primary"]:focus, QPushButton[kind="production"]:focus {
    border: 2px solid $text; padding: 5px 15px; }
QPushButton:disabled { color: $disabled; border-color: $line; background: $window; }
QPushButton[kind="quiet"], QPushButton[kind="tab"] { background: transparent; border: 2px solid transparent; }
QPushButton[kind="quiet"] { color: $accent; padding: 4px 7px; }
QPushButton[kind="tab"] { color: $muted; padding: 4px 10px; }
QPushButton[kind="tab"]:hover { background: $hover; color: $text; }
QPushButton[kind="tab"]:checked { color: $accent; background: $accent_soft; border-bottom-color: $accent; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="tab"]:focus, QTextBrowser:focus { border-color: $accent; }
QPushButton::menu-indicator { image: none; width: 0; }

QPushButton[kind="quiet"]:hover, QMenuBar::item:selected, QComboBox:hover, QListWidget::item:hover,
QTableView#receipts::item:hover { background: $hover; }
QMenu::item:selected, QListWidget::item:selected, QTableView#receipts::item:selected {
    color: $text; background: $accent_soft; }

QListWidget { color: $text; background: $surface; border: 1px solid $border; border-radius: 6px; padding: 4px; }
QListWidget::item { padding: 8px; border-radius: 4px; }
QListWidget:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px; }

QLineEdit, QComboBox { color: $text; background: $surface; border: 1px solid $border; border-radius: 6px;
    padding: 6px 9px; min-height: 20px; }
QLineEdit { placeholder-text-color: $muted; }
QLineEdit, QPlainTextEdit, QTextBrowser { selection-color: $on_accent; selection-background-color: $accent; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 5px 8px; }
QLineEdit:disabled, QLineEdit:read-only { color: $muted; background: $window; border-color: $line; }
QComboBox::drop-down { border: none; width: ${mark}px; }
QComboBox[editable="true"] { padding: 4px 9px; min-height: 1.35em; }
QComboBox[editable="true"]:focus { padding: 3px 8px; }
QComboBox[editable="true"]::drop-down { width: 24px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView { selection-color: $text; selection-background-color: $accent_soft; }
QTextBrowser { color: $text; background: $surface; border: 2px solid transparent; padding: 14px 22px; }
QPlainTextEdit { color: $text; background: $window; border: 1px solid $line; border-radius: 6px; padding: 4px; }

QRadioButton, QCheckBox { spacing: 9px; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox::indicator, QRadioButton::indicator { width: ${mark}px; height: ${mark}px; }

QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenu, QComboBox QAbstractItemView { color: $text; background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 26px; border-radius: 4px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QTreeView, QTableView, QHeaderView { background: $surface; border: none; }
QTableView#receipts::item { padding: 0 9px; border-bottom: 1px solid $line; }
QTableView#receipts::item:first, QTableView#receipts::item:last { padding: 0 21px; }
QTableView#receipts::item:focus { border: 1px solid $accent; }
QHeaderView::section { color: $muted; background: $surface; border: none; border-bottom: 1px solid $line;
    padding: 6px 12px; }
QHeaderView::section:first, QHeaderView::section:last { padding: 6px 24px; }
QHeaderView[inner="first"]::section:first, QHeaderView[inner="last"]::section:last { padding: 6px 12px; }
QTableView#preview { gridline-color: $line; }
QTableView#preview QHeaderView::section, QTableView#preview QHeaderView::section:first,
QTableView#preview QHeaderView::section:last { padding: 3px 6px; }
QTableView#preview QTableCornerButton::section { background: $surface; border: none; border-bottom: 1px solid $line; }
QHeaderView::section:hover { color: $text; background: $hover; }

QProgressBar { background: $track; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QProgressBar[tone="good"]::chunk { background: $good; }
QProgressBar[tone="muted"]::chunk { background: $border; }
QProgressBar[tone="warn"]::chunk { background: $warn; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QFrame#undoBar { background: $surface; border: 1px solid $border; border-radius: 6px; }
QDialog, QMenuBar, #surface, #details, #detailsPanel, #workspace, #header, #footer { background: $surface; }
QWidget#detailsPanel[over="true"] { border: 1px solid $border; }
QFrame#rule, QSplitter::handle { background: $line; border: none; }
QFrame#productionStrip { background: $production; border: none; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="good"] { color: $good; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="bad"] { color: $bad; }
QLabel:disabled, QMenu::item:disabled, QPushButton[kind="quiet"]:disabled { color: $disabled; }

QFrame#banner { border-radius: 8px; border: 1px solid $accent; background: $accent_soft; }
QFrame#banner[tone="good"] { border-color: $good; background: $surface; }
QFrame#banner[tone="warn"] { border-color: $warn; background: $warn_soft; }
QFrame#banner[tone="bad"] { border-color: $bad; background: $bad_soft; }
QFrame#banner QLabel { color: $text; background: transparent; }
""")


def sheet(colours: theme.Scheme) -> str:
    """Return the style sheet in these colours."""
    mark = theme.scaled(18) // 2 * 2
    return _SHEET.substitute({role.name.lower(): colours[role].name() for role in theme.Role}, mark=str(mark))


def apply_theme(app: QApplication, choice: str = "system") -> None:
    """Give the application our look: "light", "dark", "contrast", or "system".

    What is left to the system also follows later changes there.
    """
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice, Qt.ColorScheme.Unknown)
    QGuiApplication.styleHints().setColorScheme(wanted)  # the frame and native dialogs follow
    if not app.styleSheet():  # else it is on already; Qt no longer tells which one lies under a sheet
        app.setStyle("Fusion")  # the one style that takes our colours on every platform
    _apply_scheme(app, theme.wanted_scheme(choice))


def _apply_scheme(app: QApplication, colours: theme.Scheme) -> None:
    wanted = sheet(colours)
    if colours != theme.scheme() or wanted != app.styleSheet():  # Qt would have all parts be dressed anew
        app.setPalette(theme.palette_of(colours))
        app.setStyleSheet(wanted)


class Appearance(QObject):
    """Switches the look.

    `choice` is "system", "light", "dark" or "contrast"; what it leaves to the system follows any change there.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = ""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system)

    def choose(self, choice: str) -> None:
        """Use another look; do nothing if it is in use already."""
        app = QApplication.instance()
        if choice != self.choice and isinstance(app, QApplication):
            self.choice = choice
            apply_theme(app, choice)

    def _on_system(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            _apply_scheme(app, theme.wanted_scheme(self.choice))
