"""Read the bytes of a file: a few places for the check, and all of it, block by block, for the upload.

A file that is not the one that was dropped any more is detected.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, Self, TypeVar

from ledgerdrop.files.dropped_file import open_unbuffered, why_unreadable
from ledgerdrop.model.files import DroppedFile
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import BackgroundCall, CancelToken, begin

_LITTLE: Final = 64 * 1024  # bytes asked for at once, so that a cancel on a slow share is heard soon


Readable = io.RawIOBase | io.BytesIO  # nothing that reads ahead of a cancel
SourceOpener = Callable[[Path], Readable]


class Source:
    """Reads the first `size` bytes of an open file. However slow the disk is, only `cancel` ends the waiting."""

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
        self._file.seek(offset)
        parts: list[bytes] = []
        while length > 0:
            self.cancel.raise_if_cancelled()
            part = self._file.read(min(length, _LITTLE))
            if not part:
                break
            parts.append(part)
            length -= len(part)
        return b"".join(parts)


BLOCK: Final = 1024 * 1024  # bytes; larger ones gain nothing, smaller ones cost CPU (tests/bench)
SILENT_AFTER_SECONDS: Final = 10.0
_MOST_LOOKS: Final = 5  # at a file whose attributes change all the time
HOLE: Final = bytes(512)  # a sector of a disk. No text has so many zeros in a row, whatever its encoding

T = TypeVar("T")
Opener = Callable[[Path], io.RawIOBase]


class FileTroubleError(Exception):
    """Says that the file cannot be read as it was dropped. No OSError: urllib3 would take that for the network's."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code.slug)
        self.problem = problem


class FileReader:
    """Reads exactly `file.size` bytes of the file that was dropped, for `with`.

    While the caller uses one block, the next is read. A file that fits into a block is read when it is opened:
    another thread would cost more than that.

    Blocks are hashed in the thread that reads them, so that the digests (`sha256`, `md5`) are those of what was sent;
    they are complete once the last block was read. That block is held back until size and times of the open file are
    found to be those of the drop and of the opening. The time of the last change of any kind, which POSIX keeps, also
    changes with a new mode, link or attribute. In that case the whole file is hashed once more, and is good if the
    digest is the same.

    Every call may block on a dead network share, so each is abandoned when `cancel` is set. Raises `Cancelled`, and
    `FileTroubleError`: with CHANGED as soon as size or modification time are not those of the drop, and with DAMAGED
    at a long run of zeros where `is_text`. `on_silence` is called with True when disk or drive have not answered for
    `SILENT_AFTER_SECONDS`, and with False when they have after all.
    """

    def __init__(
        self,
        file: DroppedFile,
        cancel: CancelToken,
        opener: Opener = open_unbuffered,
        on_silence: Callable[[bool], None] = lambda _silent: None,
        *,
        is_text: bool = False,
    ) -> None:
        self._file = file
        self._cancel = cancel
        self._opener = opener
        self._on_silence = on_silence
        self._was_silent = self._is_silent = False
        self._unread = file.size
        self._coming: BackgroundCall[bytes] | None = None
        self._is_text = is_text
        self._end = b""  # of the blocks that were read, in which a hole may begin
        self.sha256 = hashlib.sha256()
        self.md5 = hashlib.md5(usedforsecurity=False)  # storage's ETag tells of damage on the way with it, no more
        self._changed_ns: int | None = None
        cancel.raise_if_cancelled()
        self._raw, self._here = self._wait(begin(self._open, undo=lambda opened: opened[0].close()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._coming is None:
            self._raw.close()
        else:
            begin(self._raw.close)  # behind that read, in the same thread
            self._coming.give_up()

    def __len__(self) -> int:
        return self._file.size

    def read(self, size: int = BLOCK, /) -> bytes:
        """Return at most `size` further bytes, b"" at the end of the file as it was dropped."""
        self._read_ahead(size)
        if self._coming is not None:
            self._here = self._wait(self._coming)
            self._coming = None
        elif self._here:
            self._cancel.raise_if_cancelled()
        block, self._here = self._here[:size], self._here[size:]
        self._read_ahead(size)
        return block

    def _read_ahead(self, size: int) -> None:
        if not self._here and self._coming is None and self._unread:
            # A drive that was silent is asked for little, so that one that is only slow is not called silent again.
            wanted = min(size, self._unread, _LITTLE if self._was_silent else size)
            self._coming = begin(lambda: self._read(self._raw, wanted))

    def _open(self) -> tuple[io.RawIOBase, bytes]:
        raw = self._opener(self._file.path)
        try:
            self._changed_ns = self._check_unchanged(raw)
            return raw, self._read(raw, self._unread) if self._unread <= BLOCK else b""
        except BaseException:
            raw.close()
            raise

    def _read(self, raw: io.RawIOBase, wanted: int) -> bytes:
        block = raw.read(wanted)
        if not block:
            raise FileTroubleError(Problem(Code.CHANGED, detail="ends early"))
        self._unread -= len(block)
        if self._is_text:
            seen = self._end + block
            if HOLE in seen:  # before this block is handed on: a text with a hole is never sent whole
                raise FileTroubleError(Problem(Code.DAMAGED, {"name": self._file.name}, detail="zeros in a text"))
            self._end = seen[1 - len(HOLE) :]
        self.sha256.update(block)
        self.md5.update(block)
        if not self._unread:
            self._check_to_the_end(raw)  # before the last block is handed on: a changed file is never sent whole
        return block

    def _check_to_the_end(self, raw: io.RawIOBase) -> None:
        for _ in range(_MOST_LOOKS):
            changed_ns = self._check_unchanged(raw)
            if changed_ns == self._changed_ns:
                return
            self._changed_ns = changed_ns
            if self._hashed_again(raw) != self.sha256.digest():
                break
        raise FileTroubleError(Problem(Code.CHANGED, detail="size and time are the same"))

    def _hashed_again(self, raw: io.RawIOBase) -> bytes:
        sha256, left = hashlib.sha256(), self._file.size
        raw.seek(0)
        while left and (block := raw.read(min(BLOCK, left))):
            self._cancel.raise_if_cancelled()
            sha256.update(block)
            left -= len(block)
        return sha256.digest()

    def _check_unchanged(self, raw: io.RawIOBase) -> int | None:
        """Return the time of the last change of any kind; None on Windows, which has the time of creation there."""
        now = os.fstat(raw.fileno())
        if (now.st_size, now.st_mtime_ns) != (self._file.size, self._file.modified_ns):
            raise FileTroubleError(Problem(Code.CHANGED))
        return now.st_ctime_ns if os.name == "posix" else None

    def _wait(self, background_call: BackgroundCall[T]) -> T:
        try:
            return background_call.wait(self._cancel, on_slow=self._begin_silence, slow_after=SILENT_AFTER_SECONDS)
        except OSError as error:
            raise FileTroubleError(why_unreadable(error, self._file.name)) from error
        finally:
            if self._is_silent:
                self._is_silent = False
                self._on_silence(False)

    def _begin_silence(self) -> None:
        self._was_silent = self._is_silent = True
        self._on_silence(True)


def digest_of(file: DroppedFile, cancel: CancelToken, opener: Opener = open_unbuffered) -> str:
    """Read the whole file and return its SHA-256 in hex. Raises `Cancelled`, and `FileTroubleError`."""
    with FileReader(file, cancel, opener) as reader:
        while reader.read():
            pass
        return reader.sha256.hexdigest()
