"""Define what the window is told of each file, and of all of them. Frozen, no Qt in here."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Final

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import CheckedFile, Progress, Uploaded
from ledgerdrop.model.ingestion import IngestionState, IngestionStatus
from ledgerdrop.model.inspection import Contents
from ledgerdrop.model.problems import Problem, Retry
from ledgerdrop.model.settings import FolderOwner


class State(Enum):
    """Lists the states of a file. Every file ends in one that is `finished`, or waits for the user."""

    __hash__ = object.__hash__  # Enum's own, in Python, is slow where 10,000 files are counted (tests/bench)

    CHECKING = auto()
    READY = auto()  # checked; goes when the user says "Send"
    WARNED = auto()  # checked; goes only after "Send anyway"
    REJECTED = auto()  # cannot be sent as it is
    QUEUED = auto()  # goes by itself when its turn comes
    SENDING = auto()
    RETRYING = auto()  # waits for its next attempt, which comes by itself
    PAUSED = auto()  # would be QUEUED, but it, its account or the whole queue is paused
    UPLOADED = auto()
    FAILED = auto()
    CANCELLED = auto()
    DUPLICATE = auto()  # another row has the same content, and goes; this one only after "Send anyway"

    @property
    def finished(self) -> bool:
        """Return whether nothing more happens to the file unless the user wants so."""
        return self in _FINISHED

    @property
    def in_progress(self) -> bool:
        """Return whether the file is being checked, or was sent by the user and has not arrived yet."""
        return self in _IN_PROGRESS

    @property
    def needs_attention(self) -> bool:
        """Return whether the user has to decide, or to correct something."""
        return self in _NEEDS_ATTENTION


_FINISHED: Final = frozenset({State.UPLOADED, State.REJECTED, State.FAILED, State.CANCELLED, State.DUPLICATE})
_IN_PROGRESS: Final = frozenset({State.CHECKING, State.QUEUED, State.SENDING, State.RETRYING, State.PAUSED})
_NEEDS_ATTENTION: Final = frozenset({State.WARNED, State.REJECTED, State.FAILED})


@dataclass(frozen=True, slots=True)
class TransferItem:
    """Holds one row. `id` is not given to another row while the program runs; `name` is the name that Clear will see.

    `size` (bytes) and `modified_ns` (nanoseconds since the epoch) are those of the last look at the file, None before
    it. `problem` says why it is in its state (also why it is being retried, or was paused). `slow`: reading it takes
    unusually long. `ingestion`: what follows the upload. `dropped_in`: the folder that was dropped, for a file that
    was found in it. `same_as`: the row with the same content, while DUPLICATE. `changed_since`: the file on disk is
    not the one that was uploaded any more.
    `contents`: what was found inside, None while nobody has looked.
    """

    id: int
    path: Path
    name: str
    account_id: str
    state: State = State.CHECKING
    size: int | None = None
    checked: CheckedFile | None = None
    problem: Problem | None = None
    progress: Progress | None = None
    uploaded: Uploaded | None = None
    slow: bool = False
    ingestion: IngestionState | None = None
    modified_ns: int | None = None
    dropped_in: Path | None = None
    same_as: int | None = None
    changed_since: bool = False
    contents: Contents | None = None

    @property
    def ingestion_status(self) -> IngestionStatus | None:
        """Return how far an uploaded file is on its way into the books; None where nothing follows."""
        if self.state is not State.UPLOADED or self.ingestion is None:
            return None
        return None if self.ingestion.status is IngestionStatus.UNWANTED else self.ingestion.status

    @property
    def needs_attention(self) -> bool:
        """Return whether the user has to decide or correct something about the upload or the import."""
        status = self.ingestion_status
        return self.state.needs_attention or (status is not None and status.needs_user)

    @property
    def group_folder(self) -> str:
        """Return the folder whose files are shown together: the dropped one, or one right below it; "" for none.

        So a user who drops a whole month, with a folder for each client in it, sees the clients apart.
        """
        if self.dropped_in is None:
            return ""
        dropped, path = str(self.dropped_in), str(self.path)
        below = len(dropped.rstrip(os.sep)) + 1
        end = path.find(os.sep, below) if path.startswith(dropped) else -1
        return dropped if end < 0 else path[:end]

    @property
    def given_name(self) -> str | None:
        """Return the name that the user chose for the file, None where it has that of its path."""
        return None if self.name == unicodedata.normalize("NFC", self.path.name) else self.name

    def arrived(self, uploaded: Uploaded) -> TransferItem:
        """Return the row as it is once its file is uploaded."""
        item = replace(self, state=State.UPLOADED, uploaded=uploaded, problem=None, progress=None, slow=False)
        if uploaded.modified_ns is None:
            return item
        return replace(item, size=uploaded.size, modified_ns=uploaded.modified_ns)  # changed since the check, perhaps

    @property
    def retryable(self) -> bool:
        """Return whether the file has failed, and may succeed now."""
        failed = self.state in (State.REJECTED, State.FAILED)
        return failed and self.problem is not None and self.problem.retry is not Retry.NO

    @property
    def disk_is_silent(self) -> bool:
        """Return whether the file is under way but its disk or network drive does not answer."""
        return self.state is State.SENDING and self.progress is not None and self.progress.disk_is_silent


@dataclass(frozen=True)
class Stop:
    """Holds why all files of an account wait, and at which file that was found out; -1 where at none's upload.

    `number` counts the stops since the program was started. `waiting` is how many files of the account wait for it.
    """

    account_id: str
    problem: Problem
    item_id: int = -1
    number: int = 0
    waiting: int = 0

    @property
    def in_doubt(self) -> bool:
        """Return whether the other files may arrive without that file: Clear's answer may be about the file alone."""
        return self.item_id >= 0 and self.waiting > 1 and self.problem.http_status is not None


@dataclass(frozen=True)
class Summary:
    """Sums up all files: bar, headline, banner, tabs, buttons and notifications show nothing but this value.

    Each file counts once in: `checking`, `ready`, `warned`, `queued`, `sending`, `retrying`, `held` (PAUSED), `done`
    (uploaded), `failed` (also what cannot be sent as it is), `cancelled`, `duplicates`. Of those done: `planned`
    (Clear is to be asked for the import), `processing` (by Clear), `imported`, `import_rejected`, `import_open` (the
    user has to decide); nothing follows for the others. Of those failed: `retryable` ones may succeed now.
    `ready_for`: how many are ready for each account, by its ID. `stops`: accounts whose files wait for the user.
    Bytes count what the user sent since the queue last ran empty. `seconds_left` is None where nobody can say.
    `paused`: the whole queue, by the user; `offline`: by itself, until the network is back.
    """

    checking: int = 0
    ready: int = 0
    warned: int = 0
    queued: int = 0
    sending: int = 0
    retrying: int = 0
    held: int = 0
    done: int = 0
    failed: int = 0
    cancelled: int = 0
    duplicates: int = 0
    planned: int = 0
    processing: int = 0
    imported: int = 0
    import_rejected: int = 0
    import_open: int = 0
    retryable: int = 0
    ready_for: tuple[tuple[str, int], ...] = ()
    stops: tuple[Stop, ...] = ()
    bytes_done: int = 0
    bytes_total: int = 0
    bytes_per_second: float = 0.0
    seconds_left: float | None = None
    paused: bool = False
    offline: bool = False

    @property
    def files(self) -> int:
        """Count all files."""
        return self.checking + self.waiting_for_me + self.under_way + self.ended

    @property
    def ended(self) -> int:
        """Count the files whose upload has ended, well or not."""
        return self.done + self.failed + self.cancelled + self.duplicates

    @property
    def waiting_for_me(self) -> int:
        """Count the files to which nothing happens until the user says so."""
        return self.ready + self.warned + self.held

    @property
    def under_way(self) -> int:
        """Count the files that the user has sent, and that continue by themselves."""
        return self.queued + self.sending + self.retrying

    @property
    def sent(self) -> int:
        """Count the files that the user has sent, and that have not arrived yet."""
        return self.under_way + self.held

    @property
    def in_progress(self) -> int:
        """Count the files that are being checked, or were sent by the user and have not arrived yet."""
        return self.checking + self.sent

    @property
    def attention(self) -> int:
        """Count the files about which the user has to decide or correct something, before or after the upload."""
        return self.failed + self.warned + self.import_rejected + self.import_open

    @property
    def resumable(self) -> int:
        """Count the files that "Resume" continues: paused ones, and failed ones that may succeed now."""
        return self.held + self.retryable

    @property
    def importing(self) -> int:
        """Count the uploaded files that are still on their way into the books, by themselves."""
        return self.planned + self.processing

    @property
    def settled(self) -> int:
        """Count the uploaded files with which nothing is left to be done."""
        return self.done - self.importing - self.import_rejected - self.import_open

    def new_stops(self, before: Summary) -> tuple[Stop, ...]:
        """Return the stops that were not there before."""
        known = {stop.number for stop in before.stops}
        return tuple(stop for stop in self.stops if stop.number not in known)

    @property
    def all_well(self) -> bool:
        """Return whether everything has arrived, and nothing was refused, cancelled or left open."""
        return self.done > 0 and self.settled + self.duplicates == self.files


@dataclass(frozen=True)
class Notice:
    """Holds what the user should hear once, and what no row says.

    Of what was dropped: `skipped` is how many lock files and hidden files in folders were left out, `already_listed`
    the IDs of rows that hold a dropped path already, `owners` the known folders whose files took another account than
    the one in use, `doubt` a folder that is named after another account than its files', which do not go by
    themselves. `unlisted` are names of files that were taken off the list, and whose import has ended in `status`.
    `problem` concerns the program as a whole.
    """

    skipped: int = 0
    already_listed: tuple[int, ...] = ()
    owners: tuple[FolderOwner, ...] = ()
    unlisted: tuple[str, ...] = ()
    status: IngestionStatus = IngestionStatus.PROCESSING
    doubt: tuple[str, Account] | None = None
    problem: Problem | None = None
