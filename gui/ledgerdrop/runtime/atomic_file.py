"""Files that are there either in their old form or in their new one, whatever happens in between."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import Final

# A virus scanner or indexer on Windows holds a fresh file open for a moment, and replacing it then fails.
REPLACE_ATTEMPTS: Final = 20 if os.name == "nt" else 1
REPLACE_PAUSE: Final = 0.05  # seconds


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file by `data`, readable by its owner alone (0600). Raises OSError; the old file is kept then."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _replace(source: Path, target: Path) -> None:
    for attempt in range(1, REPLACE_ATTEMPTS + 1):
        try:
            source.replace(target)
        except PermissionError:
            if attempt == REPLACE_ATTEMPTS:
                raise
            time.sleep(REPLACE_PAUSE)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut too; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
