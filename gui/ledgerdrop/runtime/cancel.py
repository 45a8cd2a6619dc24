"""Carry the user's "stop" to whatever call a worker is waiting in, also to those that nobody can interrupt.

getaddrinfo, a keyring's unlock prompt, a read from a dead network share: such calls run in a daemon thread while the
caller waits for the result and for the user's "stop" together. A call that is abandoned goes on until the operating
system gives it up; nobody waits for it, not even the end of the program.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar


class Cancelled(Exception):  # noqa: N818 - the user's wish, not an error
    """Says that the user stopped this file. Raised inside a step; the journey turns it into `Code.CANCELLED`."""


class CancelToken:
    """Carries the wish to stop, which is set once and wakes all who wait. Cheap to make: each listed file has one.

    A thread that is about to block in a call which only something outside can end, such as a write, registers
    that something with `on_cancel`: `cancel` then calls it, on the thread that cancels.
    """

    def __init__(self) -> None:
        self._cancelled = False
        self._lock = threading.Lock()
        self._wakers: list[Callable[[], None]] = []

    def cancel(self) -> None:
        """Set the wish to stop. May be called from any thread, any number of times; returns at once."""
        with self._lock:
            self._cancelled = True
            for wake in self._wakers:  # under the lock, so that none is called once its block has ended
                wake()

    def is_cancelled(self) -> bool:
        """Return whether the user has asked to stop."""
        return self._cancelled

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` if the user has asked to stop."""
        if self._cancelled:
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep for so many seconds; raise `Cancelled` as soon as the user asks to stop."""
        woken = threading.Event()
        with self.on_cancel(woken.set):
            woken.wait(seconds)
        self.raise_if_cancelled()

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


T = TypeVar("T")


class BackgroundCall(Generic[T]):
    """Represents a call under way in another thread, for the thread that began it."""

    def __init__(self, call: Callable[[], T], undo: Callable[[T], object] | None) -> None:
        self._call = call
        self._undo = undo
        self._future: Future[T] = Future()
        self._woken = woken = threading.Event()
        self._future.add_done_callback(lambda _future: woken.set())

    def run(self) -> None:
        """Make the call, on the thread that is to do it."""
        try:
            self._future.set_result(self._call())
        except BaseException as error:  # noqa: BLE001 - it is raised again, in the thread that waits
            self._future.set_exception(error)

    def wait(
        self,
        cancel: CancelToken,
        seconds: float | None = None,
        *,
        on_slow: Callable[[], object] | None = None,
        slow_after: float = 0.0,
    ) -> T:
        """Return what the call returns, or raise what it raises.

        Raises `Cancelled` as soon as `cancel` is set, and `TimeoutError` after so many `seconds` (None: no limit). In
        both cases the call is abandoned, so it must not change anything that others rely on; should it come to an
        end, `undo` is given what it returned, in the same thread (to close a file that nobody will read).

        `on_slow` is called once, by the thread that waits, after `slow_after` seconds; only then do `seconds` begin.
        """
        try:
            with cancel.on_cancel(self._woken.set):
                if on_slow is not None and not self._woken.wait(slow_after):
                    on_slow()
                self._woken.wait(seconds)
        except BaseException:
            self.give_up()
            raise
        if not self._future.done():
            self.give_up()
            cancel.raise_if_cancelled()
            raise TimeoutError
        return self._future.result()

    def give_up(self) -> None:
        """Stop waiting for the call: what it returns is undone, now or when it comes to its end."""
        if not self._future.done():
            _own.__dict__.pop("thread", None)  # it is busy, and who knows how long
        self._future.add_done_callback(self._undo_it)

    def _undo_it(self, future: Future[T]) -> None:
        undo, self._undo = self._undo, None
        if undo is not None and future.exception() is None:
            with suppress(OSError):  # nobody is left who could do something about it
                undo(future.result())


class _Thread:
    """Makes one call after the other, in a daemon thread, for the thread that owns it."""

    def __init__(self) -> None:
        self.inbox: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        threading.Thread(target=_serve, args=(self.inbox,), name="abandonable call", daemon=True).start()

    def __del__(self) -> None:
        self.inbox.put(None)  # the owner ended or gave it up: it ends after its current call


def _serve(inbox: queue.SimpleQueue[Callable[[], None] | None]) -> None:
    while (call := inbox.get()) is not None:
        call()
        del call  # or the last call's result would live as long as this thread


_own = threading.local()


def begin(call: Callable[[], T], undo: Callable[[T], object] | None = None) -> BackgroundCall[T]:
    """Have another thread make the call, after those that this thread began before."""
    thread: _Thread | None = getattr(_own, "thread", None)
    if thread is None:
        thread = _own.thread = _Thread()
    background_call = BackgroundCall(call, undo)
    thread.inbox.put(background_call.run)
    return background_call


def call_abandonable(call: Callable[[], T], cancel: CancelToken, seconds: float | None = None) -> T:
    """Return what `call` returns, or raise what it raises; see `BackgroundCall.wait`."""
    cancel.raise_if_cancelled()
    return begin(call).wait(cancel, seconds)
