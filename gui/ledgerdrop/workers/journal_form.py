"""Rows as the journal keeps them, and back. Called on the scribe's thread only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.ingestion import Intake, TakingIn
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.pipeline.values import Uploaded
from ledgerdrop.services.journal import Journal
from ledgerdrop.services.journal_records import (
    Added,
    Changed,
    Confirmed,
    FinishedCleared,
    IntakeChanged,
    JournalEntry,
    ReceiptsCleared,
    Record,
    Removed,
    Reordered,
)
from ledgerdrop.services.receipts import receipt_for
from ledgerdrop.workers.entries import Entry, State
from ledgerdrop.workers.sending import SendJob

_FINISHED: Final = frozenset({State.UPLOADED, State.REJECTED, State.FAILED, State.CANCELLED})


@dataclass(frozen=True, slots=True)
class JournalRead:
    """What the journal holds from earlier starts; new rows get IDs from `first_id`.

    `entries` in the order of the list: the latest finished ones, then all others.
    """

    first_id: int = 1
    entries: tuple[Entry, ...] = ()


def read(journal: Journal, finished: int) -> JournalRead | Problem:
    """What the journal holds, with at most so many `finished` entries."""
    first_id = journal.next_id()
    if isinstance(first_id, Problem):
        return first_id
    done, others = journal.finished(finished), journal.unfinished()
    if isinstance(done, Problem):
        return done
    if isinstance(others, Problem):
        return others
    return JournalRead(first_id, tuple(_to_entry(entry) for entry in (*reversed(done), *others)))


def added(entries: Sequence[Entry], accounts: Mapping[str, Account]) -> Record:
    """New rows at the end."""
    return Added(tuple(_from_entry(entry, accounts.get(entry.account_id)) for entry in entries))


def changed(entry: Entry, accounts: Mapping[str, Account]) -> Record:
    """A row as it is now."""
    return Changed(_from_entry(entry, accounts.get(entry.account_id)))


def confirmed(job: SendJob, uploaded: Uploaded) -> Record:
    """An uploaded row, with its receipt."""
    file = job.checked.file
    entry = Entry(job.id, file.path, file.name, job.account.id, State.UPLOADED, file.size, job.checked)
    return Confirmed(_from_entry(entry, job.account, uploaded), receipt_for(uploaded, job.account, file.path))


def intake(rows: Sequence[int], taking_in: TakingIn | None) -> Record:
    """What follows the upload of these rows."""
    return IntakeChanged(tuple(rows), taking_in)


def removed(rows: Sequence[int]) -> Record:
    """Rows taken off the list."""
    return Removed(tuple(rows))


def cleared(kept: Sequence[int]) -> Record:
    """All finished rows taken off the list but these."""
    return FinishedCleared(tuple(kept))


def receipts_cleared() -> Record:
    """The history is empty."""
    return ReceiptsCleared()


def reordered(rows: Sequence[int]) -> Record:
    """All rows, in their new order."""
    return Reordered(tuple(rows))


def _from_entry(entry: Entry, account: Account | None, uploaded: Uploaded | None = None) -> JournalEntry:
    uploaded = uploaded or entry.uploaded
    return JournalEntry(
        id=entry.id,
        path=entry.path,
        name=entry.name,
        account_id=entry.account_id,
        environment=account.environment.value if account else "",
        state=entry.state.name,
        finished=entry.state.finished,
        size=entry.size,
        modified_ns=entry.checked.file.modified_ns if entry.checked else None,
        sha256=uploaded.sha256 if uploaded else "",
        checked=entry.checked,
        problem=entry.problem,
        attempts=uploaded.attempts if uploaded else 0,
    )


def _to_entry(entry: JournalEntry) -> Entry:
    return Entry(
        id=entry.id,
        path=entry.path,
        name=entry.name,
        account_id=entry.account_id,
        state=_state(entry),
        size=entry.size,
        checked=entry.checked,
        problem=entry.problem,
        uploaded=entry.receipt.uploaded if entry.receipt else None,
        taking_in=_taking_in(entry.taking_in) if entry.taking_in else None,
    )


def _taking_in(written: TakingIn) -> TakingIn:
    """As it stands after a start: if Clear was being asked when the program ended, the request may have left."""
    if written.intake is not Intake.ASKED:
        return written
    problem = Problem(Code.INGEST_UNCONFIRMED, detail="LedgerDrop ended before the answer came")
    return replace(written, intake=Intake.UNCONFIRMED, problem=problem)


def _state(entry: JournalEntry) -> State:
    """As it stands after a start: nothing goes by itself, and what cannot be relied on is looked at again."""
    written = State.__members__.get(entry.state)  # None if a newer version wrote it
    if written in _FINISHED:
        return written
    if entry.checked is None:
        return State.CHECKING
    return written if written in {State.READY, State.WARNED} else State.PAUSED
