"""Notice a hole in a text while it is read block by block."""

from __future__ import annotations

from typing import Final

LONGEST_RUN: Final = 512  # bytes; a sector of a disk. No text has so many zeros in a row, whatever its encoding.


class ZeroRun:
    """Is fed with the blocks of a text in order. `found` becomes True with the first long run of zeros."""

    def __init__(self) -> None:
        self.found = False
        self._carried = 0  # zeros at the end of what was seen

    def update(self, block: bytes) -> None:
        """Look at the next block."""
        if not block or self.found:
            return
        leading = len(block) - len(block.lstrip(b"\0"))
        trailing = len(block) - len(block.rstrip(b"\0"))
        self.found = self._carried + leading >= LONGEST_RUN or bytes(LONGEST_RUN) in block
        self._carried = self._carried + leading if leading == len(block) else trailing
