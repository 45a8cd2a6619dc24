"""Take files in: dropped, pasted, browsed for, or named when the program was started."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ledgerdrop.content.formats import CONTENT_TYPES
from ledgerdrop.model.accounts import Account
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.dialogs.dialog import FileDialog

# How attachments arrive that are not files yet: dragged out of Outlook, Apple Mail or a zip folder's window. Names of
# clipboard formats: Microsoft, "Shell Clipboard Formats"; Apple, NSFilePromiseProvider.
_NOT_YET_FILES = ("filegroupdescriptor", "filecontents", "promised-file", "promised-suggested", "renprivatemessages")
_OTHER_COMPUTERS = {"smb", "sftp", "ssh", "ftp", "ftps", "dav", "davs", "webdav", "webdavs", "nfs", "afp", "mtp"}


@dataclass(frozen=True)
class Drop:
    """Holds what was dropped or pasted.

    `paths` are files and folders; `links` counts web pages; `unsaved` says that there were attachments that are no
    files yet; `remote` counts files on another computer, to which this one has no path.
    """

    paths: tuple[Path, ...] = ()
    links: int = 0
    unsaved: bool = False
    remote: int = 0


def read(mime: QMimeData) -> Drop:
    """Return what the MIME data holds; nothing is looked up on disk."""
    places = [(url, _path(url)) for url in mime.urls()]
    paths = tuple(path for _, path in places if path is not None)
    elsewhere = [url for url, path in places if path is None]
    remote = sum(url.scheme() in _OTHER_COMPUTERS for url in elsewhere)  # also those that Qt finds invalid
    links = sum(url.isValid() and url.scheme() not in _OTHER_COMPUTERS for url in elsewhere)
    unsaved = not paths and any(mark in name.lower() for name in mime.formats() for mark in _NOT_YET_FILES)
    return Drop(paths, links, unsaved, remote)


def _path_on_share(url: QUrl) -> Path | None:
    """Return where GNOME's file system shows a file on a Windows share, or None for any other address.

    Nautilus and others drop smb://server/share/file. GVfs names its folders by the sorted parts of such an address.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    share, _, rest = url.path(QUrl.ComponentFormattingOption.FullyDecoded).lstrip("/").partition("/")
    if sys.platform != "linux" or url.scheme() != "smb" or not (runtime and url.host() and share and rest):
        return None
    domain, _, user = url.userName().rpartition(";")
    port = str(url.port()) if url.port() > 0 else ""
    parts = {"domain": domain, "port": port, "server": url.host().lower(), "share": share.lower(), "user": user}
    mount = ",".join(f"{key}={value}" for key, value in parts.items() if value)
    return Path(runtime, "gvfs", f"smb-share:{mount}", rest)


def _path(url: QUrl) -> Path | None:
    """Return where this computer has the file, or None where it has no path to it."""
    if not url.isLocalFile():
        return _path_on_share(url)
    if sys.platform == "linux":  # where names are bytes, which need not be the text that Qt takes them for
        return Path(os.fsdecode(unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded))))
    return Path(url.toLocalFile())


class FileAdder(QObject):
    """Adds files to the queue, for the account in use; `said` is what the user should read about the rest."""

    said = Signal(str)
    waiting = Signal(int)  # how many files and folders wait for an account
    taken = Signal(object)  # list[Path], which the user dropped, pasted or chose

    def __init__(self, queue: TransferQueue, window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._window = window
        self._account: Account | None = None
        self._early: list[Path] = []  # came before the settings were loaded

    def use(self, account: Account) -> None:
        """Add files for this account from now on."""
        self._account = account
        early, self._early = self._early, []
        self.add(early)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders to the list, without sending them."""
        if self._account is None:
            self._early += paths
            if paths:
                self.waiting.emit(len(self._early))
        elif paths:
            self._queue.add(list(paths), self._account)

    def take(self, mime: QMimeData) -> None:
        """Add what was dropped or pasted, and explain what could not be added."""
        drop = read(mime)
        self.add(drop.paths)
        self.taken.emit(drop.paths)
        if said := self._not_added(drop):
            self.said.emit(said)

    def _not_added(self, drop: Drop) -> str:
        """Return why something that was dropped could not be added; "" where all was."""
        if drop.unsaved:
            return self.tr(
                "This attachment isn't a file on your computer yet. Save it to a folder, then drop it from there."
            )
        if drop.remote:
            return self.tr("This file is on another computer. Copy it to this one first, then drop the copy.")
        if drop.links:
            return self.tr("This is a link to a web page. Download the file, then drop it from its folder.")
        return "" if drop.paths else self.tr("There was no file to add. Drop files or folders from your computer.")

    def paste(self) -> None:
        """Add the files on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def can_paste(self) -> bool:
        """Return whether there are files on the clipboard."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where the clipboard is empty
        return mime is not None and bool(read(mime).paths)

    def browse(self) -> None:
        """Let the user choose files."""
        self.browse_in(FileDialog.folder)

    def browse_in(self, folder: str) -> None:
        """Let the user choose files, beginning in that folder."""
        dialog = self._dialog(self.tr("Choose ledgers"), FileDialog.FileMode.ExistingFiles)
        if folder:
            dialog.setDirectory(folder)
        patterns = " ".join(f"*.{extension}" for extension in CONTENT_TYPES)  # Qt reads them between the brackets
        ledgers = self.tr("Ledgers") + f" ({patterns})"
        dialog.setNameFilters([ledgers, self.tr("All files (*)")])  # others get a row that says why
        dialog.open()

    def browse_folder(self) -> None:
        """Let the user choose a folder."""
        self._dialog(self.tr("Choose a folder of ledgers"), FileDialog.FileMode.Directory).open()

    def _dialog(self, title: str, mode: FileDialog.FileMode) -> FileDialog:
        dialog = FileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._on_chosen)
        return dialog

    def _on_chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        self.add(paths)
        self.taken.emit(paths)
