"""Locate settings, data, logs and throw-away files on each platform; all of them are closed to other users.

The environment variable LEDGERDROP_HOME puts everything under one folder instead: for tests, and for a copy on a
memory stick. Practice data lies apart from real data, so that trying LedgerDrop out never touches a real list.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs

from ledgerdrop.model.problems import Code, Problem

HOME_VARIABLE: Final = "LEDGERDROP_HOME"
PRESETS_NAME: Final = "presets.json"


@dataclass(frozen=True)
class Locations:
    """Holds the folders; they need not exist yet (`private_folder` makes them).

    `settings`: settings.json; `data`: the journal of uploads; `logs`: log files; `cache`: may be deleted at any time.
    """

    settings: Path
    data: Path
    logs: Path
    cache: Path


def locations(*, practice: bool = False, environ: Mapping[str, str] = os.environ) -> Locations:
    """Return the folders of this user on this platform; those for practice lie apart from the real ones."""
    if home := environ.get(HOME_VARIABLE):
        folders = [Path(home).absolute() / name for name in ("settings", "data", "logs", "cache")]
    else:
        # On Windows and macOS the folder is shown to people, and named as the program is; on Linux it is lower case.
        name = "ledgerdrop" if sys.platform.startswith("linux") else "LedgerDrop"
        dirs = platformdirs.PlatformDirs(name, appauthor=False, roaming=False)
        folders = [dirs.user_config_path, dirs.user_data_path, dirs.user_log_path, dirs.user_cache_path]
    return Locations(*(folder / "practice" if practice else folder for folder in folders))


def preset_files(environ: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return where IT may have put its presets (`store/managed_settings.py`), the one that counts most first.

    They lie in a folder of the computer in which only administrators may write. On Windows it is below Program Files,
    since below ProgramData any user may make one. LEDGERDROP_HOME may have presets of its own; the computer's
    override them.
    """
    if sys.platform == "win32":
        folder = Path(environ.get("PROGRAMFILES") or "C:/Program Files") / "LedgerDrop"
    elif sys.platform == "darwin":
        folder = Path("/Library/Application Support/LedgerDrop")
    else:
        folder = Path("/etc/xdg/ledgerdrop")
    home = environ.get(HOME_VARIABLE)
    folders = [folder, Path(home).absolute()] if home else [folder]
    return tuple(folder / PRESETS_NAME for folder in folders)


def private_folder(folder: Path) -> Problem | None:
    """Make the folder and its parents where they are missing, and close it to other users (0700 on POSIX).

    A folder that belongs to another user, or lies in such a one, is refused. On Windows the user's profile is closed
    to others already, and folders inherit that.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if is_of_another_user(folder):
            return unwritable(folder, "it belongs to another user")
        mode = stat.S_IMODE(folder.stat().st_mode)
        if os.name == "posix" and mode & 0o077:
            folder.chmod(mode & 0o700)
    except OSError as error:
        return unwritable(folder, error.strerror or type(error).__name__)
    return None


def private_file(path: Path) -> Problem | None:
    """Make the file for its owner alone (0600), in a private folder. Raises OSError.

    SQLite would leave the permissions to the umask; its -wal gets those of the file itself.
    """
    if problem := private_folder(path.parent):
        return problem
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return unwritable(path, "it belongs to another user") if is_of_another_user(path) else None


def is_of_another_user(path: Path) -> bool:
    """Return whether this file or folder, or one of the two folders above it, belongs to another user.

    Two folders are looked at, since practice data lies that far below LEDGERDROP_HOME. What belongs to root counts as
    nobody else's; the file system's own root is not looked at. Always False on Windows. Raises OSError where the
    owner cannot be read.
    """
    if os.name != "posix":
        return False
    path = path.absolute()
    looked_at = [one for one in (path, *path.parents[:2]) if one != Path(path.anchor)]
    return any(one.stat().st_uid not in {os.geteuid(), 0} for one in looked_at)


def unwritable(path: Path, reason: str) -> Problem:
    """Return the problem that a file or folder of our own cannot be written."""
    return Problem(Code.FOLDER_UNWRITABLE, {"path": str(path)}, detail=reason)
