"""Keep the rows in their order, their sums, and the rows of the same content.

All of it is kept up to date row by row: adding up 10,000 rows takes too long.
"""

from __future__ import annotations

import logging
import os
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ledgerdrop.model.files import Stage
from ledgerdrop.model.ingestion import IngestionStatus
from ledgerdrop.model.transfers import State, Stop, Summary, TransferItem

log = logging.getLogger(__name__)

# Bytes of an upload that the system takes at once, long before they are on their way. What is sent seems to be fast
# until then, and on a slow line that is most of a ledger.
BUFFERED: Final = 4 * 1024 * 1024

# In these nothing is under way for a file; the row is used again when its path is dropped again.
NOT_SENT: Final = {State.REJECTED, State.FAILED, State.CANCELLED, State.DUPLICATE}
_OUTSTANDING: Final = {State.QUEUED, State.PAUSED, State.SENDING, State.RETRYING}  # sent by the user, not arrived yet


class FileTable:
    """Holds all rows. Lives on the window's thread."""

    def __init__(self) -> None:
        self._entries: dict[int, TransferItem] = {}  # in the order of the rows
        self._ranks: dict[int, int] = {}
        self._next_rank = 0
        self._by_path: dict[str, int] = {}  # the latest one each that was not uploaded
        self.files: Counter[State] = Counter()
        self.ingestions: Counter[IngestionStatus | None] = Counter()  # of uploaded files
        self.by_account: Counter[tuple[str, State | IngestionStatus]] = Counter()
        self.retryable = 0  # files that have failed, and may succeed now
        self.disk_is_silent = 0  # files whose upload waits for a disk that does not answer
        self.bytes_outstanding = 0  # of what the user has sent: all of it until it is uploaded
        self.bytes_in_flight = 0  # the part of it that has left already ...
        self.bytes_beyond = 0  # ... and the part of that which cannot be in this computer's buffers any more
        self.bytes_uploaded = 0  # since the program started; never goes down

    def __getitem__(self, item_id: int) -> TransferItem:
        return self._entries[item_id]

    def __contains__(self, item_id: int) -> bool:
        return item_id in self._entries

    def ids(self) -> list[int]:
        """Return all IDs, from the first row to the last."""
        return list(self._entries)

    def in_state(self, *states: State) -> list[int]:
        """Return the IDs of all rows in one of these states, in order."""
        if not any(self.files[state] for state in states):
            return []
        return [item_id for item_id, entry in self._entries.items() if entry.state in states]

    def rank(self, item_id: int) -> int:
        """Return a number that grows from row to row; for one that is not listed, a number before all others."""
        return self._ranks.get(item_id, -1)

    def holder(self, path: Path) -> int | None:
        """Return the latest row that has this path and was not uploaded."""
        return self._by_path.get(path_key(path))

    def append(self, entry: TransferItem) -> None:
        """Add a row at the end."""
        self._entries[entry.id] = entry
        self._ranks[entry.id] = self._next_rank
        self._next_rank += 1
        self._count(entry, 1)
        if entry.state is not State.UPLOADED:
            self._by_path[path_key(entry.path)] = entry.id

    def put(self, entry: TransferItem) -> None:
        """Replace a row."""
        old = self._entries[entry.id]
        self._entries[entry.id] = entry
        self._count(old, -1)
        self._count(entry, 1)
        if entry.state is State.UPLOADED and old.state is not State.UPLOADED:
            self.bytes_uploaded += entry.size or 0
            self._free_path(entry)

    def remove(self, item_ids: Iterable[int]) -> None:
        """Take rows out."""
        for item_id in item_ids:
            entry = self._entries.pop(item_id)
            self._count(entry, -1)
            del self._ranks[item_id]
            self._free_path(entry)

    def move(self, item_ids: Sequence[int], to_index: int) -> None:
        """Put rows, in their order, before the one that is at `to_index` now."""
        moved, order = set(item_ids), self.ids()
        before = [item_id for item_id in order[:to_index] if item_id not in moved]
        after = [item_id for item_id in order[to_index:] if item_id not in moved]
        self.arrange([*before, *(item_id for item_id in order if item_id in moved), *after])

    def arrange(self, item_ids: Sequence[int]) -> None:
        """Put all rows into this order."""
        self._entries = {item_id: self._entries[item_id] for item_id in item_ids}
        self._ranks = {item_id: rank for rank, item_id in enumerate(self._entries)}
        self._next_rank = len(self._entries)

    def _free_path(self, entry: TransferItem) -> None:
        if self._by_path.get(key := path_key(entry.path)) == entry.id:
            del self._by_path[key]

    def _count(self, entry: TransferItem, sign: int) -> None:
        self.files[entry.state] += sign
        if entry.state is State.UPLOADED:
            self.ingestions[entry.ingestion_status] += sign
        self.by_account[entry.account_id, entry.ingestion_status or entry.state] += sign
        self.retryable += sign * entry.retryable
        self.disk_is_silent += sign * entry.disk_is_silent
        if entry.state in _OUTSTANDING:
            self.bytes_outstanding += sign * (entry.size or 0)
            sent = bytes_sent(entry)
            self.bytes_in_flight += sign * sent
            self.bytes_beyond += sign * max(0, sent - BUFFERED)


def bytes_sent(entry: TransferItem) -> int:
    """Return how many bytes of the file have left in the running attempt."""
    progress = entry.progress
    if progress is None or entry.state is not State.SENDING:
        return 0
    if progress.stage is Stage.UPLOADING:
        return progress.done
    return (entry.size or 0) if progress.stage is Stage.CONFIRMING else 0


def log_outcome(entry: TransferItem) -> None:
    """Log how a file ended, or why it waits for the user: by its row, since names of files are confidential."""
    if entry.state.finished or (entry.state is State.PAUSED and entry.problem):
        facts = [entry.state.name.lower()]
        if entry.problem is not None:
            facts += [entry.problem.code.slug, entry.problem.detail]
        if entry.uploaded is not None:
            facts.append(f"attempts: {entry.uploaded.attempts}")
        log.info("Row %d: %s", entry.id, ", ".join(fact for fact in facts if fact))


def path_key(path: Path) -> str:
    """Return a key that is the same for two ways to write one path."""
    # Compares names only: asking the disk whether two names are one file may take for ever.
    if path.is_absolute() and ".." not in (text := str(path)):
        return os.path.normcase(text)  # the usual case, and four times as quick
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps "..", resolve asks the disk


# The speed is that of the last half of the time, and of these seconds at least, from one arrival to another: on a
# slow line files arrive by turns, and nothing seems to move in between.
_LEAST_SECONDS: Final = 10.0
_STILL_SECONDS: Final = 30.0  # so long after the last arrival the time without one counts as well
_SAMPLE_SECONDS: Final = 0.2
_TOO_SOON_SECONDS: Final = 2.0  # after the start: no speed is known so soon

# What waits while its account is refused: the upload, the import, or the question how far that is.
_HELD: Final = (State.PAUSED, IngestionStatus.WAITING, IngestionStatus.PROCESSING)

_PLANNED: Final = (IngestionStatus.PLANNED, IngestionStatus.WAITING, IngestionStatus.ASKED)
_IMPORT_OPEN: Final = tuple(status for status in IngestionStatus if status.needs_user and not status.ended)


def counted_as(files: Counter[State], ingestions: Counter[IngestionStatus | None]) -> Summary:
    """Return the counts of a summary: from how many files are in each state, and how far the uploaded ones are."""
    return Summary(
        checking=files[State.CHECKING],
        ready=files[State.READY],
        warned=files[State.WARNED],
        queued=files[State.QUEUED],
        sending=files[State.SENDING],
        retrying=files[State.RETRYING],
        held=files[State.PAUSED],
        done=files[State.UPLOADED],
        failed=files[State.FAILED] + files[State.REJECTED],
        cancelled=files[State.CANCELLED],
        duplicates=files[State.DUPLICATE],
        planned=sum(ingestions[status] for status in _PLANNED),
        processing=ingestions[IngestionStatus.PROCESSING],
        imported=ingestions[IngestionStatus.TAKEN_IN] + ingestions[IngestionStatus.FOUND],
        import_rejected=ingestions[IngestionStatus.NOT_TAKEN_IN],
        import_open=sum(ingestions[status] for status in _IMPORT_OPEN),
    )


class TransferStats:
    """Adds up progress, speed and time left. Lives on the window's thread."""

    def __init__(self, file_table: FileTable, clock: Callable[[], float] = time.monotonic) -> None:
        self._file_table = file_table
        self._clock = clock
        self._before = 0  # bytes uploaded before the queue last ran empty
        self._began = 0.0
        self._waited = False
        self._still_for = 0.0  # seconds since something arrived
        self._samples: deque[tuple[float, int]] = deque()  # when, and how much had arrived

    def start_batch(self) -> None:
        """Start counting bytes from zero: everything that was sent before has ended."""
        self._before = self._file_table.bytes_uploaded
        self._samples.clear()

    def summary(self, *, paused: bool, offline: bool, stops: Iterable[Stop] = ()) -> Summary:
        """Return the sums over all files as they are now.

        The speed is known only if this is called a few times a second while something is sent. Of the `stops`, those
        for which files wait are returned.
        """
        file_table, files, ingestions = self._file_table, self._file_table.files, self._file_table.ingestions
        uploaded = file_table.bytes_uploaded - self._before
        total, arrived = uploaded + file_table.bytes_outstanding, uploaded + file_table.bytes_beyond
        waits = paused or offline or bool(files[State.RETRYING] or files[State.PAUSED] or file_table.disk_is_silent)
        if self._waited and not waits:
            self._samples.clear()  # the speed after the wait is not known yet
        self._waited = waits
        speed = self._speed(arrived) if files[State.SENDING] or files[State.RETRYING] else self._at_rest()
        by_account = file_table.by_account
        held = [(stop, sum(by_account[stop.account_id, state] for state in _HELD)) for stop in stops]
        return replace(
            counted_as(files, ingestions),
            retryable=file_table.retryable,
            ready_for=tuple((owner, n) for (owner, state), n in by_account.items() if n and state is State.READY),
            stops=tuple(replace(stop, waiting=waiting) for stop, waiting in held if waiting),
            bytes_done=uploaded + file_table.bytes_in_flight,
            bytes_total=total,
            bytes_per_second=speed if self._still_for < _LEAST_SECONDS else 0.0,
            seconds_left=self._left(total - arrived, speed, waits=waits),
            paused=paused,
            offline=offline,
        )

    def _speed(self, arrived: int) -> float:
        """Return the speed in bytes a second."""
        now, samples = self._clock(), self._samples
        if samples and arrived < samples[-1][1]:
            samples.clear()  # an attempt that failed takes its bytes back: what was known is of no use any more
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
        return (after - before) / (until - since)

    def _left(self, outstanding: int, speed: float, *, waits: bool) -> float | None:
        """Return the seconds left, None where nobody can know them: something waits, or nothing arrives."""
        left = outstanding / speed - self._still_for if speed else 0.0
        return left if left > 0 and not waits and self._still_for < _STILL_SECONDS else None

    def _at_rest(self) -> float:
        self._samples.clear()
        self._still_for = 0.0
        return 0.0


_Key = tuple[str, int]  # account ID, size in bytes


class ContentIndex:
    """Finds rows with the same content. Lives on the window's thread, and reads no file: workers report the digests.

    Only rows of the same account and size are compared, and a file is read only when there are two of them.
    """

    def __init__(self) -> None:
        self._keys: dict[int, _Key] = {}  # of rows that go, or have gone
        self._rows: Counter[_Key] = Counter()  # how many have this key
        self._digests: dict[int, tuple[int | None, int | None, str]] = {}  # size, time, SHA-256 ("": not readable)
        self._by_digest: defaultdict[tuple[_Key, str], dict[int, None]] = defaultdict(dict)
        self._unread: defaultdict[_Key, dict[int, None]] = defaultdict(dict)
        self._being_read: dict[int, tuple[_Key, bool]] = {}  # True: for the sake of another row

    def put(self, entry: TransferItem) -> None:
        """Note a row as it is now."""
        self.remove(entry.id)
        if entry.uploaded is not None:
            self._digests[entry.id] = (entry.size, entry.modified_ns, entry.uploaded.sha256)
        elif (known := self._digests.get(entry.id)) and known[:2] != (entry.size, entry.modified_ns):
            del self._digests[entry.id]  # it is another file by now
        if entry.checked is None or entry.state in NOT_SENT:
            return  # but while it is CHECKING, a file that was found good is compared with others of its size
        key = self._keys[entry.id] = (entry.account_id, entry.size or 0)
        self._rows[key] += 1
        if entry.id in self._digests:
            self._by_digest[key, self.digest(entry.id)][entry.id] = None
        elif entry.id not in self._being_read:
            self._unread[key][entry.id] = None

    def digest(self, item_id: int) -> str:
        """Return the SHA-256 of a row, in hex; "" while it was not read."""
        return self._digests[item_id][2] if item_id in self._digests else ""

    def alone(self, item_id: int) -> bool:
        """Return whether no other row has this row's size, so that there is nothing to compare."""
        return self._rows[self._keys[item_id]] < 2

    def unread(self, item_id: int) -> list[int]:
        """Return the rows to be read before this one can be compared; they count as being read from now on."""
        key = self._keys[item_id]
        unread = self._unread.pop(key, {})
        self._being_read.update((one, (key, one != item_id)) for one in unread)
        return list(unread)

    def waits(self, item_id: int) -> bool:
        """Return whether a row that comes before this one is still being read."""
        others = [one for one in self._being_read.items() if one[0] != item_id and one[1][0] == self._keys[item_id]]
        return any(goes_already or other < item_id for other, (_, goes_already) in others)

    def read(self, item_id: int) -> None:
        """Note that a row's file is not being read any more, whatever came of it."""
        self._being_read.pop(item_id, None)

    def note_digest(self, entry: TransferItem, digest: str) -> None:
        """Note the SHA-256 of a row's file; "" where it cannot be read."""
        self._digests[entry.id] = (entry.size, entry.modified_ns, digest)

    def has_same_size(self, entry: TransferItem) -> bool:
        """Return whether a row that goes, or has gone, may have the content of this one, which does not go."""
        return self._rows[entry.account_id, entry.size or 0] > 0

    def same(self, item_id: int) -> list[int]:
        """Return the other rows with the same content."""
        key, digest = self._keys[item_id], self.digest(item_id)
        return [other for other in self._by_digest[key, digest] if other != item_id] if digest else []

    def remove(self, item_id: int) -> None:
        """Stop comparing with this row. Its digest is kept: the row may be brought back."""
        if (key := self._keys.pop(item_id, None)) is not None:
            self._rows[key] -= 1
            self._unread[key].pop(item_id, None)
            self._by_digest[key, self.digest(item_id)].pop(item_id, None)
