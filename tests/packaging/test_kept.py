"""What is kept between builds is whole, and made anew when what it was made from changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kept import kept


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEDGERDROP_BUILD_CACHE", str(tmp_path / "shelf"))
    return tmp_path / "shelf"


def test_it_is_made_once_for_the_same_and_anew_for_another(shelf: Path) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "thing").write_text(str(len(made)))

    first = kept("tool", ["1"], make)
    assert kept("tool", ["1"], make) == first
    second = kept("tool", ["2"], make)
    assert (second / "thing").read_text() == "2"
    assert [path.name for path in shelf.iterdir()] == [second.name]


def test_nothing_half_made_is_kept(shelf: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_text("")
        raise OSError("the network is gone")

    with pytest.raises(OSError, match="network"):
        kept("tool", ["1"], fail)
    assert list(shelf.iterdir()) == []
