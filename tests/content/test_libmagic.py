"""Test that libmagic is asked safely: with bytes, at first use, one handle a thread."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.content.made import CSV, xls, xlsx, zipped

from ledgerdrop.content import libmagic


def test_it_knows_the_usual_kinds() -> None:
    assert libmagic.mime_type(b"%PDF-1.7\n%...") == "application/pdf"
    assert libmagic.mime_type(xls()) == "application/vnd.ms-excel"
    assert libmagic.mime_type(b"") in {"inode/x-empty", "application/x-empty"}


def test_many_threads_get_the_answers_that_one_gets() -> None:
    heads = [
        CSV,
        xlsx(),
        xls(),
        zipped({"a.csv": CSV}),
        b"%PDF-1.7\n",
        b"GIF89a\1\0\1\0",
        b"<html><body>",
        b"{}",
    ] * 50
    alone = [libmagic.mime_type(head) for head in heads]
    together = threading.Barrier(8)
    with ThreadPoolExecutor(8, initializer=together.wait) as pool:
        for _ in range(5):
            assert list(pool.map(libmagic.mime_type, heads)) == alone


def test_it_is_loaded_only_when_it_is_asked() -> None:
    program = (
        "import sys\n"
        "import ledgerdrop.content.check, ledgerdrop.cli.check\n"
        "assert 'magic' not in sys.modules\n"
        "from ledgerdrop.content.libmagic import mime_type\n"
        "mime_type(b'x')\n"
        "assert 'magic' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_library_in_use_is_named() -> None:
    library = libmagic.library_in_use()
    assert library.version.startswith("5.")
    assert "magic" in library.library


def test_on_windows_only_the_library_of_the_wheel_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "magic" / "__init__.py"
    package.parent.mkdir()
    package.write_text("raise AssertionError('it was imported')")
    (tmp_path / "libmagic.dll").write_bytes(b"planted")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "magic", raising=False)
    monkeypatch.setattr(libmagic, "sys", SimpleNamespace(platform="win32"))
    with pytest.raises(ImportError, match="not installed"):
        libmagic._magic.__wrapped__()  # noqa: SLF001 - past the cache: this process has loaded the real one


@pytest.mark.skipif(sys.platform != "linux", reason="takes the system's library")
def test_a_library_beside_the_module_is_loaded_without_a_search(tmp_path: Path) -> None:
    package = tmp_path / "magic"
    package.mkdir()
    (package / "__init__.py").write_text("from . import loader\nlibmagic = loader.load_lib()\n")
    (package / "loader.py").write_text("raise AssertionError('it searched')")
    (package / "libmagic.so.1").symlink_to(libmagic.library_in_use().library)
    program = "from ledgerdrop.content import libmagic; print(libmagic._magic().libmagic._name)"
    path = os.pathsep.join([str(tmp_path), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": path}, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == str(package / "libmagic.so.1")
