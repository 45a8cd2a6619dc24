"""What a drag or the clipboard is taken for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl

from ledgerdrop.ui import add_files


def of_urls(*urls: str) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl(url) for url in urls])
    return made


def test_files_and_folders_are_paths() -> None:
    drop = add_files.read(of_urls("file:///home/a/sales%20%231.csv", "file:///home/a/folder/"))
    assert drop == add_files.Drop((Path("/home/a/sales #1.csv"), Path("/home/a/folder")))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_names_that_are_no_text_are_found(tmp_path: Path) -> None:
    for name in (b"m\xe4rz.csv", b"50%41 #1?.csv", "मार्च.csv".encode()):
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
        path.touch()
        dragged = QMimeData()
        dragged.setData("text/uri-list", QByteArray(path.as_uri().encode() + b"\r\n"))  # as file managers do
        [found] = add_files.read(dragged).paths
        assert found.exists()


def test_links_are_counted_beside_files() -> None:
    drop = add_files.read(of_urls("https://example.com/ledger.csv", "file:///a.csv"))
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
    assert add_files.read(made) == add_files.Drop(unsaved=True)


def test_text_is_nothing_to_send() -> None:
    made = QMimeData()
    made.setText("hello")
    assert add_files.read(made) == add_files.Drop()
