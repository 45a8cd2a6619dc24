"""The values that the window is told of each file, and of all of them. Frozen, no Qt in here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from ledgerdrop.model.files import CheckedFile, Uploaded
from ledgerdrop.model.folder_rules import FolderOwner
from ledgerdrop.model.ingestion import IngestionState, IngestionStatus
from ledgerdrop.model.inspection import Contents
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.progress import Progress


class State(Enum):
    """Tell where a file stands. Every file ends in one that is `finished`, or waits for the user."""

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
        """Return nothing more happens to it unless the user wants so."""
        return self in _FINISHED

    @property
    def active(self) -> bool:
        """Something is going on with it, or will by itself."""
        return self in _ACTIVE

    @property
    def waiting(self) -> bool:
        """The user has sent it, and its turn is still to come."""
        return self in _WAITING

    @property
    def needs_attention(self) -> bool:
        """The user has to decide, or to mend something."""
        return self in _NEEDS_ATTENTION


_FINISHED: Final = frozenset({State.UPLOADED, State.REJECTED, State.FAILED, State.CANCELLED, State.DUPLICATE})
_ACTIVE: Final = frozenset({State.CHECKING, State.SENDING, State.RETRYING})
_WAITING: Final = frozenset({State.QUEUED, State.PAUSED})
_NEEDS_ATTENTION: Final = frozenset({State.WARNED, State.REJECTED, State.FAILED})


@dataclass(frozen=True, slots=True)
class TransferItem:
    """Describe one row. `id` is never used again for another; `name` is the name that Clear will see.

    `size` (bytes) and `modified_ns` (nanoseconds since the epoch) are those of the last look at the file, None before
    it. `problem` says why it is in its state (also why it is being retried, or was paused). `slow`: reading it takes
    unusually long. `taking_in`: what follows the upload. `dropped_in`: the folder that was dropped, for a file that
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
    taking_in: IngestionState | None = None
    modified_ns: int | None = None
    dropped_in: Path | None = None
    same_as: int | None = None
    changed_since: bool = False
    contents: Contents | None = None

    @property
    def intake(self) -> IngestionStatus | None:
        """Return how far it is on its way into the books, once it is uploaded; None where nothing follows."""
        if self.state is not State.UPLOADED or self.taking_in is None:
            return None
        return None if self.taking_in.intake is IngestionStatus.UNWANTED else self.taking_in.intake

    @property
    def needs_attention(self) -> bool:
        """The user has to decide, or to mend something: on its way to Clear, or into the books."""
        intake = self.intake
        return self.state.needs_attention or (intake is not None and intake.needs_user)

    @property
    def disk_is_silent(self) -> bool:
        """Return true while the file is under way but its disk or network drive does not answer."""
        return self.state is State.SENDING and self.progress is not None and self.progress.disk_is_silent


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers of files, from which all is shown that concerns them together.

    Each file counts once in: `done` (uploaded), `failed` (also what cannot be sent as it is), `waiting_for_me`
    (ready, warned or paused: nothing happens until the user says so), `waiting_for_others` (the network, or a host
    that asks to wait), `cancelled`, `duplicates` (not sent, since another row with that content is), `in_progress`
    (checked or sent right now, or next in turn). Of the `done` ones, the others say how far their import is.
    """

    done: int = 0
    failed: int = 0
    waiting_for_me: int = 0
    waiting_for_others: int = 0
    cancelled: int = 0
    duplicates: int = 0
    in_progress: int = 0
    importing: int = 0
    imported: int = 0
    import_rejected: int = 0
    import_waiting_for_me: int = 0

    @property
    def files(self) -> int:
        """Count all files."""
        return self.ended + self.waiting_for_me + self.waiting_for_others + self.in_progress

    @property
    def ended(self) -> int:
        """Count those whose upload has ended, however."""
        return self.done + self.failed + self.cancelled + self.duplicates

    @property
    def all_well(self) -> bool:
        """Tell whether everything has arrived, and nothing was refused, cancelled or left open."""
        arrived = bool(self.done) and self.done + self.duplicates == self.files
        return arrived and not (self.importing or self.import_rejected or self.import_waiting_for_me)


@dataclass(frozen=True, slots=True)
class Totals:
    """All files together.

    Numbers of files: `done` (uploaded), `waiting` (of which `held` are paused), `ready`, `active` (of which
    `checking` are being checked, the others being sent), `attention` (they need the user, also after the upload),
    `cancelled`; of those `done`: `planned` (Clear is to be asked to take them in), `processing` (by Clear),
    `taken_in`, `not_taken_in`, `settled` (nothing is left to be done for them).
    Bytes count what the user sent since the queue last ran empty. `seconds_left` is None where nobody can say.
    `paused`: the whole queue, by the user; `offline`: by itself, until the network is back. `summary`: what is to be
    shown.
    """

    done: int = 0
    waiting: int = 0
    held: int = 0
    ready: int = 0
    active: int = 0
    checking: int = 0
    attention: int = 0
    cancelled: int = 0
    bytes_done: int = 0
    bytes_total: int = 0
    bytes_per_second: float = 0.0
    seconds_left: float | None = None
    paused: bool = False
    offline: bool = False
    planned: int = 0
    processing: int = 0
    taken_in: int = 0
    not_taken_in: int = 0
    settled: int = 0
    summary: Summary = Summary()

    @property
    def sending(self) -> int:
        """Return how many files are on their way right now, or between two attempts."""
        return self.active - self.checking

    @property
    def under_way(self) -> int:
        """Return how many files the user has sent that still go on by themselves."""
        return self.sending + self.waiting - self.held

    @property
    def in_clears_hands(self) -> int:
        """Return how many uploaded files are still on their way into the books, by themselves."""
        return self.planned + self.processing


@dataclass(frozen=True, slots=True)
class Notice:
    """Hold what the user should hear once, and what no row says.

    Of what was dropped: `skipped` is how many lock files and hidden files in folders were left out, `duplicates` the
    IDs of rows that hold a dropped path already, `owners` the known folders whose files took another account than the
    one in use. `problem` concerns the program as a whole.
    """

    skipped: int = 0
    duplicates: tuple[int, ...] = ()
    owners: tuple[FolderOwner, ...] = ()
    problem: Problem | None = None
