"""Define the end of a month at an office, from the drop to the card: 205 files of six clients."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from unittest.mock import patch

from PySide6.QtCore import QSize
from tests.screens.states import FINISHED, FOLDER, LOOK, MB, NORMAL, Scene, set_scene

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import Progress, Stage, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui import end_card

CLIENTS = ("Gulf branch", "Iyer & Daughters", "Khan Brothers", "Nair Exports", "Patel Traders", "Sharma & Associates")
COLOURS = ("#b3402e", "#7a5c00", "#0b6e4f", "#1f5fa8", "#6a3fa0", "#a3245f")
ACCOUNTS = tuple(
    Account(f"m{n}", name, Environment.PRODUCTION, "https://api.clear.in", "6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11",
            colour=colour)
    for n, (name, colour) in enumerate(zip(CLIENTS, COLOURS, strict=True))
)  # fmt: skip
REFUSED = {
    7: Problem(Code.EMPTY),
    48: Problem(Code.MACRO_WORKBOOK),
    95: Problem(Code.NAME_REFUSED, http_status=406),
    130: Problem(Code.UPLOAD_REFUSED, http_status=403),
    171: Problem(Code.OLD_WORKBOOK),
}
COPIES = frozenset({12, 13, 14, 15, 60, 61, 62, 140, 141, 142})
STOPPER = 20
FILES = 205


def files(state: State) -> Iterator[TransferItem]:
    """Yield all files as they are once checked; the good ones are in `state`."""
    for number in range(1, FILES + 1):
        account = ACCOUNTS[(number - 1) * len(ACCOUNTS) // FILES]
        name = f"sales {number:03}.xlsx"
        dropped_in = FOLDER / account.name
        row = TransferItem(
            number,
            dropped_in / "April" / name,
            name,
            account.id,
            state,
            3 * MB + number * 4567,
            dropped_in=dropped_in,
        )
        if number in REFUSED:
            yield replace(row, state=State.REJECTED, problem=REFUSED[number])
        elif number in COPIES:
            original = f"sales {number - 4:03}.xlsx"
            yield replace(row, state=State.DUPLICATE, problem=Problem(Code.SAME_CONTENT, {"name": original}))
        else:
            yield row


def confirmed(row: TransferItem) -> TransferItem:
    """Return a file as it is once it was sent."""
    receipt = Uploaded(row.name, row.size or 0, "9f2b" * 16, "", "https://storage", 200, FINISHED + row.id, 2.5, 1)
    return replace(row, state=State.UPLOADED, uploaded=receipt)


def office() -> Scene:
    """Return a window with the accounts of six clients."""
    staged = set_scene(load=False)
    staged.settings_service.settings = Settings(ACCOUNTS, ACCOUNTS[0].id, theme=LOOK["theme"])
    staged.settings_service.load()
    return staged


def month_end_start() -> Scene:
    staged = office()
    staged.queue.put([replace(row, state=State.CHECKING, problem=None, size=None) for row in files(State.CHECKING)])
    return staged


def month_end_checked() -> Scene:
    staged = office()
    staged.queue.put(list(files(State.READY)))
    return staged


def under_way(state: State, *, stopped: bool, **given: object) -> Scene:
    """Show all files, of which the first 60 are sent; those on their way are in `state`."""
    staged = office()
    rows = []
    for row in files(State.QUEUED):
        if row.state is not State.QUEUED:
            rows.append(row)
        elif stopped and row.account_id == ACCOUNTS[0].id and row.id >= STOPPER:
            refused = Problem(Code.NOT_ALLOWED, http_status=403)
            rows.append(replace(row, state=State.PAUSED, problem=refused))
        elif row.id < 60:
            rows.append(confirmed(row))
        elif row.id < 64:
            lost = Problem(Code.OFFLINE) if state is State.RETRYING else None
            step = Stage.WAITING if lost else Stage.UPLOADING
            rows.append(replace(row, state=state, problem=lost, progress=Progress(step, MB, row.size or 0)))
        else:
            rows.append(row)
    staged.queue.put(rows, bytes_done=170 * MB, bytes_total=610 * MB, **given)
    if stopped:
        staged.queue.stop(ACCOUNTS[0].id, Problem(Code.NOT_ALLOWED, http_status=403), STOPPER)
    return staged


def month_end_sending() -> Scene:
    return under_way(State.SENDING, stopped=True, bytes_per_second=3.1 * MB, seconds_left=142.0)


def month_end_outage() -> Scene:
    return under_way(State.RETRYING, stopped=False, offline=True)


def month_end_end() -> Scene:
    staged = office()
    with patch.object(end_card, "now", lambda: FINISHED - 30):  # when the batch began
        staged.queue.put(list(files(State.SENDING)))
    refused = Problem(Code.NOT_ALLOWED, http_status=403)
    for row in files(State.SENDING):
        if row.id == STOPPER:
            staged.queue.change(replace(row, state=State.FAILED, problem=refused))
        elif row.state is State.SENDING:
            staged.queue.change(confirmed(row))
    return staged


MONTH_END: dict[str, tuple[Callable[[], Scene], QSize]] = {
    make.__name__: (make, NORMAL)
    for make in (month_end_start, month_end_checked, month_end_sending, month_end_outage, month_end_end)
}
