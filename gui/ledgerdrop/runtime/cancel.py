"""Carry the user's "stop" from the button to whatever call a worker is waiting in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Cancelled(Exception):  # noqa: N818 - the user's wish, not an error
    """The user stopped this file. Raised inside a step; the journey turns it into `Code.CANCELLED`."""


class CancelToken:
    """A `threading.Event` that also wakes those who cannot wait for an event.

    A thread that is about to block in a call which only something outside can end, such as a write, registers
    that something with `on_cancel`: `cancel` then calls it, on the thread that cancels.
    """

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._wakers: list[Callable[[], None]] = []

    def cancel(self) -> None:
        """Stop. May be called from any thread, any number of times; returns at once."""
        with self._lock:
            self._event.set()
            for wake in self._wakers:  # under the lock, so that none is called once its block has ended
                wake()

    def is_cancelled(self) -> bool:
        """Return true once the user has asked to stop."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` if the user wants it to stop."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep for that long; raise `Cancelled` as soon as the user wants it to stop."""
        if self._event.wait(seconds):
            raise Cancelled

    @contextmanager
    def on_cancel(self, wake: Callable[[], None]) -> Iterator[None]:
        """Have `cancel` call `wake`, on its own thread, while the block runs.

        Raises:
            Cancelled: the user has asked to stop already.
        """
        with self._lock:
            self.raise_if_cancelled()
            self._wakers.append(wake)
        try:
            yield
        finally:
            with self._lock:
                self._wakers.remove(wake)
