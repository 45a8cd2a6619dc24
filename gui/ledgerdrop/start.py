"""Start the window, or hand the files over to the one that is open.

Nothing of the window is imported before it is clear that this process has to show one: a handover is quicker without.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ledgerdrop import __version__, resources
from ledgerdrop.model.problems import Problem
from ledgerdrop.runtime.command_line import Parser
from ledgerdrop.runtime.locations import locations
from ledgerdrop.system.single_instance import HandedOver, claim
from ledgerdrop.ui.application import Application
from ledgerdrop.ui.text.language import speak


def main(arguments: Sequence[str]) -> int:
    """Open the window with the paths given, or hand them to the one that is open. Returns the exit code."""
    call = _parser().parse_args(arguments)
    places = locations(practice=call.practice)
    paths = [Path(path).absolute() for path in call.paths]  # the list outlives this process and its folder
    place = claim(places.cache, paths)
    if isinstance(place, HandedOver):
        return 0
    application = Application([sys.argv[0]])
    set_up(application)
    if sys.platform == "win32" and getattr(sys, "frozen", False):
        # IT's silent upgrade closes the window (Windows' Restart Manager); this asks Windows to open it again then,
        # but not after a crash, a hang or a restart of the computer.
        ctypes.WinDLL("kernel32").RegisterApplicationRestart("--practice" if call.practice else "", 0b1011)

    from ledgerdrop import app  # noqa: PLC0415 - late, as said above

    if isinstance(place, Problem):
        return app.tell(place)
    return app.run(application, places, place, paths, practice=call.practice)


def set_up(application: QApplication) -> None:
    application.setApplicationName("LedgerDrop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("ledgerdrop")
    application.setWindowIcon(QIcon(str(resources.path("icons/ledgerdrop.svg"))))
    speak(application, resources.path("translations"))


def _parser() -> Parser:
    parser = Parser(
        prog="ledgerdrop",
        description="Open the window, with these files in its list.",
        epilog="Without a window: ledgerdrop check, inspect, send, practice, self-test; each has its own --help.",
    )
    parser.add_argument("--practice", action="store_true", help="practise: nothing leaves this computer")
    parser.add_argument("--version", action="version", version=f"LedgerDrop {__version__}")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file or folder to put in the list")
    return parser
