"""Decide how long to wait for a host, and when it may be asked again.

All files that one host puts off wait for it together.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ledgerdrop.model.problems import Code, Problem, Retry


@dataclass(frozen=True)
class RetryPolicy:
    """Sets how long to wait, in seconds, and how often to try. An upload as a whole has no time limit."""

    connect: float = 15.0  # until one of a host's addresses is connected; to resolve its name may take as long again
    stall: float = 30.0  # in which not one byte of a body could be sent
    confirm: float = 300.0  # after the last byte: proxies and virus scanners take the whole file first
    answer: float = 60.0  # for a small answer, from request to its end
    farewell: float = 0.5  # for the answer to what must not be asked twice, when the user has stopped meanwhile
    attempts: int = 5
    first_pause: float = 1.0  # at most this long, and at least half of it; none after a first CONNECTION_LOST
    longest_pause: float = 60.0
    longest_retry_after: float = 3600.0  # what a server may ask for; beyond that the user decides
    outage: float = 3600.0  # in which a host that answers, but cannot do its work, is asked again by itself

    def pause_before_next(self, problem: Problem, attempts: int, fresh_urls: int) -> float | None:
        """Decide whether a problem is tried again without the user: nothing else decides this.

        So many `attempts` were made, of which `fresh_urls` ended because the pre-signed URL was refused. Returns the
        seconds to wait, or None when it is the user's turn.
        """
        if problem.retry is Retry.FRESH_URL:
            return 0.0 if fresh_urls <= 1 else None
        if problem.retry is not Retry.AUTOMATIC or attempts >= self.attempts:
            return None
        asked = problem.retry_after or 0.0
        if asked > self.longest_retry_after:
            return None
        if problem.code is Code.CONNECTION_LOST and attempts == 1:
            return 0.0  # over TLS this is often a refusal in disguise: a fresh URL tells the two apart
        # Never earlier than the server asks for; its "at once" would only use up the attempts
        return max(asked, self.grown_pause(attempts))

    def grown_pause(self, rounds: int) -> float:
        """Return the seconds to wait after so many failed rounds: doubled each time, up to the longest pause."""
        pause = min(self.longest_pause, self.first_pause * 2.0 ** min(rounds - 1, 60))
        return pause * random.uniform(0.5, 1.0)  # noqa: S311 - jitter against herds, not a secret


log = logging.getLogger(__name__)

# The host answers, but cannot do what it was asked for at the moment. It is not about one file.
_OF_THE_HOST: Final = (
    Code.TOO_MANY_REQUESTS,
    Code.API_TROUBLE,
    Code.STORAGE_BUSY,
    Code.STORAGE_TROUBLE,
    Code.STORAGE_GATEWAY,
    Code.PROXY_NO_CONNECTION,
)
_OVER_AFTER: Final = 60.0  # seconds without trouble


def is_of_the_host(problem: Problem) -> bool:
    """Return whether every other request to the same host would fail in the same way now."""
    return problem.code in _OF_THE_HOST


@dataclass(frozen=True)
class Pause:
    """Says until when nobody asks a host (seconds of `time.monotonic`), and why."""

    until: float
    problem: Problem


@dataclass
class _Outage:
    pause: Pause
    since: float
    round_began: float = 0.0
    rounds: int = 0  # without a request in between that went well
    seen: float = 0.0  # the last trouble


class HostPauses:
    """Keeps the earliest time at which each host may be asked again. All methods are for any thread, and return at
    once.

    `host` is whatever names the host, such as an API's address. Moments are seconds of `time.monotonic`. The pauses
    grow as `RetryPolicy` has it, by rounds and not by requests: sixteen refusals of the same second are one round.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._outages: dict[str, _Outage] = {}

    def pause(self, host: str) -> Pause | None:
        """Return the pause that is to pass before this host is asked, None for none."""
        with self._lock:
            outage = self._outages.get(host)
            return outage.pause if outage and outage.pause.until > self._clock() else None

    def put_off(self, host: str, problem: Problem, asked_at: float, policy: RetryPolicy) -> None:
        """Note that a request which began at `asked_at` failed with a problem of the whole host."""
        with self._lock:
            now = self._clock()
            outage = self._outages.get(host)
            if outage is None:
                log.info("%s cannot serve us: %s", host, problem.code.slug)
                outage = self._outages[host] = _Outage(Pause(0.0, problem), now)
            until = outage.pause.until
            if asked_at >= outage.round_began:
                outage.rounds += 1
                outage.round_began = now
                until = max(until, now + policy.grown_pause(outage.rounds))
            asked = min(problem.retry_after or 0.0, policy.longest_retry_after)
            outage.pause = Pause(max(until, now + asked), problem)
            outage.seen = now

    def went_well(self, host: str) -> None:
        """Note that the host served a request: the next pause is a short one. A running pause stays."""
        with self._lock:
            outage, now = self._outages.get(host), self._clock()
            if outage is None:
                return
            outage.rounds = 0
            if now - max(outage.seen, outage.pause.until) >= _OVER_AFTER:
                log.info("%s serves us again, %.0f s after the first trouble", host, outage.seen - outage.since)
                del self._outages[host]


class Attempts:
    """Counts the attempts of one file at a host, and decides whether and when there is another one."""

    def __init__(self, policy: RetryPolicy, pauses: HostPauses, host: str) -> None:
        self.number = 0
        self._policy = policy
        self._pauses = pauses
        self._host = host
        self._asked_at = 0.0
        self._trouble_since: float | None = None
        self._own = 0  # attempts that ended with a problem which is not the host's
        self._fresh_urls = 0

    def begin(self) -> None:
        """Count one more attempt."""
        self.number += 1
        self._asked_at = time.monotonic()

    def pause(self) -> Pause | None:
        """Return the pause before the next attempt, also one that another file's attempt caused; None for none.

        The pause has jitter, so that files which wait together do not all come at the same moment.
        """
        found = self._pauses.pause(self._host)
        jitter = random.uniform(0.0, self._policy.first_pause)  # noqa: S311 - against herds, not a secret
        return Pause(found.until + jitter, found.problem) if found else None

    def after(self, problem: Problem) -> float | None:
        """Return the least seconds to wait after an attempt with this problem, None when it is the user's turn.

        A problem of the host is waited out as long as `RetryPolicy.outage` says, through any number of attempts;
        every other problem is tried again for as many attempts as the policy allows.
        """
        if problem.retry is Retry.FRESH_URL:
            self._fresh_urls += 1
        if not is_of_the_host(problem):
            self._own += 1
            return self._policy.pause_before_next(problem, self._own, self._fresh_urls)
        now = time.monotonic()
        if self._trouble_since is None:
            self._trouble_since = self._asked_at
        too_long = now - self._trouble_since >= self._policy.outage and self.number >= self._policy.attempts
        if too_long or (problem.retry_after or 0.0) > self._policy.longest_retry_after:
            return None
        self._pauses.put_off(self._host, problem, self._asked_at, self._policy)
        return 0.0

    def went_well(self) -> None:
        """Note that the last attempt succeeded."""
        self._pauses.went_well(self._host)
