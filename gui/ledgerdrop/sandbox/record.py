"""What arrived, for tests to look at: kept in memory only, and only with `--record`."""

from __future__ import annotations

import json
import threading
from collections import deque
from dataclasses import asdict, dataclass
from typing import Final

from ledgerdrop.sandbox.wire import Request

_LIMIT: Final = 20_000


@dataclass(slots=True)
class Entry:
    """One request as it arrived, and what became of it.

    `target` is the path with its query; `headers` are pairs of name and value; none of them changed. `connection`
    counts connections from 1. `status` is None while no answer was given (or never).
    """

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    connection: int
    status: int | None = None


class Record:
    """The latest requests, oldest first. Safe to use from many threads."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=_LIMIT)
        self._lock = threading.Lock()

    def begin(self, request: Request, connection: int) -> Entry:
        """Note a request whose head has arrived."""
        entry = Entry(request.method, request.target, request.headers, connection)
        with self._lock:
            self._entries.append(entry)
        return entry

    def clear(self) -> None:
        """Forget all of them."""
        with self._lock:
            self._entries.clear()

    def as_json(self) -> bytes:
        """A JSON list of objects with the fields of `Entry`."""
        with self._lock:
            return json.dumps([asdict(entry) for entry in self._entries]).encode()
