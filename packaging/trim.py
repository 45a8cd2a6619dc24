"""Leave out what PyInstaller collects and LedgerDrop never uses: half the size of the installer.

Every rule was tried by starting the program without the files, and says why they are not missed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Final

# Where the system knows of proxies (and of PAC scripts), Qt is asked for them; on Linux the environment is.
_UNASKED: Final = ("Network",) if sys.platform == "linux" else ()

MODULES: Final = [
    "tkinter", "setuptools", "pkg_resources", "_distutils_hack", "pip", "wheel", "unittest", "pydoc", "test",
    *(f"PySide6.Qt{part}" for part in ("Sql", "Test", "Qml", "Quick", "PrintSupport", "OpenGL", *_UNASKED)),
    *([] if sys.platform == "linux" else ["cryptography", "jeepney", "secretstorage"]),  # D-Bus keyrings
]  # fmt: skip

# Qt's own texts, in the languages of the program that Qt knows.
_TRANSLATIONS: Final = ("qtbase_ar", "qtbase_en", "qtbase_hi")

_FILES: Final = (
    "opengl32sw.dll",  # draws OpenGL without a graphics card; widgets are not drawn by OpenGL
    "d3dcompiler_*.dll",
    "plugins/sqldrivers/*",
    "plugins/networkinformation/*",
    "plugins/tls/*",  # Qt makes no connections here; Python does
    "plugins/generic/*",  # touch screens without a desktop
    "plugins/egldeviceintegrations/*",
    "plugins/wayland-*/*",  # under Wayland, Xwayland shows the window
    "plugins/platforms/*direct2d*", "plugins/platforms/*eglfs*", "plugins/platforms/*linuxfb*",
    "plugins/platforms/*minimalegl*", "plugins/platforms/*vkkhrdisplay*", "plugins/platforms/*vnc*",
    "plugins/platforms/*wayland*", "plugins/platforms/*qminimal.*",
    "plugins/platformthemes/*gtk3*",  # would bring the system's GTK along
    "plugins/platforminputcontexts/*virtualkeyboard*",
    *(f"plugins/imageformats/*q{kind}.*" for kind in ("tiff", "webp", "icns", "tga", "pdf", "wbmp", "jpeg", "gif")),
    "*.dist-info/sboms/*", "*/py.typed",
    "ledgerdrop/data/*.ts", "ledgerdrop/data/README.md",  # sources, and a note for those who change them
    # Beside libmagic on Windows, and used neither by it nor by what it uses.
    *(f"magic/{name}*.dll" for name in (
        "libasprintf", "libatomic", "libcharset", "libgomp", "libquadmath", "libstdc++")),
    # Nobody's on Windows (AMP, OpenMP, C++/CX, the concurrency runtime), where PySide brings the whole set.
    "concrt140.dll", "vcamp140.dll", "vccorlib140.dll", "vcomp140.dll", "msvcp140_codecvt_ids.dll",
    # Libraries that only the files above need; on macOS they are named without the 6.
    *(f"*Qt{six}{part}*" for six in ("6", "") for part in (
        "Quick", "Qml", "Pdf", "VirtualKeyboard", "Wayland", "WlShell", "EglF", "Sql", "OpenGL", "Test",
        *_UNASKED)),
    *(f"{name}*.so*" for name in (
        "libgtk-3", "libgdk", "libepoxy", "libcairo", "libpango", "libpixman", "libatk", "libatspi", "libharfbuzz",
        "libgraphite2", "libthai", "libdatrie", "libfribidi", "libXi", "libXrandr", "libXcursor", "libXcomposite",
        "libXdamage", "libXfixes", "libXinerama", "libjpeg", "libgssapi_krb5", "libkrb5", "libk5crypto",
        "libkeyutils", "libcom_err", "libmount", "libblkid", "libselinux", "libgio", "libgobject", "libgmodule",
        "libXext", "libXrender",
        # The system's own: they belong to its fonts and their configuration, and to its display.
        "libfontconfig", "libfreetype", "libpng", "libbrotli", "libXau", "libXdmcp", "libbsd", "libmd")),
)  # fmt: skip


_RUNTIME: Final = ("msvcp140", "vcruntime140")

Collected = tuple[str, str, str]  # as PyInstaller has it: place in the bundle, file, kind


def one_runtime(binaries: Iterable[Collected], version: Callable[[str], tuple[int, int]]) -> list[Collected]:
    """Return these places with Microsoft's C++ runtime in the newest version everywhere; `version` tells a file's.

    Python, Qt and Shiboken each bring one, beside their own libraries, where Windows looks before System32. But the
    first that is loaded serves them all, and Qt may fail with one that is older than what it was built with.
    """
    collected = list(binaries)
    newest: dict[str, str] = {}
    for place, file, _kind in collected:
        name = PurePath(place).name.lower()
        if name.startswith(_RUNTIME) and (name not in newest or version(file) > version(newest[name])):
            newest[name] = file
    return [(place, newest.get(PurePath(place).name.lower(), file), kind) for place, file, kind in collected]


def wanted(name: str) -> bool:
    """Return whether the bundle needs this file; `name` is its place in the bundle."""
    place = PurePath(name)
    if place.name.startswith("libmagic.so") and place.parent.name != "magic":
        return False  # PyInstaller finds the system's libmagic too; only the one beside the module is ours
    if place.parent.name == "translations" and place.suffix == ".qm" and "PySide6" in place.parts:
        return place.stem in _TRANSLATIONS
    path = "/" + place.as_posix()
    return not any(fnmatchcase(path, f"*/{rule}") for rule in _FILES)
