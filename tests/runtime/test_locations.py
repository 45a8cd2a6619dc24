from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.locations import HOME_VARIABLE, Locations, locations, private_folder

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has access lists instead of modes")


def folders(places: Locations) -> set[Path]:
    return {places.settings, places.data, places.logs, places.cache}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_one_variable_puts_everything_under_one_folder(tmp_path: Path) -> None:
    places = locations(environ={HOME_VARIABLE: str(tmp_path)})
    assert {folder.parent for folder in folders(places)} == {tmp_path}
    assert len(folders(places)) == 4


def test_practice_shares_no_folder_with_the_real_thing() -> None:
    for environ in ({}, {HOME_VARIABLE: "home"}):
        assert not folders(locations(environ=environ)) & folders(locations(practice=True, environ=environ))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="each platform has its own places")
def test_linux_keeps_to_the_xdg_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    places = locations(environ={})
    assert places.settings == tmp_path / "CONFIG" / "ledgerdrop"
    assert places.data == tmp_path / "DATA" / "ledgerdrop"
    assert tmp_path / "STATE" / "ledgerdrop" in (places.logs, *places.logs.parents)
    assert places.cache == tmp_path / "CACHE" / "ledgerdrop"


@posix
def test_a_folder_is_closed_to_other_users(tmp_path: Path) -> None:
    new = tmp_path / "a" / "b"
    assert private_folder(new) == new
    assert mode(new) == 0o700
    open_one = tmp_path / "open"
    open_one.mkdir()
    open_one.chmod(0o755)
    assert private_folder(open_one) == open_one
    assert mode(open_one) == 0o700


def test_a_file_in_the_way_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    problem = private_folder(tmp_path / "file" / "folder")
    assert isinstance(problem, Problem)
    assert problem.code is Code.FOLDER_UNWRITABLE
    assert str(tmp_path) in problem.advice


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_not_used(tmp_path: Path) -> None:
    """Another user may have made it first, in a shared place, to read along."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    os.chown(theirs, 65534, -1)
    problem = private_folder(theirs)
    assert isinstance(problem, Problem)
    assert "another user" in problem.detail
