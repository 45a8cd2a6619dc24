"""Define what a row of the fault matrix says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from tests.faults.scenario import SIGNED, STORED, Step

from ledgerdrop.files.reader import Opener
from ledgerdrop.model.files import Progress
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.model.transfers import State
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.transfer.connectivity import ATTEMPTS_IN_VAIN, is_silence

# Long enough for a busy machine, since most rows end by an answer; pauses are next to nothing
CALM: Final = RetryPolicy(
    connect=60, stall=60, confirm=60, answer=60, first_pause=0.001, longest_pause=0.002, outage=0.0
)
# For rows that end by waiting, which then cost two such times; only that time is short, as the machine may be busy.
HASTY_CONNECT: Final = replace(CALM, connect=1.0, attempts=2)
HASTY_ANSWER: Final = replace(CALM, answer=1.5, attempts=2)
HASTY_BODY: Final = replace(CALM, stall=0.8, confirm=1.2, attempts=2)

# For rows in which the queue must see attempt after attempt: it looks 20 times a second
SEEN: Final = replace(CALM, first_pause=0.6, longest_pause=0.6)

SMALL: Final = 3_000  # bytes: in one block, taken by the kernel at once
LARGE: Final = 12_000_000  # bytes: more than the kernel takes on its own

Hook = Callable[[Progress, Path], None]


@dataclass(frozen=True, slots=True)
class Row:
    """Holds one fault, and all that must come of it.

    `api` and `storage` are what the server does at the first, second, ... request, the last one for all further.
    `code` is None where the file ends uploaded. `headline` and `words` are parts of what the user reads, `words` of
    the server's own. `at_api` and `at_storage` count the requests that must have arrived; `attempts` is what the
    outcome says. The doors name what stands behind the port (`doors.Doors`); `proxy` is one, too. `before`
    changes the file before it is sent, `during` at each sign of progress; `opener` opens it.
    """

    name: str
    code: Code | None
    headline: str
    api: tuple[Step, ...] = (SIGNED,)
    storage: tuple[Step, ...] = (STORED,)
    at_api: int = 1
    at_storage: int = 0
    overtaken: bool = False  # the end of the connection may overtake the head of the last request to storage
    attempts: int = 1
    words: str = ""
    api_door: str = "https"
    storage_door: str = "https"
    base_url: str = ""
    proxy: str = ""
    proxy_scheme: str = ""  # as the settings have it; "" for the right one
    size: int = SMALL
    policy: RetryPolicy = CALM
    before: Callable[[Path], None] | None = None
    during: Hook | None = None
    opener: Callable[[], Opener] | None = None
    etag: str | None = None  # that of the receipt
    afterwards: bool = False  # what arrives is what the file holds in the end
    also_plain: bool = field(default=False)  # the row runs over plain http, too

    @property
    def state(self) -> State:
        """Return how the file ends in the list."""
        if self.code is None:
            return State.UPLOADED
        if self.code.value.retry is Retry.ACCOUNT:
            return State.PAUSED  # with all of its account, until the user has put that right
        if is_silence(Problem(self.code)) and self.attempts >= ATTEMPTS_IN_VAIN:
            return State.RETRYING  # goes on by itself when the network is back
        return State.FAILED
