"""Damage a journal's file in the ways that happen."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def no_database(path: Path) -> None:
    path.write_bytes(b"This was a database once. " * 200)


def garbled_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(os.urandom(4096 * 2))


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def garbled_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(16)
        file.write(b"\xff" * 60)


def someone_elses(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entries (something TEXT)")
    connection.close()


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Become an ordinary user while the block runs: root may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def folder_for_all() -> Iterator[Path]:
    """Give a folder that other users reach: pytest's own is closed to them."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
