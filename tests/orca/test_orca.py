"""Test the main job with keys alone, as Orca says it. Runs with `dev.py test --orca`: Orca needs many packages.

Orca 43 knows no announcements, which came with 45: what is announced is heard on the bus instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.servers.orca import MISSING, Orca, orca_listening_to
from tests.servers.screen_reader import Key

pytestmark = [
    pytest.mark.orca,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


@pytest.fixture
def orca(tmp_path: Path) -> Iterator[Orca]:
    """Give Orca on a desktop with practice just started."""
    with orca_listening_to(tmp_path / "home", "--practice") as listening:
        yield listening


def test_the_main_job_is_heard(orca: Orca) -> None:
    orca.tab_to("Try the sample files")
    orca.press(Key.SPACE)
    orca.hears("Files tree")
    orca.hears_announced("26 files added")
    orca.reader.find("push button", "Send 9 files")
    orca.press(Key.TAB)
    orca.hears("9 files ready to send")  # the summary
    orca.press(Key.SHIFT, Key.TAB)
    orca.hears("accounting-export.xls, ")  # the first row, in which the list is entered
    orca.press(Key.DOWN)
    orca.hears("day-book.xls, ")
    orca.press(Key.UP)
    orca.hears("accounting-export.xls, ")

    orca.press(Key.M)  # letters lead to rows, Enter opens the details of one
    orca.hears("march-ledger.csv, ")
    orca.press(Key.RETURN)
    orca.hears_announced("march-ledger.csv. Named .csv, but it's an Excel workbook (.xlsx). ")
    orca.press(Key.CONTROL, Key.RETURN)
    orca.hears_announced("7 files uploaded. 19 files need your attention")

    orca.tab_to("2 failed files can be retried")  # the summary, for those whose screen reader knows no announcements
    orca.tab_to("19 files need your attention")
    orca.press(Key.SPACE)
    orca.hears("Files tree", "march-ledger.csv, ")

    orca.press(Key.CONTROL, Key.SHIFT, Key.S)
    orca.hears_announced("march-ledger.xlsx: Uploaded ")
    orca.press(Key.DELETE)
    orca.hears_announced("1 file removed from the list. Press Ctrl+Z to undo.")

    orca.press(Key.P)
    orca.press(Key.R)
    orca.hears("provoke-406.csv, ")
    orca.press(Key.CONTROL, Key.R)
    orca.hears_announced("provoke-406.csv: Clear rejected this file")

    orca.press(Key.CONTROL, Key.H)
    orca.hears("History")
    orca.tab_to("Uploads")
    orca.press(Key.DOWN)
    orca.press(Key.UP)
    orca.hears("march-ledger.xlsx")  # what was sent last
    orca.press(Key.ESCAPE)
    orca.hears("LedgerDrop", "Files tree")
    assert "layered pane" not in orca.said


def test_of_a_token_bullets_are_heard_only(tmp_path: Path) -> None:
    with orca_listening_to(tmp_path / "home") as orca:
        orca.tab_to("Open Settings")
        orca.press(Key.SPACE)
        orca.tab_to("Account name")
        orca.press(Key.S)
        orca.hears("s")  # so what is typed is heard
        orca.reader.tab_to("text", "Access token")
        field, before = orca.reader.focused(), len(orca.said)
        assert field is not None
        for key in (Key.H, Key.M, Key.R):
            orca.press(key)
        orca.reader.until(lambda: len(orca.reader.text_of(field)) == 3)
        orca.press(Key.SHIFT, Key.TAB)
        orca.hears("Integration ID")
        words = {word for text in orca.said[before:] for word in text.lower().split()}
        assert "bullet" in words
        assert words.isdisjoint({"h", "m", "r", "hm", "hmr"})
