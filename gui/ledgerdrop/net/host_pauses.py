"""When each host may be asked again: all files that one host puts off wait for it together."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.retry_policy import RetryPolicy

# The host answers, but cannot do what it was asked for at the moment. It is not about one file.
_OF_THE_HOST: Final = frozenset(
    {
        Code.TOO_MANY_REQUESTS,
        Code.API_TROUBLE,
        Code.STORAGE_BUSY,
        Code.STORAGE_TROUBLE,
        Code.STORAGE_GATEWAY,
        Code.PROXY_NO_CONNECTION,
    }
)


def is_of_the_host(problem: Problem) -> bool:
    """Tell whether every other request to the same host would end like this now."""
    return problem.code in _OF_THE_HOST


@dataclass(slots=True)
class _Pause:
    until: float = 0.0  # time.monotonic
    began: float = 0.0
    rounds: int = 0  # without a request in between that went well


class HostPauses:
    """Keeps a "not before" for each host. All methods may be called from any thread, and return at once.

    `host` is whatever names it, such as `host:port`. Moments are seconds of `time.monotonic`. The pauses grow as
    `RetryPolicy` has it, by rounds and not by requests: sixteen refusals of the same second are one.
    """

    def __init__(self, patience: RetryPolicy, clock: Callable[[], float] = time.monotonic) -> None:
        self._patience = patience
        self._clock = clock
        self._lock = threading.Lock()
        self._pauses: dict[str, _Pause] = {}

    def not_before(self, host: str) -> float:
        """Return the moment before which nobody asks this host, 0.0 where there is none."""
        with self._lock:
            pause = self._pauses.get(host)
            return pause.until if pause else 0.0

    def put_off(self, host: str, problem: Problem, asked_at: float) -> float:
        """Note that a request of the moment `asked_at` ended with this problem of the host; return `not_before`.

        A Retry-After longer than `RetryPolicy.longest_retry_after` is cut to that.
        """
        with self._lock:
            now = self._clock()
            pause = self._pauses.setdefault(host, _Pause())
            if asked_at >= pause.began:
                pause.rounds += 1
                pause.began = now
                pause.until = max(pause.until, now + self._patience.grown_pause(pause.rounds))
            asked = min(problem.retry_after or 0.0, self._patience.longest_retry_after)
            pause.until = max(pause.until, now + asked)
            return pause.until

    def went_well(self, host: str) -> None:
        """Note that the host did what it was asked for: the next pause is a short one. One that runs is kept."""
        with self._lock:
            pause = self._pauses.get(host)
            if pause is not None:
                pause.rounds = 0

    def hurry(self) -> None:
        """End all pauses: the user wants it now, or there is another network."""
        with self._lock:
            self._pauses.clear()


def spread(until: float, seconds: float) -> float:
    """Return a moment up to `seconds` after `until`, at random: those who waited together do not come at once."""
    return until + random.uniform(0.0, seconds)  # noqa: S311 - jitter against herds, not a secret
