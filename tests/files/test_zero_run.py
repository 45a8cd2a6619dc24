"""Test that a hole in a text is noticed wherever the blocks are cut, and while the text is read for an upload."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledgerdrop.files.dropped_file import examine
from ledgerdrop.files.reader import LONGEST_RUN, FileReader, FileTroubleError, ZeroRun
from ledgerdrop.model.files import DroppedFile
from ledgerdrop.model.problems import Code
from ledgerdrop.runtime.cancel import CancelToken

ROWS = b"1,Ravi,100\n" * 200_000  # more than two blocks of the reader


@pytest.mark.parametrize("size", [1, 7, 511, 512, 513, 4096])
@pytest.mark.parametrize(("zeros", "found"), [(LONGEST_RUN, True), (LONGEST_RUN - 1, False), (0, False)])
def test_blocks_may_be_cut_anywhere(size: int, zeros: int, found: bool) -> None:
    content = b"a,b\n" * 100 + bytes(zeros) + b"c,d\n" + bytes(100) + b"e"
    run = ZeroRun()
    for start in range(0, len(content), size):
        run.update(content[start : start + size])
    run.update(b"")
    assert run.found is found


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
