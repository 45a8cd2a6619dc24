"""Test that we accept what the usual libraries write, and that our bounded readers see what unbounded ones see."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import olefile
import openpyxl
import pytest
import python_calamine
import xlrd
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from tests.content.corpus import needs_corpus, rows
from tests.content.made import in_a_word, verdict_on, xls, xlsx, zipped
from tests.variants import mostly_long

from ledgerdrop.content.ole_file import SIGNATURE, Compound, DamagedCompoundError
from ledgerdrop.content.plain_text import decode, identify_lines
from ledgerdrop.content.zip_directory import DamagedArchiveError, read_archive
from ledgerdrop.files.reader import Source
from ledgerdrop.runtime.cancel import CancelToken

cells = st.one_of(
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=30),
)
tables = st.lists(st.lists(cells, min_size=1, max_size=8), min_size=1, max_size=20)
names = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)
generated = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def source_of(content: bytes) -> Source:
    return Source(io.BytesIO(content), len(content), CancelToken())


@generated
@given(tables)
def test_xlsx(tmp_path: Path, table: list[list[object]]) -> None:
    content = xlsx(table)
    openpyxl.load_workbook(io.BytesIO(content), read_only=True).close()
    assert in_a_word(verdict_on(content, "a.xlsx", tmp_path)) == "accept"


@generated
@given(tables)
def test_xls(tmp_path: Path, table: list[list[object]]) -> None:
    content = xls(table)
    assert xlrd.open_workbook(file_contents=content).nsheets == 1
    python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).close()
    assert in_a_word(verdict_on(content, "a.xls", tmp_path)) == "accept"


@generated
@given(
    st.dictionaries(names.map("ledgers {}".format), st.binary(max_size=200), min_size=1, max_size=20),
    st.binary(max_size=300),
)
def test_zip(tmp_path: Path, members: dict[str, bytes], comment: bytes) -> None:
    buffer = io.BytesIO(zipped(members))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = comment
    try:
        with zipfile.ZipFile(buffer) as archive:
            assert archive.testzip() is None
    except zipfile.BadZipFile:
        reject()  # it does not open all that it writes: a comment may hold what looks like the end of an archive
    expected = "accept" if any(members.values()) else "warn nothing_in_archive"
    assert in_a_word(verdict_on(buffer.getvalue(), "a.zip", tmp_path)) == expected


@pytest.mark.parametrize("delimiter", mostly_long([",", ";", "\t", "|"], lambda delimiter: delimiter == ";"))
@settings(parent=generated, max_examples=50)
@given(table=st.integers(2, 6).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=2)))
def test_csv(tmp_path: Path, delimiter: str, table: list[list[object]]) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow([f"column {number}" for number in range(len(table[0]))])
    writer.writerows(table)
    assert in_a_word(verdict_on(buffer.getvalue().encode(), "a.csv", tmp_path)) == "accept"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-16")))
def test_any_bytes_have_a_shape_or_none(head: bytes) -> None:
    text = decode(head)
    if text is not None:
        assert identify_lines(text.content).kind in {"csv", "blank"}
        assert "\0" not in text.content


@needs_corpus
def test_our_reader_sees_the_members_that_zipfile_sees() -> None:
    compared = 0
    for path in sorted({row.path for row in rows()}):
        raw = path.read_bytes()
        if not raw.startswith(b"PK\x03\x04"):
            continue
        try:
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                theirs = [info.header_offset for info in archive.infolist()]
        except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError):
            continue
        try:
            ours = [member.offset for member in read_archive(source_of(raw)).members]
        except DamagedArchiveError:
            continue  # zipfile does not look whether members lie in the file
        assert ours == theirs, path.name
        compared += 1
    assert compared > 500


@needs_corpus
def test_our_reader_sees_the_streams_that_olefile_sees() -> None:
    compared = 0
    for path in sorted({row.path for row in rows()}):
        raw = path.read_bytes()
        if not raw.startswith(SIGNATURE):
            continue
        try:
            with olefile.OleFileIO(io.BytesIO(raw)) as ole:
                names = [entry[0] for entry in ole.listdir() if len(entry) == 1]
                theirs = {name.lower(): ole.openstream(name).read(5000) for name in names}
        except OSError:
            continue
        try:
            book = Compound(source_of(raw))
            ours = book.streams()
            contents = {name: book.read(ours[name], 5000) for name in theirs}
        except DamagedCompoundError:
            continue
        assert contents == theirs, path.name
        compared += 1
    assert compared > 90
