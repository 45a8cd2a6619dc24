"""Define the states after the upload: on the way into the books, there, and what can keep files out of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize
from tests.screens.states import FINISHED, NARROW, NORMAL, PRODUCTION, Scene, entry, set_scene, uploaded

from ledgerdrop.model.ingestion import Activity, IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, TransferItem
from ledgerdrop.ui.files.files_page import AfterUploadDialog

HOW = IngestionOptions("GENERAL_LEDGER", "ledger_v2")
TASK = Activity("8f14e45f-ceea-467f-a0e6-b1c2d3e4f501", FINISHED, '{"result": {"taskId": "8f14e45f-ceea-467f"}}')
RAW = '{"status": 200, "success": true, "result": {"workflowStatus": "FAILED", "remarks": ["Row 214: no date"]}}'
NOT_TAKEN = Problem(Code.NOT_TAKEN_IN, server_message="remarks: Row 214: no date; Row 215: no date", detail=RAW)
LOST = Problem(Code.INGEST_UNCONFIRMED, http_status=502, detail="connection_lost")


def taken(
    id_: int, status: IngestionStatus, problem: Problem | None = None, *, batch: int = 0, name: str = ""
) -> TransferItem:
    """Return an uploaded row whose import is so far."""
    has_task = status in {
        IngestionStatus.PROCESSING,
        IngestionStatus.UNTOLD,
        IngestionStatus.TAKEN_IN,
        IngestionStatus.NOT_TAKEN_IN,
    }
    how_far = IngestionState(HOW, batch or id_, status, TASK if has_task else None, problem)
    return replace(uploaded(id_, name or f"ledger of branch {id_:02}.xlsx", PRODUCTION), ingestion=how_far)


def show(rows: list[TransferItem], details_of: int = 0, **totals: object) -> Scene:
    """Show a window with these rows, and the details of one."""
    staged = set_scene(PRODUCTION)
    staged.queue.put(rows, **totals)
    if details_of:
        staged.window.workspace.list.show_file(details_of)
        staged.window.workspace.open_details()
    return staged


def being_processed() -> Scene:
    rows = [taken(n, IngestionStatus.TAKEN_IN) for n in range(1, 4)] + [
        taken(n, IngestionStatus.PROCESSING) for n in range(4, 9)
    ]
    asked = rows[3].ingestion
    assert asked is not None
    rows[3] = replace(rows[3], ingestion=replace(asked, answer=RAW, answered_at=FINISHED + 600))
    return show([*rows, taken(9, IngestionStatus.ASKED), taken(10, IngestionStatus.PLANNED)], details_of=4)


def handed_over_later() -> Scene:
    gone = Problem(Code.OFFLINE)
    rows = [taken(n, IngestionStatus.WAITING, gone) for n in range(1, 7)]
    return show([*rows, taken(7, IngestionStatus.TAKEN_IN)], offline=True)


def all_taken_in() -> Scene:
    return show([taken(n, IngestionStatus.TAKEN_IN) for n in range(1, 13)])


def not_taken_in() -> Scene:
    rows = [taken(n, IngestionStatus.TAKEN_IN) for n in range(1, 6)]
    return show([taken(20, IngestionStatus.NOT_TAKEN_IN, NOT_TAKEN, name="sales april.xlsx"), *rows], details_of=20)


def may_have_been_received() -> Scene:
    rows = [taken(n, IngestionStatus.TAKEN_IN) for n in range(1, 4)]
    return show([taken(20, IngestionStatus.UNCONFIRMED, LOST, name="sales april.xlsx"), *rows], details_of=20)


def held_back() -> Scene:
    held = Problem(Code.BATCH_HELD_BACK, {"name": "purchases april.csv"})
    changed = entry(20, "purchases april.csv", State.FAILED, PRODUCTION, problem=Problem(Code.CHANGED))
    rows = [taken(n, IngestionStatus.HELD_BACK, held, batch=1) for n in range(1, 6)]
    return show([changed, *rows], details_of=1)


def into_the_books() -> Scene:
    """Show one row of each status."""
    refused = Problem(Code.REQUEST_REFUSED, server_message="No such template", http_status=400)
    account = Problem(Code.SIGN_IN_REFUSED, http_status=401)
    return show(
        [
            taken(1, IngestionStatus.PLANNED),
            taken(2, IngestionStatus.ASKED),
            taken(3, IngestionStatus.WAITING, account),
            taken(4, IngestionStatus.REFUSED, refused),
            taken(5, IngestionStatus.UNCONFIRMED, LOST),
            taken(6, IngestionStatus.FOUND),
            taken(7, IngestionStatus.PROCESSING),
            taken(8, IngestionStatus.UNTOLD, Problem(Code.STILL_PROCESSING)),
            taken(9, IngestionStatus.UNTOLD, Problem(Code.TASK_UNKNOWN)),
            taken(10, IngestionStatus.NOT_TAKEN_IN, NOT_TAKEN),
        ],
        details_of=4,
    )


def to_be_taken_in() -> Scene:
    planned = [
        replace(entry(n, f"sales {n}.csv", State.READY, PRODUCTION), ingestion=IngestionState(HOW, 1))
        for n in (1, 2, 3)
    ]
    return show(planned, details_of=1)


def dialog_after_upload() -> Scene:
    staged = to_be_taken_in()
    staged.dialog = AfterUploadDialog(HOW, staged.window, together=True)
    staged.dialog.show()
    return staged


def dialog_account_that_takes_in() -> Scene:
    staged = set_scene(PRODUCTION)
    staged.window.settings_controller.open_account(PRODUCTION.id)
    dialog = staged.window.settings_controller.account
    assert dialog is not None
    dialog.form.after_upload.show_choice(HOW, together=True)
    return staged


def dialog_unconfirmed() -> Scene:
    staged = show([taken(n, IngestionStatus.UNCONFIRMED, LOST, batch=1) for n in range(1, 4)])
    staged.window.after_upload.decide([1])
    staged.dialog = staged.window.after_upload.question
    return staged


INTO_THE_BOOKS: dict[str, tuple[Callable[[], Scene], QSize]] = {
    **{
        make.__name__: (make, NORMAL)
        for make in (
            being_processed,
            handed_over_later,
            all_taken_in,
            not_taken_in,
            may_have_been_received,
            held_back,
            into_the_books,
            to_be_taken_in,
            dialog_after_upload,
            dialog_account_that_takes_in,
            dialog_unconfirmed,
        )
    },
    **{f"narrow_{make.__name__}": (make, NARROW) for make in (not_taken_in, into_the_books)},
}
