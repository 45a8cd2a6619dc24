"""Ends what takes too long. One thread watches over all that is under way: one for each exchange costs more than
many an exchange itself (tests/bench)."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from typing import Final


class Deadline:
    """For `with`: calls `end`, once, when so many seconds have gone by since the beginning or the last `postpone`.

    `end` runs in another thread, must return at once, and is not called any more when the block is left.
    """

    def __init__(self, seconds: float, end: Callable[[], None]) -> None:
        self.missed = False
        self.end = end
        self.until = 0.0
        self._seconds = seconds

    def __enter__(self) -> Deadline:
        self.postpone()
        _watch.add(self)
        return self

    def __exit__(self, *_: object) -> None:
        _watch.remove(self)

    def postpone(self) -> None:
        """Begin to count anew. Any thread."""
        self.until = time.monotonic() + self._seconds

    def shorten(self, seconds: float) -> None:
        """At most so many seconds are left from now on. Any thread."""
        self.until = min(self.until, time.monotonic() + seconds)
        _watch.look_again()


class _Watch:
    """Sleeps until the first deadline as it was when it last looked: one that is postponed wakes nobody."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._deadlines: set[Deadline] = set()
        self._wakes_at = -math.inf  # until it runs

    def add(self, deadline: Deadline) -> None:
        with self._changed:
            if self._wakes_at == -math.inf:
                self._wakes_at = math.inf
                threading.Thread(target=self._run, name="deadlines", daemon=True).start()
            self._deadlines.add(deadline)
            if deadline.until < self._wakes_at:
                self._changed.notify()

    def remove(self, deadline: Deadline) -> None:
        with self._changed:  # so that `end` is over, or never called
            self._deadlines.discard(deadline)

    def look_again(self) -> None:
        with self._changed:
            self._changed.notify()

    def _run(self) -> None:
        with self._changed:
            while True:
                now = time.monotonic()
                for deadline in [one for one in self._deadlines if one.until <= now]:
                    self._deadlines.remove(deadline)
                    deadline.missed = True
                    deadline.end()
                self._wakes_at = min((one.until for one in self._deadlines), default=math.inf)
                self._changed.wait(None if self._wakes_at == math.inf else self._wakes_at - now)


_watch: Final = _Watch()
