"""Judge whether there is a network at all, by how attempts end: no operating system answers that reliably."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from typing import Final

from ledgerdrop.model.files import Progress, Stage
from ledgerdrop.model.problems import Code, Problem

log = logging.getLogger(__name__)

_SILENCE: Final = frozenset({Code.OFFLINE, Code.HOST_UNKNOWN, Code.CONNECTION_TIMED_OUT, Code.PROXY_UNREACHABLE})
ATTEMPTS_IN_VAIN: Final = 3  # in a row, of one file or of several
PROBE_EVERY_SECONDS: Final = 15.0


def is_silence(outcome: object) -> bool:
    """Return whether it is a `Problem` as if the network were gone: nobody answered, not even to refuse."""
    return isinstance(outcome, Problem) and outcome.code in _SILENCE


class ConnectivityMonitor:
    """Counts the network as gone after `ATTEMPTS_IN_VAIN` attempts in a row that nobody answered.

    The first answer brings it back. While the network is gone, one file at a time keeps trying.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.gone = False
        self.problem: Problem | None = None  # how it looked when it went
        self._clock = clock
        self._in_vain = 0
        self._gone_since = 0.0
        self._probed_at = 0.0

    def note_outcome(self, outcome: object) -> None:
        """Note how an attempt ended: with a `Problem`, or well."""
        if not isinstance(outcome, Problem) or outcome.http_status is not None:
            self.note_answer()
        elif is_silence(outcome):
            self._in_vain += 1
            if self._in_vain >= ATTEMPTS_IN_VAIN and not self.gone:
                self.gone, self.problem = True, outcome
                self._gone_since = self._clock()
                log.info("No network: %s", outcome.code.slug)
                self._probed_at = self._clock()

    def note_progress(self, progress: Progress) -> None:
        """Note how far a file has got: once it is past the pre-signed URL, a server must have answered."""
        if progress.stage in {Stage.UPLOADING, Stage.CONFIRMING}:
            self.note_answer()

    def note_answer(self) -> None:
        """Note that a server has answered, so there is a network."""
        if self.gone:
            log.info("The network is back after %.0f s", self._clock() - self._gone_since)
        self.gone = False
        self._in_vain = 0

    def time_to_probe(self) -> bool:
        """Return whether one file should try again now; the next such turn is `PROBE_EVERY_SECONDS` later."""
        if self._clock() - self._probed_at < PROBE_EVERY_SECONDS:
            return False
        self._probed_at = self._clock()
        return True

    def probe_now(self) -> None:
        """Let one file try at once, whenever the last one did."""
        self._probed_at = -math.inf

    def next_probe(self) -> float:
        """Return when one file may try again (seconds of `time.monotonic`)."""
        return self._probed_at + PROBE_EVERY_SECONDS
