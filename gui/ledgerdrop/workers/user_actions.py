"""What becomes of the files when the user acts. Each returns at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.ingestion import IngestAs
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.workers.entries import Entry, Notice, State
from ledgerdrop.workers.transfers import Transfers

# After these the file is looked at again before it is sent again.
_STALE: Final = frozenset(
    {Code.CHANGED, Code.MISSING, Code.UNREADABLE, Code.IN_USE, Code.READ_ERROR, Code.ONLINE_ONLY}
)


def add(transfers: Transfers, paths: Iterable[Path], account: Account, folder: int | None = None) -> None:
    """New rows, which are checked. A path that is in the list and not finished is pointed out instead.

    `folder`: the row of the folder that they were found in.
    """
    transfers.know(account)
    new: dict[Path, None] = {}
    duplicates: dict[int, None] = {}
    for path in paths:
        holder = transfers.listing.holder(path)
        if holder is None:
            new[path] = None
        else:
            duplicates[holder] = None
    added = transfers.append(new, (unicodedata.normalize("NFC", path.name) for path in new), account.id)
    if account.send_at_once and account.after_upload is not None:
        _plan_drop(transfers, [entry.id for entry in added], folder if account.together else None)
    if duplicates:
        transfers.news.notices.append(Notice(duplicates=tuple(duplicates)))


def _plan_drop(transfers: Transfers, rows: Sequence[int], folder: int | None) -> None:
    """What is dropped together is sent together, although each file goes as soon as it is checked."""
    transfers.settle()  # the journal knows rows only after that
    if folder is not None:
        transfers.intakes.join(rows, folder)
    transfers.intakes.plan_as_usual(rows)


def leave_batch(transfers: Transfers, row: int) -> None:
    """It is not sent with the rest of its drop: nothing waits for it, unless the user had told us to send it."""
    if row not in transfers.sent:
        transfers.intakes.leave(row)


def send(transfers: Transfers, rows: Iterable[int] | None, state: State) -> None:
    """Send those in that state: READY, or WARNED for "Send anyway"."""
    chosen = transfers.in_state(rows, state)
    _trust_again(transfers, chosen)
    transfers.intakes.plan_as_usual(chosen)
    for row in chosen:
        transfers.enqueue(row)


def take_in(transfers: Transfers, rows: Iterable[int], how: IngestAs | None, *, together: bool) -> None:
    """Have these taken in like that once they are uploaded; None: nothing follows, whatever their account says."""
    transfers.intakes.plan([row for row in rows if row in transfers.listing], how, together=together)


def send_as(transfers: Transfers, row: int, name: str) -> None:
    """Check a file under another name; if that is fine, send it."""
    for found in transfers.in_state([row], State.REJECTED, State.WARNED, State.READY, State.FAILED, State.CANCELLED):
        transfers.sent.add(found)
        transfers.check_again(found, name)


def cancel(transfers: Transfers, rows: Iterable[int]) -> None:
    """Stop them, whatever they are doing."""
    for row in rows:
        if row in transfers.listing and not transfers.listing[row].state.finished:
            transfers.give_up(row)
            problem = Problem(Code.CANCELLED)
            transfers.put(row, State.CANCELLED, problem=problem, progress=None, slow=False)
            leave_batch(transfers, row)


def retry(transfers: Transfers, rows: Iterable[int]) -> None:
    """Try again what ended without success; do not wait any longer with what waits to try again."""
    chosen = transfers.in_state(rows, State.RETRYING, State.PAUSED, State.FAILED, State.REJECTED, State.CANCELLED)
    _trust_again(transfers, chosen)
    duplicates: dict[int, None] = {}
    for row in chosen:
        entry = transfers.listing[row]
        if entry.state is State.RETRYING:
            _hurry(transfers, row)
        elif entry.state is State.PAUSED:
            transfers.enqueue(row, despite_pause=True)
        elif (holder := transfers.listing.holder(entry.path)) is not None:
            duplicates[holder] = None  # the same file was dropped again meanwhile
        else:
            _begin_anew(transfers, entry)
    if duplicates:
        transfers.news.notices.append(Notice(duplicates=tuple(duplicates)))


def pause(transfers: Transfers, rows: Iterable[int] | None) -> None:
    """Hold back what waits.

    For the whole queue (None), what is being sent right now is finished first. A file that is paused by itself is
    stopped; it begins anew when it goes on.
    """
    if rows is None:
        transfers.paused = True
        chosen = transfers.listing.in_state(State.QUEUED, State.RETRYING)
    else:
        chosen = transfers.in_state(rows, State.QUEUED, State.SENDING, State.RETRYING)
        transfers.held.update(chosen)
    for row in chosen:
        transfers.give_up(row)
        transfers.put(row, State.PAUSED, progress=None)


def resume(transfers: Transfers, rows: Iterable[int] | None) -> None:
    """Go on with what is paused: these rows, or the whole queue (None)."""
    if rows is None:
        transfers.paused = False
    chosen = transfers.in_state(rows, State.PAUSED)
    _trust_again(transfers, chosen)
    for row in chosen:
        transfers.enqueue(row, despite_pause=True)


def remove(transfers: Transfers, rows: Iterable[int]) -> None:
    """Take them off the list; what is under way is stopped."""
    transfers.drop([row for row in dict.fromkeys(rows) if row in transfers.listing])


def clear_finished(transfers: Transfers) -> None:
    """Take off the list what is uploaded or cancelled; what failed stays until someone has looked at it."""
    transfers.drop(
        [row for row in transfers.listing.in_state(State.UPLOADED, State.CANCELLED) if is_over(transfers, row)]
    )
    transfers.settle()
    transfers.book.cleared(transfers.listing.in_state(State.FAILED, State.REJECTED))


def is_over(transfers: Transfers, row: int) -> bool:
    """Whether nothing follows any more: Clear has taken it in, or was never to be asked."""
    entry = transfers.listing[row]
    if entry.state is not State.UPLOADED:
        return not transfers.intakes.holds_back(row)  # else the others would go without it
    return entry.intake is None or (entry.intake.ended and not entry.intake.needs_user)


def take_in_again(transfers: Transfers, rows: Sequence[int]) -> None:
    """Ask Clear once more to take these in, and do not wait any longer with it."""
    for account_id in {transfers.listing[row].account_id for row in rows if row in transfers.listing}:
        if account_id in transfers.refused.keys() | transfers.intakes.refused.keys():
            transfers.trust(account_id, to_take_in=True)
    transfers.intakes.again(rows)


def try_account(transfers: Transfers, account_id: str) -> None:
    """Try an account once more as it is: all that waits for it goes on."""
    transfers.trust(account_id, to_take_in=True)
    for row in transfers.listing.in_state(State.PAUSED):
        if transfers.listing[row].account_id == account_id and row not in transfers.held:
            transfers.enqueue(row, despite_pause=True)


def move(transfers: Transfers, rows: Sequence[int], to_index: int) -> None:
    """Put rows before the one that is at `to_index` now. They are checked and sent in the new order."""
    transfers.listing.move(rows, to_index)
    transfers.sends.arrange(transfers.listing.rank)
    transfers.checks.arrange(transfers.listing.rank)
    transfers.settle()
    transfers.book.reordered(transfers.listing.ids())
    transfers.news.reordered = True


def account_saved(transfers: Transfers, account: Account) -> None:
    """An account's settings or its token are new: go on with what waited for that."""
    # A copy, so that an attempt that began with the old token can be told from one with the new.
    transfers.accounts[account.id] = replace(account)
    waiting = [State.QUEUED, State.PAUSED] if account.id in transfers.refused else [State.QUEUED]
    transfers.trust(account.id, to_take_in=True)
    transfers.intakes.know_accounts()
    for row in transfers.listing.in_state(*waiting):
        if transfers.listing[row].account_id == account.id and row not in transfers.held:
            transfers.give_up(row)
            transfers.enqueue(row)


def use_accounts(transfers: Transfers, accounts: Iterable[Account]) -> None:
    """These are all accounts there are: what waits for one that was removed ends."""
    kept = {account.id: account for account in accounts}
    for account in kept.values():
        transfers.know(account)
    gone = transfers.accounts.keys() - kept.keys()
    for account_id in gone:
        del transfers.accounts[account_id]
        transfers.trust(account_id, to_take_in=True)
    transfers.intakes.know_accounts(all_of_them=True)
    for row in transfers.listing.in_state(State.QUEUED, State.PAUSED, State.RETRYING) if gone else ():
        if transfers.listing[row].account_id in gone:
            transfers.give_up(row)
            transfers.enqueue(row)


def network_changed(transfers: Transfers) -> None:
    """Another proxy, or its password: what waited for that goes on, and what waits for a network tries at once."""
    for account_id in [*transfers.refused]:
        account = transfers.accounts.get(account_id)
        if account is not None:
            account_saved(transfers, account)
    transfers.reach.probe_now()
    transfers.intakes.reconsider()


def _trust_again(transfers: Transfers, rows: Iterable[int]) -> None:
    """Who asks for it by hand wants the account to be tried once more."""
    if not transfers.refused:
        return
    for account_id in transfers.refused.keys() & {transfers.listing[row].account_id for row in rows}:
        transfers.trust(account_id)


def _hurry(transfers: Transfers, row: int) -> None:
    job = transfers.sending.get(row)
    if job is not None:
        job.hurry.set()
    else:
        transfers.reach.probe_now()


def _begin_anew(transfers: Transfers, entry: Entry) -> None:
    sent = entry.id in transfers.sent
    stale = entry.problem is not None and entry.problem.code in _STALE
    if entry.checked is None or stale:
        transfers.check_again(entry.id, None if entry.checked is None else entry.name)
    elif sent:
        transfers.enqueue(entry.id)
    else:
        state = State.WARNED if entry.checked.warning else State.READY
        transfers.put(entry.id, state, problem=entry.checked.warning)
