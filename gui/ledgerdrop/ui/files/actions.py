"""Say what may be done to a row, decided in one place for its links, the menus, the shortcuts and the details
panel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import IngestionStatus
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.text.formatting import plurals
from ledgerdrop.ui.text.language import fill, visible

translate = QCoreApplication.translate


class Action(Enum):
    """List what the user may ask of the queue for one file."""

    SEND_AS = auto()
    SEND_ANYWAY = auto()
    RETRY = auto()
    RESUME = auto()
    TAKE_IN_AGAIN = auto()
    CHOOSE = auto()  # what is to follow the upload, anew; the window asks
    DECIDE = auto()  # what to do where Clear may have received it; likewise
    ASK_NOW = auto()
    CANCEL = auto()
    REMOVE = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """An action with its words: short for the row's link, full for buttons and menus."""

    action: Action
    short: str
    full: str


_INTO_THE_BOOKS: dict[IngestionStatus | None, tuple[Action, ...]] = {
    IngestionStatus.WAITING: (Action.TAKE_IN_AGAIN,),
    IngestionStatus.REFUSED: (Action.TAKE_IN_AGAIN, Action.CHOOSE),
    IngestionStatus.UNCONFIRMED: (Action.DECIDE,),
    IngestionStatus.PROCESSING: (Action.ASK_NOW,),
    IngestionStatus.UNTOLD: (Action.ASK_NOW,),
    IngestionStatus.NOT_TAKEN_IN: (Action.CHOOSE,),
}
_SENDABLE = {State.READY, State.PAUSED}
_NOT_MOVABLE = {State.SENDING, State.UPLOADED}  # to another account: it is on its way, or there
_WAITING = frozenset(State) - {State.SENDING, State.UPLOADED, State.REJECTED, State.CANCELLED, State.DUPLICATE}
_CANCELLABLE = {State.QUEUED, State.SENDING, State.RETRYING, State.PAUSED}


def possible(entry: TransferItem) -> tuple[Action, ...]:
    """Return the actions that make sense now, the most helpful one first."""
    found: list[Action] = []
    if better_name(entry):
        found.append(Action.SEND_AS)
    if entry.state in {State.WARNED, State.DUPLICATE}:
        found.append(Action.SEND_ANYWAY)
    if can_retry(entry) or entry.state is State.REJECTED:
        found.append(Action.RETRY)
    if entry.state is State.PAUSED:
        found.append(Action.RESUME)
    found += _INTO_THE_BOOKS.get(entry.ingestion_status, ())
    found.append(Action.CANCEL if entry.state in _CANCELLABLE else Action.REMOVE)
    return tuple(found)


def can_send(entry: TransferItem) -> bool:
    """Tell whether "Send selected" would send it: without a question, and not already under way."""
    return entry.state in _SENDABLE or (entry.state in {State.FAILED, State.CANCELLED} and can_retry(entry))


def can_move(entry: TransferItem) -> bool:
    """Tell whether it can be moved to another account."""
    return entry.state not in _NOT_MOVABLE


def can_wait(entry: TransferItem) -> bool:
    """Tell whether its place in the order of sending matters: its turn is still to come."""
    return entry.state in _WAITING


def move_targets(entries: Sequence[TransferItem], accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Return the accounts that these files can be moved to: all but the one that all of them have."""
    owners = {entry.account_id for entry in entries if can_move(entry)}
    return tuple(account for account in accounts if owners - {account.id})


def send_selected_words(count: int) -> str:
    """Name the menu item that sends so many of the selected files."""
    if not count:
        return translate("Action", "S&end selected")
    return plurals.send_selected(count)


def can_choose_after_upload(entry: TransferItem) -> bool:
    """Return whether it can be said what is to follow the upload: nothing came of it at Clear so far, for certain."""
    choosable = entry.ingestion is None or entry.ingestion.status.choosable
    return choosable and entry.state not in {State.CHECKING, State.REJECTED, State.CANCELLED}


def can_retry(entry: TransferItem) -> bool:
    """Return whether "Retry" may help: also "Retry now" for one that would try again by itself."""
    return entry.retryable or entry.state in {State.RETRYING, State.CANCELLED}


def better_name(entry: TransferItem) -> str:
    """The name it can be sent under, or "" where more than the name is wrong."""
    if entry.state in {State.REJECTED, State.FAILED} and entry.problem:
        return entry.problem.params.get("better_name", "")
    return ""


def carry_out(action: Action, entries: Sequence[TransferItem], queue: TransferQueue) -> None:
    """Have the queue do it."""
    ids = [entry.id for entry in entries]
    match action:
        case Action.SEND_AS:
            for entry in entries:
                if name := better_name(entry):
                    queue.send_as(entry.id, name)
        case Action.SEND_ANYWAY:
            queue.send_anyway(ids)
        case Action.RETRY:
            queue.retry(ids)
        case Action.RESUME:
            queue.resume(ids)
        case Action.TAKE_IN_AGAIN:
            queue.take_in_again(ids)
        case Action.CHOOSE | Action.DECIDE:
            pass  # nothing, before the user has answered
        case Action.ASK_NOW:
            queue.ask_now(ids)
        case Action.CANCEL:
            queue.cancel(ids)
        case Action.REMOVE:
            queue.remove(ids)


def choices(entry: TransferItem) -> tuple[Choice, ...]:
    """Return the possible actions in words."""
    return tuple(_choice(entry, action) for action in possible(entry))


def _choice(entry: TransferItem, action: Action) -> Choice:
    match action:
        case Action.SEND_AS:
            name = visible(better_name(entry))
            ending = "." + name.rpartition(".")[2]
            return Choice(
                action,
                fill(translate("Action", "Send as {ending}"), {"ending": ending}),
                fill(translate("Action", "Send as {name}"), {"name": name}),
            )
        case Action.SEND_ANYWAY:
            return Choice(action, translate("Action", "Send anyway"), translate("Action", "Send anyway"))
        case Action.RETRY:
            words = {
                State.RETRYING: translate("Action", "Retry now"),
                State.REJECTED: translate("Action", "Check again"),
            }.get(entry.state) or translate("Action", "Retry")
            return Choice(action, words, words)
        case Action.RESUME:
            return Choice(action, translate("Action", "Resume"), translate("Action", "Resume"))
        case Action.TAKE_IN_AGAIN if entry.ingestion_status is IngestionStatus.WAITING:
            return Choice(action, translate("Action", "Try now"), translate("Action", "Start the import now"))
        case Action.TAKE_IN_AGAIN:
            return Choice(
                action, translate("Action", "Submit again"), translate("Action", "Submit it to Clear again")
            )
        case Action.CHOOSE:
            return Choice(action, translate("Action", "Choose again…"), translate("Action", "After the upload…"))
        case Action.DECIDE:
            return Choice(action, translate("Action", "Resolve…"), translate("Action", "Resolve this file…"))
        case Action.ASK_NOW:
            return Choice(
                action, translate("Action", "Check status"), translate("Action", "Ask Clear for the import status")
            )
        case Action.CANCEL:
            return Choice(action, translate("Action", "Cancel"), translate("Action", "Cancel this file"))
        case Action.REMOVE:
            return Choice(action, translate("Action", "Remove"), translate("Action", "Remove from the list"))
