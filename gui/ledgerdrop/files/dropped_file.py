"""First step: a path becomes a `DroppedFile`, if there is a file that may be sent.

May block on a slow network drive, so never on the window's thread.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import stat
import sys
import unicodedata
from pathlib import Path
from typing import Final

from ledgerdrop.files.shortcut import target_of
from ledgerdrop.model.files import DroppedFile
from ledgerdrop.model.problems import Code, Problem

_LONGEST_PLAIN_PATH: Final = 248  # characters; folders may not have more, files a few (MAX_PATH, minwindef.h)
LARGEST: Final = 5 * 1024**3  # bytes; one object in one PUT (later-steps, step 2)

# Opening such a file downloads it first, which may take hours or fail without a network.
# Windows: FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_DATA_ACCESS (winnt.h); macOS: SF_DATALESS (sys/stat.h).
_WINDOWS_ONLINE_ONLY: Final = 0x0000_1000 | 0x0004_0000 | 0x0040_0000
_MACOS_ONLINE_ONLY: Final = 0x4000_0000

_NO_TEXT: Final = re.compile("[\ud800-\udfff]")

# How browsers and download managers call a file that they have not finished.
_UNFINISHED: Final = frozenset(
    {
        "part", "partial", "crdownload", "download", "opdownload", "filepart", "aria2", "!ut", "!qb", "bc!", "jc!",
        "dtapart", "fdmdownload", "td", "xltd",
    }
)  # fmt: skip
_SHORTCUTS: Final = frozenset({"lnk", "url", "webloc", "desktop"})
# ".001" and ".z01", as 7-Zip and WinZip number the parts of an archive; any number behind the name of a whole one.
_PART: Final = re.compile(r"0\d\d|[zr]\d\d")
_WHOLE: Final = re.compile(r"\.(?:csv|xlsx?|zip|7z|rar|tar|gz)$")
# Folders for a moment, in which 7-Zip, WinRAR, Windows, WinZip, Bandizip, File Roller and Ark put what is dragged.
_ARCHIVE_WINDOW: Final = re.compile(
    r"7z[OE][0-9A-F]{6,}|Rar\$\w+[\d.]*|Temp\d+_.+\.zip|wz[0-9a-f]{4}|BNZ\.[0-9a-f]+|\.fr-\w{6}|ark-\w{6}",
    re.IGNORECASE,
)

_GENERIC_READ: Final = 0x8000_0000
_WINDOWS_IN_USE: Final = frozenset({32, 33})  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION (winerror.h)


def drop(path: Path, name: str | None = None) -> DroppedFile | Problem:
    """Look at what was dropped, and open it once to see that it may be read. Nothing of its content is read,
    and whatever its extension, it may be only the name that is wrong: that is for the check to say.

    `name` overrides the path's own name ("Send as"). Links are followed, and shortcuts where the system has them.
    """
    path = long_path(target_of(path) or path)
    sent_as = _sendable_name(path.name if name is None else name)
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


def open_regular(path: Path) -> int:
    """Return a descriptor to read from; the caller closes it.

    Does not wait for a writer should the path have become a FIFO meanwhile. Raises OSError as `os.open` does, and
    with EINVAL when it is not a regular file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
    except BaseException:
        os.close(descriptor)
        raise
    if not regular:
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a regular file")
    return descriptor


def why_unreadable(error: OSError, name: str) -> Problem:
    """Return what the operating system's refusal to open or read a file means for the user."""
    detail = f"{type(error).__name__}: {error.strerror or ''} [errno {error.errno}]"
    if _windows_error(error) in _WINDOWS_IN_USE:
        code = Code.IN_USE
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        code = Code.MISSING
    elif isinstance(error, PermissionError):
        # macOS says EPERM where its user has not let the program read, EACCES where the file's mode does not.
        private = sys.platform == "darwin" and error.errno == errno.EPERM
        code = Code.KEPT_PRIVATE if private else Code.UNREADABLE
    elif error.errno == errno.EINVAL:
        code = Code.NOT_A_FILE
    else:
        code = Code.READ_ERROR
    return Problem(code, {"name": name}, detail=detail)


def long_path(path: Path) -> Path:
    """Spell a path so that Windows opens it although it has more than 260 characters (CreateFileW, "lpFileName")."""
    if sys.platform != "win32":
        return path
    whole = str(path.absolute())
    if len(whole) < _LONGEST_PLAIN_PATH or whole.startswith("\\\\?\\"):
        return path
    return Path("\\\\?\\UNC\\" + whole[2:] if whole.startswith("\\\\") else "\\\\?\\" + whole)


def _sendable_name(name: str) -> str:
    """In NFC, as macOS decomposes names; "_" for each byte that is no text (PEP 383): requests hold only text."""
    return unicodedata.normalize("NFC", _NO_TEXT.sub("_", name))


def _mark_in(name: str) -> Code | None:
    """Recognise by its name what is no ledger, whatever is in it."""
    stem, _, extension = name.casefold().rpartition(".")
    if name.startswith("~$"):
        return Code.LOCK_FILE
    if not stem:
        return None
    if extension in _UNFINISHED:
        return Code.UNFINISHED_DOWNLOAD
    if extension in _SHORTCUTS:
        return Code.SHORTCUT
    if extension == "icloud":
        return Code.ONLINE_ONLY
    if _PART.fullmatch(extension) or (extension.isdecimal() and len(extension) == 3 and _WHOLE.search(stem)):
        return Code.ONE_PART
    return None


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
    params = {"name": name}
    if stat.S_ISDIR(status.st_mode):
        return Problem(Code.FOLDER, params)
    if not stat.S_ISREG(status.st_mode):
        return Problem(Code.NOT_A_FILE, params)
    if status.st_size == 0:
        return Problem(Code.EMPTY, params)
    if status.st_size > LARGEST:
        return Problem(Code.TOO_LARGE, params)
    if _is_online_only(status):
        return Problem(Code.ONLINE_ONLY, params)
    try:
        os.close(open_regular(path))
    except OSError as error:
        return why_unreadable(error, name)
    return None


def _is_online_only(status: os.stat_result) -> bool:
    windows: int = getattr(status, "st_file_attributes", 0)
    macos: int = getattr(status, "st_flags", 0)
    return bool(windows & _WINDOWS_ONLINE_ONLY or macos & _MACOS_ONLINE_ONLY)


def _windows_error(error: OSError) -> int:
    """Windows' own number of an error, 0 elsewhere.

    `os.open` knows only C's EACCES, which is the same for a file that is open in Excel and for one that is forbidden:
    so Windows is asked once more, in its own words.
    """
    known: int | None = getattr(error, "winerror", None)
    if known is not None:
        return known
    if sys.platform != "win32" or not isinstance(error, PermissionError) or not error.filename:
        return 0
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = ctypes.c_void_p
    kernel.CreateFileW.argtypes = [ctypes.c_wchar_p, *[ctypes.c_uint32] * 2, ctypes.c_void_p, *[ctypes.c_uint32] * 2]
    kernel.CreateFileW.argtypes += [ctypes.c_void_p]
    shared_with_all, existing = 7, 3
    handle = kernel.CreateFileW(str(error.filename), _GENERIC_READ, shared_with_all, None, existing, 0, None)
    if handle == ctypes.c_void_p(-1).value:
        return ctypes.get_last_error()
    kernel.CloseHandle(ctypes.c_void_p(handle))
    return 0
