"""Keep one window for each login session: a second start hands its files to the first instance, and ends.

Who is first is decided by a lock that the system takes back when a process ends, however it ends; so nothing stale
is ever in the way. Only who has that lock listens, and writes where into a file that only this user may read (the
door), together with a key made for this run. The exchange: the first one sends a nonce; the second proves the key and
sends its paths; the first one takes them and proves the key in turn.

The address is a Unix socket in a folder of ours. Python has none on Windows, so there it is a port of this machine,
and the key is what keeps other users out. Visitors have a time limit, and where too many are there that have not
shown the key, the one that is there longest is sent away: nobody who only holds connections open keeps others out.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import os
import secrets
import socket
import stat
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.atomic_file import write_atomically
from ledgerdrop.runtime.file_lock import try_to_lock
from ledgerdrop.runtime.locations import private_folder

log = logging.getLogger(__name__)

_PATIENCE: Final = 5.0  # seconds in which the first instance must answer, and in which a visitor must be done
_PAUSE: Final = 0.05
_MOST_STRANGERS: Final = 32  # connections at once that have not shown the key; to show it takes milliseconds
# 10,000 paths of the greatest length that Linux knows need 40 MB.
_MOST_BYTES: Final = 64 * 2**20
_NONCE_BYTES: Final = 32
_LENGTH_BYTES: Final = 4

_UNIX: Final[int | None] = getattr(socket, "AF_UNIX", None)  # Python has none on Windows
_LONGEST_ADDRESS: Final = 100  # bytes; unix(7) knows 107, macOS 103

OnPaths = Callable[[tuple[Path, ...]], None]


class InstanceServer:
    """The first instance's, in its folder, whose lock it holds. Raises OSError where none can be made.

    `on_paths` runs in a daemon thread, for one visitor after the other.
    """

    def __init__(self, place: Path, on_paths: OnPaths) -> None:
        self._path = place / "door"
        self._on_paths = on_paths
        self._key = secrets.token_bytes(32)
        self._ending = threading.Event()
        self._one_at_a_time = threading.Lock()
        self._strangers: list[socket.socket] = []  # who has not shown the key yet, the longest there first
        self._strangers_lock = threading.Lock()
        self._listener = _new_listener(place)
        try:
            _write_door(self._path, self._listener, self._key)
        except OSError:
            self._listener.close()
            raise
        self._thread = threading.Thread(target=self._serve, name="instance", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let nobody in any more."""
        self._ending.set()
        with suppress(OSError):
            self._path.unlink()
        with suppress(OSError):  # a visit of our own ends the wait for one
            _connect(self._listener.family, self._listener.getsockname(), 1.0).close()
        self._thread.join(1.0)
        address = self._listener.getsockname()
        self._listener.close()
        if isinstance(address, str):
            with suppress(OSError):
                Path(address).unlink()

    def _serve(self) -> None:
        while True:
            try:
                visitor, _ = self._listener.accept()
            except OSError as error:  # the visitor has gone already, or we are out of descriptors
                log.info("a visitor was lost: %s", type(error).__name__)
                if self._ending.wait(_PAUSE):
                    return
                continue
            if self._ending.is_set():
                visitor.close()
                return
            self._let_in(visitor)

    def _let_in(self, visitor: socket.socket) -> None:
        with self._strangers_lock:
            self._strangers.append(visitor)
            if len(self._strangers) > _MOST_STRANGERS:
                with suppress(OSError):
                    self._strangers.pop(0).shutdown(socket.SHUT_RDWR)  # which ends its thread
        try:
            threading.Thread(target=self._receive_from, args=(visitor,), name="instance-visitor", daemon=True).start()
        except RuntimeError:  # no room for another thread
            self._forget(visitor)
            visitor.close()

    def _forget(self, visitor: socket.socket) -> None:
        with self._strangers_lock, suppress(ValueError):
            self._strangers.remove(visitor)

    def _receive_from(self, visitor: socket.socket) -> None:
        deadline = time.monotonic() + _PATIENCE
        try:
            nonce = _check_key(visitor, self._key, deadline)
            self._forget(visitor)
            self._take(_receive_paths(visitor, deadline))
            _send(visitor, _proof(self._key, b"first", nonce), deadline)
        except (OSError, ValueError) as error:
            log.info("a visitor was turned away: %s", type(error).__name__)
        except Exception:  # a mistake of ours must not end the listening
            log.exception("the paths of another instance could not be taken")
        finally:
            self._forget(visitor)
            visitor.close()

    def _take(self, paths: tuple[Path, ...]) -> None:
        with self._one_at_a_time:
            if self._ending.is_set():
                raise ConnectionAbortedError  # the program ends, so the visitor must become the first instance
            self._on_paths(paths)


def send_paths(place: Path, paths: Sequence[Path], deadline: float) -> bool:
    """Return whether the first instance, whose folder that is, has taken them by then (`time.monotonic`)."""
    try:
        family, address, key = _read_door(place / "door")
        with _connect(family, address, max(deadline - time.monotonic(), _PAUSE)) as connection:
            nonce = _receive(connection, _NONCE_BYTES, deadline)
            message = _to_bytes(paths)
            _send(connection, _proof(key, b"second", nonce), deadline)
            _send(connection, len(message).to_bytes(_LENGTH_BYTES, "big") + message, deadline)
            return hmac.compare_digest(_receive(connection, 32, deadline), _proof(key, b"first", nonce))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):  # no door, a stale or damaged one, no answer
        return False


def _check_key(visitor: socket.socket, key: bytes, deadline: float) -> bytes:
    """Return the nonce for which the visitor has proven the key. Raises ValueError where it has not, OSError."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    _send(visitor, nonce, deadline)
    if not hmac.compare_digest(_receive(visitor, 32, deadline), _proof(key, b"second", nonce)):
        raise ValueError("the key is not ours")
    return nonce


def _receive_paths(visitor: socket.socket, deadline: float) -> tuple[Path, ...]:
    length = int.from_bytes(_receive(visitor, _LENGTH_BYTES, deadline), "big")
    if length > _MOST_BYTES:
        raise ValueError("too many paths")
    return _to_paths(_receive(visitor, length, deadline))


def _proof(key: bytes, who: bytes, nonce: bytes) -> bytes:
    return hmac.digest(key, who + nonce, "sha256")


def _to_bytes(paths: Sequence[Path]) -> bytes:
    # No path holds a NUL. "surrogatepass": not every name is Unicode. Absolute: the other one has another folder.
    return b"\0".join(os.path.abspath(path).encode("utf-8", "surrogatepass") for path in paths)  # noqa: PTH100 - does not follow links or touch the disk


def _to_paths(message: bytes) -> tuple[Path, ...]:
    """Raises ValueError if it cannot have come from `_to_bytes`."""
    if not message:
        return ()
    paths = tuple(Path(part.decode("utf-8", "surrogatepass")) for part in message.split(b"\0"))
    if not all(path.is_absolute() for path in paths):
        raise ValueError("not a list of paths")
    return paths


def _send(connection: socket.socket, message: bytes, deadline: float) -> None:
    connection.settimeout(max(deadline - time.monotonic(), 0.001))
    connection.sendall(message)


def _receive(connection: socket.socket, length: int, deadline: float) -> bytes:
    received = bytearray()
    while len(received) < length:
        connection.settimeout(max(deadline - time.monotonic(), 0.001))
        part = connection.recv(min(length - len(received), 2**20))
        if not part:
            raise ConnectionResetError
        received += part
    return bytes(received)


def _connect(family: int, address: str | tuple[str, int], seconds: float) -> socket.socket:
    connection = socket.socket(family)
    try:
        connection.settimeout(seconds)
        connection.connect(address)
    except BaseException:
        connection.close()
        raise
    return connection


def _new_listener(place: Path) -> socket.socket:
    """Listen on a Unix socket; on Windows on a port of this machine. Raises OSError."""
    if _UNIX is None:
        return socket.create_server(("127.0.0.1", 0))
    path = place / "socket"
    if len(os.fsencode(path)) > _LONGEST_ADDRESS:
        name = hashlib.sha256(os.fsencode(place.resolve())).hexdigest()[:16]
        path = _own_folder(_runtime_folder()) / name
    unix = socket.socket(_UNIX)
    try:
        path.unlink(missing_ok=True)  # of an earlier run; we have the lock, so nobody uses it
        unix.bind(str(path))
        unix.listen()
    except OSError:
        unix.close()
        raise
    return unix


def _runtime_folder() -> Path:
    """Return this user's folder for sockets, whose path is short; it need not be there yet."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")  # of this user alone, by its specification
    if given and len(os.fsencode(given)) < _LONGEST_ADDRESS // 2:
        return Path(given) / "ledgerdrop"
    parent = tempfile.gettempdir()  # on macOS of this user alone as well
    parent = parent if len(os.fsencode(parent)) < _LONGEST_ADDRESS // 2 else "/tmp"  # noqa: S108 - the folder in it is checked
    return Path(parent) / f"ledgerdrop-{os.geteuid()}"


def _write_door(door: Path, listener: socket.socket, key: bytes) -> None:
    write_atomically(door, json.dumps({"address": listener.getsockname(), "key": key.hex()}).encode())


def _read_door(door: Path) -> tuple[int, str | tuple[str, int], bytes]:
    """Family, address and key. Raises OSError, ValueError, KeyError or TypeError if it is no door."""
    content = json.loads(door.read_text(encoding="ascii"))
    key = bytes.fromhex(content["key"])
    address = content["address"]
    if _UNIX is not None and isinstance(address, str):
        return _UNIX, address, key
    host, port = address
    return socket.AF_INET, (host, int(port)), key


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The first instance has taken the paths: this one has nothing left to do."""


def claim(folder: Path, paths: Sequence[Path]) -> FirstInstance | HandedOver | Problem:
    """Be the first instance, or hand the paths to it. No paths: the first one shows its window.

    `folder` is this user's own for short-lived files; practice has one of its own. A Problem (`INSTANCE_SILENT`) when
    there is a first instance that does not answer within 5 s. Where the folder cannot be used everyone is the first.
    """
    deadline = time.monotonic() + _PATIENCE
    try:
        if isinstance(made := private_folder(folder), Problem):
            raise PermissionError(made.detail)
        place = _own_folder(folder / _session())
        while (lock := try_to_lock(place / "lock")) is None:
            # It may be just starting (no door yet), or ending (the lock will be free): so more than one try.
            if send_paths(place, paths, deadline):
                return HandedOver()
            if time.monotonic() > deadline:
                return Problem(Code.INSTANCE_SILENT)
            time.sleep(_PAUSE)
    except OSError as error:
        log.warning("no place to find other instances: %s", type(error).__name__)
        return FirstInstance(None, None)
    return FirstInstance(place, lock)


class FirstInstance:
    """The one that has the window. Its place is free again after `close`, or when its process has ended."""

    def __init__(self, place: Path | None, lock: int | None) -> None:
        self._place = place
        self._lock = lock
        self._server: InstanceServer | None = None

    def listen(self, on_paths: Callable[[tuple[Path, ...]], None]) -> None:
        """Take paths from now on. `on_paths` runs in a daemon thread, and others wait until it returns."""
        if self._place is None:
            return
        try:
            self._server = InstanceServer(self._place, on_paths)
        except OSError as error:
            log.warning("other instances cannot reach this one: %s", type(error).__name__)

    def stop_listening(self) -> None:
        """Take no more paths: the first thing when the program ends. A later start waits for `close`."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def close(self) -> None:
        """Give up the place: the last thing, when the journal is closed."""
        self.stop_listening()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _own_folder(folder: Path) -> Path:
    """Return the folder, made if need be. Raises OSError unless it is this user's and closed to others."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32":  # where a profile is closed to others by its access list
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            raise PermissionError(f"{folder} belongs to someone else")
        folder.chmod(0o700)
    return folder


def _session() -> str:
    """Return a name for this login session: the same user may have several, each with windows of its own."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only this system needs it

        number = ctypes.c_uint32()
        ctypes.WinDLL("kernel32").ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
        name = str(number.value)
    else:  # on macOS neither is set: a user has one session there
        name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    return f"{zlib.crc32(name.encode('utf-8', 'surrogatepass')):08x}"
