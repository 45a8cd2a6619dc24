"""Test that what is kept between builds is whole, and made again when its sources change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kept import kept


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEDGERDROP_BUILD_CACHE", str(tmp_path / "shelf"))
    return tmp_path / "shelf"


def test_it_is_made_once_for_the_same_and_anew_for_another() -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "thing").write_text(str(len(made)))

    first = kept("tool", ["1"], make)
    assert kept("tool", ["1"], make) == first
    second = kept("tool", ["2"], make)
    assert (second / "thing").read_text() == "2"
    assert (first / "thing").read_text() == "1"


def test_what_nobody_used_for_long_is_removed(shelf: Path) -> None:
    old, young = (kept("tool", [number], Path.exists) for number in "12")
    os.utime(old, (0, 0))
    kept("tool", ["3"], Path.exists)
    assert not old.exists()
    assert young.exists()
    assert len(list(shelf.iterdir())) == 2


def test_nothing_half_made_is_kept(shelf: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_text("")
        raise OSError("the network is gone")

    with pytest.raises(OSError, match="network"):
        kept("tool", ["1"], fail)
    assert list(shelf.iterdir()) == []
