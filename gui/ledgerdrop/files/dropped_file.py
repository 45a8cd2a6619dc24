"""Turn what was dropped into files, and each path into a `DroppedFile` if it may be sent: the first step.

A folder becomes the files inside it, and a shortcut of Windows (.lnk) its target ([MS-SHLLINK]). May block on a slow
network drive, so never call this on the window's thread.
"""

from __future__ import annotations

import ctypes
import errno
import io
import os
import re
import stat
import struct
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ledgerdrop.model.files import DroppedFile
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import CancelToken

_LONGEST_PLAIN_PATH: Final = 248  # characters; folders may not have more, files a few (MAX_PATH, minwindef.h)
LARGEST: Final = 5 * 1024**3  # bytes; one object in one PUT (docs/clear-api.md, 2)

# Opening such a file downloads it first, which may take hours or fail without a network.
# Windows: FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_DATA_ACCESS (winnt.h); macOS: SF_DATALESS (sys/stat.h).
_ONLINE_ONLY: Final = (0x0000_1000 | 0x0004_0000 | 0x0040_0000, 0x4000_0000)

_NO_TEXT: Final = re.compile("[\ud800-\udfff]")

# How browsers and download managers call a file that they have not finished.
_UNFINISHED: Final = {
    "part", "partial", "crdownload", "download", "opdownload", "filepart", "aria2", "!ut", "!qb", "bc!", "jc!",
    "dtapart", "fdmdownload", "td", "xltd",
}  # fmt: skip
# What an extension tells whatever the content is.
_MARKS: Final = {
    **dict.fromkeys(_UNFINISHED, Code.UNFINISHED_DOWNLOAD),
    **dict.fromkeys({"lnk", "url", "webloc", "desktop"}, Code.SHORTCUT),
    "icloud": Code.ONLINE_ONLY,
}
# ".001" and ".z01", as 7-Zip and WinZip number the parts of an archive; any number behind the name of a whole one.
_PART: Final = re.compile(r"0\d\d|[zr]\d\d")
_WHOLE: Final = re.compile(r"\.(?:csv|xlsx?|zip|7z|rar|tar|gz)$")
# Folders for a moment, in which 7-Zip, WinRAR, Windows, WinZip, Bandizip, File Roller and Ark put what is dragged.
_ARCHIVE_WINDOW: Final = re.compile(
    r"(?i)7z[OE][0-9A-F]{6,}|Rar\$\w+[\d.]*|Temp\d+_.+\.zip|wz[0-9a-f]{4}|BNZ\.[0-9a-f]+|\.fr-\w{6}|ark-\w{6}"
)

_WINDOWS_IN_USE: Final = frozenset({32, 33})  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION (winerror.h)


def examine(path: Path, name: str | None = None) -> DroppedFile | Problem:
    """Look at the file at `path`, and open it once to see that it may be read.

    Nothing of its content is read. A wrong extension is not rejected here, since the check may find that only the
    name is wrong. `name` overrides the path's own name ("Send as"). Links are followed, and shortcuts where the
    system has them.
    """
    path = real_path(path)
    # NFC, as macOS decomposes names; "_" for each byte that is no text (PEP 383), since requests hold only text.
    sent_as = unicodedata.normalize("NFC", _NO_TEXT.sub("_", path.name if name is None else name))
    # Safari's download under way is a folder; any other folder may have whatever name.
    if (mark := _mark_in(path.name)) is not None and (mark is Code.UNFINISHED_DOWNLOAD or not path.is_dir()):
        return Problem(mark, {"name": sent_as})
    try:
        status = path.stat()
    except OSError as error:
        return _why_not_found(path, sent_as, error)
    except ValueError as error:  # a NUL in the path
        return Problem(Code.MISSING, {"name": sent_as}, detail=str(error))
    return obstacle(path, sent_as, status) or DroppedFile(path, sent_as, status.st_size, status.st_mtime_ns)


def real_path(path: Path) -> Path:
    """Return the path to open: of a shortcut its file, where the system has shortcuts."""
    return long_path(target_of(path) or path)


def open_unbuffered(path: Path) -> io.FileIO:
    """Open a regular file to be read, without a buffer that reads ahead of a cancel; the caller closes it.

    Does not wait for a writer if the path has become a FIFO meanwhile. Raises OSError as `os.open` does, and with
    EINVAL or EISDIR when it is not a regular file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    file = io.FileIO(path, opener=lambda name, _flags: os.open(name, flags))
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "not a regular file")
    return file


def why_unreadable(error: OSError, name: str) -> Problem:
    """Return the problem for a refusal of the operating system to open or read a file."""
    detail = f"{type(error).__name__}: {error.strerror or ''} [errno {error.errno}]"
    if _windows_error(error) in _WINDOWS_IN_USE:
        code = Code.IN_USE
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        code = Code.MISSING
    elif isinstance(error, PermissionError):
        # macOS says EPERM where its user has not let the program read, EACCES where the file's mode does not.
        private = sys.platform == "darwin" and error.errno == errno.EPERM
        code = Code.KEPT_PRIVATE if private else Code.UNREADABLE
    elif error.errno in {errno.EINVAL, errno.EISDIR}:
        code = Code.NOT_A_FILE
    else:
        code = Code.READ_ERROR
    return Problem(code, {"name": name}, detail=detail)


def long_path(path: Path) -> Path:
    """Return the path in the form in which Windows opens more than 260 characters (CreateFileW, "lpFileName")."""
    if sys.platform != "win32":
        return path
    whole = str(path.absolute())
    if len(whole) < _LONGEST_PLAIN_PATH or whole.startswith("\\\\?\\"):
        return path
    return Path("\\\\?\\UNC\\" + whole[2:] if whole.startswith("\\\\") else "\\\\?\\" + whole)


def _mark_in(name: str) -> Code | None:
    """Return the problem of a name that shows that the file is no ledger, whatever its content; else None."""
    stem, _, extension = name.casefold().rpartition(".")
    if name.startswith("~$"):
        return Code.LOCK_FILE
    if not stem:
        return None
    if _PART.fullmatch(extension) or (extension.isdecimal() and len(extension) == 3 and _WHOLE.search(stem)):
        return Code.ONE_PART
    return _MARKS.get(extension)


def _why_not_found(path: Path, name: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError) and any(map(_ARCHIVE_WINDOW.fullmatch, path.parts)):
        return Problem(Code.LEFT_ARCHIVE, {"name": name})
    if isinstance(error, FileNotFoundError) and "gvfs" in path.parts:
        return Problem(Code.SHARE_NOT_CONNECTED, {"name": name})
    if error.errno == errno.ELOOP or (isinstance(error, FileNotFoundError) and path.is_symlink()):
        return Problem(Code.BROKEN_LINK, {"name": name})
    if error.errno == errno.ENAMETOOLONG:
        return Problem(Code.MISSING, {"name": name})
    return why_unreadable(error, name)


def obstacle(path: Path, name: str, status: os.stat_result) -> Problem | None:
    """Return why what lies at the path cannot be sent, None for a regular file that can be opened."""
    params = {"name": name}
    if stat.S_ISDIR(status.st_mode):
        return Problem(Code.FOLDER, params)
    if not stat.S_ISREG(status.st_mode):
        return Problem(Code.NOT_A_FILE, params)
    if status.st_size == 0:
        return Problem(Code.EMPTY, params)
    if status.st_size > LARGEST:
        return Problem(Code.TOO_LARGE, params)
    if _has_one_of(status, _ONLINE_ONLY):
        return Problem(Code.ONLINE_ONLY, params)
    try:
        open_unbuffered(path).close()
    except OSError as error:
        return why_unreadable(error, name)
    return None


def _has_one_of(status: os.stat_result, attributes: tuple[int, int]) -> bool:
    """Return whether the file has one of these attributes, the first of which are of Windows, the second of macOS."""
    windows, macos = attributes
    return bool(getattr(status, "st_file_attributes", 0) & windows or getattr(status, "st_flags", 0) & macos)


def _windows_error(error: OSError) -> int:
    """Return Windows' own number of an error, 0 elsewhere.

    `os.open` knows only C's EACCES, which is the same for a file that is open in Excel and for a forbidden one. So
    Windows is asked once more, by its own function.
    """
    known: int | None = getattr(error, "winerror", None)
    if known is not None:
        return known
    if sys.platform != "win32" or not isinstance(error, PermissionError) or not error.filename:
        return 0
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = ctypes.c_void_p
    number, pointer = ctypes.c_uint32, ctypes.c_void_p
    kernel.CreateFileW.argtypes = [ctypes.c_wchar_p, number, number, pointer, number, number, pointer]
    generic_read, shared_with_all, existing = 0x8000_0000, 7, 3
    handle = kernel.CreateFileW(str(error.filename), generic_read, shared_with_all, None, existing, 0, None)
    if handle == ctypes.c_void_p(-1).value:
        return ctypes.get_last_error()
    kernel.CloseHandle(ctypes.c_void_p(handle))
    return 0


# Windows: FILE_ATTRIBUTE_HIDDEN, _SYSTEM (winnt.h); macOS: UF_HIDDEN (sys/stat.h).
_HIDDEN: Final = (0x2 | 0x4, 0x8000)
_SYSTEM_FILES: Final = frozenset({"thumbs.db", "desktop.ini", "icon\r", "__macosx"})
_TEMPORARY: Final = (".", "~$")  # hidden files, LibreOffice's mark beside an open workbook (".~lock."), and Excel's
_DIGITS: Final = re.compile(r"(\d+)")


@dataclass(frozen=True)
class FoundFiles:
    """Holds the files to add, in the order they were dropped, those of a folder in natural order (2 before 10).

    `skipped` counts what was left out inside folders: lock files, hidden and system files.
    """

    files: tuple[Path, ...]
    skipped: int


def find_files(paths: Iterable[Path], cancel: CancelToken) -> FoundFiles:
    """Replace each folder by the files in it, at any depth.

    Links to folders inside a folder are not followed, so there are no loops. What was dropped itself is never
    skipped, whatever its name, and neither is what cannot be listed: `examine` then says why. Raises `Cancelled`.
    """
    found: list[Path | None] = []
    for dropped in paths:
        cancel.raise_if_cancelled()
        path = target_of(dropped) or dropped
        found += _walk(path, cancel) if _is_folder(path) else [path]
    files = tuple(path for path in found if path is not None)
    return FoundFiles(files, skipped=len(found) - len(files))


def is_empty(folder: Path, cancel: CancelToken) -> bool:
    """Return whether `find_files` would find nothing in the folder; look no further than to the first file.

    Raises `Cancelled`.
    """
    return all(found is None for found in _walk(folder, cancel))


def _walk(folder: Path, cancel: CancelToken) -> Iterator[Path | None]:
    """Yield the files below; None stands for something skipped, the folder itself for one that cannot be listed."""
    pending = [folder]
    while pending:
        current = pending.pop()
        cancel.raise_if_cancelled()
        try:
            with os.scandir(long_path(current)) as listing:
                entries = sorted(listing, key=lambda entry: _natural(entry.name))
        except OSError:
            yield current
            continue
        below = []
        for entry in entries:
            cancel.raise_if_cancelled()
            if _is_skipped(entry):
                yield None
            elif not _is_folder(entry):
                yield current / entry.name
            elif not entry.is_symlink():
                below.append(current / entry.name)
        pending.extend(reversed(below))


def _natural(name: str) -> list[tuple[int, str]]:
    # Text and digits take turns, so that only like is compared with like.
    parts = enumerate(_DIGITS.split(name))
    return [(int(part), part) if place % 2 else (0, part.casefold()) for place, part in parts]


def _is_folder(path: Path | os.DirEntry[str]) -> bool:
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def is_temporary(path: str) -> bool:
    """Return whether a path with forward slashes is, or lies in, what systems and programs keep for themselves."""
    return any(part.startswith(_TEMPORARY) or part in _SYSTEM_FILES for part in path.casefold().split("/"))


def _is_skipped(entry: os.DirEntry[str]) -> bool:
    if entry.name.endswith(".icloud"):
        return False  # stands for a ledger that is kept online only, and says so in the list
    if is_temporary(entry.name):
        return True
    if sys.platform == "linux":  # where only a name hides a file, and asking for more takes a third of the walk
        return False
    with suppress(OSError):
        return _has_one_of(entry.stat(follow_symlinks=False), _HIDDEN)
    return False


_SHORTCUT_HEADER: Final = bytes.fromhex("4c0000000114020000000000c000000000000046")  # 2.1: size and class
_SHORTCUT_HEADER_SIZE: Final = 76
_LARGEST_SHORTCUT: Final = 64 * 1024  # bytes; real ones have one or two thousand
_HAS_ID_LIST, _HAS_LINK_INFO = 0x1, 0x2
_ON_A_DRIVE, _ON_A_SHARE = 0x1, 0x2  # 2.3: where the path is


def target_of(path: Path) -> Path | None:
    """Return the path that a shortcut points to, where this system has shortcuts; None for anything else.

    May block on a slow drive. A shortcut that cannot be read, or points to no file (a printer, a web page), is None.
    """
    if sys.platform != "win32" or path.suffix.lower() != ".lnk":
        return None
    with suppress(OSError), path.open("rb") as file:
        target = read_target(file.read(_LARGEST_SHORTCUT))
        return Path(target) if target else None
    return None


def read_target(content: bytes) -> str | None:
    """Return the path in a shortcut's content, or None where it has none."""
    with suppress(struct.error, ValueError):  # as of one that is cut off
        (flags,) = struct.unpack_from("<I", content, 20)
        if not content.startswith(_SHORTCUT_HEADER) or not flags & _HAS_LINK_INFO:
            return None
        at = _SHORTCUT_HEADER_SIZE
        if flags & _HAS_ID_LIST:
            at += 2 + int(struct.unpack_from("<H", content, at)[0])
        size, header_size, kind, _, base, network, suffix = struct.unpack_from("<7I", content, at)
        info = content[at : at + size]
        wide_base, wide_suffix = struct.unpack_from("<2I", info, 28) if header_size >= 0x24 else (0, 0)
        end = _wide_text(info, wide_suffix) if wide_suffix else _narrow_text(info, suffix)
        if kind & _ON_A_DRIVE:
            return (_wide_text(info, wide_base) if wide_base else _narrow_text(info, base)) + end
        if kind & _ON_A_SHARE:
            (name,) = struct.unpack_from("<I", info, network + 8)
            return _narrow_text(info, network + name).rstrip("\\") + "\\" + end
    return None


def _narrow_text(info: bytes, at: int) -> str:
    encoding = "mbcs" if sys.platform == "win32" else "cp1252"
    return info[at : info.index(0, at)].decode(encoding, "replace")


def _wide_text(info: bytes, at: int) -> str:
    return info[at : at + len(info) // 2 * 2].decode("utf-16-le", "replace").partition("\0")[0]
