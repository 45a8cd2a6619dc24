"""What was named in the call: a file, or why it is none."""

from __future__ import annotations

from pathlib import Path

from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.dropped import drop
from ledgerdrop.pipeline.folders import is_empty
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.pipeline.values import DroppedFile


def named_file(path: str, cancel: Cancel) -> DroppedFile | Problem:
    """Look at it. Folders are not opened as in the window; one with nothing in it says so. Raises `Cancelled`."""
    file = drop(Path(path))
    if isinstance(file, Problem) and file.code is Code.FOLDER and is_empty(Path(path), cancel):
        return Problem(Code.EMPTY_FOLDER, file.params)
    return file
