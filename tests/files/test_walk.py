"""Test that dropped folders become the files in them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ledgerdrop.files.dropped_file import FoundFiles, find_files
from ledgerdrop.runtime.cancel import Cancelled, CancelToken


def touched(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def names_in(folder: Path, found: FoundFiles) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in found.files]


def test_files_come_in_the_order_a_person_expects(tmp_path: Path) -> None:
    touched(tmp_path, "b10.csv", "b2.csv", "A.csv", "sub/1.csv", "Sub2/x/deep.zip", "x².csv")
    found = find_files([tmp_path], CancelToken())
    assert names_in(tmp_path, found) == ["A.csv", "b2.csv", "b10.csv", "x².csv", "sub/1.csv", "Sub2/x/deep.zip"]
    assert found.skipped == 0


def test_what_nobody_meant_to_send_is_counted_only(tmp_path: Path) -> None:
    touched(tmp_path, "~$march.xlsx", ".~lock.march.ods#", ".hidden.csv", ".git/x.csv", "Thumbs.db", "desktop.ini")
    touched(tmp_path, ".DS_Store", "__MACOSX/march.csv", "march.csv")
    found = find_files([tmp_path], CancelToken())
    assert names_in(tmp_path, found) == ["march.csv"]
    assert found.skipped == 8


def test_what_was_dropped_itself_is_never_left_out(tmp_path: Path) -> None:
    touched(tmp_path, "~$march.xlsx", ".hidden.csv")
    dropped = [tmp_path / "~$march.xlsx", tmp_path / "none.csv", tmp_path / ".hidden.csv"]
    assert find_files(dropped, CancelToken()) == FoundFiles(tuple(dropped), 0)


def test_links_make_no_loops(tmp_path: Path) -> None:
    touched(tmp_path, "books/a.csv")
    try:
        (tmp_path / "books" / "again").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "books" / "link.csv").symlink_to(tmp_path / "books" / "a.csv")
    except OSError:
        pytest.skip("this user may not make links here")
    assert names_in(tmp_path, find_files([tmp_path], CancelToken())) == ["books/a.csv", "books/link.csv"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_not_lost(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    assert find_files([tmp_path], CancelToken()).files == (locked,)


def test_it_can_be_stopped(tmp_path: Path) -> None:
    touched(tmp_path, "a.csv")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        find_files([tmp_path], cancel)
