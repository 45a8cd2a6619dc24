"""Test that where a file comes from is seen in its row, and found by the search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.screens import states
from tests.screens.states import FOLDER, SANDBOX, Scene, entry

from ledgerdrop.model.transfers import State
from ledgerdrop.ui.text import wording

Show = Callable[[Scene], Scene]


def test_a_row_names_its_folders_from_the_dropped_one_on() -> None:
    dropped = Path("/books/Month end")
    assert wording.whereabouts(dropped / "Sharma" / "April" / "a.csv", dropped) == str(Path("Month end/Sharma/April"))
    assert wording.whereabouts(dropped / "a.csv", dropped) == "Month end"
    assert wording.whereabouts(dropped / "Sharma" / "a.csv") == "Sharma"
    assert wording.whereabouts(Path("/elsewhere/a.csv"), dropped) == "elsewhere"


def test_the_search_looks_at_folders_and_counts_its_hits(show: Show) -> None:
    scene = states.set_scene(SANDBOX)
    places = (FOLDER / "Sharma" / "a.csv", FOLDER / "Sharma" / "April" / "b.csv", FOLDER / "Gulf" / "sharma.csv")
    scene.queue.put([entry(number, path.name, State.READY, SANDBOX, path=path) for number, path in enumerate(places)])
    workspace = show(scene).window.workspace
    assert not workspace.hits.isVisible()
    workspace.search.setText("SHARMA")
    assert workspace.list.filter.rowCount() == 3
    assert workspace.hits.text() == "3 files"
    workspace.search.setText("gulf")
    assert workspace.list.filter.rowCount() == 1
    assert workspace.hits.isVisible()
    assert workspace.hits.text() == "1 of 3 files"
    workspace.search.setText(Path.home().name)  # which is above all of them
    assert workspace.list.filter.rowCount() == 0
    workspace.search.clear()
    assert not workspace.hits.isVisible()
