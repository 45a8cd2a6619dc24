"""Test what a drag or the clipboard is taken for."""

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


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS give paths for shares")
@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("smb://NAS/Ledgers/april%20%231.csv", "smb-share:server=nas,share=ledgers/april #1.csv"),
        ("smb://ravi@nas/ledgers/a/b.csv", "smb-share:server=nas,share=ledgers,user=ravi/a/b.csv"),
        ("smb://FIRM;ravi@nas:1445/x/b.csv", "smb-share:domain=FIRM,port=1445,server=nas,share=x,user=ravi/b.csv"),
    ],
)
def test_a_file_on_a_windows_share_has_a_path(monkeypatch: pytest.MonkeyPatch, url: str, path: str) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    assert add_files.read(of_urls(url)).paths == (Path("/run/user/1000/gvfs") / path,)
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert add_files.read(of_urls(url)) == add_files.Drop(remote=1)


@pytest.mark.parametrize("url", ["sftp://nas/a.csv", "afp://Office%20Mac.local/a.csv"])  # Qt finds the second invalid
def test_a_file_on_another_computer_is_no_link(url: str) -> None:
    assert add_files.read(of_urls(url, "https://example.com/a.csv")) == add_files.Drop(links=1, remote=1)


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
