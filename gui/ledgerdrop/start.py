"""Start the window, or pass the files to the one that is already open.

Qt is not imported before it is clear that this process has to show a window: files are passed on faster without it,
and what Linux lacks for a window is said in a sentence, where Qt would abort with a message for developers.
"""

from __future__ import annotations

import builtins
import ctypes
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Final

from ledgerdrop import __version__
from ledgerdrop.runtime.command_line import Parser
from ledgerdrop.runtime.locations import locations
from ledgerdrop.system.single_instance import HandedOver, claim

# What Qt needs of the system and the program does not bring, with Debian's package for it.
_LIBRARIES: Final = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
}
_NO_DISPLAY: Final = (
    "LedgerDrop cannot open its window: there is no display here. Start it from a desktop session, or connect with\n"
    "`ssh -X`. `ledgerdrop check` and `ledgerdrop send` need no display."
)


def main(arguments: Sequence[str]) -> int:
    """Open the window with the paths given, or pass them to the one that is open. Returns the exit code."""
    call = _parser().parse_args(arguments)
    if sys.platform == "linux" and (lacking := missing()):
        sys.stderr.write(lacking + "\n")
        return 1
    places = locations(practice=call.practice)
    paths = [Path(path).absolute() for path in call.paths]  # the list outlives this process and its folder
    place = claim(places.cache, paths)
    if isinstance(place, HandedOver):
        return 0

    exit_code: int = import_app().run(places, place, paths, practice=call.practice)
    return exit_code


def import_app() -> ModuleType:
    """Import Qt and the program's window, without what would make that slower.

    Importing makes no garbage: what comes later is collected by `Application`. And PySide replaces `import` by one
    that reads the source of every module imported afterwards, in search of features that no module here asks for.
    """
    gc.disable()
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415 - late, as said above

    builtins.__import__ = plain_import
    from ledgerdrop import app  # noqa: PLC0415 - likewise

    return app


def missing(environ: Mapping[str, str] = os.environ, load: Callable[[str], object] = ctypes.CDLL) -> str:
    """Return what to tell the user, "" when a window can be opened. Loads the libraries that Qt loads anyway."""
    if "QT_QPA_PLATFORM" not in environ and not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        return _NO_DISPLAY
    packages = [package for library, package in _LIBRARIES.items() if not _loads(library, load)]
    if not packages:
        return ""
    return (
        "LedgerDrop cannot open its window: some libraries are missing. On Debian and Ubuntu, run as administrator:\n"
        f"  apt-get install {' '.join(packages)}"
    )


def _loads(library: str, load: Callable[[str], object]) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True


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
