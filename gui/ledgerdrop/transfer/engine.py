"""Decide where each file of the queue stands and what happens to it next. No Qt in here.

The engine lives on the window's thread, and never waits: it puts work into queues from which workers take it. The
user's actions and the workers' reports change states; `flush` ends a round of changes: new states go to the journal,
and only then the work that follows from them into the queues.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, Final

from ledgerdrop.clear_api.polling import PollingPolicy
from ledgerdrop.files.dropped_file import FoundFiles
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import CheckedFile, Progress, Stage, Uploaded
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.inspection import Contents
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.model.transfers import Notice, State, Stop, Summary, TransferItem
from ledgerdrop.store import journal_records as records
from ledgerdrop.transfer import jobs
from ledgerdrop.transfer.connectivity import ConnectivityMonitor, is_silence
from ledgerdrop.transfer.file_table import NOT_SENT, ContentIndex, FileTable, TransferStats, log_outcome, path_key
from ledgerdrop.transfer.ingestion_planner import IngestionPlanner, WriteJournal

_AT_A_WORKER: Final = {State.SENDING, State.RETRYING}

# After these the file is looked at again before it is sent again.
_STALE: Final = {Code.CHANGED, Code.MISSING, Code.UNREADABLE, Code.IN_USE, Code.READ_ERROR, Code.ONLINE_ONLY}

_IDLE: Final = {State.READY, State.WARNED}  # the user has not sent it yet
_MAY_HAVE_CHANGED: Final = {State.REJECTED, State.FAILED, State.DUPLICATE, State.UPLOADED, *_IDLE}
# Where the content of a file and its DUPLICATE is not known, since both are from an earlier start, the duplicate is
# checked again while the file is in one of these.
_UNSURE: Final = {*State} - {State.UPLOADED, State.FAILED}
_MOVABLE: Final = {*State} - {State.UPLOADED}  # to another account
_LAST: Final = 1 << 40  # above all ranks


@dataclass
class News:
    """Collects what the window has not been told yet."""

    added: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    changed: dict[int, None] = field(default_factory=dict)  # a set in order
    reordered: bool = False
    notices: list[Notice] = field(default_factory=list)


class TransferEngine:
    """Decides what happens to each file. Every method returns at once."""

    def __init__(
        self,
        write_journal: WriteJournal,
        connectivity: ConnectivityMonitor,
        forget_token: Callable[[str], None],
        polling_policy: PollingPolicy,
    ) -> None:
        self.file_table = FileTable()
        self.stats = TransferStats(self.file_table)
        self.checks: jobs.JobQueue[jobs.CheckerJob] = jobs.JobQueue()
        self.sends: jobs.JobQueue[jobs.SendJob] = jobs.JobQueue()
        self.connectivity = connectivity
        self.news = News()
        self.paused = False  # the whole queue, by the user
        self.accounts: dict[str, Account] = {}
        self.planner = IngestionPlanner(
            self.file_table, self.accounts, write_journal, self._show, self._hindrance, polling_policy
        )
        self.stops: dict[str, Stop] = {}  # accounts that wait until their settings were put right
        self._refused: dict[str, Stop] = {}  # accounts that may upload, but not have files imported
        self._stoppers: set[int] = set()  # rows whose upload stopped an account: they are sent last
        self._stop_numbers = count(1)
        self._doubts: set[tuple[str, str]] = set()  # of which the user was told: folder, and ID of its account
        self.checking: dict[int, jobs.CheckJob | jobs.DigestJob] = {}
        # In a queue, at a worker, or given up and not come back from it yet.
        self.sending: dict[int, jobs.SendJob] = {}
        self._wanted: dict[int, bool] = {}  # rows that the user has sent; False where the user has paused them since
        self._may_be_there: set[int] = set()  # rows of which all was sent in vain, as far as is known
        self._write_journal = write_journal
        self._forget_token = forget_token
        self._ids = count(1)
        self._contents = ContentIndex()
        self._copied: set[int] = set()  # rows that have, or had, a DUPLICATE
        # Dropped rows in order, from the first whose check has not ended; with what is in it, for a checked folder.
        self.dropped: dict[int, FoundFiles | None] = {}
        self._early_folders: dict[int, FoundFiles] = {}  # whose accounts are not known yet
        self._undecided: dict[int, None] = {}  # CHECKING, and to be compared with what is still being read
        self.looking: dict[int, jobs.LookJob] = {}  # by each of its rows
        self._sends_held = False
        self._to_note: list[records.Added | records.Removed] = []
        self._to_write: dict[int, TransferItem] = {}
        self._to_check: dict[int, jobs.CheckerJob] = {}
        self._to_send: dict[int, jobs.SendJob] = {}

    # The user's actions

    def add(self, paths: Iterable[Path], account: Account, folder: int | None = None) -> None:
        """List files and folders, and check them: for the accounts of their folders, all others for this account.

        A path that is in the list already is pointed out instead; the row of one that could not be sent is checked
        again, now for its account. `folder` is the row of the folder in which the files were found.
        """
        groups, others = self.planner.folder_rules.sort_out(paths, account)
        for owner, group in groups:
            self._add(group, owner, folder)
        if others:
            self.news.notices.append(Notice(owners=others))

    def _add(self, paths: Iterable[Path], account: Account, folder: int | None) -> None:
        self._set_account(account)
        new: dict[str, Path] = {}
        again: dict[int, None] = {}
        already_listed: dict[int, None] = {}
        for path in paths:
            holder = self.file_table.holder(path)
            if holder is None:
                new.setdefault(path_key(path), path)
            elif self.file_table[holder].state in NOT_SENT:
                again[holder] = None
            else:
                already_listed[holder] = None
        for item_id in again:
            self._wanted.pop(item_id, None)  # a drop sends nothing
            self._move_to(item_id, account.id)
        if folder is None:
            self.recheck_changed(self.file_table.in_state(State.REJECTED, State.FAILED))
        self.recheck_changed(already_listed)
        added = self._append(new.values(), account.id, folder)
        if folder is None:
            self.dropped.update(dict.fromkeys(added))
        if account.send_at_once and any(map(self.planner.planned, added)):
            # As one drop: it is sent together, although each file goes as soon as it is checked.
            self.flush()  # the journal knows rows only after that
            if folder is not None and account.together and self.file_table[folder].account_id == account.id:
                self.planner.join(added, folder)
            self.planner.plan_as_usual(added)
        self._point_out(already_listed)

    def send(self, item_ids: Iterable[int] | None = None) -> None:
        """Send the READY rows among the given ones, or all that are READY."""
        self.recheck_changed(self.file_table.in_state(State.REJECTED, State.FAILED))
        self._send(self.in_state(item_ids, State.READY))

    def send_anyway(self, item_ids: Iterable[int]) -> None:
        """Send the WARNED and DUPLICATE rows among the given ones."""
        self._send(self.in_state(item_ids, State.WARNED, State.DUPLICATE))

    def send_selected(self, item_ids: Sequence[int]) -> None:
        """Send the given rows that need no question: READY, paused, failed or cancelled ones."""
        self._wanted.update(dict.fromkeys(self.in_state(item_ids, State.CANCELLED), True))
        self.retry(self.in_state(item_ids, State.PAUSED, State.FAILED, State.CANCELLED))
        self.send(item_ids)

    def send_as(self, item_id: int, name: str) -> None:
        """Check a file under another name; if that is fine, send it."""
        for found in self.in_state([item_id], *NOT_SENT - {State.DUPLICATE}, *_IDLE):
            self._wanted[found] = True
            self._check_again(found, name)

    def cancel(self, item_ids: Iterable[int]) -> None:
        """Cancel the given rows that are not finished, whatever they are doing."""
        chosen = [one for one in item_ids if one in self.file_table and not self.file_table[one].state.finished]
        self._abort(chosen)
        for item_id in chosen:
            progress = self.file_table[item_id].progress
            late = item_id in self._may_be_there or (progress is not None and progress.stage is Stage.CONFIRMING)
            state, code = (State.FAILED, Code.MAY_HAVE_ARRIVED) if late else (State.CANCELLED, Code.CANCELLED)
            self.set_state(item_id, state, problem=Problem(code), progress=None, slow=False)
            self._leave_batch(item_id)
        self._release_duplicates()

    def retry(self, item_ids: Iterable[int]) -> None:
        """Try again what failed or was cancelled; end the pause of what waits for its next attempt."""
        chosen = self.in_state(item_ids, State.RETRYING, State.PAUSED, State.FAILED, State.REJECTED, State.CANCELLED)
        self._unblock_accounts_of(chosen)
        already_listed: dict[int, None] = {}
        for item_id in chosen:
            entry = self.file_table[item_id]
            if entry.state is State.RETRYING:
                if (job := self.sending.get(item_id)) is not None:
                    job.hurry.set()
                else:
                    self.connectivity.probe_now()
            elif entry.state is State.PAUSED:
                self._enqueue([item_id], despite_pause=True)
            elif (other := self._listed_again(entry)) is not None:
                already_listed[other] = None
            else:
                self._begin_anew(entry)
        self._point_out(already_listed)

    def _listed_again(self, entry: TransferItem) -> int | None:
        """Return the row of the same file that was dropped again meanwhile."""
        holder = self.file_table.holder(entry.path)
        if holder is None or holder == entry.id or self.file_table[holder].state in NOT_SENT:
            return None
        return holder

    def pause(self, item_ids: Iterable[int] | None = None) -> None:
        """Pause the given rows, or the whole queue.

        Pausing the whole queue (None) lets running uploads finish. Pausing single rows stops them; they start from
        the beginning when resumed.
        """
        if item_ids is None:
            self.paused = True
            chosen = self.file_table.in_state(State.QUEUED, State.RETRYING)
        else:
            chosen = self.in_state(item_ids, State.QUEUED, State.SENDING, State.RETRYING)
            self._wanted.update(dict.fromkeys(chosen, False))
        self._abort(chosen)
        for item_id in chosen:
            self.set_state(item_id, State.PAUSED, progress=None)

    def resume(self, item_ids: Iterable[int] | None = None) -> None:
        """Resume the given paused rows, or the whole queue (None) with all that failed and may succeed."""
        if item_ids is None:
            self.paused = False
            failed = self.file_table.in_state(State.FAILED, State.REJECTED)
            self.retry([item_id for item_id in failed if self.file_table[item_id].retryable])
        chosen = self.in_state(item_ids, State.PAUSED)
        self._unblock_accounts_of(chosen)
        self._enqueue(chosen, despite_pause=True)

    def remove(self, item_ids: Iterable[int]) -> None:
        """Take rows off the list, and stop those that are under way."""
        gone = [item_id for item_id in dict.fromkeys(item_ids) if item_id in self.file_table]
        uploaded = {item_id for item_id in gone if self.file_table[item_id].state is State.UPLOADED}
        self._abort(gone)
        for item_id in gone:
            self.news.changed.pop(item_id, None)
            self._to_write.pop(item_id, None)
            self._wanted.pop(item_id, None)
            self._may_be_there.discard(item_id)
            self._contents.remove(item_id)
            self.looking.pop(item_id, None)
            self.planner.forget(item_id)
        self.file_table.remove(gone)
        if gone:
            self._to_note.append(records.Removed(tuple(gone)))
        self.news.removed += gone
        self._release_duplicates(not_sent={*gone} - uploaded)

    def bring_back(self, items: Iterable[TransferItem]) -> None:
        """List removed rows again, as they were, unless their files were dropped again meanwhile.

        Those that were under way are checked again, and wait for "Send".
        """
        self.flush()  # the journal has forgotten them before it hears of them anew
        gone = (item for item in items if item.id not in self.file_table)
        back = [item for item in gone if item.state is State.UPLOADED or self.file_table.holder(item.path) is None]
        in_order = (item_ids := self.file_table.ids()) == sorted(item_ids)
        for item in back:
            self._list(item, self.planner.bring_back)
            self._to_note.append(records.Added((self.file_table[item.id],)))
            if item.state in _AT_A_WORKER or item.state in {State.QUEUED, State.CHECKING}:
                self._check_again(item.id, item.given_name)  # it may have arrived in spite of all
        self.flush()
        for item in back:
            if (ingestion := self.file_table[item.id].ingestion) is not None:
                self._write_journal(records.IngestionChanged((item.id,), ingestion))
        if in_order:  # nobody has moved any: so they go back to where they were
            self.file_table.arrange(sorted(self.file_table.ids()))
            self.news.reordered = True
        self._release_duplicates()
        for item in back:
            if item.state in _IDLE and (item.checked is None or not self._contents.alone(item.id)):
                self._check_again(item.id, item.given_name)  # it is compared then

    def move_to_account(self, item_ids: Iterable[int], account: Account) -> None:
        """Let another account have these files: they are checked again for it, and wait for the user's "Send".

        Uploaded files stay where they are.
        """
        self._set_account(account)
        movable = self.in_state(item_ids, *_MOVABLE)
        chosen = [item_id for item_id in movable if self.file_table[item_id].account_id != account.id]
        self._abort(chosen)
        for item_id in chosen:
            self._wanted.pop(item_id, None)
            self._move_to(item_id, account.id)
        self._release_duplicates()

    def recheck_changed(self, item_ids: Iterable[int] | None = None) -> None:
        """Look whether the files of these rows, or of all, have changed on disk.

        Rows that have not been sent are then checked again; uploaded ones are marked. A worker looks, since a network
        drive may not answer.
        """
        folders: dict[Path, list[TransferItem]] = {}
        for item_id in self.in_state(item_ids, *_MAY_HAVE_CHANGED):
            entry = self.file_table[item_id]
            known = entry.state is not State.UPLOADED or entry.modified_ns is not None
            if item_id not in self.looking and known and not entry.changed_since:
                folders.setdefault(entry.path.parent, []).append(entry)
        for rows in folders.values():
            job = jobs.LookJob(tuple(rows))
            self.looking.update((row.id, job) for row in rows)
            self._to_check[job.id] = job

    def clear_finished(self) -> None:
        """Take cancelled rows off the list, and uploaded ones with nothing left to follow.

        Failed files stay until someone has looked at them.
        """
        over = self.file_table.in_state(State.UPLOADED, State.CANCELLED, State.DUPLICATE)
        self.remove([item_id for item_id in over if self._is_over(item_id)])
        self.flush()
        self._write_journal(records.FinishedCleared(tuple(self.file_table.in_state(State.FAILED, State.REJECTED))))

    def move(self, item_ids: Sequence[int], to_index: int) -> None:
        """Put rows before the one that is at `to_index` now. They are checked and sent in the new order."""
        self.file_table.move(item_ids, to_index)
        self.sends.arrange(self._turn)
        self.checks.arrange(self._check_turn)
        self.flush()
        self._write_journal(records.Reordered(tuple(self.file_table.ids())))
        self.news.reordered = True

    def plan_import(self, item_ids: Iterable[int], how: IngestionOptions | None, *, together: bool = False) -> None:
        """Have the given rows imported so once they are uploaded; None: not at all, whatever their account says."""
        self.planner.plan([item_id for item_id in item_ids if item_id in self.file_table], how, together=together)

    def import_again(self, item_ids: Sequence[int]) -> None:
        """Ask Clear once more to import what it refused, what waits, or what it may have received already."""
        for account_id in {self.file_table[item_id].account_id for item_id in item_ids if item_id in self.file_table}:
            if account_id in self.stops.keys() | self._refused.keys():
                self._unblock(account_id, imports_too=True)
        self.planner.again(item_ids)

    def found_in_clear(self, item_ids: Sequence[int]) -> None:
        """Note that the user has found these unconfirmed files in Clear."""
        self.planner.found(item_ids)

    def ask_now(self, item_ids: Sequence[int]) -> None:
        """Ask Clear at once how far the import of these rows is."""
        self.planner.ask_now(item_ids)

    # Accounts and the network

    def use_accounts(self, accounts: Iterable[Account]) -> None:
        """Take over all accounts as they are now; end what waits for one that was removed."""
        kept = {account.id: account for account in accounts}
        for account in kept.values():
            self._set_account(account)
        gone = self.accounts.keys() - kept.keys()
        for account_id in gone:
            del self.accounts[account_id]
            self._unblock(account_id, imports_too=True)
        self.planner.note_accounts(all_of_them=True)
        early, self._early_folders = self._early_folders, {}
        for item_id, opened in early.items():
            self._open(item_id, opened)
        for account_id in gone:
            self._restart(self._of_account(account_id, State.QUEUED, State.PAUSED, State.RETRYING))

    def account_saved(self, account: Account) -> None:
        """Resume what waited for an account whose settings or token are new."""
        # A copy, so that an attempt that began with the old token can be told from one with the new.
        self.accounts[account.id] = replace(account)
        states = [State.QUEUED, State.PAUSED] if account.id in self.stops else [State.QUEUED]
        self._unblock(account.id, imports_too=True)
        self.planner.note_accounts()
        waiting = self._of_account(account.id, *states)
        self._restart([item_id for item_id in waiting if self._wanted.get(item_id, True)])

    def try_account(self, account_id: str) -> None:
        """Try a refused account once more as it is: all its files that wait are sent."""
        self._unblock(account_id, imports_too=True)
        waiting = self._of_account(account_id, State.PAUSED)
        self._enqueue([item_id for item_id in waiting if self._wanted.get(item_id, True)], despite_pause=True)

    def set_aside(self, item_id: int) -> None:
        """Set aside the file that stopped its account, and send all others."""
        for stopper in self.in_state([item_id], State.PAUSED):
            self.set_state(stopper, State.FAILED, progress=None)
            self.try_account(self.file_table[stopper].account_id)

    def network_changed(self) -> None:
        """Resume what waited for another proxy or its password, and try at once what waits for a network."""
        for account_id in [*self.stops]:
            account = self.accounts.get(account_id)
            if account is not None:
                self.account_saved(account)
        self.connectivity.probe_now()
        self.planner.reconsider()

    def follow_connectivity(self) -> None:
        """Hold the queue while there is no network, and let it run when there is one. Called from time to time."""
        if self.connectivity.gone:
            self._probe()
        if self._sends_held != self.connectivity.gone:
            self._sends_held = self.connectivity.gone
            self.sends.allow(0 if self._sends_held else math.inf)
            self.planner.reconsider()
        if not self.connectivity.gone:
            self._enqueue(self._waiting_for_network())

    # What workers report. A report of work that was given up meanwhile changes nothing, but for one: what is uploaded
    # is uploaded.

    def on_report(self, report: jobs.Report) -> None:
        """Act on a worker's report."""
        match report:
            case jobs.CheckSlow(job, problem):
                if self.checking.get(job.id) is job:
                    why = problem or self.file_table[job.id].problem
                    self.set_state(job.id, State.CHECKING, slow=True, problem=why)
                    self.dropped.pop(job.id, None)  # the folders behind it do not wait
            case jobs.LookDone(job, changed):
                self._looked(job, changed)
            case jobs.DigestDone(job, digests):
                self._read(job, digests)
            case jobs.CheckDone(job, outcome):
                self._check_done(job, outcome)
            case jobs.SendStarted(job):
                if self.in_state([job.id], State.QUEUED) and not job.cancel.is_cancelled():
                    self.set_state(job.id, State.SENDING)
            case jobs.SendDone(job, outcome):
                self._sent(job, outcome)

    def _check_done(self, job: jobs.CheckJob, outcome: jobs.Verdict) -> None:
        if self.checking.get(job.id) is not job:
            return
        del self.checking[job.id]
        if not isinstance(outcome, FoundFiles):
            self._checked(self.file_table[job.id], outcome)
            if job.id in self._copied:
                self._release_duplicates()
        elif job.id in self.dropped:
            self.dropped[job.id] = outcome
        else:
            self._open(job.id, outcome)

    def open_next_folder(self) -> bool:
        """List the files of one folder, in the order of dropping; return whether one's turn had come."""
        while self.dropped:
            item_id, opened = next(iter(self.dropped.items()))
            if opened is None and isinstance(self.checking.get(item_id), jobs.CheckJob):
                break
            del self.dropped[item_id]
            if opened is not None:
                self._open(item_id, opened)
                return True
        return False

    def on_progress(self, job: jobs.SendJob, progress: Progress) -> None:
        """Show how far a file has got."""
        if self.sending.get(job.id) is not job or not self.in_state([job.id], *_AT_A_WORKER):
            return
        waiting = progress.stage is Stage.WAITING
        if waiting and self.file_table[job.id].progress != progress:
            self.connectivity.note_outcome(progress.problem)
        self.connectivity.note_progress(progress)
        state = State.RETRYING if waiting else State.SENDING
        self.set_state(job.id, state, progress=progress, problem=progress.problem)

    def on_ingestion_report(self, report: jobs.IngestionReport) -> None:
        """Act on a worker's report on the import."""
        account, problem = report.job.account, report.ingestion.problem
        # Nothing waits for the network where Clear is asked again anyway: that nobody answered says nothing then.
        if is_silence(problem) or not is_silence(report.said):
            self.connectivity.note_outcome(report.said)
        put_right_meanwhile = self.accounts.get(account.id) is not account
        if problem is not None and problem.retry is Retry.ACCOUNT and not put_right_meanwhile:
            self._block(account.id, problem)
        if report.ingestion.status.ended and (unlisted := self.planner.unlisted(report)):
            names = tuple(file.name for _, file in unlisted)
            self.news.notices.append(Notice(unlisted=names, status=report.ingestion.status))
        self.planner.note_report(report)

    def note_contents(self, item_id: int, contents: Contents) -> None:
        """Keep what was found inside a file, unless the row shows another file by now."""
        checked = self.file_table[item_id].checked if item_id in self.file_table else None
        if checked and (checked.file.size, checked.file.modified_ns) == (contents.size, contents.modified_ns):
            self._show(replace(self.file_table[item_id], contents=contents))
            self._write_journal(records.Inspected(item_id, contents))

    def summary(self) -> Summary:
        """Return the sums over all files as they are now."""
        stops = (*self.stops.values(), *self._refused.values())
        return self.stats.summary(paused=self.paused, offline=self.connectivity.gone, stops=stops)

    # The beginning, the end of a round, and the end

    def restore(self, entries: Iterable[TransferItem], first_id: int) -> None:
        """List rows from the journal, and give new ones IDs from `first_id` on.

        Rows that were being checked are checked again; nothing is sent.
        """
        self._ids = count(first_id)
        for entry in entries:
            self._list(entry, self.planner.note_item)
            if entry.state is State.CHECKING:
                self.dropped[entry.id] = None
                self._check(entry.id)

    def flush(self) -> None:
        """Pass on what was decided: first to the journal, then to the workers."""
        self.planner.settle()
        for change in self._to_note:
            self._write_journal(change)
        self._to_note.clear()
        if self._to_write:
            self._write_journal(*map(records.Changed, self._to_write.values()))
            self._to_write.clear()
        if self._to_check:
            self.checks.put(self._to_check.values(), self._check_turn)
            self._to_check.clear()
        if self._to_send:
            self.sends.put(self._to_send.values(), self._turn)
            self._to_send.clear()

    def close(self) -> None:
        """Stop all workers' jobs; states stay as they are, for the next start."""
        self.planner.close()
        self.checks.close()
        self.sends.close()
        for job in (*self.checking.values(), *self.looking.values(), *self.sending.values()):
            job.cancel.cancel()

    # Moves

    def _turn(self, item_id: int) -> int:
        """Return a number that grows from row to row in the order of sending."""
        return self.file_table.rank(item_id) + (_LAST if item_id in self._stoppers else 0)

    def _check_turn(self, job_id: int) -> int:
        return self.file_table.rank(abs(job_id))  # a look at rows has the negative ID of the first one

    def in_state(self, item_ids: Iterable[int] | None, *states: State) -> list[int]:
        """Return the given rows (None: all) that are still listed and in one of these states."""
        if item_ids is None:
            return self.file_table.in_state(*states)
        table = self.file_table
        return [item_id for item_id in item_ids if item_id in table and table[item_id].state in states]

    def _of_account(self, account_id: str, *states: State) -> list[int]:
        return [one for one in self.file_table.in_state(*states) if self.file_table[one].account_id == account_id]

    def set_state(self, item_id: int, state: State, **changes: Any) -> None:
        """Give a row a new state, and note it for the journal."""
        self._enter_state(replace(self.file_table[item_id], state=state, **changes))

    def _enter_state(self, entry: TransferItem) -> None:
        old, new = self.file_table[entry.id].state, entry.state
        self._show(entry)
        if new is not old:
            log_outcome(entry)
            self.planner.note_item(entry)
            # What is under way stands in the journal as waiting, which it would be after a crash; the sender itself
            # has written what is uploaded, before it said so.
            if not (new in _AT_A_WORKER or (new is State.UPLOADED and old in _AT_A_WORKER)):
                self._to_write[entry.id] = entry

    def _show(self, entry: TransferItem) -> None:
        old = self.file_table[entry.id]
        self.file_table.put(entry)
        if (old.state, old.checked, old.account_id) != (entry.state, entry.checked, entry.account_id):
            self._contents.put(entry)
        self.news.changed[entry.id] = None

    def _point_out(self, already_listed: Iterable[int]) -> None:
        if item_ids := tuple(already_listed):
            self.news.notices.append(Notice(already_listed=item_ids))

    def _append(self, paths: Iterable[Path], account_id: str, folder: int | None) -> list[int]:
        """Add new rows at the end, as CHECKING."""
        dropped_in = None if folder is None else self.file_table[folder].path
        entries = []
        for path in paths:
            name = unicodedata.normalize("NFC", path.name)
            entries.append(TransferItem(next(self._ids), path, name, account_id, dropped_in=dropped_in))
            self.file_table.append(entries[-1])
            self._check(entries[-1].id)
        if entries:
            self._to_note.append(records.Added(tuple(entries)))
        added = [entry.id for entry in entries]
        self.news.added += added
        return added

    def _list(self, entry: TransferItem, join_batch: Callable[[TransferItem], None]) -> None:
        """Add a row that was listed before, at the end."""
        self.file_table.append(entry)
        self._contents.put(entry)
        join_batch(entry)
        if entry.same_as is not None:
            self._copied.add(entry.same_as)
        self.news.added.append(entry.id)
        if entry.state in {State.PAUSED, State.FAILED}:
            self._wanted[entry.id] = True

    def _leave_batch(self, item_id: int) -> None:
        """Take a row that is not sent with the rest of its drop out of its batch, unless the user had sent it."""
        if item_id not in self._wanted:
            self.planner.leave(item_id)

    def _is_over(self, item_id: int) -> bool:
        """Return whether nothing follows any more: Clear has imported the file, or was never to be asked."""
        entry = self.file_table[item_id]
        if entry.state is not State.UPLOADED:
            return not self.planner.holds_back(item_id)  # else the others would go without it
        status = entry.ingestion_status
        return status is None or (status.ended and not status.needs_user)

    # Checking

    def _open(self, item_id: int, opened: FoundFiles) -> None:
        """Replace the row of a folder by the files in it."""
        if not self.in_state([item_id], State.CHECKING):
            return
        account = self.accounts.get(self.file_table[item_id].account_id)
        if account is not None:
            self.add(opened.files, account, folder=item_id)
            self.remove([item_id])
            if opened.skipped:
                self.news.notices.append(Notice(skipped=opened.skipped))
        elif self.planner.accounts_read:
            self.set_state(item_id, State.FAILED, problem=Problem(Code.ACCOUNT_REMOVED), slow=False)
        else:
            self._early_folders[item_id] = opened

    def _check(self, item_id: int, name: str | None = None) -> None:
        """Queue the check of a row that is CHECKING, under this name; None is its own."""
        entry = self.file_table[item_id]
        job = jobs.CheckJob(item_id, entry.path, name, entry.account_id)
        self.checking[item_id] = self._to_check[item_id] = job

    def _check_again(self, item_id: int, name: str | None) -> None:
        """Check a file once more, under this name; None is its own."""
        self.set_state(
            item_id, State.CHECKING, problem=None, progress=None, checked=None, same_as=None, contents=None
        )
        self._check(item_id, name)

    def _move_to(self, item_id: int, account_id: str) -> None:
        """Check a row again, for this account, under the name that the user gave it."""
        entry = self.file_table[item_id]
        if entry.account_id != account_id:
            self.planner.leave(item_id)
            self._show(replace(self.file_table[item_id], account_id=account_id))
        self._check_again(item_id, entry.given_name)

    def _checked(self, entry: TransferItem, outcome: CheckedFile | jobs.Rejected) -> None:
        """Reject a file, or compare it with the rows that may have the same content, unless it was sent before."""
        if isinstance(outcome, jobs.Rejected):
            seen = {"size": outcome.size, "modified_ns": outcome.modified_ns}
            self.set_state(entry.id, State.REJECTED, problem=outcome.problem, slow=False, **seen)
            self._leave_batch(entry.id)
            return
        file, warning = outcome.file, outcome.warning
        entry = replace(entry, name=file.name, size=file.size, modified_ns=file.modified_ns, slow=False)
        self._show(replace(entry, checked=outcome))
        if warning is not None and warning.code is Code.SENT_BEFORE:
            self._decide(entry.id)
        else:
            self._compare(entry.id)

    def _compare(self, item_id: int) -> None:
        """Take the next step with a file that can be sent once all rows of its size were read, if they can be."""
        if self._contents.alone(item_id):
            self._decide(item_id)
        elif unread := self._contents.unread(item_id):
            files = tuple((one, checked) for one in unread if (checked := self.file_table[one].checked) is not None)
            self.checking[item_id] = self._to_check[item_id] = jobs.DigestJob(item_id, files)
        elif self._contents.waits(item_id):
            self._undecided[item_id] = None
        else:
            self._decide(item_id)

    def _decide(self, item_id: int) -> None:
        """Let a file wait for its turn, or mark it DUPLICATE if another row with the same content is sent."""
        if self._stands_back(item_id):
            return
        if not (ready := self._await_send(item_id)):
            self._leave_batch(item_id)
        entry = self.file_table[item_id]
        account = self.accounts.get(entry.account_id)
        at_once = account is not None and account.send_at_once and not self._is_in_doubt(entry, account)
        if ready and (at_once or item_id in self._wanted):
            self._enqueue([item_id])

    def _await_send(self, item_id: int) -> bool:
        """Let a file wait for "Send", or after a warning for "Send anyway". Returns whether it is READY."""
        checked = self.file_table[item_id].checked
        warning = checked.warning if checked else None
        self.set_state(item_id, State.WARNED if warning else State.READY, problem=warning, same_as=None)
        return warning is None

    def _is_in_doubt(self, entry: TransferItem, account: Account) -> bool:
        """Return whether a file has to wait because its folder is named after another account; tell the user once."""
        doubt = self.planner.folder_rules.doubt(entry.path, account, self.accounts.values())
        if doubt and (told := (doubt[0], account.id)) not in self._doubts:
            self._doubts.add(told)
            self.news.notices.append(Notice(doubt=(doubt[0], account)))
        return doubt is not None

    def _stands_back(self, item_id: int) -> bool:
        """Mark a row DUPLICATE, and return True, if another with its content is sent: the first, or one under way.

        Only rows with the same import planned count. Of two that are CHECKING the later one stands back.
        """
        planned = self.planner.planned(item_id)
        same = [other for other in self._contents.same(item_id) if self.planner.planned(other) == planned]
        undecided = {*self.in_state(same, State.CHECKING, *_IDLE)}
        if first := [other for other in same if other < item_id or other not in undecided]:
            self._set_duplicate(item_id, min(first))
            return True
        for later in self.in_state(same, *_IDLE):  # it was looked at sooner
            self._set_duplicate(later, item_id)
        return False

    def _read(self, job: jobs.DigestJob, digests: Mapping[int, str]) -> None:
        """Note the digests that a worker read, and decide on all rows that waited for them."""
        given_up = job.cancel.is_cancelled()
        for item_id, checked in job.files:
            self._contents.read(item_id)
            if item_id in self.file_table:
                entry = self.file_table[item_id]
                if entry.checked is checked and not given_up:
                    self._contents.note_digest(entry, digests.get(item_id, ""))
                self._contents.put(entry)
        waiting = [*self._undecided]
        if self.checking.get(job.id) is job:
            del self.checking[job.id]
            waiting.append(job.id)
        self._undecided.clear()
        for item_id in sorted(waiting):
            if self.in_state([item_id], State.CHECKING) and item_id not in self.checking:
                self._compare(item_id)

    def _set_duplicate(self, item_id: int, first: int) -> None:
        self.planner.leave(item_id)
        self._copied.add(first)
        problem = Problem(Code.SAME_CONTENT, {"name": self.file_table[first].name})
        self.set_state(item_id, State.DUPLICATE, problem=problem, progress=None, same_as=first)

    def _release_duplicates(self, not_sent: Collection[int] = ()) -> None:
        """Let the next duplicate take the place of a file that is not sent after all. It waits for the user's "Send".

        `not_sent` are rows that were taken off the list just now, before they had arrived.
        """
        for item_id in self.file_table.in_state(State.DUPLICATE):
            first, digest = self.file_table[item_id].same_as, self._contents.digest(item_id)
            if not digest:  # since an earlier start
                if first in not_sent or (first is not None and self.in_state([first], *_UNSURE)):
                    self._check_again(item_id, self.file_table[item_id].given_name)
            elif first in not_sent or not self._goes(first, digest):
                self._wanted.pop(item_id, None)
                self._await_send(item_id)
                self._stands_back(item_id)

    def _goes(self, item_id: int | None, digest: str) -> bool:
        """Return whether a row sends this content. A row that is not listed any more has arrived."""
        if item_id is None or item_id not in self.file_table:
            return True
        entry = self.file_table[item_id]
        if entry.state in NOT_SENT:
            return entry.state is State.FAILED
        return entry.state is State.CHECKING or self._contents.digest(item_id) in {digest, ""}

    def _looked(self, job: jobs.LookJob, changed: Sequence[TransferItem]) -> None:
        for row in job.rows:
            if self.looking.get(row.id) is job:
                del self.looking[row.id]
        for row in changed:
            if not self.in_state([row.id], *_MAY_HAVE_CHANGED):
                continue
            entry = self.file_table[row.id]
            if (entry.size, entry.modified_ns) != (row.size, row.modified_ns):
                continue  # it was looked at meanwhile
            if entry.state is State.UPLOADED:
                self._show(replace(entry, changed_since=True))
            else:
                self._wanted.pop(entry.id, None)  # it may not be finished yet
                self._check_again(entry.id, entry.given_name)

    def _begin_anew(self, entry: TransferItem) -> None:
        stale = entry.problem is not None and entry.problem.code in _STALE
        if entry.checked is None or stale or self._contents.has_same_size(entry):
            self._check_again(entry.id, None if entry.checked is None else entry.name)
        elif entry.id in self._wanted:
            self._enqueue([entry.id])
        else:
            self._await_send(entry.id)

    # Sending

    def _send(self, item_ids: Sequence[int]) -> None:
        self._unblock_accounts_of(item_ids)
        self.planner.plan_as_usual(item_ids)
        self._enqueue(item_ids)

    def _enqueue(self, item_ids: Iterable[int], *, despite_pause: bool = False) -> None:
        """Queue rows for sending; or keep them PAUSED, where the queue or their account is."""
        for item_id in item_ids:
            self._wanted[item_id] = True
            self.planner.plan_as_usual([item_id])
            entry = self.file_table[item_id]
            account = self.accounts.get(entry.account_id)
            if account is None or entry.checked is None:  # the account was removed, or the file not checked for it
                self.set_state(item_id, State.FAILED, problem=Problem(Code.ACCOUNT_REMOVED), progress=None)
                continue
            if not any(self.file_table.files[state] for state in (State.QUEUED, State.PAUSED, *_AT_A_WORKER)):
                self.stats.start_batch()
            if (self.paused and not despite_pause) or account.id in self.stops:
                self.set_state(item_id, State.PAUSED, progress=None)
                continue
            self.set_state(item_id, State.QUEUED, problem=None, progress=None)
            if item_id not in self.sending:  # else it goes when the given-up attempt has come back
                job = jobs.SendJob(item_id, entry.checked, account, self.planner.reserved)
                self.sending[item_id] = self._to_send[item_id] = job

    def _restart(self, item_ids: Sequence[int]) -> None:
        """Queue rows anew, with their accounts as these are now; those whose account was removed fail."""
        self._abort(item_ids)
        self._enqueue(item_ids)

    def _abort(self, item_ids: Collection[int]) -> None:
        """Stop the jobs of these rows; first what waits, or a worker that has just been stopped would begin it."""
        for item_id in self.sending.keys() & {*item_ids}:
            if self._to_send.pop(item_id, None) or self.sends.withdraw(item_id):
                self.sending.pop(item_id).cancel.cancel()
        for item_id in item_ids:
            self._undecided.pop(item_id, None)
            check = self.checking.pop(item_id, None)
            if check is not None:
                check.cancel.cancel()
                withdrawn = self._to_check.pop(item_id, None) or self.checks.withdraw(item_id)
                if withdrawn and isinstance(check, jobs.DigestJob):
                    self._read(check, {})  # no worker has it: none is going to say so
            if item_id in self.sending:
                self.sending[item_id].cancel.cancel()

    def _sent(self, job: jobs.SendJob, outcome: Uploaded | Problem) -> None:
        del self.sending[job.id]
        if not job.cancel.is_cancelled():
            self.connectivity.note_outcome(outcome)
        if job.id in self.file_table:
            self._came_back(self.file_table[job.id], job, outcome)
        elif isinstance(outcome, Uploaded):
            self.planner.reserved.release(outcome.location, job.id)

    def _came_back(self, entry: TransferItem, job: jobs.SendJob, outcome: Uploaded | Problem) -> None:
        if isinstance(outcome, Uploaded):
            self._abort([entry.id])
            self._enter_state(self.file_table[entry.id].arrived(outcome))
            return
        if outcome.may_have_arrived:
            self._may_be_there.add(entry.id)
        if entry.state is State.QUEUED:
            # Given up, and wanted again before the worker was through with it
            self._enqueue([entry.id], despite_pause=True)
        elif outcome.code is Code.MAY_HAVE_ARRIVED and entry.state is State.CANCELLED:
            self.set_state(entry.id, State.FAILED, problem=outcome)
        elif entry.state not in _AT_A_WORKER:
            pass  # given up
        elif outcome.retry is Retry.ACCOUNT:
            self._pause_for_account(entry, job, outcome)
        elif self.connectivity.gone and is_silence(outcome):
            # To have no network is no failure of the file
            waiting = Progress(Stage.WAITING, until=self.connectivity.next_probe(), problem=outcome)
            self.set_state(entry.id, State.RETRYING, problem=outcome, progress=waiting)
        else:
            self.set_state(entry.id, State.FAILED, problem=outcome, progress=None)

    def _pause_for_account(self, entry: TransferItem, job: jobs.SendJob, problem: Problem) -> None:
        """Pause a file whose account is refused: its other files need not try."""
        if self.accounts.get(entry.account_id) is not job.account:
            self._enqueue([entry.id])  # it began before the settings were put right
            return
        self.set_state(entry.id, State.PAUSED, problem=problem, progress=None)
        self._block(entry.account_id, problem, entry.id)

    def _waiting_for_network(self) -> list[int]:
        """Return the rows that are RETRYING, and that no worker has."""
        return [item_id for item_id in self.file_table.in_state(State.RETRYING) if item_id not in self.sending]

    def _probe(self) -> None:
        waiting = self._waiting_for_network()
        if self.file_table.files[State.SENDING] + self.file_table.files[State.RETRYING] > len(waiting):
            return  # one that is under way keeps trying
        if not (waiting or self.file_table.files[State.QUEUED] or self.planner.waits_for_network):
            self.connectivity.note_answer()  # nobody is left who could find out
        elif self.connectivity.time_to_probe():
            if waiting:
                self._enqueue([min(waiting, key=self._turn)])
            self.flush()  # the file that is to try stands in the queue only after that, and another would go
            self.sends.allow(1)
            self.planner.probe()

    # Accounts

    def _set_account(self, account: Account) -> None:
        """Send the rows of that account with these settings from now on."""
        if self.accounts.get(account.id) != account:
            self.accounts[account.id] = account
            self.planner.note_accounts()

    def _block(self, account_id: str, problem: Problem, stopper: int = -1) -> None:
        """Let an account's files wait until its problem is solved; the user is asked once, not once a file."""
        import_only = problem.code is Code.INGEST_NOT_ALLOWED
        blocked = self._refused if import_only else self.stops
        if account_id in blocked:
            return
        blocked[account_id] = Stop(account_id, problem, stopper, next(self._stop_numbers))
        self._stoppers.add(stopper)
        self.planner.reconsider()
        waiting = [] if import_only else self._of_account(account_id, State.QUEUED)
        self._abort(waiting)
        for item_id in waiting:
            self.set_state(item_id, State.PAUSED, problem=problem)

    def _unblock(self, account_id: str, *, imports_too: bool = False) -> None:
        """Try an account again; `imports_too`: also where Clear only refused its imports."""
        self.stops.pop(account_id, None)
        if imports_too:
            self._refused.pop(account_id, None)
        self._forget_token(account_id)
        self.planner.reconsider()

    def _unblock_accounts_of(self, item_ids: Iterable[int]) -> None:
        """Try the accounts of these rows once more, since the user asks for it by hand."""
        for account_id in self.stops.keys() & {self.file_table[item_id].account_id for item_id in item_ids}:
            self._unblock(account_id)

    def _hindrance(self, account_id: str) -> Problem | None:
        """Return the problem for which that account's uploaded files cannot be imported now, None for none."""
        stop = self._refused.get(account_id) or self.stops.get(account_id)
        return stop.problem if stop else (self.connectivity.problem if self.connectivity.gone else None)
