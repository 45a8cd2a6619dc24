"""Test that a hole in a text is noticed wherever the blocks are cut, and while the text is read for an upload."""

from __future__ import annotations

import io
from contextlib import nullcontext
from pathlib import Path

import pytest

from ledgerdrop.files.dropped_file import examine
from ledgerdrop.files.reader import HOLE, FileReader, FileTroubleError
from ledgerdrop.model.files import DroppedFile
from ledgerdrop.model.problems import Code
from ledgerdrop.runtime.cancel import CancelToken

ROWS = b"1,Ravi,100\n" * 200_000  # more than two blocks of the reader


@pytest.mark.parametrize("size", [1, 7, 511, 512, 513, 4096])
@pytest.mark.parametrize(("zeros", "found"), [(len(HOLE), True), (len(HOLE) - 1, False), (0, False)])
def test_blocks_may_be_cut_anywhere(tmp_path: Path, size: int, zeros: int, found: bool) -> None:
    class Short(io.FileIO):
        def read(self, wanted: int | None = -1, /) -> bytes:
            return super().read(min(wanted or 0, size))

    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" * 100 + bytes(zeros) + b"c,d\n" + bytes(100) + b"e")
    file = examine(path)
    assert isinstance(file, DroppedFile)
    wanted = pytest.raises(FileTroubleError, match="damaged") if found else nullcontext()
    with wanted, FileReader(file, CancelToken(), Short, is_text=True) as reader:
        while reader.read():
            pass


@pytest.mark.parametrize("rest", [b"", ROWS])
def test_a_text_with_a_hole_is_never_read_to_its_end(tmp_path: Path, rest: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(ROWS + bytes(5000) + rest)
    file = examine(path)
    assert isinstance(file, DroppedFile)
    got = 0
    with pytest.raises(FileTroubleError) as trouble, FileReader(file, CancelToken(), is_text=True) as reader:
        while block := reader.read():
            got += len(block)
    assert trouble.value.problem.code is Code.DAMAGED
    assert got <= len(ROWS)
    with FileReader(file, CancelToken()) as reader:  # a workbook may hold as many zeros as it likes
        while reader.read():
            pass
