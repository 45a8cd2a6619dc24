"""Plan the imports that follow the uploads: which files go together, and when Clear is asked. No Qt in here.

The planner lives on the window's thread. A batch is planned when its files are sent; Clear is asked once all that are
still listed are uploaded. Where Clear may have received a request, only the user decides to make it again. Where it
certainly had no effect, because the network is gone or the account was refused, the batch waits for that.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ledgerdrop.clear_api.import_log import log_import
from ledgerdrop.clear_api.polling import PollingPolicy
from ledgerdrop.clear_api.reserved_locations import ReservedLocations
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import FolderRules
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.store.journal_records import IngestionChanged, JournalChange
from ledgerdrop.transfer.connectivity import PROBE_EVERY_SECONDS, is_silence
from ledgerdrop.transfer.file_table import FileTable
from ledgerdrop.transfer.jobs import IngestionJob, IngestionReport, JobQueue, rows_in_log

WriteJournal = Callable[[*tuple[JournalChange, ...]], None]

# Clear is still to be asked
_OPEN: Final = {IngestionStatus.PLANNED, IngestionStatus.HELD_BACK, IngestionStatus.WAITING}
_SUBMITTABLE: Final = _OPEN | {IngestionStatus.REFUSED}
_MAY_PASS: Final = {IngestionStatus.WAITING, IngestionStatus.PROCESSING}  # in these a problem may pass by itself
_REPEATABLE: Final = {IngestionStatus.REFUSED, IngestionStatus.UNCONFIRMED}  # by the user
_ORPHANED: Final = {Code.ACCOUNT_REMOVED, Code.TASK_ACCOUNT_REMOVED}


class IngestionPlanner:
    """Plans and follows the batches of all rows.

    `write_journal` returns at once. `show` changes a row in the list, but not in the journal. `hindrance` says why
    the files of an account have to wait just now, if they do.
    """

    def __init__(
        self,
        file_table: FileTable,
        accounts: Mapping[str, Account],
        write_journal: WriteJournal,
        show: Callable[[TransferItem], None],
        hindrance: Callable[[str], Problem | None],
        polling_policy: PollingPolicy,
    ) -> None:
        self.job_queue: JobQueue[IngestionJob] = JobQueue()
        self.reserved = ReservedLocations(waits=True)
        self.folder_rules = FolderRules()
        self._file_table = file_table
        self._accounts = accounts
        self.accounts_read = False
        self._write_journal = write_journal
        self._show = show
        self._hindrance = hindrance
        self._polling_policy = polling_policy
        self._batches: dict[int, set[int]] = {}  # the rows of each activity
        self._touched: set[int] = set()
        self._next_batch = 1
        self.jobs: dict[int, IngestionJob] = {}  # by batch, with a worker or scheduled

    @property
    def waits_for_network(self) -> bool:
        """Return whether an import continues as soon as the network is back."""
        return any(is_silence(self._ingestion(number).problem) for number in self._waiting())

    # What the user wants

    def plan(self, item_ids: Iterable[int], how: IngestionOptions | None, *, together: bool) -> None:
        """Plan the import of the given rows, those of one account together if wanted; None: no import.

        Files that Clear has, or may have, or is being asked to import, keep their plan.
        """
        groups: dict[object, list[int]] = {}
        for item_id in item_ids:
            entry = self._file_table[item_id]
            before = entry.ingestion
            if before is None or (before.status.choosable and self._withdraw(before.batch)):
                groups.setdefault(entry.account_id if together else item_id, []).append(item_id)
        for members in groups.values():
            for item_id in members:
                self.forget(item_id)
            status = IngestionStatus.PLANNED if how else IngestionStatus.UNWANTED
            ingestion = IngestionState(how or IngestionOptions("", ""), self._next_batch, status)
            self._note(members, ingestion)

    def planned(self, item_id: int) -> IngestionOptions | None:
        """Return the options of the import that would follow this row's upload as things are, None for no import."""
        entry = self._file_table[item_id]
        if entry.ingestion is not None:
            return None if entry.ingestion.status is IngestionStatus.UNWANTED else entry.ingestion.how
        account = self._accounts.get(entry.account_id)
        return self.folder_rules.how(entry.path, account) if account else None

    def plan_as_usual(self, item_ids: Iterable[int]) -> None:
        """Plan what their folders or accounts say for those of which nothing was said yet."""
        groups: dict[tuple[str, IngestionOptions], list[int]] = {}
        for item_id in item_ids:
            entry = self._file_table[item_id]
            if entry.ingestion is None and (how := self.planned(item_id)) is not None:
                groups.setdefault((entry.account_id, how), []).append(item_id)
        for (account_id, how), members in groups.items():
            self.plan(members, how, together=self._accounts[account_id].together)

    def together(self, item_id: int) -> bool:
        """Return whether this row would be imported with others as things are."""
        entry = self._file_table[item_id]
        if entry.ingestion is not None:
            return len(self._batch_of(item_id)) > 1
        account = self._accounts.get(entry.account_id)
        return account is not None and account.together

    def mates(self, item_ids: Iterable[int]) -> list[int]:
        """Return the given rows and all others of their batches: what is decided for one is decided for all."""
        return sorted({mate for number in self._batches_of(item_ids) for mate in self._batches[number]})

    def join(self, item_ids: Sequence[int], other: int) -> None:
        """Add the given rows to the batch of another row, if Clear is to be asked to import that one."""
        ingestion = self._file_table[other].ingestion
        if ingestion is not None and ingestion.status is IngestionStatus.PLANNED:
            self._note(item_ids, ingestion)

    def leave(self, item_id: int) -> None:
        """Take a row out of its batch, with its plan: no import was chosen for it."""
        if self._file_table[item_id].ingestion is not None:
            self.forget(item_id)
            self._note([item_id], None)

    def again(self, item_ids: Iterable[int]) -> None:
        """Ask Clear once more to import the batches of these rows, or end their pause where they wait for it."""
        for number in self._batches_of(item_ids):
            ingestion = self._ingestion(number)
            if ingestion.status is IngestionStatus.WAITING and self._account_of(number) in self._accounts:
                self._set_status(number, IngestionStatus.ASKED)
                self._ask_at_once(number)
            elif number not in self.jobs and ingestion.status in _REPEATABLE:
                planned = replace(ingestion, status=IngestionStatus.PLANNED, problem=None)
                self._note(sorted(self._batches[number]), planned)

    def found(self, item_ids: Iterable[int]) -> None:
        """Note that the user has found these rows in Clear, with all of their batches."""
        for number in self._batches_of(item_ids):
            if self._ingestion(number).status is IngestionStatus.UNCONFIRMED:
                found = replace(self._ingestion(number), status=IngestionStatus.FOUND, problem=None)
                self._note(sorted(self._batches.pop(number)), found)

    def ask_now(self, item_ids: Iterable[int]) -> None:
        """Ask Clear at once how far the import of these rows is."""
        for number in self._batches_of(item_ids):
            asked_for = self._ingestion(number).status in {IngestionStatus.PROCESSING, IngestionStatus.UNTOLD}
            if asked_for and self._account_of(number) in self._accounts:
                if number not in self.jobs:
                    self._set_status(number, IngestionStatus.PROCESSING)
                self._ask_at_once(number)

    def _ask_at_once(self, number: int) -> None:
        if number in self.jobs:
            self.job_queue.run_now(number)
        else:
            self._begin(number)

    def bring_back(self, entry: TransferItem) -> None:
        """Return a row to its batch, or to one of its own if the batch was submitted without it."""
        ingestion = entry.ingestion
        if ingestion is not None and ingestion.status in _SUBMITTABLE and not self._gathers(ingestion.batch):
            self._note([entry.id], IngestionState(ingestion.how, self._next_batch, IngestionStatus.PLANNED))
        else:
            self.note_item(entry)

    def forget(self, item_id: int) -> None:
        """Take a removed row out of its batch. Clear's import of it is followed to the end, for its receipt."""
        ingestion, batch = self._file_table[item_id].ingestion, self._batch_of(item_id)
        if ingestion is not None and batch:
            if self._withdraw(ingestion.batch):
                self._update_reservation(replace(self._file_table[item_id], ingestion=None))
            batch.remove(item_id)
            self._touched.add(ingestion.batch)

    # What happens meanwhile

    def note_item(self, entry: TransferItem) -> None:
        """Note that a row is new or has another state; `settle` then looks at its batch."""
        self._update_reservation(entry)
        if entry.ingestion is None:
            return
        number = entry.ingestion.batch
        self._next_batch = max(self._next_batch, number + 1)
        if not entry.ingestion.status.ended:
            self._batches.setdefault(number, set()).add(entry.id)
            self._touched.add(number)

    def holds_back(self, item_id: int) -> bool:
        """Return whether other files, which were not cancelled as this one was, wait for it."""
        return any(self._file_table[mate].state is not State.CANCELLED for mate in self._batch_of(item_id))

    def note_accounts(self, *, all_of_them: bool = False) -> None:
        """Note that accounts are new or have other settings."""
        self.accounts_read = self.accounts_read or all_of_them
        self._touched.update(self._batches)
        self.reconsider()
        for number in [*self.jobs]:
            self._leave_orphan(number)

    def reconsider(self) -> None:
        """Look again at all batches that wait: what hinders them may have changed."""
        self._touched.update(self._waiting())
        for number in [*self.jobs]:
            self._withdraw(number)

    def probe(self) -> None:
        """Try whether there is a network again, with one of the batches that wait for it."""
        for number in self._waiting():
            if number not in self.jobs and is_silence(self._ingestion(number).problem):
                self._begin(number)
                break

    def note_report(self, report: IngestionReport) -> None:
        """Note what an ingestion worker reports on a batch."""
        number, ingestion = report.ingestion.batch, report.ingestion
        listed = bool(self._batches.get(number))
        if self.jobs.get(number) is report.job:
            del self.jobs[number]
        if listed:
            self._put(number, ingestion)
        if ingestion.status is IngestionStatus.PROCESSING and ingestion.problem is None:
            self._schedule(replace(report.job, ingestion=ingestion), time.monotonic() + report.pause)
        elif listed and ingestion.status.ended:
            for item_id in self._batches[number]:
                self._update_reservation(self._file_table[item_id])
            del self._batches[number]
        elif listed and is_silence(ingestion.problem) and self._may_go(number):
            self._begin(number, due=time.monotonic() + PROBE_EVERY_SECONDS)
        if number not in self.jobs:
            for item_id, file in self.unlisted(report):
                self.reserved.release(file.location, item_id)
        self._leave_orphan(number)
        self._touched.add(number)

    def unlisted(self, report: IngestionReport) -> list[tuple[int, Uploaded]]:
        """Return those of the report's files that were taken off the list, by their IDs."""
        files = zip(report.job.item_ids, report.job.files, strict=False)
        return [(item_id, file) for item_id, file in files if item_id not in self._file_table]

    def settle(self) -> None:
        """Decide on the batches of which something has changed."""
        touched, self._touched = self._touched, set()
        for number in touched:
            batch = self._batches.get(number)
            if batch is not None and not batch:
                del self._batches[number]
            elif batch is not None and number not in self.jobs:
                self._decide_on(number)

    def close(self) -> None:
        """Stop all jobs; the states of the imports stay as they are, for the next start."""
        self.job_queue.close()
        for job in self.jobs.values():
            job.cancel.cancel()

    def _decide_on(self, number: int) -> None:
        if self._account_of(number) not in self._accounts:
            if self.accounts_read:
                self._orphan(number)
            return
        ingestion = self._ingestion(number)
        if ingestion.problem is not None and ingestion.problem.code in _ORPHANED:  # its account is back
            back = IngestionStatus.PROCESSING if ingestion.activity else IngestionStatus.PLANNED
            ingestion = replace(ingestion, status=back, problem=None)
        hindrance = self._hindrance(self._account_of(number))
        if ingestion.status is IngestionStatus.PROCESSING and not (hindrance and ingestion.problem):
            self._set_status(number, IngestionStatus.PROCESSING)
            self._begin(number, due=time.monotonic() + self._polling_policy.first)
        elif ingestion.status not in _OPEN:
            pass
        elif (missing := self._missing(number)) is not None:
            held = Problem(Code.BATCH_HELD_BACK, {"name": self._file_table[missing].name})
            self._set_status(number, IngestionStatus.HELD_BACK, held)
        elif not self._is_uploaded(number):
            self._set_status(number, IngestionStatus.PLANNED)
        elif hindrance is not None:
            self._set_status(number, IngestionStatus.WAITING, hindrance)
        else:
            self._set_status(number, IngestionStatus.ASKED)
            self._begin(number)

    def _orphan(self, number: int) -> None:
        """Settle a batch whose account was removed."""
        status = self._ingestion(number).status
        if status is IngestionStatus.PROCESSING:
            end, problem = IngestionStatus.UNTOLD, Problem(Code.TASK_ACCOUNT_REMOVED)
        elif status in _OPEN and self._is_uploaded(number):
            end, problem = IngestionStatus.REFUSED, Problem(Code.ACCOUNT_REMOVED)
        else:
            return
        self._set_status(number, end, problem)
        log_import(rows_in_log(self._batches[number]), problem)

    def _leave_orphan(self, number: int) -> None:
        """Stop asking Clear about a batch whose account was removed."""
        job = self.jobs.get(number)
        orphaned = job is not None and self.accounts_read and job.account.id not in self._accounts
        if orphaned and self.job_queue.withdraw(number):
            del self.jobs[number]

    def _waiting(self) -> Iterator[int]:
        """Yield the batches that have a problem which may pass."""
        for number in (number for number, batch in self._batches.items() if batch):
            ingestion = self._ingestion(number)
            may_pass = ingestion.problem is not None and ingestion.status in _MAY_PASS
            if may_pass and self._account_of(number) in self._accounts:
                yield number

    def _gathers(self, number: int) -> bool:
        """Return whether the batch has files, and others may still join them."""
        gathering = {IngestionStatus.PLANNED, IngestionStatus.HELD_BACK}
        return bool(self._batches.get(number)) and self._ingestion(number).status in gathering

    def _is_uploaded(self, number: int) -> bool:
        return all(self._file_table[item_id].state is State.UPLOADED for item_id in self._batches[number])

    def _missing(self, number: int) -> int | None:
        """Return the first row that ended without an upload, or whose place in storage is unknown."""
        entries = (self._file_table[item_id] for item_id in self._batches[number])
        return min((entry.id for entry in entries if entry.state.finished and entry.uploaded is None), default=None)

    def _may_go(self, number: int) -> bool:
        account_id = self._account_of(number)
        return account_id in self._accounts and self._hindrance(account_id) is None

    def _begin(self, number: int, due: float = 0.0) -> None:
        item_ids = tuple(sorted(self._batches[number]))
        uploads = (self._file_table[item_id].uploaded for item_id in item_ids)
        files = tuple(uploaded for uploaded in uploads if uploaded)
        account = self._accounts[self._account_of(number)]
        self._schedule(IngestionJob(item_ids, files, account, self._ingestion(number)), due)

    def _schedule(self, job: IngestionJob, due: float) -> None:
        self.jobs[job.ingestion.batch] = job
        self.job_queue.put([job], due=due)

    def _withdraw(self, number: int) -> bool:
        """Withdraw the request for a batch. Returns whether no worker has begun to ask Clear for it."""
        job = self.jobs.get(number)
        if job is None:
            return True
        if job.ingestion.activity is not None or not self.job_queue.withdraw(number):
            return False
        del self.jobs[number]
        if self._ingestion(number).status is IngestionStatus.ASKED:
            self._set_status(number, IngestionStatus.PLANNED)
        self._touched.add(number)
        return True

    def _note(self, item_ids: Sequence[int], ingestion: IngestionState | None) -> None:
        """Store a new decision about the imports of these rows: in the journal, the list and the batches."""
        self._write_journal(IngestionChanged(tuple(item_ids), ingestion))
        for item_id in item_ids:
            self._show(replace(self._file_table[item_id], ingestion=ingestion))
            self.note_item(self._file_table[item_id])

    def _update_reservation(self, entry: TransferItem) -> None:
        """Reserve a file's place in storage for as long as Clear may still be asked to import it."""
        if entry.uploaded is None:
            return
        if entry.ingestion_status is None or entry.ingestion_status.ended:
            self.reserved.release(entry.uploaded.location, entry.id)
        else:
            self.reserved.reserve(entry.uploaded.location, entry.id)

    def _set_status(self, number: int, status: IngestionStatus, problem: Problem | None = None) -> None:
        self._put(number, replace(self._ingestion(number), status=status, problem=problem))

    def _put(self, number: int, ingestion: IngestionState) -> None:
        if ingestion == self._ingestion(number):
            return
        for item_id in sorted(self._batches[number]):
            self._show(replace(self._file_table[item_id], ingestion=ingestion))

    def _ingestion(self, number: int) -> IngestionState:
        ingestion = self._any_entry(number).ingestion
        if ingestion is None:
            raise AssertionError("a row without a plan is in no batch")
        return ingestion

    def _account_of(self, number: int) -> str:
        return self._any_entry(number).account_id

    def _any_entry(self, number: int) -> TransferItem:
        """Return one of a batch's rows: account and import are the same for all."""
        return self._file_table[next(iter(self._batches[number]))]

    def _batch_of(self, item_id: int) -> set[int]:
        """Return all rows of a row's batch; none where it belongs to none."""
        ingestion = self._file_table[item_id].ingestion
        batch = self._batches.get(ingestion.batch, set()) if ingestion else set()
        return batch if item_id in batch else set()

    def _batches_of(self, item_ids: Iterable[int]) -> list[int]:
        found = [self._file_table[item_id].ingestion for item_id in item_ids if item_id in self._file_table]
        return list(dict.fromkeys(one.batch for one in found if one and self._batches.get(one.batch)))
