"""Faults of the file itself, at each stage of its journey."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from tests.faults.rows import LARGE, Hook, Row
from tests.faults.scenario import Step, s3_error

from ledgerdrop.files.reader import Opener
from ledgerdrop.model.problems import Code
from ledgerdrop.model.progress import Progress, Stage

Change = Callable[[Path], None]


def _delete(path: Path) -> None:
    path.unlink()


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"one more line\n")


def _replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"x" * path.stat().st_size)
    other.replace(path)


def _rewrite(path: Path) -> None:
    """Other bytes, the same length."""
    with path.open("r+b") as file:
        file.write(b"other")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1_000_000))


def _forge(path: Path) -> None:
    """Other bytes, the same length, the same time: as on a drive that counts time in steps of 2 seconds."""
    facts = path.stat()
    with path.open("r+b") as file:
        file.write(b"other")
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def _once(change: Change, wanted: Callable[[Progress], bool]) -> Hook:
    """Change the file at the first sign of progress that is wanted."""
    done: list[Path] = []

    def hook(progress: Progress, path: Path) -> None:
        if path not in done and wanted(progress):
            done.append(path)
            change(path)

    return hook


def _at(stage: Stage) -> Callable[[Progress], bool]:
    return lambda progress: progress.stage is stage


def _in_body(progress: Progress) -> bool:
    return progress.stage is Stage.UPLOADING and progress.done > 0


class _Failing(io.FileIO):
    """Reads a while, then reports what a dying disk or a lost network drive reports."""

    def __init__(self, path: Path, good: int) -> None:
        super().__init__(path)
        self._good = good

    def read(self, size: int | None = -1, /) -> Any:
        if self._good <= 0:
            raise OSError(errno.EIO, "Input/output error")
        self._good -= size or 0
        return super().read(size)


def _fails_reading(opening: int, good: int = 0) -> Callable[[], Opener]:
    """The file can be opened; its read fails at that opening (1: fingerprint, 2: upload) after `good` bytes."""

    def opener() -> Opener:
        count = 0

        def opened(path: Path) -> io.RawIOBase:
            nonlocal count
            count += 1
            return _Failing(path, good) if count == opening else io.FileIO(path)

        return opened

    return opener


def _fails_opening(opening: int, error: OSError) -> Callable[[], Opener]:
    def opener() -> Opener:
        count = 0

        def opened(path: Path) -> io.RawIOBase:
            nonlocal count
            count += 1
            if count == opening:
                raise error
            return io.FileIO(path)

        return opened

    return opener


def _locked() -> OSError:
    """As Windows says of a file that Excel has open."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined]  # there on Windows only
    return error


_HEADLINES: Final = {
    Code.MISSING: "no longer there",
    Code.CHANGED: "changed after it was checked",
    Code.READ_ERROR: "could not be read to its end",
    Code.UNREADABLE: "cannot be opened",
    Code.IN_USE: "Another program is using the file",
}


def _row(name: str, code: Code, at_api: int, at_storage: int = 0, **more: Any) -> Row:
    return Row(f"file: {name}", code, _HEADLINES[code], at_api=at_api, at_storage=at_storage, **more)


def _before() -> list[Row]:
    changes = [
        ("deleted", _delete, Code.MISSING),
        ("truncated", _truncate, Code.CHANGED),
        ("grown", _grow, Code.CHANGED),
        ("replaced", _replace, Code.CHANGED),
        ("rewritten", _rewrite, Code.CHANGED),
    ]
    rows = [_row(f"{name} before it is read", code, 0, before=change) for name, change, code in changes]
    rows += [
        _row(f"{name} while the URL is asked for", code, 1, during=_once(change, _at(Stage.REQUESTING)))
        for name, change, code in changes
    ]
    return rows


def _while_sent() -> list[Row]:
    """Whatever happens to an open file, no changed content is ever sent whole."""
    rows = [
        _row(f"{name} while it is sent", Code.CHANGED, 1, 1, during=_once(change, _in_body), size=LARGE)
        for name, change in (("truncated", _truncate), ("grown", _grow), ("rewritten", _rewrite))
    ]
    rows += [
        # What is open stays what it was, so exactly what was checked arrives
        Row(f"file: {name} while it is sent", None, "", at_storage=1, during=_once(change, _in_body), size=LARGE)
        for name, change in (("deleted", _delete), ("replaced", _replace))
    ]
    rows.append(
        _row(
            "other content, the same size and time",
            Code.CHANGED,
            1,
            1,
            storage=(s3_error(400, "BadDigest"),),
            during=_once(_forge, _at(Stage.REQUESTING)),
        )
    )
    lost = Step(raw="x", cut=0, end="reset")
    rows.append(
        _row(
            "replaced before the second attempt",
            Code.CHANGED,
            2,
            1,
            storage=(lost,),
            attempts=2,
            during=_once(_replace, _at(Stage.CONFIRMING)),
        )
    )
    return rows


_ERRORS: Final = (
    _row("read error at the first byte", Code.READ_ERROR, 0, opener=_fails_reading(1)),
    _row(
        "read error in the middle of fingerprinting",
        Code.READ_ERROR,
        0,
        opener=_fails_reading(1, 5_000_000),
        size=LARGE,
    ),
    _row("read error before the first byte is sent", Code.READ_ERROR, 1, 1, opener=_fails_reading(2), overtaken=True),
    _row("read error while it is sent", Code.READ_ERROR, 1, 1, opener=_fails_reading(2, 5_000_000), size=LARGE),
    _row("locked by Excel", Code.IN_USE, 0, opener=_fails_opening(1, _locked())),
    _row("locked by Excel before it is sent", Code.IN_USE, 1, opener=_fails_opening(2, _locked())),
    _row("no permission", Code.UNREADABLE, 0, opener=_fails_opening(1, PermissionError(errno.EACCES, "no"))),
    _row("the network drive is gone", Code.READ_ERROR, 1, opener=_fails_opening(2, OSError(errno.EHOSTDOWN, "gone"))),
)

FILE_ROWS: Final = (*_before(), *_while_sent(), *_ERRORS)
