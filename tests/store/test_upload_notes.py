"""Test the notes of uploads, which any number of processes share: what is noted is there for all, or not noted."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import Activity
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.store.upload_notes import NAME, UploadNotes

UPLOADED = Uploaded("half \ud83d.csv", 20, "5e" * 32, "etag", "https://storage.example/a", 200, 1e9, 1.5)


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[UploadNotes]:
    opened = UploadNotes(tmp_path)
    yield opened
    opened.close()


def _noted(notes: UploadNotes) -> list[int]:
    ids = notes.note_request("sales", [UPLOADED])
    assert not isinstance(ids, Problem), ids
    return ids


def test_a_url_belongs_to_one_file_in_all_processes(notes: UploadNotes, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from ledgerdrop.store.upload_notes import UploadNotes\n"
        "print(UploadNotes(Path(sys.argv[1])).claim('url', sys.argv[2]))"
    )
    assert notes.claim("url", "one")
    for owner, expected in (("one", "True"), ("other", "False")):
        words = [sys.executable, "-c", program, str(tmp_path), owner]
        assert subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip() == expected


def test_storage_that_gave_an_etag_is_known_to_the_next_run(notes: UploadNotes, tmp_path: Path) -> None:
    assert not notes.gives_etags("storage.example:443")
    notes.note_etag("storage.example:443")
    notes.close()
    again = UploadNotes(tmp_path)
    assert again.gives_etags("storage.example:443")
    again.close()


def test_a_request_is_unconfirmed_until_its_end_is_noted(notes: UploadNotes) -> None:
    assert not notes.knows_size("sales", 20)
    ids = _noted(notes)
    assert notes.knows_size("sales", 20)
    assert notes.earlier("sales", UPLOADED.sha256) == (UPLOADED, None)
    assert notes.earlier("purchase", UPLOADED.sha256) is None
    assert notes.note_activity(ids, Activity("task-1", 1e9)) is None
    assert notes.earlier("sales", UPLOADED.sha256) == (UPLOADED, Activity("task-1", 1e9))
    assert notes.forget_activity("task-1") is None
    assert notes.earlier("sales", UPLOADED.sha256) is None
    assert notes.forget_requests(_noted(notes)) is None
    assert notes.earlier("sales", UPLOADED.sha256) is None


def test_of_two_runs_at_once_only_one_may_ask(notes: UploadNotes, tmp_path: Path) -> None:
    other = UploadNotes(tmp_path)
    for one in (notes, other):
        assert one.earlier("sales", UPLOADED.sha256) is None, "neither knows of the other's"
    _noted(notes)
    problem = other.note_request("sales", [UPLOADED])
    assert isinstance(problem, Problem)
    assert problem.code is Code.INGEST_UNCONFIRMED
    assert isinstance(other.note_request("purchase", [UPLOADED]), list)
    assert isinstance(other.note_request("sales", [UPLOADED], again=True), list)
    other.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows lets nobody remove an open file")
@pytest.mark.parametrize("gone", [NAME, f"{NAME}-wal"])
def test_what_was_removed_under_us_satisfies_nothing(notes: UploadNotes, tmp_path: Path, gone: str) -> None:
    _noted(notes)
    (tmp_path / gone).unlink()
    problem = notes.note_request("sales", [UPLOADED])
    assert isinstance(problem, Problem)
    assert problem.code is Code.NOT_NOTED


@pytest.mark.skipif(os.name != "posix", reason="as above")
def test_what_was_replaced_under_us_satisfies_nothing(notes: UploadNotes, tmp_path: Path) -> None:
    _noted(notes)
    other = tmp_path / "other"
    other.write_bytes((tmp_path / NAME).read_bytes())
    other.replace(tmp_path / NAME)
    assert isinstance(notes.note_request("sales", [UPLOADED]), Problem)


def test_without_a_file_only_requests_are_refused(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / NAME).write_bytes(b"no database" * 1000)
    notes = UploadNotes(tmp_path)
    assert notes.claim("url", "one")
    assert not notes.claim("url", "other")
    notes.note_etag("storage.example:443")
    assert notes.gives_etags("storage.example:443")
    assert notes.knows_size("sales", 20), "nobody knows what it held"
    for problem in (notes.earlier("sales", UPLOADED.sha256), notes.note_request("sales", [UPLOADED])):
        assert isinstance(problem, Problem)
        assert problem.code is Code.NOTES_DAMAGED
        assert problem.params == {"path": str(tmp_path / NAME)}
    assert "cannot be used" in caplog.text
    notes.close()
    assert (tmp_path / NAME).read_bytes() == b"no database" * 1000


@pytest.mark.parametrize(
    "statement",
    ["UPDATE requests SET upload = '{'", "UPDATE requests SET upload = '{}'", "DROP TABLE requests"],
)
def test_what_cannot_be_read_is_not_taken_for_nothing(
    notes: UploadNotes, tmp_path: Path, statement: str, caplog: pytest.LogCaptureFixture
) -> None:
    _noted(notes)
    with closing(sqlite3.connect(tmp_path / NAME)) as other, other:
        other.execute(statement)
    assert notes.knows_size("sales", 20)
    assert isinstance(notes.earlier("sales", UPLOADED.sha256), Problem)
    assert "cannot be used" in caplog.text


def test_a_damaged_page_is_found_when_it_is_opened(
    notes: UploadNotes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(200):
        assert isinstance(notes.note_request("sales", [UPLOADED], again=True), list)
    notes.close()
    with (tmp_path / NAME).open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom((tmp_path / NAME).stat().st_size - 4096))
    assert notes.knows_size("sales", 20)
    problem = notes.earlier("sales", UPLOADED.sha256)
    assert isinstance(problem, Problem)
    assert problem.code is Code.NOTES_DAMAGED
    assert "cannot be used" in caplog.text


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_no_other_user_can_read_it(notes: UploadNotes, tmp_path: Path) -> None:
    _noted(notes)
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600
