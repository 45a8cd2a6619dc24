"""Test the main job with keys alone, read back from the accessibility tree as a screen reader has it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("AT-SPI is Linux's", allow_module_level=True)

from tests.servers.screen_reader import MISSING, Key, ScreenReader, listening_to

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[ScreenReader]:
    """Give a screen reader with practice just started."""
    with listening_to(tmp_path / "home", "--practice") as reading:
        yield reading


def listed(reader: ScreenReader) -> dict[str, list[str]]:
    """Return the rows by name: size, what is happening, what can be done."""
    return {row[0].split(", ")[0]: row[1:] for row in reader.rows(reader.find("tree", "Files"))}


def checked(reader: ScreenReader) -> dict[str, list[str]] | None:
    """Return the rows, once all are checked."""
    rows = listed(reader)
    return None if any("Checking" in row[1] for row in rows.values()) else rows


def test_the_main_job_with_keys_alone(reader: ScreenReader, tmp_path: Path) -> None:
    """Add, fix one file, send, read what became of it; and quit, after which it is known where the window stood."""
    reader.tab_to("push button", "Try the sample files")
    reader.press(Key.SPACE)
    reader.until(lambda: "26 files added" in reader.heard)
    reader.find("push button", "Send ")
    rows = reader.until(lambda: checked(reader))
    assert rows["march-ledger.csv"][1].startswith("Named .csv, but it's an Excel workbook (.xlsx). ")
    assert rows["march-ledger.csv"][2].startswith("Send as march-ledger.xlsx")
    assert rows["purchase-register-april.csv"][1] == "Ready to send"
    assert rows["purchase-register-april.csv"][0].lower().endswith("kb")

    reader.tab_to("tree", "Files")
    for key in (Key.M, Key.A, Key.R, Key.RETURN):  # the letters lead to the row, Enter opens its details
        reader.press(key)
    reader.find("label", "Named .csv")
    reader.press(Key.CONTROL, Key.SHIFT, Key.S)
    reader.until(lambda: listed(reader).get("march-ledger.xlsx", ["", ""])[1].startswith("Uploaded "))

    reader.press(Key.CONTROL, Key.RETURN)
    reader.until(lambda: any("uploaded" in text for text in reader.heard))
    rows = listed(reader)
    assert rows["purchase-register-april.csv"][1].startswith("Uploaded ")
    assert rows["provoke-406.csv"][1].startswith("Clear rejected this file")
    assert reader.find("push button", "18 files need your attention")
    assert [name for name, row in rows.items() if not all(row)] == []

    reader.press(Key.CONTROL, Key.H)
    reader.find("dialog", "History")
    reader.find("label", "8 uploads")
    reader.tab_to("table", "Uploads")
    reader.press(Key.SPACE)
    reader.tab_to("push button", "Copy receipt")
    reader.press(Key.SPACE)
    reader.until(lambda: "Copied" in reader.heard)
    reader.press(Key.ESCAPE)
    reader.until(lambda: all(part.role != "dialog" for part in reader.parts()))
    reader.until(reader.focused)

    reader.press(Key.CONTROL, Key.Q)
    settings = tmp_path / "home" / "data" / "settings" / "practice" / "settings.json"
    reader.until(lambda: json.loads(settings.read_text(encoding="utf-8"))["placement"])


def test_all_that_tab_leads_to_has_a_name_and_the_history_opens_and_closes(reader: ScreenReader) -> None:
    reader.tab_to("push button", "Try the sample files")
    reader.press(Key.SPACE)
    reader.find("tree", "Files")
    reader.until(lambda: any(part.name.startswith("Send ") for part in reader.parts()))  # all are checked
    first = reader.focused()
    assert first is not None
    reached = [first]
    while True:
        reader.press(Key.TAB)
        here = reader.until(lambda: reader.moved_from(reached[-1]))
        if here == first:
            break
        reached.append(here)
    assert len(reached) >= 8
    assert [part for part in reached if not part.name or part.role in ("unknown", "filler", "panel")] == []

    reader.press(Key.CONTROL, Key.H)
    reader.find("dialog", "History")
    reader.find("label", "0 uploads")
    reader.press(Key.ESCAPE)
    reader.until(lambda: all(part.role != "dialog" for part in reader.parts()))


def test_a_token_is_not_on_the_bus_while_it_is_typed(tmp_path: Path) -> None:
    with listening_to(tmp_path / "home") as reader:
        reader.tab_to("push button", "Open Settings")
        reader.press(Key.SPACE)
        reader.listen_to_texts()
        reader.tab_to("text", "Account name")
        for key in (Key.S, Key.A):
            reader.press(key)
        reader.until(lambda: {"s", "a"} <= {*reader.texts})  # so typing is heard
        reader.tab_to("text", "Access token")
        field = reader.focused()
        assert field is not None
        heard_before = len(reader.texts)
        for key in (Key.H, Key.M, Key.R):
            reader.press(key)
        reader.until(lambda: len(reader.text_of(field)) == 3)
        reader.until(lambda: len(reader.texts) > heard_before)
        assert {*"".join(reader.texts[heard_before:]), *reader.text_of(field)} <= {"\u2022", "\u25cf", "*"}
