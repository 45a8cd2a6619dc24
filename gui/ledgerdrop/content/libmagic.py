"""Ask libmagic what a file's first bytes are.

No other module imports it. It is given bytes, never paths: `from_file` waits for ever on a FIFO, and on Windows
cannot open names outside the ANSI code page. It is loaded at first use, in a worker, so that the window does not wait
for it.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
import threading
import weakref
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final, NamedTuple

HEAD: Final = 256 * 1024  # bytes of a file that libmagic is shown
GENERIC: Final = "application/octet-stream"

# What python-magic-standalone 0.4.28 puts beside its module, one a platform.
_BESIDE: Final = ("libmagic-1.dll", "libmagic.dylib", "libmagic.so.1")

_of_this_thread = threading.local()


class LibraryInUse(NamedTuple):
    """Names the libmagic that answers: `version` as in "5.46"; paths of the `library` and of its `database`."""

    version: str
    library: str
    database: str


def mime_type(head: bytes) -> str:
    """Return the MIME type that libmagic sees in the first bytes of a file. Safe from any thread.

    Raises ImportError where there is no libmagic.
    """
    if not hasattr(_of_this_thread, "identifier"):
        # One a thread: a handle keeps the state of the file that it is working on.
        _of_this_thread.identifier = _Identifier(_magic())
    identifier: _Identifier = _of_this_thread.identifier
    return identifier.mime_type(head)


def library_in_use() -> LibraryInUse:
    """Return which libmagic answers, for the self-test. Raises ImportError where there is no libmagic."""
    magic = _magic()
    number: int = magic.version()
    database = _database_beside(magic)
    magic.libmagic.magic_getpath.restype = ctypes.c_char_p
    where = str(database or magic.libmagic.magic_getpath(None, 0).decode())
    return LibraryInUse(f"{number // 100}.{number % 100:02}", _path_of(str(magic.libmagic._name)), where)


def _path_of(library: str) -> str:
    """Return where a library lies that was loaded by its name alone; on Linux the kernel knows (proc(5), "maps")."""
    if Path(library).is_absolute() or sys.platform != "linux":
        return library
    mapped = Path("/proc/self/maps").read_text(encoding="utf-8", errors="surrogateescape").split()
    return next((word for word in mapped if word.rpartition("/")[2].startswith(library)), library)


@cache
def _magic() -> ModuleType:
    """Load libmagic, and python-magic, which calls it. Raises ImportError where one of them is missing."""
    spec = importlib.util.find_spec("magic")
    if spec is None or not spec.origin:
        raise ImportError("python-magic is not installed")
    path = next(filter(Path.is_file, map(Path(spec.origin).with_name, _BESIDE)), None)
    if path is None and sys.platform != "linux":
        raise ImportError("python-magic-standalone, which brings libmagic along, is not installed")
    try:
        library = ctypes.CDLL(str(path or "libmagic.so.1"))
    except OSError as error:
        raise ImportError(str(error)) from error
    # The search of python-magic looks into the current folder and runs gcc and ld, wherever PATH leads. Anybody may
    # have put something there, so that search is replaced by what it should find.
    search = ModuleType("magic.loader")
    vars(search)["load_lib"] = lambda: library
    sys.modules[search.__name__] = search
    import magic  # noqa: PLC0415 - at first use, not when the window starts

    module: ModuleType = magic
    return module


def _database_beside(magic: ModuleType) -> Path | None:
    """Return the database of python-magic-standalone; the system's libmagic knows where its own is."""
    path = Path(magic.__file__ or "").with_name("magic.mgc")
    return path if path.is_file() else None


_bytes_of: Final = cache(Path.read_bytes)


class _Identifier:
    """Owns a handle of libmagic. `magic.Magic` would hand libmagic the path of its database."""

    def __init__(self, magic: ModuleType) -> None:
        self._magic = magic
        self._cookie = magic.magic_open(magic.MAGIC_MIME_TYPE)
        # Not at the end of the program: another thread may still be asking then.
        weakref.finalize(self, magic.magic_close, self._cookie).atexit = False
        # The default of some versions stops at real files (python-magic issue 190).
        magic.magic_setparam(self._cookie, magic.MAGIC_PARAM_NAME_MAX, 64)
        path = _database_beside(magic)
        if path is None:
            magic.magic_load(self._cookie, None)
            return
        self._database = database = _bytes_of(path)  # libmagic uses it in place: it must outlive the handle
        load = magic.libmagic.magic_load_buffers
        load.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t]
        buffers = (ctypes.c_char_p * 1)(database)
        sizes = (ctypes.c_size_t * 1)(len(database))
        if load(self._cookie, buffers, sizes, 1) != 0:
            raise ImportError(f"libmagic does not take its database: {magic.magic_error(self._cookie)!r}")

    def mime_type(self, head: bytes) -> str:
        try:
            answer: bytes = self._magic.magic_buffer(self._cookie, head)
        except self._magic.MagicException:  # it gave up on this file, which says nothing about the file
            return GENERIC
        return answer.decode("ascii", "replace").split(";")[0].strip().lower() or GENERIC
