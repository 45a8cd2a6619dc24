"""A file's bytes, for those who look at a few places of it."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from ledgerdrop.files.dropped_file import open_regular
from ledgerdrop.runtime.cancel import CancelToken

_BLOCK: Final = 64 * 1024  # bytes asked for at once, so that a cancel on a slow share is heard soon


class Readable(Protocol):
    """Hold what `Opener` returns: an open file, unbuffered."""

    def seek(self, offset: int, /) -> int:
        """Go to an absolute position."""
        ...

    def read(self, size: int, /) -> bytes | None:
        """At most so many bytes; fewer or none at the end."""
        ...

    def close(self) -> None:
        """Give the descriptor back."""
        ...


Opener = Callable[[Path], Readable]


def open_unbuffered(path: Path) -> io.FileIO:
    """Return the opener in use, and the one place where checks and uploads touch the disk. Raises OSError."""
    return os.fdopen(open_regular(path), "rb", buffering=0)


class Source:
    """The first `size` bytes of an open file. However slow it is, only `cancel` ends the waiting."""

    def __init__(self, file: Readable, size: int, cancel: CancelToken) -> None:
        self._file = file
        self.size = size
        self.cancel = cancel

    def read(self, offset: int, length: int) -> bytes:
        """Return the bytes from `offset` on: `length` of them, or fewer where the file ends.

        Raises OSError and `Cancelled`. A negative offset or length is an empty read.
        """
        length = min(length, self.size - offset)
        if offset < 0 or length <= 0:
            return b""
        self.cancel.raise_if_cancelled()
        self._file.seek(offset)
        parts: list[bytes] = []
        while length > 0:
            self.cancel.raise_if_cancelled()
            part = self._file.read(min(length, _BLOCK))
            if not part:
                break
            parts.append(part)
            length -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)


@contextmanager
def opened(path: Path, size: int, cancel: CancelToken, opener: Opener) -> Iterator[Source]:
    """The file as a `Source` while the block runs. Raises OSError."""
    file = opener(path)
    try:
        yield Source(file, size, cancel)
    finally:
        file.close()
