"""Follow a shortcut of Windows (.lnk) to the file or folder that it points to ([MS-SHLLINK])."""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from typing import Final

_HEADER: Final = bytes.fromhex("4c0000000114020000000000c000000000000046")  # 2.1: size and class
_HEADER_SIZE: Final = 76
_LARGEST: Final = 64 * 1024  # bytes; real ones have one or two thousand
_HAS_ID_LIST: Final = 0x1
_HAS_LINK_INFO: Final = 0x2
_LOCAL: Final = 0x1  # 2.3: the path is on a drive
_NETWORK: Final = 0x2  # the path is on a share


def target_of(path: Path) -> Path | None:
    """Return what a shortcut points to, where this system has shortcuts; None for anything else.

    May block on a slow drive. A shortcut that cannot be read, or points to no file (a printer, a web page), is None.
    """
    if sys.platform != "win32" or path.suffix.lower() != ".lnk":
        return None
    try:
        with path.open("rb") as file:
            target = read_target(file.read(_LARGEST))
    except OSError:
        return None
    return Path(target) if target else None


def read_target(content: bytes) -> str | None:
    """Return the path in a shortcut's content, or None where it has none."""
    try:
        return _link_info(content)
    except (struct.error, ValueError):
        return None


def _link_info(content: bytes) -> str | None:
    if not content.startswith(_HEADER):
        return None
    (flags,) = struct.unpack_from("<I", content, 20)
    if not flags & _HAS_LINK_INFO:
        return None
    at = _HEADER_SIZE
    if flags & _HAS_ID_LIST:
        at += 2 + int(struct.unpack_from("<H", content, at)[0])
    size, header_size, kind, _, base, network, suffix = struct.unpack_from("<7I", content, at)
    info = content[at : at + size]
    wide = header_size >= 0x24
    wide_base, wide_suffix = struct.unpack_from("<2I", info, 28) if wide else (0, 0)
    end = _wide_text(info, wide_suffix) if wide_suffix else _text(info, suffix)
    if kind & _LOCAL:
        return (_wide_text(info, wide_base) if wide_base else _text(info, base)) + end
    if kind & _NETWORK:
        (name,) = struct.unpack_from("<I", info, network + 8)
        return _text(info, network + name).rstrip("\\") + "\\" + end
    return None


def _text(info: bytes, at: int) -> str:
    encoding = "mbcs" if sys.platform == "win32" else "cp1252"
    return info[at : info.index(0, at)].decode(encoding, "replace")


def _wide_text(info: bytes, at: int) -> str:
    text = info[at : at + len(info) // 2 * 2].decode("utf-16-le", "replace")
    return text.partition("\0")[0]
