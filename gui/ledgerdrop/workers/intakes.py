"""What follows the upload: which files go together, and when Clear is asked. No Qt in here.

Lives on the window's thread. A batch is planned when its files are sent; Clear is asked once all that are still
listed are uploaded. Where a request may have been received, only the user decides that it is made again; where
nothing came of it, for certain, because the network is gone or the account was refused, it waits for that.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.ingestion import FileInfo, IngestAs, Intake, TakingIn
from ledgerdrop.pipeline.pace import Pace
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.workers.agenda import Agenda
from ledgerdrop.workers.batches import Batch
from ledgerdrop.workers.entries import Entry
from ledgerdrop.workers.jobs import IntakeJob, IntakeReport
from ledgerdrop.workers.listing import Listing
from ledgerdrop.workers.reach import PROBE_EVERY_SECONDS, is_silence
from ledgerdrop.workers.transfer_journal import TransferJournal

_OPEN: Final = frozenset({Intake.PLANNED, Intake.HELD_BACK, Intake.WAITING})  # Clear is still to be asked
_ORPHANED: Final = frozenset({Code.ACCOUNT_REMOVED, Code.TASK_ACCOUNT_REMOVED})


class Intakes:
    """The batches of all rows.

    `show` puts a changed row onto the list, without a word to the journal. `hindrance` says why the files of an
    account have to wait just now, if they do.
    """

    def __init__(
        self,
        listing: Listing,
        accounts: Mapping[str, Account],
        journal: TransferJournal,
        show: Callable[[Entry], None],
        hindrance: Callable[[str], Problem | None],
        pace: Pace,
    ) -> None:
        self.agenda: Agenda[IntakeJob] = Agenda()
        self.refused: dict[str, Problem] = {}  # accounts that may upload, but not have files taken in
        self._listing = listing
        self._accounts = accounts
        self._accounts_read = False
        self._journal = journal
        self._show = show
        self._hindrance = hindrance
        self._pace = pace
        self._batches: dict[int, Batch] = {}
        self._touched: set[int] = set()
        self._waiting: set[int] = set()  # batches that have a problem which may pass
        self._next_batch = 1
        self._jobs: dict[int, IntakeJob] = {}  # by batch, at a clerk or on the agenda

    @property
    def needed(self) -> bool:
        """Whether there is something to do for a clerk."""
        return bool(self._jobs)

    @property
    def waits_for_network(self) -> bool:
        """Whether something goes on as soon as the network is back."""
        return any(is_silence(self._taking_in(number).problem) for number in self._waiting)

    # What the user wants

    def plan(self, rows: Iterable[int], how: IngestAs | None, *, together: bool) -> None:
        """Have these taken in like that, those of one account together if wanted; None: nothing follows.

        Those that Clear has, or may have, or is being asked for, stay as they are.
        """
        groups: dict[object, list[int]] = {}
        for row in rows:
            entry = self._listing[row]
            before = entry.taking_in
            if before is None or (before.intake.choosable and self._take_back(before.batch)):
                groups.setdefault(entry.account_id if together else row, []).append(row)
        for members in groups.values():
            for row in members:
                self.forget(row)
            intake = Intake.PLANNED if how else Intake.UNWANTED
            taking_in = TakingIn(how or IngestAs("", ""), self._next_batch, intake)
            self._note(members, taking_in)

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

    def together(self, row: int) -> bool:
        """Whether it is going to be taken in with others as things are."""
        entry = self._listing[row]
        if entry.taking_in is not None:
            batch = self._batch_of(row)
            return batch is not None and len(batch) > 1
        account = self._accounts.get(entry.account_id)
        return account is not None and account.together

    def mates(self, rows: Iterable[int]) -> list[int]:
        """These and all others of their batches: what is decided for one is decided for all."""
        return sorted({mate for number in self._batches_of(rows) for mate in self._batches[number].rows})

    def join(self, rows: Sequence[int], other: int) -> None:
        """These belong to the batch of another row, if Clear is to be asked to take that one in."""
        taking_in = self._listing[other].taking_in
        if taking_in is not None and taking_in.intake is Intake.PLANNED:
            self._note(rows, taking_in)

    def leave(self, row: int) -> None:
        """It is not sent with the others, after all: nothing was said of it yet."""
        if self._listing[row].taking_in is not None:
            self.forget(row)
            self._note([row], None)

    def again(self, rows: Iterable[int]) -> None:
        """Ask Clear once more to take these in, with all of their batches, or do not wait any longer with it."""
        for number in self._batches_of(rows):
            taking_in = self._taking_in(number)
            if taking_in.intake is Intake.WAITING:
                self._put(number, replace(taking_in, intake=Intake.ASKED, problem=None))
                self.agenda.hurry(number)
                if number not in self._jobs:
                    self._begin(number, due=0.0)
            elif taking_in.intake in {Intake.REFUSED, Intake.UNCONFIRMED} and number not in self._jobs:
                self._note(self._batches[number].rows, replace(taking_in, intake=Intake.PLANNED, problem=None))

    def found(self, rows: Iterable[int]) -> None:
        """The user has found these in Clear, with all of their batches."""
        for number in self._batches_of(rows):
            if self._taking_in(number).intake is Intake.UNCONFIRMED:
                found = replace(self._taking_in(number), intake=Intake.FOUND, problem=None)
                self._note(self._batches.pop(number).rows, found)

    def ask_now(self, rows: Iterable[int]) -> None:
        """Ask how far Clear is with these, without waiting any longer."""
        for number in self._batches_of(rows):
            taking_in = self._taking_in(number)
            asked_for = taking_in.intake in {Intake.PROCESSING, Intake.UNTOLD}
            if asked_for and number in self._jobs:
                self.agenda.hurry(number)
            elif asked_for and self._account_of(number) in self._accounts:
                self._put(number, replace(taking_in, intake=Intake.PROCESSING, problem=None))
                self._begin(number, due=0.0)

    def forget(self, row: int) -> None:
        """A row leaves its batch. If Clear has it already, it is still followed: its receipt is to tell its end."""
        taking_in, batch = self._listing[row].taking_in, self._batch_of(row)
        if taking_in is not None and batch is not None:
            self._take_back(taking_in.batch)
            batch.leave(row)
            self._touched.add(taking_in.batch)
            if not batch:
                self._waiting.discard(taking_in.batch)

    # What happens meanwhile

    def know(self, entry: Entry) -> None:
        """A row is there, or has another state: its batch is looked at when the round ends."""
        if entry.taking_in is None:
            return
        number = entry.taking_in.batch
        self._next_batch = max(self._next_batch, number + 1)
        if not entry.taking_in.intake.ended:
            self._batches.setdefault(number, Batch()).note(entry.id, entry.state)
            self._touched.add(number)

    def holds_back(self, row: int) -> bool:
        """Whether files that were not cancelled, as this one was, wait for it."""
        batch = self._batch_of(row)
        return batch is not None and not batch.cancelled

    def know_accounts(self, *, all_of_them: bool = False) -> None:
        """Accounts are there, or have other settings."""
        self._accounts_read = self._accounts_read or all_of_them
        self._touched.update(self._batches)
        self.reconsider()
        for number in [*self._jobs]:
            self._leave_orphan(number)

    def reconsider(self) -> None:
        """What stood in the way of some is gone, or something else does."""
        self._touched |= self._waiting
        for number in [*self._jobs]:
            self._take_back(number)

    def probe(self) -> None:
        """See whether there is a network again, with one of those that wait for it."""
        silent = (n for n in self._waiting - self._jobs.keys() if is_silence(self._taking_in(n).problem))
        number = next(silent, None)
        if number is not None:
            self._begin(number, due=0.0)

    def hear(self, report: IntakeReport) -> None:
        """A clerk has news of a batch."""
        number, taking_in = report.taking_in.batch, report.taking_in
        listed = bool(self._batches.get(number))
        if self._jobs.get(number) is report.job:
            del self._jobs[number]
        if listed:
            self._put(number, taking_in)
        if report.next is not None:
            self._jobs[number] = report.next
        elif taking_in.intake is Intake.PROCESSING and taking_in.problem is None:
            self._put_on_agenda(replace(report.job, taking_in=taking_in), time.monotonic() + self._pace.first)
        elif listed and taking_in.intake.ended:
            del self._batches[number]
        elif listed and is_silence(taking_in.problem) and self._may_go(number):
            self._begin(number, due=time.monotonic() + PROBE_EVERY_SECONDS)
        self._leave_orphan(number)
        self._touched.add(number)

    def settle(self) -> None:
        """Look at the batches of which something changed."""
        touched, self._touched = self._touched, set()
        for number in touched:
            batch = self._batches.get(number)
            if batch is not None and not batch:
                del self._batches[number]
            elif batch is not None and number not in self._jobs:
                self._look_at(number, batch)

    def close(self) -> None:
        """Stop everything; how far it is stays as it is, for the next start."""
        self.agenda.close()
        for job in self._jobs.values():
            job.cancel.set()

    def _look_at(self, number: int, batch: Batch) -> None:
        if self._account_of(number) not in self._accounts:
            if self._accounts_read:
                self._orphan(number, batch)
            return
        taking_in = self._taking_in(number)
        if taking_in.problem is not None and taking_in.problem.code in _ORPHANED:  # its account is back
            back = Intake.PROCESSING if taking_in.activity else Intake.PLANNED
            taking_in = replace(taking_in, intake=back, problem=None)
        hindrance = self._stands_in_the_way(number)
        if taking_in.intake is Intake.PROCESSING and not (hindrance and taking_in.problem):
            self._put(number, replace(taking_in, problem=None))
            self._begin(number, due=time.monotonic() + self._pace.first)
        elif taking_in.intake not in _OPEN:
            pass
        elif (missing := self._missing(batch)) is not None:
            held = Problem(Code.BATCH_HELD_BACK, {"name": self._listing[missing].name})
            self._put(number, replace(taking_in, intake=Intake.HELD_BACK, problem=held))
        elif not batch.uploaded:
            self._put(number, replace(taking_in, intake=Intake.PLANNED, problem=None))
        elif hindrance is not None:
            self._put(number, replace(taking_in, intake=Intake.WAITING, problem=hindrance))
        else:
            self._put(number, replace(taking_in, intake=Intake.ASKED, problem=None))
            self._begin(number, due=0.0)

    def _orphan(self, number: int, batch: Batch) -> None:
        """Its account was removed."""
        taking_in = self._taking_in(number)
        if taking_in.intake is Intake.PROCESSING:
            gone = Problem(Code.TASK_ACCOUNT_REMOVED)
            self._put(number, replace(taking_in, intake=Intake.UNTOLD, problem=gone))
        elif taking_in.intake in _OPEN and batch.uploaded:
            self._put(number, replace(taking_in, intake=Intake.REFUSED, problem=Problem(Code.ACCOUNT_REMOVED)))

    def _leave_orphan(self, number: int) -> None:
        """Clear is not asked any more with an account that was removed."""
        job = self._jobs.get(number)
        orphaned = job is not None and self._accounts_read and job.account.id not in self._accounts
        if orphaned and self.agenda.strike(number):
            del self._jobs[number]

    def _missing(self, batch: Batch) -> int | None:
        """One that did not arrive, or of which it is not known any more where it did."""
        if not batch.uploaded:
            return batch.missing
        return next((row for row in batch.rows if self._listing[row].uploaded is None), None)

    def _may_go(self, number: int) -> bool:
        return self._account_of(number) in self._accounts and self._stands_in_the_way(number) is None

    def _stands_in_the_way(self, number: int) -> Problem | None:
        account_id = self._account_of(number)
        return self.refused.get(account_id) or self._hindrance(account_id)

    def _begin(self, number: int, due: float) -> None:
        entries = [self._listing[row] for row in self._batches[number].rows]
        done = [entry.uploaded for entry in entries if entry.uploaded]
        files = tuple(FileInfo(one.location, one.name, one.finished_at) for one in done)
        account = self._accounts[self._account_of(number)]
        self._put_on_agenda(
            IntakeJob(tuple(entry.id for entry in entries), files, account, self._taking_in(number)), due
        )

    def _put_on_agenda(self, job: IntakeJob, due: float) -> None:
        self._jobs[job.taking_in.batch] = job
        self.agenda.put(job.taking_in.batch, job, due)

    def _take_back(self, number: int) -> bool:
        """Whether no clerk is asking Clear for it: the request of which none has heard yet is taken back."""
        job = self._jobs.get(number)
        if job is None:
            return True
        if job.taking_in.activity is not None or not self.agenda.strike(number):
            return False
        del self._jobs[number]
        if (taking_in := self._taking_in(number)).intake is Intake.ASKED:
            self._put(number, replace(taking_in, intake=Intake.PLANNED))
        self._touched.add(number)
        return True

    def _note(self, rows: Sequence[int], taking_in: TakingIn | None) -> None:
        """What follows is decided anew: for the journal, the list and the batches."""
        self._journal.planned(rows, taking_in)
        for row in rows:
            self._show(replace(self._listing[row], taking_in=taking_in))
            self.know(self._listing[row])

    def _put(self, number: int, taking_in: TakingIn) -> None:
        if taking_in == self._taking_in(number):
            return
        (self._waiting.add if _may_pass(taking_in) else self._waiting.discard)(number)
        for row in self._batches[number].rows:
            self._show(replace(self._listing[row], taking_in=taking_in))

    def _taking_in(self, number: int) -> TakingIn:
        taking_in = self._listing[self._batches[number].any_row].taking_in
        if taking_in is None:
            raise AssertionError("a row without a plan is in no batch")
        return taking_in

    def _account_of(self, number: int) -> str:
        return self._listing[self._batches[number].any_row].account_id

    def _batch_of(self, row: int) -> Batch | None:
        taking_in = self._listing[row].taking_in
        batch = self._batches.get(taking_in.batch) if taking_in else None
        return batch if batch is not None and row in batch else None

    def _batches_of(self, rows: Iterable[int]) -> list[int]:
        found = [self._listing[row].taking_in for row in rows if row in self._listing]
        return list(dict.fromkeys(one.batch for one in found if one and self._batches.get(one.batch)))


def _may_pass(taking_in: TakingIn) -> bool:
    """Whether it waits for something that is not of the user's choice alone."""
    return taking_in.intake is Intake.WAITING or (taking_in.intake is Intake.PROCESSING and bool(taking_in.problem))
