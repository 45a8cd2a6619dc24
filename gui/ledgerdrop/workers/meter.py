"""Bytes, speed and time left of what the user has sent."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Final

from ledgerdrop.pipeline.ingestion import Intake
from ledgerdrop.workers.entries import State, Totals
from ledgerdrop.workers.listing import Listing

# The speed is that of the last half of the time, and of these seconds at least, from one arrival to another: on a
# slow line files arrive by turns, and nothing seems to move in between.
_LEAST_SECONDS: Final = 10.0
_STILL_SECONDS: Final = 30.0  # so long after the last arrival the time without one counts as well
_SAMPLE_SECONDS: Final = 0.2
_TOO_SOON_SECONDS: Final = 2.0  # to know anything


class Meter:
    """Lives on the window's thread."""

    def __init__(self, listing: Listing, clock: Callable[[], float] = time.monotonic) -> None:
        self._listing = listing
        self._clock = clock
        self._before = 0  # bytes uploaded before the queue last ran empty
        self._began = 0.0
        self._still_for = 0.0  # seconds since something arrived
        self._samples: deque[tuple[float, int]] = deque()  # when, and how much had arrived

    def start_batch(self) -> None:
        """Count bytes from zero: nothing is left of what was sent before."""
        self._before = self._listing.bytes_uploaded
        self._samples.clear()

    def totals(self, paused: bool, offline: bool) -> Totals:
        """The sums as they are now. Called a few times a second while something is sent, it knows the speed."""
        listing, files, intakes = self._listing, self._listing.files, self._listing.intakes
        done = listing.bytes_uploaded - self._before + listing.bytes_in_flight
        total = listing.bytes_uploaded - self._before + listing.bytes_outstanding
        sending = files[State.SENDING] + files[State.RETRYING]
        arrived = listing.bytes_uploaded - self._before + listing.bytes_beyond
        pace = self._pace(arrived) if sending else self._at_rest()
        return Totals(
            done=files[State.UPLOADED],
            waiting=files[State.QUEUED] + files[State.PAUSED],
            held=files[State.PAUSED],
            ready=files[State.READY],
            active=files[State.CHECKING] + sending,
            checking=files[State.CHECKING],
            attention=listing.attention,
            cancelled=files[State.CANCELLED],
            bytes_done=done,
            bytes_total=total,
            bytes_per_second=pace if self._still_for < _LEAST_SECONDS else 0.0,
            seconds_left=self._left(total - arrived, pace),
            paused=paused,
            offline=offline,
            planned=intakes[Intake.PLANNED] + intakes[Intake.WAITING] + intakes[Intake.ASKED],
            processing=intakes[Intake.PROCESSING],
            taken_in=intakes[Intake.TAKEN_IN] + intakes[Intake.FOUND],
            not_taken_in=intakes[Intake.NOT_TAKEN_IN],
            settled=intakes[None] + intakes[Intake.TAKEN_IN] + intakes[Intake.FOUND],
        )

    def _pace(self, arrived: int) -> float:
        """Bytes a second."""
        now, samples = self._clock(), self._samples
        if not samples:
            self._began = now
            samples.append((now, arrived))
        elif arrived != samples[-1][1] and now - samples[-1][0] >= _SAMPLE_SECONDS:
            samples.append((now, arrived))
        window = max(_LEAST_SECONDS, (now - self._began) / 2)
        while len(samples) > 2 and samples[1][0] <= now - window:
            samples.popleft()
        (since, before), (until, after) = samples[0], samples[-1]
        self._still_for = now - until
        until = max(until, now - min(until - since, _STILL_SECONDS))
        if until == since or now - self._began < _TOO_SOON_SECONDS:
            return 0.0
        return max(0, after - before) / (until - since)  # an attempt that failed takes its bytes back

    def _left(self, outstanding: int, pace: float) -> float | None:
        left = outstanding / pace - self._still_for if pace else 0.0
        return left if left > 0 else None

    def _at_rest(self) -> float:
        self._samples.clear()
        self._still_for = 0.0
        return 0.0
