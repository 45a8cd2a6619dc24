"""What arrived, for tests to look at: kept in memory only, and only with `--record`."""

from __future__ import annotations

import json
import threading
from collections import deque
from dataclasses import asdict, dataclass
from typing import Final

from ledgerdrop.practice.http1 import Request

_LIMIT: Final = 20_000


@dataclass(slots=True)
class LoggedRequest:
    """One request as it arrived, and what became of it.

    `target` is the path with its query; `headers` are pairs of name and value; none of them changed. `connection`
    counts connections from 1. `status` is None while no answer was given (or never).
    """

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    connection: int
    status: int | None = None


class RequestLog:
    """The latest requests, oldest first. Safe to use from many threads."""

    def __init__(self) -> None:
        self._entries: deque[LoggedRequest] = deque(maxlen=_LIMIT)
        self._lock = threading.Lock()

    def begin(self, request: Request, connection: int) -> LoggedRequest:
        """Note a request whose head has arrived."""
        entry = LoggedRequest(request.method, request.target, request.headers, connection)
        with self._lock:
            self._entries.append(entry)
        return entry

    def clear(self) -> None:
        """Forget all of them."""
        with self._lock:
            self._entries.clear()

    def as_json(self) -> bytes:
        """A JSON list of objects with the fields of `LoggedRequest`."""
        with self._lock:
            return json.dumps([asdict(entry) for entry in self._entries]).encode()
