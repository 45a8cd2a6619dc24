"""Test that a path becomes a file that may be sent, or a problem that says why not."""

from __future__ import annotations

import ctypes
import errno
import os
import socket
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from ledgerdrop.files import dropped_file
from ledgerdrop.files.dropped_file import LARGEST, examine, open_unbuffered, why_unreadable
from ledgerdrop.model.files import DroppedFile
from ledgerdrop.model.problems import Code, Problem

posix = pytest.mark.skipif(os.name != "posix", reason="FIFOs, devices and permission bits are POSIX's")


def code_of(path: Path, name: str | None = None) -> Code | None:
    result = examine(path, name)
    return result.code if isinstance(result, Problem) else None


@contextmanager
def not_as_root() -> Iterator[None]:
    """Act as another user while the block runs, since root may read everything."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def sparse(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_a_good_file_keeps_what_the_upload_compares_later(tmp_path: Path) -> None:
    path = tmp_path / "march.CSV"
    path.write_bytes(b"a,b\n")
    status = path.stat()
    assert examine(path) == DroppedFile(path, "march.CSV", 4, status.st_mtime_ns)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_that_is_no_text_is_sent_as_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"m\xe4rz\xff 2025.csv")
    path.write_bytes(b"a,b\n")
    result = examine(path)
    assert isinstance(result, DroppedFile)
    assert (result.path, result.name) == (path, "m_rz_ 2025.csv")


def test_another_name_decides_the_extension(tmp_path: Path) -> None:
    path = tmp_path / "march.xls"
    path.write_bytes(b"a,b\n")
    result = examine(path, "march.csv")
    assert isinstance(result, DroppedFile)
    assert (result.name, result.extension, result.path) == ("march.csv", "csv", path)


@pytest.mark.parametrize("name", ["मार्च.csv", "مارس.csv", "März 📒.csv", "x" * 251 + ".csv"])
def test_names_of_all_kinds_are_taken_in_nfc(tmp_path: Path, name: str) -> None:
    path = tmp_path / unicodedata.normalize("NFD", name)
    path.write_bytes(b"a,b\n")
    result = examine(path)
    assert isinstance(result, DroppedFile)
    assert result.name == unicodedata.normalize("NFC", name)


def test_nothing_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.csv") is Code.MISSING
    assert code_of(tmp_path / ("x" * 300 + ".csv")) is Code.MISSING
    assert code_of(tmp_path / "a\0b.csv") is Code.MISSING
    (tmp_path / "file.csv").write_bytes(b"a")
    assert code_of(tmp_path / "file.csv" / "below.csv") is Code.MISSING


def test_a_link_is_followed_unless_it_leads_nowhere(tmp_path: Path) -> None:
    try:
        (tmp_path / "nowhere.csv").symlink_to(tmp_path / "none.csv")
    except OSError:
        pytest.skip("this user may not make links here")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    (tmp_path / "good.csv").write_bytes(b"a,b\n")
    (tmp_path / "link.csv").symlink_to(tmp_path / "good.csv")
    assert code_of(tmp_path / "nowhere.csv") is Code.BROKEN_LINK
    assert code_of(tmp_path / "loop.csv") is Code.BROKEN_LINK
    assert code_of(tmp_path / "link.csv") is None


def test_folders_and_empty_and_huge_files(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "empty.csv").touch()
    assert code_of(tmp_path / "folder.csv") is Code.FOLDER
    assert code_of(tmp_path / "empty.csv") is Code.EMPTY
    if sys.platform == "win32":
        return  # 5 GiB would be written there
    assert code_of(sparse(tmp_path / "most.csv", LARGEST)) is None
    assert code_of(sparse(tmp_path / "more.csv", LARGEST + 1)) is Code.TOO_LARGE


@posix
def test_what_is_no_file_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    os.mkfifo("pipe.csv")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.csv")
        Path("zero.csv").symlink_to("/dev/zero")
        assert [code_of(Path(name)) for name in ("pipe.csv", "socket.csv", "zero.csv")] == [Code.NOT_A_FILE] * 3


@posix
def test_a_fifo_in_the_place_of_the_file_does_not_block(tmp_path: Path) -> None:
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    before = len(list(Path("/dev/fd").iterdir()))
    with pytest.raises(OSError, match="not a regular file") as caught:
        open_unbuffered(path)
    assert why_unreadable(caught.value, "pipe.csv").code is Code.NOT_A_FILE
    assert len(list(Path("/dev/fd").iterdir())) == before


@posix
def test_permissions(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("shared")
    for part in (folder, *folder.parents[:2]):
        part.chmod(0o755)
    locked = folder / "locked.csv"
    locked.write_bytes(b"a,b\n")
    locked.chmod(0)
    with not_as_root():
        assert code_of(locked) is Code.UNREADABLE


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ({"st_file_attributes": 0x0040_0000}, Code.ONLINE_ONLY),
        ({"st_file_attributes": 0x0000_1000}, Code.ONLINE_ONLY),
        ({"st_flags": 0x4000_0000}, Code.ONLINE_ONLY),
        ({"st_file_attributes": 0x20, "st_flags": 0}, None),
    ],
)
def test_files_kept_in_the_cloud_are_not_downloaded(
    tmp_path: Path, attributes: dict[str, int], code: Code | None
) -> None:
    path = tmp_path / "cloud.csv"
    path.write_bytes(b"a,b\n")
    real = path.stat()
    status = SimpleNamespace(st_mode=real.st_mode, st_size=4, **attributes)
    problem = dropped_file.obstacle(path, path.name, status)  # type: ignore[arg-type]  # other systems' fields
    assert (problem.code if problem else None) is code


def test_open_in_excel_is_told_from_not_allowed() -> None:
    in_use = PermissionError(errno.EACCES, "in use")
    in_use.winerror = 32  # type: ignore[attr-defined]  # Windows only
    assert why_unreadable(in_use, "a.csv").code is Code.IN_USE
    assert why_unreadable(PermissionError(errno.EACCES, "no"), "a.csv").code is Code.UNREADABLE
    assert why_unreadable(OSError(errno.EIO, "disk"), "a.csv").code is Code.READ_ERROR


def test_what_macos_keeps_private_is_told_from_what_a_files_mode_forbids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert why_unreadable(PermissionError(errno.EPERM, "not permitted"), "a.csv").code is Code.KEPT_PRIVATE
    assert why_unreadable(PermissionError(errno.EACCES, "denied"), "a.csv").code is Code.UNREADABLE


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows keeps others from opening a file")
def test_a_file_that_a_program_keeps_for_itself(tmp_path: Path) -> None:
    path = tmp_path / "march.csv"
    path.write_bytes(b"a,b\n")
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]  # Windows only
    kernel.CreateFileW.restype = ctypes.c_void_p
    read_and_write, shared_with_none, existing = 0xC000_0000, 0, 3
    handle = kernel.CreateFileW(str(path), read_and_write, shared_with_none, None, existing, 0, None)
    try:
        assert code_of(path) is Code.IN_USE
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
    assert code_of(path) is None
