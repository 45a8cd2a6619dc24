"""What a drag or the clipboard brought: files, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

# How attachments arrive that are not files yet: dragged out of Outlook, Apple Mail or a zip folder's window. Names of
# clipboard formats: Microsoft, "Shell Clipboard Formats"; Apple, NSFilePromiseProvider.
_NOT_YET_FILES = ("filegroupdescriptor", "filecontents", "promised-file", "promised-suggested", "renprivatemessages")


@dataclass(frozen=True, slots=True)
class Drop:
    """`paths` of files and folders; `links` to web pages; `unsaved`: attachments that are no files yet."""

    paths: tuple[Path, ...] = ()
    links: int = 0
    unsaved: bool = False


def read(mime: QMimeData) -> Drop:
    """Take the files out of it; nothing is looked up on disk."""
    paths: list[Path] = []
    links = 0
    for url in mime.urls():
        if url.isLocalFile():
            paths.append(Path(url.toLocalFile()))
        elif url.isValid():
            links += 1
    unsaved = not paths and any(mark in name.lower() for name in mime.formats() for mark in _NOT_YET_FILES)
    return Drop(tuple(paths), links, unsaved)
