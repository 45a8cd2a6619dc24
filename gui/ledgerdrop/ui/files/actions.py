"""Decide what may be done to rows, for links, menus, shortcuts and the details alike; and where rows may move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import IngestionStatus
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.transfer.queue import TransferQueue
from ledgerdrop.ui.text import wording
from ledgerdrop.ui.text.formatting import plural
from ledgerdrop.ui.text.language import fill, on_language_change, visible, without_mnemonic
from ledgerdrop.ui.widgets.account_colours import colour_of, dot

translate = QCoreApplication.translate


class Action(Enum):
    """Lists what the user may ask of the queue for one file."""

    SEND_AS = auto()
    SEND_ANYWAY = auto()
    RETRY = auto()
    RESUME = auto()
    IMPORT_AGAIN = auto()
    CHOOSE = auto()  # what is to follow the upload, anew; the window asks
    DECIDE = auto()  # what to do where Clear may have received it; likewise
    ASK_NOW = auto()
    CANCEL = auto()
    REMOVE = auto()


@dataclass(frozen=True)
class Choice:
    """Holds an action with its words: short for the row's link, full for buttons and menus."""

    action: Action
    short: str
    full: str


_OF_IMPORTS: dict[IngestionStatus | None, tuple[Action, ...]] = {
    IngestionStatus.WAITING: (Action.IMPORT_AGAIN,),
    IngestionStatus.REFUSED: (Action.IMPORT_AGAIN, Action.CHOOSE),
    IngestionStatus.UNCONFIRMED: (Action.DECIDE,),
    IngestionStatus.PROCESSING: (Action.ASK_NOW,),
    IngestionStatus.UNTOLD: (Action.ASK_NOW,),
    IngestionStatus.NOT_TAKEN_IN: (Action.CHOOSE,),
}
_CANCELLABLE = {State.QUEUED, State.SENDING, State.RETRYING, State.PAUSED}


def possible(entry: TransferItem) -> tuple[Action, ...]:
    """Return the actions that make sense for a file now, the most helpful one first."""
    found: list[Action] = []
    if better_name(entry):
        found.append(Action.SEND_AS)
    if entry.state in {State.WARNED, State.DUPLICATE}:
        found.append(Action.SEND_ANYWAY)
    if can_retry(entry) or entry.state is State.REJECTED:
        found.append(Action.RETRY)
    if entry.state is State.PAUSED:
        found.append(Action.RESUME)
    found += _OF_IMPORTS.get(entry.ingestion_status, ())
    found.append(Action.CANCEL if entry.state in _CANCELLABLE else Action.REMOVE)
    return tuple(found)


def can_send(entry: TransferItem) -> bool:
    """Return whether "Send selected" would send the file: without a question, and not already under way."""
    again = entry.state in {State.FAILED, State.CANCELLED} and can_retry(entry)
    return again or entry.state in {State.READY, State.PAUSED}


def can_move(entry: TransferItem) -> bool:
    """Return whether the file can be moved to another account, or to another place: its turn is still to come."""
    return entry.state not in {State.SENDING, State.UPLOADED}  # it is on its way, or there


def move_targets(entries: Sequence[TransferItem], accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Return the accounts that these files can be moved to: all but the one that all of them have."""
    owners = {entry.account_id for entry in entries if can_move(entry)}
    return tuple(account for account in accounts if owners - {account.id})


def send_selected_words(count: int) -> str:
    """Return the name of the menu item that sends so many of the selected files."""
    return plural("S&end %Ln selected file(s)", count) if count else translate("Action", "S&end selected")


def can_choose_after_upload(entry: TransferItem) -> bool:
    """Return whether the import can still be chosen: Clear has certainly not received it so far."""
    choosable = entry.ingestion is None or entry.ingestion.status.choosable
    return choosable and entry.state not in {State.CHECKING, State.REJECTED, State.CANCELLED}


def can_retry(entry: TransferItem) -> bool:
    """Return whether "Retry" may help: also "Retry now" for a file that would try again by itself."""
    return entry.retryable or entry.state in {State.RETRYING, State.CANCELLED}


def better_name(entry: TransferItem) -> str:
    """Return the name under which the file can be sent, or "" where more than the name is wrong."""
    if entry.state in {State.REJECTED, State.FAILED} and entry.problem:
        return entry.problem.params.get("better_name", "")
    return ""


def carry_out(action: Action, entries: Sequence[TransferItem], queue: TransferQueue) -> None:
    """Have the queue do an action."""
    asked = {
        Action.SEND_ANYWAY: queue.send_anyway,
        Action.RETRY: queue.retry,
        Action.RESUME: queue.resume,
        Action.IMPORT_AGAIN: queue.import_again,
        Action.ASK_NOW: queue.ask_now,
        Action.CANCEL: queue.cancel,
        Action.REMOVE: queue.remove,
    }
    if action in asked:  # for CHOOSE and DECIDE nothing, before the user has answered
        asked[action]([entry.id for entry in entries])
    elif action is Action.SEND_AS:
        for entry in filter(better_name, entries):
            queue.send_as(entry.id, better_name(entry))


# The words of each: short for the row's link, full for buttons and menus.
_WORDS: Final[dict[Action, tuple[object, ...]]] = {
    Action.SEND_AS: (QT_TRANSLATE_NOOP("Action", "Send as {ending}"), QT_TRANSLATE_NOOP("Action", "Send as {name}")),
    Action.SEND_ANYWAY: (QT_TRANSLATE_NOOP("Action", "Send anyway"),),
    Action.RETRY: (QT_TRANSLATE_NOOP("Action", "Retry"),),
    Action.RESUME: (QT_TRANSLATE_NOOP("Action", "Resume"),),
    Action.IMPORT_AGAIN: (
        QT_TRANSLATE_NOOP("Action", "Submit again"),
        QT_TRANSLATE_NOOP("Action", "Submit it to Clear again"),
    ),
    Action.CHOOSE: (QT_TRANSLATE_NOOP("Action", "Choose again…"), QT_TRANSLATE_NOOP("Action", "After the upload…")),
    Action.DECIDE: (QT_TRANSLATE_NOOP("Action", "Resolve…"), QT_TRANSLATE_NOOP("Action", "Resolve this file…")),
    Action.ASK_NOW: (
        QT_TRANSLATE_NOOP("Action", "Check status"),
        QT_TRANSLATE_NOOP("Action", "Ask Clear for the import status"),
    ),
    Action.CANCEL: (QT_TRANSLATE_NOOP("Action", "Cancel"), QT_TRANSLATE_NOOP("Action", "Cancel this file")),
    Action.REMOVE: (QT_TRANSLATE_NOOP("Action", "Remove"), QT_TRANSLATE_NOOP("Action", "Remove from the list")),
}
# Where a file's state says it better
_WORDS_OF_STATE: Final[dict[tuple[Action, State | IngestionStatus], tuple[object, ...]]] = {
    (Action.RETRY, State.RETRYING): (QT_TRANSLATE_NOOP("Action", "Retry now"),),
    (Action.RETRY, State.REJECTED): (QT_TRANSLATE_NOOP("Action", "Check again"),),
    (Action.IMPORT_AGAIN, IngestionStatus.WAITING): (
        QT_TRANSLATE_NOOP("Action", "Try now"),
        QT_TRANSLATE_NOOP("Action", "Start the import now"),
    ),
}


def choices(entry: TransferItem) -> tuple[Choice, ...]:
    """Return the possible actions in words."""
    status, name = entry.ingestion_status or entry.state, visible(better_name(entry))
    params = {"name": name, "ending": "." + name.rpartition(".")[2]}
    found = []
    for action in possible(entry):
        words = [fill(_in_words(text), params) for text in _WORDS_OF_STATE.get((action, status), _WORDS[action])]
        found.append(Choice(action, words[0], words[-1]))
    return tuple(found)


def links() -> list[str]:
    """Return all links of rows as they are written in this language; Cancel and Remove are drawn as a cross."""
    words = (_WORDS[action] for action in Action if action not in {Action.CANCEL, Action.REMOVE})
    return [fill(_in_words(short), {"ending": ".xlsx"}) for short, *_ in (*words, *_WORDS_OF_STATE.values())]


def _in_words(text: object) -> str:
    return translate("Action", str(text))


class MoveStep(Enum):
    """Lists how far to move."""

    FIRST = auto()
    UP = auto()
    DOWN = auto()
    LAST = auto()


def steps() -> dict[MoveStep, str]:
    """Return the name of each step in menus."""
    return {
        MoveStep.UP: translate("MoveStep", "Move &up"),
        MoveStep.DOWN: translate("MoveStep", "Move do&wn"),
        MoveStep.FIRST: translate("MoveStep", "Move to the &top"),
        MoveStep.LAST: translate("MoveStep", "Move to the &bottom"),
    }


def step_target(step: MoveStep, chosen: Sequence[int], shown: Sequence[int], order: Sequence[int]) -> int | None:
    """Return the place in `order` (IDs of all files) before which the chosen ones go; None for where they are.

    A step up or down passes one file of those `shown`, so that it can be seen also while others are filtered out.
    """
    moved, upwards = set(chosen), step in {MoveStep.FIRST, MoveStep.UP}
    places = [place for place, id_ in enumerate(shown) if id_ in moved]
    if not places or moved.issuperset(shown[: places[-1]] if upwards else shown[places[0] :]):
        return None  # they are at that end
    beside = places[0] - 1 if upwards else places[-1] + 1
    if step in {MoveStep.UP, MoveStep.DOWN} and 0 <= beside < len(shown):
        return order.index(shown[beside]) + (0 if upwards else 1)
    return 0 if upwards else len(order)


class MoveToAccountMenu(QMenu):
    """Emits `chosen` with the account that the user takes. It cannot be opened while there is none to take."""

    chosen = Signal(object)  # Account

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.triggered.connect(self._on_triggered)
        on_language_change(self, self.offer)

    def offer(self, accounts: Sequence[Account] = (), count: int = 0) -> None:
        """List these accounts for so many files. The window does so each time before it shows the menu."""
        several = self.tr("Move %Ln file(s) to acc&ount", None, count)
        self.setTitle(several if count > 1 else self.tr("Move to acc&ount"))
        self.clear()
        for account in accounts:
            words = without_mnemonic(wording.account_with_environment(account))
            self.addAction(dot(colour_of(account)), words).setData(account)
        self.setEnabled(bool(accounts))

    def _on_triggered(self, item: QAction) -> None:
        self.chosen.emit(item.data())
