"""Say how long we wait for what: all waiting times of a journey in one value, so that tests can shorten them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from ledgerdrop.model.problems import Code, Problem, Retry


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Seconds, and the number of attempts. There is no time limit on an upload as a whole."""

    connect: float = 15.0  # until a connection stands, per address
    stall: float = 30.0  # in which not one byte of a body could be sent
    confirm: float = 300.0  # after the last byte: proxies and virus scanners take the whole file first
    answer: float = 60.0  # for a small answer, from request to its end
    farewell: float = 0.5  # for the answer to what must not be asked twice, when the user has stopped meanwhile
    attempts: int = 5
    first_pause: float = 1.0
    longest_pause: float = 60.0
    longest_retry_after: float = 3600.0  # what a server may ask for; beyond that the user decides
    outage: float = 3600.0  # in which a host that answers, but cannot do its work, is asked again by itself

    def pause_before_next(self, problem: Problem, attempts: int, fresh_urls: int) -> float | None:
        """The one decision whether a problem is tried again by itself.

        `attempts` were made, `fresh_urls` of them ended because the pre-signed URL was refused. Returns seconds to
        wait, or None when it is the user's turn.
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
        """Return the seconds to wait after so many attempts without success: doubled each time, up to the longest."""
        pause = min(self.longest_pause, self.first_pause * 2.0 ** min(rounds - 1, 60))
        return pause * random.uniform(0.5, 1.0)  # noqa: S311 - jitter against herds, not a secret
