"""Say in a sentence what Linux lacks for a window, before Qt aborts with a message for developers."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Mapping
from typing import Final

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
