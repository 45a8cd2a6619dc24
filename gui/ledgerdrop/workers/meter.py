"""Bytes, speed and time left of what the user has sent."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Final

from ledgerdrop.pipeline.ingestion import Intake
from ledgerdrop.workers.entries import State, Totals
from ledgerdrop.workers.listing import Listing

_WINDOW_SECONDS: Final = 5.0  # long enough that the speed does not flicker, short enough to follow a change


class Meter:
    """Lives on the window's thread."""

    def __init__(self, listing: Listing, clock: Callable[[], float] = time.monotonic) -> None:
        self._listing = listing
        self._clock = clock
        self._before = 0  # bytes uploaded before the queue last ran empty
        self._samples: deque[tuple[float, int]] = deque()

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
        speed = self._speed(done) if sending else self._at_rest()
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
            bytes_per_second=speed,
            seconds_left=(total - done) / speed if speed else None,
            paused=paused,
            offline=offline,
            planned=intakes[Intake.PLANNED] + intakes[Intake.WAITING] + intakes[Intake.ASKED],
            processing=intakes[Intake.PROCESSING],
            taken_in=intakes[Intake.TAKEN_IN] + intakes[Intake.FOUND],
            not_taken_in=intakes[Intake.NOT_TAKEN_IN],
            settled=intakes[None] + intakes[Intake.TAKEN_IN] + intakes[Intake.FOUND],
        )

    def _speed(self, done: int) -> float:
        now, samples = self._clock(), self._samples
        samples.append((now, done))
        while len(samples) > 2 and samples[1][0] <= now - _WINDOW_SECONDS:
            samples.popleft()
        since, before = samples[0]
        # An attempt that failed takes its bytes back.
        return max(0, done - before) / (now - since) if now > since else 0.0

    def _at_rest(self) -> float:
        self._samples.clear()
        return 0.0
