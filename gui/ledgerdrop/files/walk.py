"""Folders that were dropped become the files inside them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ledgerdrop.files.dropped_file import long_path
from ledgerdrop.files.shortcut import target_of
from ledgerdrop.runtime.cancel import CancelToken

_HIDDEN_ON_WINDOWS: Final = 0x2 | 0x4  # FILE_ATTRIBUTE_HIDDEN, _SYSTEM (winnt.h)
_HIDDEN_ON_MACOS: Final = 0x8000  # UF_HIDDEN (sys/stat.h)
_SYSTEM_FILES: Final = frozenset({"thumbs.db", "desktop.ini", "icon\r", "__macosx"})
_TEMPORARY: Final = (".", "~$")  # hidden files, LibreOffice's mark beside an open workbook (".~lock."), and Excel's
_DIGITS: Final = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Found:
    """The files to add, in the order they were dropped, those of a folder in natural order (2 before 10).

    `skipped` counts what was left out inside folders: lock files, hidden and system files.
    """

    files: tuple[Path, ...]
    skipped: int


def find_files(paths: Iterable[Path], cancel: CancelToken) -> Found:
    """Replace each folder by the files in it, at any depth.

    Links to folders inside a folder are not followed, so there are no loops. What was dropped itself is never
    skipped, whatever its name, and neither is what cannot be listed: `drop` then says why. Raises `Cancelled`.
    """
    files: list[Path] = []
    skipped = 0
    for dropped in paths:
        cancel.raise_if_cancelled()
        path = target_of(dropped) or dropped
        if not _is_folder(path):
            files.append(path)
            continue
        for found in _walk(path, cancel):
            if found is None:
                skipped += 1
            else:
                files.append(found)
    return Found(tuple(files), skipped)


def is_empty(folder: Path, cancel: CancelToken) -> bool:
    """Return whether `find_files` would find nothing in it; looks no further than to the first file.

    Raises `Cancelled`.
    """
    return all(found is None for found in _walk(folder, cancel))


def _walk(folder: Path, cancel: CancelToken) -> Iterator[Path | None]:
    """Yield the files below; None stands for something skipped, the folder itself for one that cannot be listed."""
    pending = [folder]
    while pending:
        current = pending.pop()
        cancel.raise_if_cancelled()
        try:
            with os.scandir(long_path(current)) as listing:
                entries = sorted(listing, key=lambda entry: _natural(entry.name))
        except OSError:
            yield current
            continue
        below = []
        for entry in entries:
            cancel.raise_if_cancelled()
            if _is_skipped(entry):
                yield None
            elif _is_folder(entry):
                if not entry.is_symlink():
                    below.append(current / entry.name)
            else:
                yield current / entry.name
        pending.extend(reversed(below))


def _natural(name: str) -> list[tuple[int, int, str]]:
    # isdecimal, not isdigit: int() does not know superscripts.
    return [
        (0, int(part), part) if part.isdecimal() else (1, 0, part.casefold()) for part in _DIGITS.split(name) if part
    ]


def _is_folder(path: Path | os.DirEntry[str]) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_temporary(path: str) -> bool:
    """Tell whether a path with forward slashes is, or lies in, what systems and programs keep for themselves."""
    return any(part.startswith(_TEMPORARY) or part in _SYSTEM_FILES for part in path.casefold().split("/"))


def _is_skipped(entry: os.DirEntry[str]) -> bool:
    if entry.name.endswith(".icloud"):
        return False  # stands for a ledger that is kept online only, and says so in the list
    if is_temporary(entry.name):
        return True
    if sys.platform == "linux":  # where only a name hides a file, and asking for more takes a third of the walk
        return False
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return False
    windows: int = getattr(status, "st_file_attributes", 0)
    macos: int = getattr(status, "st_flags", 0)
    return bool(windows & _HIDDEN_ON_WINDOWS or macos & _HIDDEN_ON_MACOS)
