"""One file's "stop now", from the button to whatever the worker is waiting for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Cancelled(Exception):  # noqa: N818 - the user's wish, not an error
    """The user stopped this file. Raised inside a step; the journey turns it into `Code.CANCELLED`."""


class CancelToken:
    """A `threading.Event` that also wakes those who cannot wait for an event.

    A thread that is about to block in a call which only something outside can end (a socket's write) names that
    something with `wakes`: `set` then calls it, from the thread that cancels.
    """

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._wakers: list[Callable[[], None]] = []

    def set(self) -> None:
        """Stop. May be called from any thread, any number of times; returns at once."""
        with self._lock:
            self._event.set()
            for wake in self._wakers:  # under the lock, so that none is called once its block has ended
                wake()

    def is_set(self) -> bool:
        """Whether the user wants it to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` if the user wants it to stop."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep for that long; raise `Cancelled` as soon as the user wants it to stop."""
        if self._event.wait(seconds):
            raise Cancelled

    @contextmanager
    def wakes(self, wake: Callable[[], None]) -> Iterator[None]:
        """While the block runs, `set` calls `wake` (any thread). Raises `Cancelled` if it is too late already."""
        with self._lock:
            self.check()
            self._wakers.append(wake)
        try:
            yield
        finally:
            with self._lock:
                self._wakers.remove(wake)
