from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.runtime.locations import HOME_VARIABLE, Locations, locations, private_folder
from ledgerdrop.store.journal import open_journal
from ledgerdrop.store.settings_file import change, load

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
    assert private_folder(new) is None
    assert mode(new) == 0o700
    open_one = tmp_path / "open"
    open_one.mkdir()
    open_one.chmod(0o755)
    assert private_folder(open_one) is None
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


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root can give a folder away")
@pytest.mark.parametrize("practice", [False, True])
def test_a_home_of_another_user_is_not_used(tmp_path: Path, practice: bool) -> None:
    """LEDGERDROP_HOME may lead to a folder whose owner can put other folders in the place of ours."""
    theirs = tmp_path / "theirs"
    theirs.mkdir(mode=0o777)
    os.chown(theirs, 65534, -1)
    places = locations(practice=practice, environ={"LEDGERDROP_HOME": str(theirs)})
    for place in (places.settings, places.data, places.logs, places.cache):
        assert isinstance(private_folder(place), Problem)
        place.mkdir(mode=0o700, parents=True, exist_ok=True)  # ours, in a folder of theirs
        assert isinstance(private_folder(place), Problem)
    _, told = open_journal(places.data / "journal.sqlite3")
    assert told is not None
    assert told.code is Code.JOURNAL_UNWRITABLE
    assert list(places.data.iterdir()) == []
    loaded = load(places.settings)
    assert (loaded.settings, loaded.problem) == (Settings(), None)
    (places.settings / "settings.json").write_text('{"version": 1, "jobs": 2}')
    loaded = load(places.settings)
    assert loaded.settings == Settings()
    assert loaded.problem is not None
    assert loaded.problem.code is Code.SETTINGS_UNREADABLE


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root can give a file away")
def test_a_journal_or_settings_of_another_user_are_not_used(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    journal, problem = open_journal(path)
    journal.close()
    assert problem is None
    (tmp_path / "settings.json").write_text('{"version": 1, "jobs": 2}')
    for name in ("journal.sqlite3", "settings.json"):
        os.chown(tmp_path / name, 65534, -1)
    before = path.read_bytes()
    journal, problem = open_journal(path)
    journal.close()
    assert problem is not None
    assert problem.code is Code.JOURNAL_UNWRITABLE
    assert path.read_bytes() == before
    changed = change(tmp_path, lambda settings: replace(settings, uploads_at_once=3))
    assert not changed.written
    assert changed.problem is not None
    assert changed.problem.code is Code.SETTINGS_UNREADABLE
