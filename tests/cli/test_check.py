"""Test `ledgerdrop check` as a process: what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.content.made import CSV, xlsx, zipped

KEYS = ["path", "verdict", "kind", "content_type", "mime", "code", "headline", "advice"]


def run(
    *arguments: str | bytes, stdin: bytes = b"", folder: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "ledgerdrop", "check", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=folder, check=False)


def objects(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def ledgers(tmp_path: Path) -> Path:
    (tmp_path / "good.csv").write_bytes(CSV)
    (tmp_path / "misnamed.xls").write_bytes(xlsx())
    (tmp_path / "empty.zip").write_bytes(zipped({}))
    return tmp_path


def test_one_object_a_line_in_the_order_given(ledgers: Path) -> None:
    done = run("--json", "misnamed.xls", "good.csv", "none.csv", "empty.zip", "good.csv", folder=ledgers)
    found = objects(done)
    assert [list(line) for line in found] == [KEYS] * 5
    assert [line["path"] for line in found] == ["misnamed.xls", "good.csv", "none.csv", "empty.zip", "good.csv"]
    assert [line["verdict"] for line in found] == ["reject", "accept", "reject", "warn", "accept"]
    assert [line["code"] for line in found] == ["name_differs", None, "missing", "empty_archive", None]
    assert done.returncode == 1
    good = found[1]
    assert (good["kind"], good["content_type"]) == ("csv", "text/csv")
    assert good["mime"].startswith("text/")
    assert good["headline"] is good["advice"] is None
    assert found[0]["kind"] == "xlsx"
    assert "misnamed.xlsx" in found[0]["advice"]
    assert found[2]["mime"] is found[2]["kind"] is found[2]["content_type"] is None


def test_a_warning_is_no_failure(ledgers: Path) -> None:
    assert run("--json", "good.csv", "empty.zip", folder=ledgers).returncode == 0


def test_a_folder_is_rejected_and_says_so_where_nothing_is_in_it(ledgers: Path) -> None:
    (ledgers / "april" / "below").mkdir(parents=True)
    (ledgers / "april" / "below" / "~$march.xlsx").touch()
    done = run("--json", "april", ".", folder=ledgers)
    empty, full = objects(done)
    assert (empty["verdict"], empty["code"], empty["headline"]) == ("reject", "empty_folder", "This folder is empty")
    assert (full["verdict"], full["code"]) == ("reject", "folder")
    assert done.returncode == 1


def test_a_listing_to_read(ledgers: Path) -> None:
    done = run("good.csv", "misnamed.xls", folder=ledgers)
    lines = done.stdout.decode().splitlines()
    assert lines[0].split() == ["accept", "good.csv"]
    assert lines[1].split() == ["reject", "misnamed.xls"]
    assert "an Excel workbook (.xlsx)" in lines[2]
    assert done.returncode == 1


def test_paths_from_a_list(ledgers: Path) -> None:
    paths = [ledgers / "good.csv", ledgers / "empty.zip"]
    listed = "".join(f"{path}\n" for path in paths).encode()
    (ledgers / "list.txt").write_bytes(listed + b"\n")
    by_file = run("--json", "--files-from", str(ledgers / "list.txt"))
    by_pipe = run("--json", "--files-from", "-", stdin=b"\xef\xbb\xbf" + listed)
    assert [line["path"] for line in objects(by_file)] == [str(path) for path in paths]
    assert by_file.stdout == by_pipe.stdout
    together = run("--json", "misnamed.xls", "--files-from", "list.txt", folder=ledgers)
    assert [line["verdict"] for line in objects(together)] == ["reject", "accept", "warn"]


def test_a_list_from_windows_is_read_anywhere(ledgers: Path) -> None:
    listed = b"\xef\xbb\xbfgood.csv\r\n\r\nempty.zip\r\n"
    done = run("--json", "--files-from", "-", stdin=listed, folder=ledgers)
    assert [(line["path"], line["verdict"]) for line in objects(done)] == [
        ("good.csv", "accept"),
        ("empty.zip", "warn"),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8"])
def test_a_list_in_the_encodings_and_quotes_of_windows(ledgers: Path, encoding: str) -> None:
    (ledgers / "मार्च one.csv").write_bytes(CSV)
    listed = '"good.csv"\r\n"मार्च one.csv"\r\nempty.zip\r\n'.encode(encoding)
    done = run("--json", "--files-from", "-", stdin=listed, folder=ledgers)
    assert [line["path"] for line in objects(done)] == ["good.csv", "मार्च one.csv", "empty.zip"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_quotes_may_be_part_of_a_name(ledgers: Path) -> None:
    (ledgers / '"a.csv"').write_bytes(CSV)
    (line,) = objects(run("--json", "--files-from", "-", stdin=b'"a.csv"\n', folder=ledgers))
    assert line["path"] == '"a.csv"'


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_with_control_characters(ledgers: Path) -> None:
    name = "two\nlines\x1b[2J.csv\r"
    (ledgers / name).write_bytes(CSV)
    (line,) = objects(run("--json", name, folder=ledgers))
    assert line["path"] == name
    (ledgers / "a.csv\r").write_bytes(CSV)
    (listed,) = objects(run("--json", "--files-from", "-", stdin=b"a.csv\r\n", folder=ledgers))
    assert listed["path"] == "a.csv\r"
    assert run(name, folder=ledgers).stdout.splitlines()[0] == rb"reject  two\nlines\x1b[2J.csv\r"


def test_many_files_keep_their_order(ledgers: Path) -> None:
    names = [f"{number}.csv" for number in range(300)]
    for name in names[::2]:
        (ledgers / name).write_bytes(CSV)
    done = run("--json", "--files-from", "-", stdin="\n".join(names).encode(), folder=ledgers)
    assert [line["path"] for line in objects(done)] == names
    assert [line["verdict"] for line in objects(done)] == ["accept", "reject"] * 150


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_names_that_are_no_text(ledgers: Path) -> None:
    name = b"m\xe4rz\xff.csv"
    Path(os.fsdecode(ledgers / os.fsdecode(name))).write_bytes(CSV)
    (line,) = objects(run("--json", name, folder=ledgers))
    assert os.fsencode(line["path"]) == name
    assert line["verdict"] == "accept"
    done = run("--files-from", "-", stdin=name + b"\n", folder=ledgers)
    assert done.returncode == 0
    assert done.stdout.startswith(b"accept")


@pytest.mark.parametrize("arguments", [[], ["--no-such-option", "a.csv"], ["--files-from", "none.txt"], ["--json"]])
def test_a_wrong_call(tmp_path: Path, arguments: list[str]) -> None:
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_a_reader_that_has_seen_enough(ledgers: Path) -> None:
    listed = b"good.csv\n" * 5000
    (ledgers / "list.txt").write_bytes(listed)
    command = [sys.executable, "-m", "ledgerdrop", "check", "--json", "--files-from", "list.txt"]
    with subprocess.Popen(command, cwd=ledgers, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["verdict"] == "accept"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_answers_come_while_the_list_is_still_being_written(ledgers: Path) -> None:
    command = [sys.executable, "-m", "ledgerdrop", "check", "--json", "--files-from", "-"]
    with subprocess.Popen(command, cwd=ledgers, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(3):
            process.stdin.write(b"good.csv\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["verdict"] == "accept"
        process.stdin.close()
        assert process.wait() == 0


def test_it_needs_no_window(ledgers: Path) -> None:
    program = (
        "import sys\n"
        "from ledgerdrop.__main__ import main\n"
        "main(['check', '--json', 'good.csv', 'misnamed.xls'])\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ledgers, check=True, stdout=subprocess.PIPE)
