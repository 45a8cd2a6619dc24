"""List faults of the file itself, at each stage of its journey."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from tests.faults.rows import LARGE, Hook, Row
from tests.faults.scenario import STORED, Step

from ledgerdrop.files.reader import Opener
from ledgerdrop.model.files import Progress, Stage
from ledgerdrop.model.problems import Code

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
    size = path.stat().st_size
    other.write_bytes((b"other,1\n" * (size // 8 + 1))[:size])
    other.replace(path)


def _rewrite(path: Path) -> None:
    """Write other bytes of the same length."""
    with path.open("r+b") as file:
        file.write(b"other")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1_000_000))


def _forge(path: Path) -> None:
    """Write other bytes of the same length and time, as on a drive that counts time in steps of 2 seconds."""
    facts = path.stat()
    with path.open("r+b") as file:
        file.write(b"other")
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def _picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 12)


def _chmod(path: Path) -> None:
    path.chmod(0o600)


def _link(path: Path) -> None:
    path.with_name("link").hardlink_to(path)


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
    """Reads a while, then fails as a dying disk or a lost network drive does."""

    def __init__(self, path: Path, good: int) -> None:
        super().__init__(path)
        self._good = good

    def read(self, size: int | None = -1, /) -> Any:
        if self._good <= 0:
            raise OSError(errno.EIO, "Input/output error")
        self._good -= size or 0
        return super().read(size)


def _fails_reading(opening: int, good: int = 0) -> Callable[[], Opener]:
    """Return a function that makes an opener whose file fails after `good` bytes, at that opening (first: 1)."""

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
    """Return the error that Windows raises for a file that Excel has open."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined]  # there on Windows only
    return error


_HEADLINES: Final = {
    Code.MISSING: "no longer there",
    Code.IMAGE: "This is a picture",
    Code.CHANGED: "changed after it was checked",
    Code.READ_ERROR: "couldn't be read completely",
    Code.UNREADABLE: "can't be opened",
    Code.IN_USE: "The file is open in another program",
}


def _row(name: str, code: Code, at_api: int, at_storage: int = 0, **more: Any) -> Row:
    return Row(f"file: {name}", code, _HEADLINES[code], at_api=at_api, at_storage=at_storage, **more)


def _before() -> list[Row]:
    """Return the rows of files changed before a byte has left: what is still a ledger is checked again and sent."""
    changes = (("truncated", _truncate), ("grown", _grow), ("replaced", _replace), ("rewritten", _rewrite))
    moments: tuple[tuple[str, dict[str, Any]], ...] = tuple(
        (moment, how)
        for _, change in changes
        for moment, how in (
            ("before it is read", {"before": change}),
            ("when its turn comes", {"during": _once(change, _at(Stage.REQUESTING))}),
        )
    )
    names = [name for name, _ in changes for _ in range(2)]
    rows = [
        Row(f"file: {name} {moment}", None, "", at_storage=1, afterwards=True, **how)
        for name, (moment, how) in zip(names, moments, strict=True)
    ]
    rows += [
        _row("deleted before it is read", Code.MISSING, 0, before=_delete),
        _row("deleted when its turn comes", Code.MISSING, 0, during=_once(_delete, _at(Stage.REQUESTING))),
        _row("no ledger any more before it is read", Code.IMAGE, 0, before=_picture),
        Row(
            "file: replaced before the second attempt",
            None,
            "",
            at_api=2,
            at_storage=2,
            storage=(Step(raw="x", cut=0, end="reset"), STORED),
            attempts=2,
            afterwards=True,
            during=_once(_replace, _at(Stage.CONFIRMING)),
        ),
    ]
    return rows


def _while_sent() -> list[Row]:
    """Return the rows of files changed while they are sent: no changed content is ever sent whole."""
    changes = (("truncated", _truncate), ("grown", _grow), ("rewritten", _rewrite), ("forged", _forge))
    rows = [
        _row(f"{name} while it is sent", Code.CHANGED, 1, 1, during=_once(change, _in_body), size=LARGE)
        for name, change in changes
    ]
    # What is open stays what it was, so exactly what was checked arrives
    harmless = (("deleted", _delete), ("replaced", _replace), ("given a mode", _chmod), ("given a link", _link))
    rows += [
        Row(f"file: {name} while it is sent", None, "", at_storage=1, during=_once(change, _in_body), size=LARGE)
        for name, change in harmless
    ]
    return rows


_ERRORS: Final = (
    _row("read error at the first byte", Code.READ_ERROR, 0, opener=_fails_reading(1)),
    _row(
        "read error while it is sent",
        Code.READ_ERROR,
        1,
        1,
        opener=_fails_reading(1, 5_000_000),
        size=LARGE,
    ),
    _row("locked by Excel", Code.IN_USE, 0, opener=_fails_opening(1, _locked())),
    _row(
        "locked by Excel before the second attempt",
        Code.IN_USE,
        1,
        api=(Step(503),),
        attempts=2,
        opener=_fails_opening(2, _locked()),
    ),
    _row("no permission", Code.UNREADABLE, 0, opener=_fails_opening(1, PermissionError(errno.EACCES, "no"))),
    _row("the network drive is gone", Code.READ_ERROR, 0, opener=_fails_opening(1, OSError(errno.EHOSTDOWN, "gone"))),
)

FILE_ROWS: Final = (*_before(), *_while_sent(), *_ERRORS)
