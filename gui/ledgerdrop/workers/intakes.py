"""What follows the upload: which files go together, and when Clear is asked. No Qt in here.

Lives on the window's thread. A batch is planned when its files are sent; Clear is asked once all that are still
listed are uploaded. Where a request may have been received, only the user decides that it is made again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.ingestion import FileInfo, IngestAs, Intake, TakingIn
from ledgerdrop.pipeline.pace import Pace
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.workers.agenda import Agenda
from ledgerdrop.workers.clerk import IntakeJob, IntakeReport
from ledgerdrop.workers.entries import Entry, State
from ledgerdrop.workers.listing import Listing

_OPEN: Final = frozenset({None, Intake.UNWANTED, Intake.PLANNED, Intake.HELD_BACK})  # Clear was not asked yet
_AGAIN: Final = frozenset({Intake.REFUSED, Intake.UNCONFIRMED})


class IntakeBook(Protocol):
    """What the journal is to the intakes. Returns at once; it is written in the order of the calls."""

    def planned(self, rows: Sequence[int], taking_in: TakingIn | None) -> None:
        """What follows the upload of these rows."""


class Intakes:
    """The batches of all rows. `show` puts a changed row onto the list, without a word to the journal."""

    def __init__(
        self,
        listing: Listing,
        accounts: Mapping[str, Account],
        book: IntakeBook,
        show: Callable[[Entry], None],
        pace: Pace,
    ) -> None:
        self.agenda: Agenda[IntakeJob] = Agenda()
        self._listing = listing
        self._accounts = accounts
        self._book = book
        self._show = show
        self._pace = pace
        self._batches: dict[int, set[int]] = {}
        self._touched: set[int] = set()
        self._next_batch = 1
        self._jobs: dict[int, IntakeJob] = {}  # by batch, at a clerk or on the agenda

    @property
    def needed(self) -> bool:
        """Whether there is something to do for a clerk."""
        return bool(self._jobs)

    def plan(self, rows: Iterable[int], how: IngestAs | None, *, together: bool) -> None:
        """Have these taken in like that, those of one account together if wanted; None: nothing follows.

        Those for which Clear was asked already stay as they are.
        """
        groups: dict[object, list[int]] = {}
        for row in rows:
            entry = self._listing[row]
            if _intake(entry) in _OPEN:
                groups.setdefault(entry.account_id if together else row, []).append(row)
        for members in groups.values():
            for row in members:
                self.forget(row)
            intake = Intake.PLANNED if how else Intake.UNWANTED
            taking_in = TakingIn(how or IngestAs("", ""), self._next_batch, intake)
            self._book.planned(members, taking_in)
            for row in members:
                self._show(replace(self._listing[row], taking_in=taking_in))
                self.know(self._listing[row])

    def planned(self, row: int) -> IngestAs | None:
        """What is going to follow the upload of this one as things are."""
        entry = self._listing[row]
        if entry.taking_in is not None:
            return None if entry.taking_in.intake is Intake.UNWANTED else entry.taking_in.how
        account = self._accounts.get(entry.account_id)
        return account.after_upload if account else None

    def plan_as_usual(self, rows: Iterable[int]) -> None:
        """Plan what their accounts say for those of which nothing was said yet."""
        by_account: dict[str, list[int]] = {}
        for row in rows:
            entry = self._listing[row]
            if entry.taking_in is None:
                by_account.setdefault(entry.account_id, []).append(row)
        for account_id, members in by_account.items():
            account = self._accounts.get(account_id)
            if account is not None and account.after_upload is not None:
                self.plan(members, account.after_upload, together=account.together)

    def know(self, entry: Entry) -> None:
        """A row is there, or has another state: its batch is looked at when the round ends."""
        if entry.taking_in is not None and not entry.taking_in.intake.ended:
            self._next_batch = max(self._next_batch, entry.taking_in.batch + 1)
            self._batches.setdefault(entry.taking_in.batch, set()).add(entry.id)
            self._touched.add(entry.taking_in.batch)

    def forget(self, row: int) -> None:
        """A row leaves its batch."""
        taking_in = self._listing[row].taking_in
        if taking_in is not None and row in self._batches.get(taking_in.batch, ()):
            self._batches[taking_in.batch].discard(row)
            self._touched.add(taking_in.batch)

    def again(self, rows: Iterable[int]) -> None:
        """Ask Clear once more to take these in, with all of their batches: the user wants it so."""
        for batch in self._batches_of(rows):
            if self._taking_in(batch).intake in _AGAIN and batch not in self._jobs:
                self._put(batch, replace(self._taking_in(batch), intake=Intake.PLANNED, problem=None), write=True)
                self._touched.add(batch)

    def ask_now(self, rows: Iterable[int]) -> None:
        """Ask how far Clear is with these, without waiting any longer."""
        for batch in self._batches_of(rows):
            taking_in = self._taking_in(batch)
            if taking_in.intake is Intake.PROCESSING and self._account_of(batch) in self._accounts:
                self._put(batch, replace(taking_in, problem=None))
                self._begin(batch, due=0.0)

    def know_accounts(self) -> None:
        """Accounts are there, or have other settings."""
        self._touched.update(self._batches)

    def hear(self, report: IntakeReport) -> None:
        """A clerk has news of a batch."""
        batch = report.taking_in.batch
        if self._jobs.get(batch) is report.job:
            del self._jobs[batch]
        if not self._batches.get(batch):
            return
        self._put(batch, report.taking_in)
        if report.taking_in.intake is Intake.PROCESSING and report.taking_in.problem is None:
            self._begin(batch, due=time.monotonic() + self._pace.first)
        elif report.taking_in.intake.ended:
            del self._batches[batch]

    def settle(self) -> None:
        """Look at the batches of which something changed."""
        touched, self._touched = self._touched, set()
        for batch in touched:
            if not self._batches.get(batch):
                self._batches.pop(batch, None)
                self.agenda.strike(batch)
                self._jobs.pop(batch, None)
            elif batch not in self._jobs:
                self._look_at(batch)

    def close(self) -> None:
        """Stop everything; how far it is stays as it is, for the next start."""
        self.agenda.close()
        for job in self._jobs.values():
            job.cancel.set()

    def _look_at(self, batch: int) -> None:
        taking_in = self._taking_in(batch)
        entries = [self._listing[row] for row in sorted(self._batches[batch])]
        if self._account_of(batch) not in self._accounts:
            return  # not read yet, or removed
        if taking_in.intake is Intake.PROCESSING and taking_in.problem is None:
            self._begin(batch, due=time.monotonic() + self._pace.first)  # after a start
        if taking_in.intake not in _OPEN:
            return
        missing = next((one for one in entries if one.state.finished and one.state is not State.UPLOADED), None)
        if missing is not None:
            held = Problem(Code.BATCH_HELD_BACK, {"name": missing.name})
            self._put(batch, replace(taking_in, intake=Intake.HELD_BACK, problem=held))
        elif all(entry.state is State.UPLOADED and entry.uploaded for entry in entries):
            self._put(batch, replace(taking_in, intake=Intake.ASKED, problem=None))
            self._begin(batch, due=0.0)
        elif taking_in.intake is Intake.HELD_BACK:
            self._put(batch, replace(taking_in, intake=Intake.PLANNED, problem=None))

    def _begin(self, batch: int, due: float) -> None:
        entries = [self._listing[row] for row in sorted(self._batches[batch])]
        account = self._accounts[self._account_of(batch)]
        files = tuple(FileInfo(one.uploaded.location, one.uploaded.name) for one in entries if one.uploaded)
        job = IntakeJob(tuple(entry.id for entry in entries), files, account, self._taking_in(batch))
        self._jobs[batch] = job
        self.agenda.put(batch, job, due)

    def _put(self, batch: int, taking_in: TakingIn, *, write: bool = False) -> None:
        if write:
            self._book.planned(sorted(self._batches[batch]), taking_in)
        for row in self._batches[batch]:
            self._show(replace(self._listing[row], taking_in=taking_in))

    def _taking_in(self, batch: int) -> TakingIn:
        taking_in = self._listing[min(self._batches[batch])].taking_in
        if taking_in is None:
            raise AssertionError("a row without a plan is in no batch")
        return taking_in

    def _account_of(self, batch: int) -> str:
        return self._listing[min(self._batches[batch])].account_id

    def _batches_of(self, rows: Iterable[int]) -> list[int]:
        found = [self._listing[row].taking_in for row in rows if row in self._listing]
        return list(dict.fromkeys(one.batch for one in found if one and self._batches.get(one.batch)))


def _intake(entry: Entry) -> Intake | None:
    return entry.taking_in.intake if entry.taking_in else None
