"""What a drag or the clipboard is taken for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl

from ledgerdrop.window import drops


def of_urls(*urls: str) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl(url) for url in urls])
    return made


def test_files_and_folders_are_paths() -> None:
    drop = drops.read(of_urls("file:///home/a/sales%20%231.csv", "file:///home/a/folder/"))
    assert drop == drops.Drop((Path("/home/a/sales #1.csv"), Path("/home/a/folder")))


def test_links_are_counted_beside_files() -> None:
    drop = drops.read(of_urls("https://example.com/ledger.csv", "file:///a.csv"))
    assert (drop.paths, drop.links) == ((Path("/a.csv"),), 1)


@pytest.mark.parametrize(
    "name",
    [
        'application/x-qt-windows-mime;value="FileGroupDescriptorW"',
        'application/x-qt-windows-mime;value="RenPrivateMessages"',
        "com.apple.pasteboard.promised-file-url",
    ],
)
def test_an_attachment_of_a_mail_is_no_file_yet(name: str) -> None:
    made = QMimeData()
    made.setData(name, QByteArray(b"x"))
    assert drops.read(made) == drops.Drop(unsaved=True)


def test_text_is_nothing_to_send() -> None:
    made = QMimeData()
    made.setText("hello")
    assert drops.read(made) == drops.Drop()
