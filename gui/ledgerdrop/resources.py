"""Locate the icons, translations and sample ledgers; no other module knows where they are.

In a checkout they are the folder `resources` beside `gui`. The wheel carries them as `ledgerdrop/data` (pyproject,
force-include), and so does a packaged program: PyInstaller gives each module of a frozen program a `__file__` below
`sys._MEIPASS` as if it lay there (PyInstaller manual, "Run-time Information").
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return the file or folder of a name relative to `resources`, such as `icons/ledgerdrop.svg`.

    Raises:
        FileNotFoundError: there is none; the installation is not whole.
    """
    for folder in (PACKAGE / "data", PACKAGE.parent.parent / "resources"):
        if folder.is_dir():
            found = folder / name
            if not found.exists():
                raise FileNotFoundError(found)
            return found
    raise FileNotFoundError(PACKAGE / "data")
