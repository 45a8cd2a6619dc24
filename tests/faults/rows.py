"""What a row of the fault matrix says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.faults.scenario import SIGNED, STORED, Step

from ledgerdrop.pipeline.patience import Patience
from ledgerdrop.pipeline.problems import Code
from ledgerdrop.pipeline.progress import Progress
from ledgerdrop.pipeline.reading import Opener

# Long enough for a busy machine, since most rows end by an answer; pauses are next to nothing
CALM: Final = Patience(connect=8, stall=8, confirm=8, answer=8, first_pause=0.001, longest_pause=0.002)
# For rows that end by waiting, which then cost two of these
HASTY: Final = Patience(connect=1.0, stall=0.8, confirm=1.2, answer=1.5, attempts=2, first_pause=0.001)

SMALL: Final = 3_000  # bytes: in one block, taken by the kernel at once
LARGE: Final = 12_000_000  # bytes: more than the kernel takes on its own

Hook = Callable[[Progress, Path], None]


@dataclass(frozen=True, slots=True)
class Row:
    """One fault, and all that must come of it.

    `api` and `storage` are what the server does at the first, second, ... request, the last one for all further.
    `code` is None where the file ends uploaded. `headline` and `words` are parts of what the user reads, `words` of
    the server's own. `at_api` and `at_storage` count the requests that must have arrived; `attempts` is what the
    outcome says. The doors name what stands behind the port (`server.open_doors`); `proxy` is one, too. `before`
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
    size: int = SMALL
    patience: Patience = CALM
    before: Callable[[Path], None] | None = None
    during: Hook | None = None
    opener: Callable[[], Opener] | None = None
    also_plain: bool = field(default=False)  # the row runs over plain http, too
