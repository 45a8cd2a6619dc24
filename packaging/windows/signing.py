"""Sign Windows programs with whatever tool holds the key.

LEDGERDROP_SIGN_COMMAND is a command with `{file}` in it, such as signtool with the plug-in of a signing service (keys
that Windows trusts have to lie in hardware since June 2023, CA/Browser Forum ballot CSC-13). Without it nothing is
signed, and the file names say so.
"""

from __future__ import annotations

import os
import re
import struct
from pathlib import Path
from typing import Final

from calls import Failed, quietly

_VARIABLE: Final = "LEDGERDROP_SIGN_COMMAND"
_PROGRAMS: Final = (".exe", ".dll", ".pyd", ".msi")


def wanted() -> bool:
    """Return whether there is a key to sign with."""
    return bool(os.environ.get(_VARIABLE))


def words(command: str) -> list[str]:
    r"""Split a command as Windows does where only double quotes count: `"C:\Program Files\x.exe" /a` has two words.

    `shlex` takes a backslash for an escape, and would lose those of a path.
    """
    return [word.replace('"', "") for word in re.findall(r'(?:"[^"]*"|[^\s"])+', command)]


def command() -> str:
    """Return the command with which NSIS signs its uninstaller: `%1` is the file. "" when nothing is signed."""
    return os.environ.get(_VARIABLE, "").replace("{file}", '"%1"')


def sign(place: Path) -> None:
    """Sign a file, or all programs and libraries of a folder that nobody has signed yet.

    Raises:
        Failed: the tool did not, or there is no signature in the file afterwards.
    """
    if not wanted():
        return
    for path in [place] if place.is_file() else sorted(place.rglob("*")):
        if path.suffix.lower() in _PROGRAMS and not (path.suffix != ".msi" and is_signed(path)):
            quietly(*(word.replace("{file}", str(path)) for word in words(os.environ[_VARIABLE])))
            if path.suffix != ".msi" and not is_signed(path):
                raise Failed(f"{path} has no signature after signing it")


def is_signed(program: Path) -> bool:
    """Return whether a program or library carries a signature: its fifth data directory is not empty.

    Source: Microsoft's "PE Format", "Optional Header Data Directories", Certificate Table.
    """
    with program.open("rb") as file:
        head = file.read(4096)
    (start,) = struct.unpack_from("<I", head, 0x3C)
    (kind,) = struct.unpack_from("<H", head, start + 24)
    directories = start + 24 + (112 if kind == 0x20B else 96)  # 0x20B: 64 bits
    place, size = struct.unpack_from("<II", head, directories + 4 * 8)
    return bool(place and size)
