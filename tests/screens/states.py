"""Define every state in which the window is looked at. Each is a function that puts a fresh window into it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast
from unittest.mock import patch

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from tests.screens.staged import StagedKeeper, StagedQueue

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import Progress, Stage, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings, Theme
from ledgerdrop.model.transfers import Notice, State, TransferItem
from ledgerdrop.ui import end_card
from ledgerdrop.ui.files.actions import Action
from ledgerdrop.ui.files.file_filter import Show
from ledgerdrop.ui.main_window import MainWindow

PRACTICE = Account("a1", "", Environment.PRACTICE, "http://127.0.0.1:5000", "5d0f1a66-2a1c-4d57-9a3e-70a9d1d5a001")
SANDBOX = Account(
    "a2",
    "Sharma & Associates",
    Environment.SANDBOX,
    "https://api-sandbox.clear.in",
    "5d0f1a66-2a1c-4d57-9a3e-70a9d1d5a002",
)
PRODUCTION = Account(
    "a3",
    "Sharma & Associates",
    Environment.PRODUCTION,
    "https://api.clear.in",
    "5d0f1a66-2a1c-4d57-9a3e-70a9d1d5a003",
)
CUSTOM = Account(
    "a4", "Gulf branch", Environment.CUSTOM, "https://api-sa.example.com", "5d0f1a66-2a1c-4d57-9a3e-70a9d1d5a004"
)
ACCOUNTS = (PRACTICE, SANDBOX, PRODUCTION, CUSTOM)

LOOK = {"theme": Theme.LIGHT}  # of all scenes
FOLDER = Path.home() / "Documents" / "Month end" / "2026-04"
FINISHED = 1777798920.0  # 3 May 2026, 09:02 UTC
MB = 1024 * 1024


@dataclass
class Scene:
    """Holds a window and what it shows."""

    window: MainWindow
    queue: StagedQueue
    settings_service: StagedKeeper
    dialog: QWidget | None = None  # one that the window does not know


def set_scene(account: Account = PRACTICE, *, load: bool = True) -> Scene:
    """Make a fresh window with that account in use, unless its settings are still to be loaded."""
    queue = StagedQueue()
    settings_service = StagedKeeper(Settings(accounts=ACCOUNTS, current_id=account.id, theme=LOOK["theme"]))
    window = MainWindow(queue, settings_service, samples=(FOLDER / "sample.csv",))  # type: ignore[arg-type]  # staged ones
    if load:
        settings_service.load()
    return Scene(window, queue, settings_service)


def entry(id_: int, name: str, state: State, account: Account = PRACTICE, **more: object) -> TransferItem:
    """Return a row."""
    size = cast("int | None", more.pop("size", 3 * MB + id_ * 34567))
    return replace(TransferItem(id_, FOLDER / name, name, account.id, state, size), **more)  # type: ignore[arg-type]


def uploaded(id_: int, name: str, account: Account = PRACTICE) -> TransferItem:
    """Return a row that was sent."""
    receipt = Uploaded(name, 3 * MB, "9f2b" * 16, "", "https://storage", 200, FINISHED + id_ * 60, 2.5, 1)
    return entry(id_, name, State.UPLOADED, account, uploaded=receipt)


def sending(id_: int, name: str, step: Stage, share: float, account: Account = PRACTICE) -> TransferItem:
    """Return a row on its way."""
    size = 48 * MB
    return entry(id_, name, State.SENDING, account, size=size, progress=Progress(step, int(size * share), size))


def silent(id_: int, name: str, account: Account = PRACTICE) -> TransferItem:
    """Return a row on its way whose network drive stands still."""
    progress = Progress(Stage.UPLOADING, 20 * MB, 48 * MB, disk_is_silent=True)
    return entry(id_, name, State.SENDING, account, size=48 * MB, progress=progress)


def retrying(id_: int, name: str, account: Account = PRACTICE) -> TransferItem:
    """Return a row that waits for its next attempt."""
    progress = Progress(Stage.WAITING, attempt=2, until=time.monotonic() + 24.4)
    problem = Problem(Code.CONNECTION_LOST, {"host": "api.clear.in"})
    return entry(id_, name, State.RETRYING, account, progress=progress, problem=problem)


def mixed(first: int = 1) -> list[TransferItem]:
    """Show one row for each kind of trouble, between good ones."""
    workbook = {"what": "an Excel workbook (.xlsx)", "better_name": "purchases april.xlsx", "kind": "xlsx"}
    differs = Problem(Code.NAME_DIFFERS, {"extension": ".csv", **workbook})
    macro, empty, old = Problem(Code.MACRO_WORKBOOK), Problem(Code.EMPTY), Problem(Code.OLD_WORKBOOK)
    refused = Problem(
        Code.NAME_REFUSED,
        server_message="Invalid file extension. Allowed extensions: csv, xlsx, xls, zip",
        server_code="406",
        http_status=406,
    )
    names = iter(range(first, first + 20))
    return [
        entry(next(names), "sales april.xlsx", State.READY),
        entry(next(names), "purchases april.csv", State.REJECTED, problem=differs),
        entry(next(names), "bank statement HDFC 0419.csv", State.READY, size=18211),
        entry(next(names), "general ledger with macros.xlsm", State.REJECTED, problem=macro),
        entry(next(names), "तिमाही बहीखाता अप्रैल.xlsx", State.READY),
        entry(next(names), "old books 1997.xls", State.WARNED, problem=old),
        entry(next(names), "دفتر الأستاذ.csv", State.READY, size=912),
        entry(next(names), "tds q4.csv", State.REJECTED, problem=empty, size=0),
        entry(
            next(names),
            "a very long name that somebody chose for the consolidated general ledger of all "
            "branches, corrected, final (2).xlsx",
            State.READY,
        ),
        entry(next(names), "credit notes.zip", State.FAILED, problem=refused),
    ]


def many(count: int = 10_000) -> Iterator[TransferItem]:
    """Yield the rows of a long list."""
    for number in range(1, count + 1):
        name = f"branch {number:05} ledger.csv"
        yield uploaded(number, name) if number % 3 else entry(number, name, State.READY, size=number * 77)


def empty() -> Scene:
    return set_scene()


def first_start() -> Scene:
    queue, settings_service = StagedQueue(), StagedKeeper(Settings(theme=LOOK["theme"]))
    window = MainWindow(queue, settings_service)  # type: ignore[arg-type]  # staged ones
    settings_service.load()
    return Scene(window, queue, settings_service)


def empty_sandbox() -> Scene:
    return set_scene(SANDBOX)


def empty_production() -> Scene:
    return set_scene(PRODUCTION)


def dragging() -> Scene:
    staged = set_scene()
    staged.window.empty.zone.invite(True)
    return staged


def checking() -> Scene:
    staged = set_scene()
    rows = [entry(n, f"ledger {n}.xlsx", State.READY if n < 3 else State.CHECKING) for n in range(1, 7)]
    rows.append(entry(7, "archive from the network drive.zip", State.CHECKING, size=None, slow=True))
    staged.queue.put(rows)
    return staged


def ready(account: Account = PRACTICE) -> Scene:
    staged = set_scene(account)
    staged.queue.put([entry(n, f"sales ledger {n:02}.xlsx", State.READY, account) for n in range(1, 13)])
    return staged


def ready_production() -> Scene:
    return ready(PRODUCTION)


def ready_custom() -> Scene:
    return ready(CUSTOM)


def problems() -> Scene:
    staged = set_scene()
    staged.queue.put(mixed())
    return staged


def problem_details() -> Scene:
    staged = problems()
    staged.window.workspace.list.show_file(2)
    staged.window.workspace.open_details()
    return staged


def answer_details() -> Scene:
    staged = problems()
    staged.window.workspace.list.show_file(10)
    staged.window.workspace.open_details()
    staged.window.workspace.details.more.setChecked(True)
    return staged


def odd_names() -> Scene:
    """Show an empty folder, and names that would disguise themselves, break a line, or turn the text."""
    staged = set_scene()
    disguised = Problem(Code.WRONG_EXTENSION, {"extension": ".exe"})
    staged.queue.put(
        [
            entry(1, "april", State.REJECTED, size=None, problem=Problem(Code.EMPTY_FOLDER, {"name": "april"})),
            entry(2, "ledger \u202evsc.exe", State.REJECTED, problem=disguised),
            entry(3, "two\nlines.csv", State.READY),
            entry(4, "\u2067مجلد\u2069 (2).xlsx", State.READY),
        ]
    )
    staged.window.workspace.list.show_file(2)
    staged.window.workspace.open_details()
    return staged


def attention_only() -> Scene:
    staged = problems()
    staged.window.workspace.show_only(Show.ATTENTION)
    return staged


def several_accounts() -> Scene:
    staged = set_scene(CUSTOM)
    others = [entry(n, f"head office {n}.xlsx", State.QUEUED, PRODUCTION) for n in range(20, 23)]
    staged.queue.put([*others, entry(23, "left over.csv", State.READY, replace(PRODUCTION, id="gone"))])
    staged.queue.put([entry(n, f"sales ledger {n:02}.xlsx", State.READY, CUSTOM) for n in range(1, 5)])
    return staged


def several_environments(accounts: Sequence[Account] = ACCOUNTS) -> Scene:
    staged = set_scene()
    staged.queue.put([entry(n, f"ledger {n}.csv", State.READY, accounts[n % len(accounts)]) for n in range(1, 11)])
    return staged


def without_production() -> Scene:
    return several_environments((PRACTICE, CUSTOM, SANDBOX))


def found_nothing() -> Scene:
    staged = ready()
    staged.window.workspace.search.setText("july")
    return staged


BUSY = {
    "bytes_done": 131 * MB,
    "bytes_total": 412 * MB,
    "bytes_per_second": 2.4 * MB,
    "seconds_left": 117.0,
}


def busy(account: Account = PRODUCTION) -> Scene:
    staged = set_scene(account)
    rows = [uploaded(n, f"sales ledger {n:02}.xlsx", account) for n in range(1, 5)]
    rows += [
        sending(5, "general ledger.csv", Stage.UPLOADING, 0.42, account),
        sending(6, "purchase register.xlsx", Stage.CONFIRMING, 1.0, account),
        sending(7, "bank book.zip", Stage.UPLOADING, 0.03, account),
        sending(8, "cash book.csv", Stage.REQUESTING, 0.0, account),
        retrying(9, "journal.xlsx", account),
    ]
    rows += [entry(n, f"branch {n}.csv", State.QUEUED, account) for n in range(10, 20)]
    staged.queue.put(rows, **BUSY)
    return staged


def busy_details() -> Scene:
    staged = busy()
    staged.window.workspace.list.show_file(5)
    staged.window.workspace.open_details()
    return staged


def disk_silent() -> Scene:
    """Show a network drive that stands still while files are sent from elsewhere, and one that is slow to check."""
    staged = busy()
    staged.queue.change(silent(5, "general ledger.csv", PRODUCTION))
    staged.queue.change(entry(10, "branch 10.csv", State.CHECKING, PRODUCTION, size=None, slow=True), **BUSY)
    staged.window.workspace.list.show_file(5)
    staged.window.workspace.open_details()
    return staged


def paused() -> Scene:
    staged = set_scene(SANDBOX)
    rows = [uploaded(n, f"sales ledger {n:02}.xlsx", SANDBOX) for n in range(1, 5)]
    rows += [entry(n, f"branch {n}.csv", State.PAUSED, SANDBOX) for n in range(5, 12)]
    staged.queue.put(rows, **{**BUSY, "paused": True})
    return staged


def after_restart() -> Scene:
    staged = set_scene(SANDBOX)
    rows = [uploaded(n, f"sales ledger {n:02}.xlsx", SANDBOX) for n in range(1, 5)]
    rows += [entry(n, f"branch {n}.csv", State.PAUSED, SANDBOX) for n in range(5, 12)]
    rows.append(entry(12, "journal.csv", State.FAILED, SANDBOX, problem=Problem(Code.CHANGED)))
    staged.queue.put(rows, **{**BUSY, "bytes_done": 0, "seconds_left": None, "bytes_per_second": 0.0})
    return staged


def offline() -> Scene:
    staged = set_scene(SANDBOX)
    lost = Problem(Code.OFFLINE)
    rows = [uploaded(n, f"sales ledger {n:02}.xlsx", SANDBOX) for n in range(1, 5)]
    rows += [entry(n, f"branch {n}.csv", State.PAUSED, SANDBOX, problem=lost) for n in range(5, 12)]
    staged.queue.put(rows, **{**BUSY, "offline": True, "seconds_left": None, "bytes_per_second": 0.0})
    return staged


def account_refused() -> Scene:
    staged = set_scene(PRODUCTION)
    refused = Problem(Code.SIGN_IN_REFUSED, http_status=401, server_message="UNAUTHORIZED")
    rows = [entry(n, f"branch {n}.csv", State.PAUSED, PRODUCTION, problem=refused) for n in range(1, 9)]
    staged.queue.put(rows, **{**BUSY, "bytes_done": 0})
    staged.queue.stop(PRODUCTION.id, refused, 1)
    return staged


def notice() -> Scene:
    staged = ready()
    staged.queue.notice.emit(Notice(skipped=3, already_listed=(4, 5)))
    return staged


def finished() -> Scene:
    staged = set_scene(PRODUCTION)
    rows = [uploaded(n, f"sales ledger {n:02}.xlsx", PRODUCTION) for n in range(1, 25)]
    staged.queue.put(rows)
    return staged


def finished_with_problems() -> Scene:
    staged = set_scene(PRODUCTION)
    staged.queue.put(
        [uploaded(n, f"sales ledger {n:02}.xlsx", PRODUCTION) for n in range(1, 14)]
        + mixed(14)[-2:-1]
        + [
            entry(
                30,
                "credit notes.zip",
                State.FAILED,
                PRODUCTION,
                problem=Problem(Code.UPLOAD_REFUSED, http_status=403),
            ),
            entry(31, "debit notes.zip", State.CANCELLED, PRODUCTION, problem=Problem(Code.CANCELLED)),
        ]
    )
    staged.window.workspace.list.show_file(30)
    staged.window.workspace.open_details()
    return staged


def removed() -> Scene:
    """Show that what was removed can be brought back."""
    staged = problems()
    staged.window.perform(Action.REMOVE, [1, 3])
    return staged


def ended() -> Scene:
    """Show a batch that has ended, with a file that was refused."""
    staged = set_scene(PRODUCTION)
    with patch.object(end_card, "now", lambda: FINISHED - 200):  # when the batch began
        staged.queue.put([entry(n, f"sales ledger {n:02}.xlsx", State.SENDING, PRODUCTION) for n in range(1, 5)])
    refused = Problem(Code.UPLOAD_REFUSED, http_status=403)
    staged.queue.put([entry(9, "credit notes.zip", State.FAILED, PRODUCTION, problem=refused)])
    for number in range(1, 5):
        row = uploaded(number, f"sales ledger {number:02}.xlsx", PRODUCTION)
        staged.queue.change(row)
    return staged


def in_folder(folder: Path, item: TransferItem, *below: str) -> TransferItem:
    """Put a row into a dropped folder, maybe below it."""
    return replace(item, path=folder.joinpath(*below, item.name), dropped_in=folder)


def folders() -> Scene:
    """Show three folders of clients, one of them done and one with a long name, and loose files."""
    staged = set_scene(SANDBOX)
    done, open_, long = (
        FOLDER / "Gupta Traders",
        FOLDER / "Sharma",
        FOLDER / "Gulf branch, ledgers of all years, April",
    )
    staged.queue.put(
        [
            *(in_folder(done, uploaded(n, f"register {n}.csv", SANDBOX), "Bank") for n in range(1, 4)),
            *(in_folder(open_, replace(item, account_id=SANDBOX.id), "2026", "April", "Sales") for item in mixed(10)),
            *(in_folder(long, uploaded(n, f"branch {n}.csv", CUSTOM)) for n in range(30, 33)),
            *(entry(n, f"loose {n}.csv", State.READY, SANDBOX) for n in range(40, 42)),
        ]
    )
    return staged


def folders_collapsed() -> Scene:
    staged = folders()
    files = staged.window.workspace.list
    for group in staged.window.files.groups()[:2]:
        files.filter.collapse(group, True)
    files.select_files([30])
    return staged


def long_list() -> Scene:
    staged = set_scene()
    staged.queue.put(list(many()))
    return staged


NORMAL, NARROW = QSize(1120, 720), QSize(900, 600)

STATES: dict[str, tuple[Callable[[], Scene], QSize]] = {
    **{
        make.__name__: (make, NORMAL)
        for make in (
            empty,
            first_start,
            empty_sandbox,
            empty_production,
            dragging,
            checking,
            ready,
            ready_production,
            ready_custom,
            problems,
            problem_details,
            answer_details,
            odd_names,
            attention_only,
            several_accounts,
            found_nothing,
            busy,
            busy_details,
            disk_silent,
            paused,
            after_restart,
            offline,
            account_refused,
            notice,
            finished,
            finished_with_problems,
            removed,
            ended,
            folders,
            folders_collapsed,
            long_list,
        )
    },
    **{
        f"narrow_{make.__name__}": (make, NARROW)
        for make in (
            empty,
            problem_details,
            answer_details,
            busy,
            account_refused,
            ready_production,
            ended,
            folders,
            several_environments,
            without_production,
        )
    },
}
