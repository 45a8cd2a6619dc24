"""Test `ledgerdrop inspect`, as a script calls it."""

import json
import subprocess
import sys
from pathlib import Path

from ledgerdrop import resources
from ledgerdrop.model.inspection import NoteKind, as_json, from_json

SAMPLES = resources.path("samples")


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ledgerdrop", "inspect", *map(str, words)]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def test_tells_people_what_is_inside() -> None:
    said = run(SAMPLES / "purchase-register-april.csv", SAMPLES / "sales-first-quarter.zip")
    assert said.returncode == 0
    lines = said.stdout.splitlines()
    assert lines[0].endswith("purchase-register-april.csv: csv, utf-8-sig, commas, 40 rows, 9 columns")
    assert lines[1] == "  total  E Taxable Value: 17,65,119.60 (40 numbers, 1,797.95 to 92,769.51)"
    assert "  member sales-april.csv: 1969 bytes" in lines


def test_tells_programs_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,a\n1,2\n", encoding="ascii")
    said = run("--json", path, tmp_path / "gone.csv")
    assert said.returncode == 1
    found, gone = map(json.loads, said.stdout.splitlines())
    assert (found["path"], found["kind"], found["row_count"], found["column_count"]) == (str(path), "csv", 1, 2)
    assert found["columns"][0]["total"] == {
        "sum": "1", "count": 1, "least": "1", "greatest": "1", "others": 0, "grouping": "",
    }  # fmt: skip
    assert [(note["kind"], note["text"]) for note in found["notes"]] == [
        ("SAME_NAME", "Columns A and B have the same name, “a”")
    ]
    assert (gone["unreadable"], found["unreadable"], found["reason"]) == ("MISSING", None, None)


def test_what_crosses_the_pipe_arrives_whole() -> None:
    said = json.loads(run("--json", SAMPLES / "purchase-register-may.xlsx").stdout)
    notes = [{key: note[key] for key in ("kind", "row", "column", "params")} for note in said["notes"]]
    passed = {**said, "notes": notes}
    del passed["path"], passed["reason"]
    assert json.loads(json.dumps(as_json(from_json(passed)))) == passed


def test_a_wrong_call_is_told() -> None:
    assert run().returncode == 2


def test_every_note_says_where_with_parameters_that_it_gets() -> None:
    assert all(kind.value and not kind.value.endswith(".") for kind in NoteKind)
