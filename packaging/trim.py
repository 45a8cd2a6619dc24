"""What PyInstaller collects and LedgerDrop never uses: half the size of the installer.

Every rule was tried by starting the program without the files, and says why they are not missed.
"""

from __future__ import annotations

import sys
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
    "translations/qt_help_*", "translations/qtmultimedia_*", "translations/qtdeclarative_*",
    "translations/qtquickcontrols*", "translations/qtconnectivity_*", "translations/qtserialport_*",
    "translations/qtwebengine_*", "translations/qtwebsockets_*", "translations/qtlocation_*",
    "translations/qtxmlpatterns_*", "translations/qtscript_*",
    # Libraries that only the files above need; on macOS they are named without the 6.
    *(f"*Qt{six}{part}*" for six in ("6", "") for part in (
        "Quick", "Qml", "Pdf", "VirtualKeyboard", "Wayland", "WlShell", "EglF", "Sql", "OpenGL", "Test",
        *_UNASKED)),
    *(f"{name}*.so*" for name in (
        "libgtk-3", "libgdk", "libepoxy", "libcairo", "libpango", "libpixman", "libatk", "libatspi", "libharfbuzz",
        "libgraphite2", "libthai", "libdatrie", "libfribidi", "libXi", "libXrandr", "libXcursor", "libXcomposite",
        "libXdamage", "libXfixes", "libXinerama", "libjpeg", "libgssapi_krb5", "libkrb5", "libk5crypto",
        "libkeyutils", "libcom_err", "libbrotli", "libmount", "libblkid", "libselinux")),
)  # fmt: skip


def wanted(name: str) -> bool:
    """Whether the bundle needs this file; `name` is its place in the bundle."""
    place = PurePath(name)
    if place.name.startswith("libmagic.so") and place.parent.name != "magic":
        return False  # PyInstaller finds the system's libmagic too; only the one beside the module is ours
    path = "/" + place.as_posix()
    return not any(fnmatchcase(path, f"*/{rule}") for rule in _FILES)
