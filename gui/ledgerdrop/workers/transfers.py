"""The files of the queue and the few moves that each of them can make. No Qt in here.

Lives on the window's thread, and never waits: work is put into lines from which workers take it. `user_actions` and
`worker_reports` decide on the moves; `settle` ends a round of them: new states go to the journal, and only then the
work that follows from them into the lines.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, Final, Protocol

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.ingestion import TakingIn
from ledgerdrop.pipeline.pace import Pace
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.workers.checking import CheckJob
from ledgerdrop.workers.entries import Entry, Notice, State
from ledgerdrop.workers.intakes import Intakes
from ledgerdrop.workers.line import Line
from ledgerdrop.workers.listing import Listing
from ledgerdrop.workers.meter import Meter
from ledgerdrop.workers.reach import Reach
from ledgerdrop.workers.sending import SendJob

UNDER_WAY: Final = frozenset({State.SENDING, State.RETRYING})


class Book(Protocol):
    """What the journal is to the queue. All calls return at once; it is written in their order."""

    def added(self, entries: Sequence[Entry], accounts: Mapping[str, Account]) -> None:
        """New rows at the end."""

    def changed(self, entries: Sequence[Entry], accounts: Mapping[str, Account]) -> None:
        """Rows have new states."""

    def removed(self, rows: Sequence[int]) -> None:
        """Rows taken off the list."""

    def planned(self, rows: Sequence[int], taking_in: TakingIn | None) -> None:
        """What follows the upload of these rows."""

    def cleared(self, kept: Sequence[int]) -> None:
        """All finished rows taken off the list but these, also those that were never loaded."""

    def reordered(self, rows: Sequence[int]) -> None:
        """All rows, in their new order."""


@dataclass
class News:
    """What the window has not been told yet."""

    added: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    changed: dict[int, None] = field(default_factory=dict)  # a set in order
    reordered: bool = False
    refused: list[tuple[str, Problem]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


class Transfers:
    """All files, where they stand, and the work that is under way for them."""

    def __init__(self, book: Book, reach: Reach, forget_token: Callable[[str], None], pace: Pace) -> None:
        self.listing = Listing()
        self.meter = Meter(self.listing)
        self.checks: Line[CheckJob] = Line()
        self.sends: Line[SendJob] = Line()
        self.reach = reach
        self.news = News()
        self.book = book
        self.forget_token = forget_token
        self.accounts: dict[str, Account] = {}
        self.intakes = Intakes(self.listing, self.accounts, book, self._show, self._hindrance, pace)
        self.refused: dict[str, Problem] = {}  # accounts that wait until their settings were put right
        self.paused = False
        self.checking: dict[int, CheckJob] = {}
        # In the line, at a worker, or given up and not come back from it yet.
        self.sending: dict[int, SendJob] = {}
        self.stranded: set[int] = set()  # RETRYING, but no worker has them: they wait for the network
        self.sent: set[int] = set()  # the user has told us to send them
        self.held: set[int] = set()  # the user has paused them, each by itself
        self._ids = count(1)
        self._line_held = False
        self._to_add: list[Entry] = []
        self._to_remove: list[int] = []
        self._to_write: dict[int, Entry] = {}
        self._to_check: dict[int, CheckJob] = {}
        self._to_send: dict[int, SendJob] = {}

    def count_from(self, first_id: int) -> None:
        """Give new rows IDs from here on."""
        self._ids = count(first_id)

    def know(self, account: Account) -> None:
        """Rows of that account are sent with these settings from now on."""
        if self.accounts.get(account.id) != account:
            self.accounts[account.id] = account
            self.intakes.know_accounts()

    def append(self, paths: Iterable[Path], names: Iterable[str], account_id: str) -> list[Entry]:
        """New rows at the end, as CHECKING."""
        entries = [Entry(next(self._ids), path, name, account_id) for path, name in zip(paths, names, strict=True)]
        for entry in entries:
            self.listing.append(entry)
        self._to_add += entries
        self.news.added += [entry.id for entry in entries]
        for entry in entries:
            self.check(entry.id, entry.path, None)
        return entries

    def restore(self, entries: Iterable[Entry]) -> None:
        """Rows from the journal. Those that were being checked are checked again; nothing is sent."""
        for entry in entries:
            self.listing.append(entry)
            self.intakes.know(entry)
            self.news.added.append(entry.id)
            if entry.state in {State.PAUSED, State.FAILED}:
                self.sent.add(entry.id)
            if entry.state is State.CHECKING:
                self.check(entry.id, entry.path, None)

    def in_state(self, rows: Iterable[int] | None, *states: State) -> list[int]:
        """Those of the rows that are still listed and in one of these states; of all rows where None."""
        if rows is None:
            return self.listing.in_state(*states)
        return [row for row in rows if row in self.listing and self.listing[row].state in states]

    def put(self, row: int, state: State, **changes: Any) -> None:
        """Give a row a new state, and note it down."""
        old = self.listing[row]
        entry = replace(old, state=state, **changes)
        self._show(entry)
        if state is not old.state:
            self.intakes.know(entry)
        if state is not old.state and not _is_written_already(old.state, state):
            self._to_write[row] = entry

    def _show(self, entry: Entry) -> None:
        self.listing.put(entry)
        self.news.changed[entry.id] = None

    def check(self, row: int, path: Path, name: str | None) -> None:
        """Let a worker look at a row that is CHECKING."""
        self.checking[row] = self._to_check[row] = CheckJob(row, path, name, self.listing[row].account_id)

    def check_again(self, row: int, name: str | None) -> None:
        """Look at it once more; None takes the file's own name."""
        self.put(row, State.CHECKING, problem=None, progress=None, checked=None)
        self.check(row, self.listing[row].path, name)

    def enqueue(self, row: int, despite_pause: bool = False) -> None:
        """Send it when its turn comes; or keep it PAUSED, where the queue or its account is."""
        self.sent.add(row)
        self.held.discard(row)
        self.stranded.discard(row)
        self.intakes.plan_as_usual([row])
        entry = self.listing[row]
        account = self.accounts.get(entry.account_id)
        if account is None or entry.checked is None:  # the account was removed
            self.put(row, State.FAILED, problem=Problem(Code.ACCOUNT_REMOVED), progress=None)
            return
        if not any(self.listing.files[state] for state in (State.QUEUED, State.PAUSED, *UNDER_WAY)):
            self.meter.start_batch()
        if (self.paused and not despite_pause) or account.id in self.refused:
            self.put(row, State.PAUSED, progress=None)
            return
        self.put(row, State.QUEUED, problem=None, progress=None)
        if row not in self.sending:  # else it goes when the given-up attempt has come back
            self.sending[row] = self._to_send[row] = SendJob(row, entry.checked, account)

    def refuse(self, account_id: str, problem: Problem) -> None:
        """The account's files wait until that is put right, and the user is asked once, not once a file."""
        taking_in_only = problem.code is Code.INGEST_NOT_ALLOWED
        refused = self.intakes.refused if taking_in_only else self.refused
        if account_id in refused:
            return
        refused[account_id] = problem
        self.news.refused.append((account_id, problem))
        self.intakes.reconsider()
        for row in [] if taking_in_only else self.listing.in_state(State.QUEUED):
            if self.listing[row].account_id == account_id:
                self.give_up(row)
                self.put(row, State.PAUSED, problem=problem)

    def trust(self, account_id: str, *, to_take_in: bool = False) -> None:
        """Try that account again; `to_take_in`: also where it was only refused to have files taken in."""
        self.refused.pop(account_id, None)
        if to_take_in:
            self.intakes.refused.pop(account_id, None)
        self.forget_token(account_id)
        self.intakes.reconsider()

    def give_up(self, row: int) -> None:
        """Stop what is under way for it."""
        self.stranded.discard(row)
        looking = self.checking.pop(row, None)
        if looking is not None:
            self._to_check.pop(row, None)
            self.checks.withdraw(row)
            looking.cancel.set()
        job = self.sending.get(row)
        if job is None:
            return
        if self._to_send.pop(row, None) or self.sends.withdraw(row):
            del self.sending[row]  # no worker has it yet
        job.cancel.set()

    def drop(self, rows: Sequence[int]) -> None:
        """Take rows off the list."""
        for row in rows:
            self.give_up(row)
            self.news.changed.pop(row, None)
            self._to_write.pop(row, None)
            self.sent.discard(row)
            self.held.discard(row)
            self.intakes.forget(row)
        self.listing.remove(rows)
        self._to_remove += rows
        self.news.removed += rows

    def follow_reach(self) -> None:
        """Hold the line while there is no network; let all go on when it is back. To be called now and then."""
        if self.reach.gone:
            self._probe()
        if self._line_held != self.reach.gone:
            self._line_held = self.reach.gone
            self.sends.allow(0 if self._line_held else math.inf)
            self.intakes.reconsider()
        if not self.reach.gone:
            for row in sorted(self.stranded, key=self.listing.rank):
                self.enqueue(row)

    def _probe(self) -> None:
        under_way = self.listing.files[State.SENDING] + self.listing.files[State.RETRYING] - len(self.stranded)
        if under_way:
            return  # it keeps trying
        if not (self.stranded or self.listing.files[State.QUEUED] or self.intakes.waits_for_network):
            self.reach.answered()  # nobody is left who could find out
        elif self.reach.time_to_probe():
            if self.stranded:
                self.enqueue(min(self.stranded, key=self.listing.rank))
            self.sends.allow(1)
            self.intakes.probe()

    def _hindrance(self, account_id: str) -> Problem | None:
        """Why that account's files have to wait, although they could be taken in."""
        return self.refused.get(account_id) or (self.reach.problem if self.reach.gone else None)

    def settle(self) -> None:
        """Hand over what was decided: to the journal first."""
        self.intakes.settle()
        if self._to_add:
            self.book.added(self._to_add, self.accounts.copy())
            self._to_add = []
        if self._to_remove:
            self.book.removed(self._to_remove)
            self._to_remove = []
        if self._to_write:
            self.book.changed(list(self._to_write.values()), self.accounts.copy())
            self._to_write.clear()
        if self._to_check:
            self.checks.put(self._to_check.values(), self.listing.rank)
            self._to_check.clear()
        if self._to_send:
            self.sends.put(self._to_send.values(), self.listing.rank)
            self._to_send.clear()

    def close(self) -> None:
        """Stop everything; states stay as they are, for the next start."""
        self.intakes.close()
        self.checks.withdraw_all()
        self.sends.withdraw_all()
        for cancel in [job.cancel for job in self.checking.values()] + [job.cancel for job in self.sending.values()]:
            cancel.set()


def _is_written_already(old: State, new: State) -> bool:
    # What is under way stands in the journal as waiting, which it would be after a crash; the sender itself has
    # written what is uploaded, before it said so.
    return new in UNDER_WAY or (new is State.UPLOADED and old in UNDER_WAY)
