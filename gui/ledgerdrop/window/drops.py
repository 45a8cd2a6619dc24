"""What a drag or the clipboard brought: files, or why there are none."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl

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
            paths.append(_path(url))
        elif url.isValid():
            links += 1
    unsaved = not paths and any(mark in name.lower() for name in mime.formats() for mark in _NOT_YET_FILES)
    return Drop(tuple(paths), links, unsaved)


def _path(url: QUrl) -> Path:
    if sys.platform == "linux":  # where names are bytes, which need not be the text that Qt takes them for
        return Path(os.fsdecode(unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded))))
    return Path(url.toLocalFile())
