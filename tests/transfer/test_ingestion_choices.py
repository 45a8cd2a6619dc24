"""Test what the user does with files to be imported: choosing again, removing, clearing, dropping at once."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice
from tests.transfer.conftest import ACCOUNT, Ledgers, MakeQueue, straight, uploaded
from tests.transfer.ingestion_desk import HOW, Desk, account_at

from ledgerdrop.clear_api.polling import PollingPolicy
from ledgerdrop.model.files import Receipt, ReceiptQuery
from ledgerdrop.model.ingestion import Activity, IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import Notice, State, TransferItem
from ledgerdrop.store.journal import open_journal
from ledgerdrop.store.journal_records import Removed
from ledgerdrop.transfer.file_table import FileTable
from ledgerdrop.transfer.ingestion_planner import IngestionPlanner
from ledgerdrop.transfer.jobs import IngestionJob
from ledgerdrop.transfer.journal_worker import ReceiptPage
from ledgerdrop.transfer.operations import Operations

SLOW = PollingPolicy(first=60.0)  # nobody asks how far it is, unless told to


def test_a_batch_knows_whom_it_waits_for() -> None:
    file_table = FileTable()
    accounts = {ACCOUNT.id: ACCOUNT}
    planner = IngestionPlanner(file_table, accounts, lambda *_: None, file_table.put, lambda _: None, SLOW)

    def told(row: int, state: State) -> tuple[IngestionStatus, object]:
        """Return, row by row, how far the batch is, and the file that it waits for."""
        arrived = uploaded(f"{row}.csv") if state is State.UPLOADED else None
        file_table.put(replace(file_table[row], state=state, uploaded=arrived))
        planner.note_item(file_table[row])
        planner.settle()
        ingestion = file_table[2].ingestion
        assert ingestion is not None
        return ingestion.status, ingestion.problem and ingestion.problem.params["name"]

    for row in (1, 2):
        file_table.append(TransferItem(row, Path(f"/books/{row}.csv"), f"{row}.csv", ACCOUNT.id, State.SENDING))
    planner.plan([2, 1], HOW, together=True)
    assert told(1, State.UPLOADED) == (IngestionStatus.PLANNED, None)
    assert (planner.mates([2]), planner.together(1)) == ([1, 2], True)
    assert told(2, State.FAILED) == (IngestionStatus.HELD_BACK, "2.csv")
    assert told(2, State.QUEUED) == (IngestionStatus.PLANNED, None)
    assert told(2, State.CANCELLED) == (IngestionStatus.HELD_BACK, "2.csv")
    assert planner.holds_back(2)
    planner.forget(1)
    file_table.remove([1])
    assert (planner.mates([2]), planner.together(2), planner.holds_back(2)) == ([2], False, False)
    assert told(2, State.UPLOADED) == (IngestionStatus.ASKED, None)


def test_a_row_that_was_brought_back_is_followed_once_its_account_is_right() -> None:
    file_table = FileTable()
    refused = Problem(Code.NO_TOKEN)
    hindrances: list[Problem] = [refused]

    def hindrance(_account: str) -> Problem | None:
        return hindrances[0] if hindrances else None

    planner = IngestionPlanner(file_table, {ACCOUNT.id: ACCOUNT}, lambda *_: None, file_table.put, hindrance, SLOW)
    ingestion = IngestionState(HOW, 1, IngestionStatus.PROCESSING, Activity("task", 1.7e9), refused)
    row = TransferItem(1, Path("/books/1.csv"), "1.csv", ACCOUNT.id, State.UPLOADED)
    file_table.append(replace(row, uploaded=uploaded("1.csv"), ingestion=ingestion))
    planner.bring_back(file_table[1])
    planner.settle()
    assert not planner.jobs
    hindrances.clear()
    planner.reconsider()
    planner.settle()
    assert [job.item_ids for job in planner.jobs.values()] == [(1,)]


def test_what_was_refused_can_be_imported_as_something_else(desk: Desk, ledgers: Ledgers) -> None:
    rows = desk.upload(ledgers("provoke-ingest-400.csv", "a.csv"))
    desk.queue.plan_import(rows, IngestionOptions("NO SUCH", "x"), together=True)
    desk.until(provoke_ingest_400=IngestionStatus.REFUSED, a=IngestionStatus.REFUSED)
    assert desk.queue.summary().attention == 2
    desk.queue.plan_import([desk.watch.id("a.csv")], HOW)
    desk.until(provoke_ingest_400=IngestionStatus.REFUSED, a=IngestionStatus.TAKEN_IN)
    assert (desk.queue.summary().attention, desk.queue.summary().imported) == (1, 1)


def test_after_a_failed_batch_the_good_files_can_go_alone(desk: Desk, ledgers: Ledgers) -> None:
    rows = desk.upload(ledgers("provoke-workflow-failed.csv", "a.csv"))
    desk.queue.plan_import(rows, HOW, together=True)
    desk.until(provoke_workflow_failed=IngestionStatus.NOT_TAKEN_IN, a=IngestionStatus.NOT_TAKEN_IN)
    totals = desk.queue.summary()
    assert (totals.done, totals.import_rejected, totals.attention) == (2, 2, 2)
    desk.queue.plan_import([desk.watch.id("a.csv")], HOW)
    desk.until(provoke_workflow_failed=IngestionStatus.NOT_TAKEN_IN, a=IngestionStatus.TAKEN_IN)
    assert [len(activity["files"]) for activity in desk.clear.activities()] == [2, 1]


def test_what_clear_has_is_not_submitted_in_another_way(desk: Desk, ledgers: Ledgers) -> None:
    names = ("a.csv", "provoke-ingest-hang-up.csv", "provoke-workflow-processing.csv")
    rows = desk.upload(ledgers(*names))
    desk.queue.plan_import(rows, HOW)
    there = {"a": IngestionStatus.TAKEN_IN, "provoke_workflow_processing": IngestionStatus.PROCESSING}
    desk.until(**there, provoke_ingest_hang_up=IngestionStatus.UNCONFIRMED)
    desk.queue.plan_import(rows, IngestionOptions("PURCHASE", "x"))
    desk.queue.import_again([desk.watch.id("a.csv"), desk.watch.id("provoke-workflow-processing.csv")])
    desk.until(**there, provoke_ingest_hang_up=IngestionStatus.UNCONFIRMED)
    assert desk.asked() == 3


def test_what_was_found_in_clear_is_done_with(desk: Desk, ledgers: Ledgers) -> None:
    rows = desk.upload(ledgers("provoke-ingest-hang-up.csv"))
    desk.queue.plan_import(rows, HOW)
    desk.until(provoke_ingest_hang_up=IngestionStatus.UNCONFIRMED)
    assert desk.queue.summary().attention == 1
    desk.queue.found_in_clear(rows)
    desk.until(provoke_ingest_hang_up=IngestionStatus.FOUND)
    assert (desk.queue.summary().attention, desk.queue.summary().imported) == (0, 1)
    desk.queue.import_again(rows)
    desk.queue.plan_import(rows, HOW)
    assert desk.asked() == 1
    desk.queue.clear_finished()
    assert desk.queue.ids() == []


def test_checking_now_tells_what_clear_says(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, ledgers: Ledgers
) -> None:
    desk = Desk(qtbot, make_queue, clear, polling_policy=SLOW)
    desk.send(ledgers("provoke-workflow-processing.csv"), account_at(clear))
    desk.until(provoke_workflow_processing=IngestionStatus.PROCESSING)
    assert desk.ingestion("provoke-workflow-processing.csv").answered_at == 0
    desk.queue.ask_now(desk.queue.ids())
    desk.watch.until(lambda: desk.ingestion("provoke-workflow-processing.csv").answered_at > 0)
    assert '"workflowStatus": "PROCESSING"' in desk.ingestion("provoke-workflow-processing.csv").answer
    assert desk.asked() == 1


@pytest.mark.parametrize("name", ["provoke-workflow-unknown.csv", "provoke-workflow-403.csv"])
def test_what_cannot_be_told_needs_the_user(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, ledgers: Ledgers, name: str
) -> None:
    desk = Desk(qtbot, make_queue, clear, polling_policy=PollingPolicy(first=0.01, unknown_until=0.0))
    desk.send(ledgers(name), account_at(clear))
    desk.watch.until(lambda: desk.statuses() == {name: IngestionStatus.UNTOLD})
    assert desk.problem(name) in {Code.TASK_UNKNOWN, Code.TASK_NOT_SHOWN}
    assert (desk.queue.summary().attention, desk.queue.summary().processing) == (1, 0)


def journalled(qtbot: QtBot, make_queue: MakeQueue, clear: Practice, path: Path, **options: Any) -> Desk:
    return Desk(qtbot, make_queue, clear, journal=lambda: open_journal(path), **options)


def receipts_in(path: Path) -> list[Receipt]:
    """Return the receipts of a journal that is closed."""
    journal, problem = open_journal(path)
    assert problem is None
    receipts = journal.receipts(ReceiptQuery(), 10)
    assert not isinstance(receipts, Problem)
    journal.close()
    return receipts


class HeldSteps(Operations):
    """Holds what an ingestion worker is about to ask until the test lets it go."""

    def __init__(self, *, handing_over: bool) -> None:
        super().__init__(straight())
        self.go = threading.Event()
        self.begun = threading.Event()
        self._handing_over = handing_over

    def submit_import(self, session, job, token):  # type: ignore[no-untyped-def] # as above it
        self._hold(self._handing_over)
        return super().submit_import(session, job, token)

    def ask(self, session, job, token, task_id):  # type: ignore[no-untyped-def] # as above it
        self._hold(not self._handing_over)
        return super().ask(session, job, token, task_id)

    def _hold(self, held: bool) -> None:
        if held:
            self.begun.set()
            self.go.wait()


@pytest.mark.parametrize("handing_over", [True, False])
def test_a_file_that_is_removed_meanwhile_is_followed_to_its_end(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, ledgers: Ledgers, tmp_path: Path, handing_over: bool
) -> None:
    path, steps = tmp_path / "journal.sqlite3", HeldSteps(handing_over=handing_over)
    desk = journalled(qtbot, make_queue, clear, path, steps=steps)
    desk.send(ledgers("a.csv", "b.csv"), account_at(clear, together=True))
    desk.watch.until(steps.begun.is_set)
    desk.queue.remove(desk.queue.ids())
    steps.go.set()
    pages: list[ReceiptPage] = []
    desk.queue.history.page.connect(pages.append)

    def is_told() -> bool:
        desk.queue.history.find(ReceiptQuery())
        return bool(pages) and [one.workflow_status for one in pages[-1].receipts] == ["SUCCESS"] * 2

    desk.watch.until(is_told)
    assert desk.queue.shutdown()
    (activity,) = clear.activities()
    assert [one.task_id for one in receipts_in(path)] == [activity["task_id"]] * 2


def test_a_file_that_is_removed_just_before_leaves_the_note_of_the_others_valid(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, ledgers: Ledgers, tmp_path: Path
) -> None:
    desk = journalled(qtbot, make_queue, clear, tmp_path / "journal.sqlite3")
    rows = desk.upload(ledgers("a.csv", "b.csv"))
    journal_queue = desk.queue._journal_queue  # noqa: SLF001 - the instant between two calls that a worker makes
    asked = IngestionState(HOW, 1, IngestionStatus.ASKED)
    job = IngestionJob(tuple(rows), (), account_at(clear), asked)
    journal_queue.write(Removed((rows[0],)))
    assert journal_queue.write_request(job, asked)
    journal_queue.write(Removed((rows[1],)))
    assert not journal_queue.write_request(job, asked), "nobody could be told what became of it"


def test_a_cancelled_file_that_holds_others_back_is_not_cleared_away(desk: Desk, ledgers: Ledgers) -> None:
    desk.watch.add(ledgers("a.csv", "b.csv"), account_at(desk.clear, together=True))
    desk.queue.plan_import(desk.queue.ids(), HOW, together=True)
    desk.queue.send([desk.watch.id("a.csv")])
    desk.watch.until(lambda: desk.watch.states()["a.csv"] is State.UPLOADED)
    desk.queue.send([desk.watch.id("b.csv")])
    desk.queue.cancel([desk.watch.id("b.csv")])
    desk.watch.until(lambda: desk.ingestion("a.csv").status is IngestionStatus.HELD_BACK)
    assert desk.queue.summary().attention == 1
    desk.queue.clear_finished()
    assert set(desk.watch.states().values()) == {State.UPLOADED, State.CANCELLED}
    assert desk.asked() == 0, "clearing had the others imported"
    desk.queue.remove([desk.watch.id("b.csv")])
    desk.until(a=IngestionStatus.TAKEN_IN)


def test_a_batch_that_was_stopped_as_a_whole_is_cleared_away(desk: Desk, ledgers: Ledgers) -> None:
    desk.queue.pause()
    desk.send(ledgers("a.csv", "b.csv"), account_at(desk.clear, together=True))
    desk.watch.until_all(State.PAUSED)
    desk.queue.cancel(desk.queue.ids())
    desk.queue.clear_finished()
    assert desk.queue.ids() == []


def test_what_is_dropped_at_once_is_imported_at_once(desk: Desk, ledgers: Ledgers, tmp_path: Path) -> None:
    at_once = replace(account_at(desk.clear, together=True), send_at_once=True)
    bad = tmp_path / "remarks.txt"
    bad.write_text("no ledger")
    desk.queue.add([*ledgers("a.csv", "b.csv", "c.csv"), bad], at_once)
    taken = {"a.csv": IngestionStatus.TAKEN_IN, "b.csv": IngestionStatus.TAKEN_IN, "c.csv": IngestionStatus.TAKEN_IN}
    desk.watch.until(lambda: desk.statuses() == {**taken, "remarks.txt": None})
    (activity,) = desk.clear.activities()
    assert [info["filename"] for info in activity["files"]] == ["a.csv", "b.csv", "c.csv"]


def test_so_is_a_folder_with_what_is_dropped_beside_it(desk: Desk, ledgers: Ledgers, tmp_path: Path) -> None:
    at_once = replace(account_at(desk.clear, together=True), send_at_once=True)
    folder = tmp_path / "april"
    folder.mkdir()
    beside, *inside = ledgers("c.csv", "a.csv", "b.csv")
    for path in inside:
        path.rename(folder / path.name)
    desk.queue.add([folder, beside], at_once)
    desk.until(a=IngestionStatus.TAKEN_IN, b=IngestionStatus.TAKEN_IN, c=IngestionStatus.TAKEN_IN)
    assert [len(activity["files"]) for activity in desk.clear.activities()] == [3]


def test_a_batch_of_a_drop_is_one_after_a_restart_too(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, ledgers: Ledgers, tmp_path: Path
) -> None:
    path = tmp_path / "journal.sqlite3"
    at_once = replace(account_at(clear, together=True), send_at_once=True)
    first = journalled(qtbot, make_queue, clear, path, token="")
    first.queue.add(ledgers("a.csv", "b.csv"), at_once)
    first.watch.until_all(State.PAUSED)
    assert first.queue.shutdown()
    second = journalled(qtbot, make_queue, clear, path)
    second.queue.use_accounts([at_once])
    second.queue.start()
    second.watch.until_all(State.PAUSED)
    second.queue.resume()
    second.until(a=IngestionStatus.TAKEN_IN, b=IngestionStatus.TAKEN_IN)
    assert [len(activity["files"]) for activity in clear.activities()] == [2]


def test_what_holds_for_a_file_can_be_asked(desk: Desk, ledgers: Ledgers) -> None:
    desk.watch.add(ledgers("a.csv", "b.csv"), account_at(desk.clear, together=True))
    row = desk.watch.id("a.csv")
    assert (desk.queue.after_upload(row), desk.queue.imported_together(row)) == (HOW, True)
    desk.queue.plan_import([row], IngestionOptions("PURCHASE", "x"))
    assert (desk.queue.after_upload(row), desk.queue.imported_together(row)) == (
        IngestionOptions("PURCHASE", "x"),
        False,
    )


@pytest.mark.parametrize(
    ("name", "status"),
    [("a.csv", IngestionStatus.TAKEN_IN), ("provoke-workflow-failed.csv", IngestionStatus.NOT_TAKEN_IN)],
)
def test_the_end_of_what_was_taken_off_the_list_is_told(
    desk: Desk, ledgers: Ledgers, name: str, status: IngestionStatus
) -> None:
    notices: list[Notice] = []
    desk.queue.notice.connect(notices.append)
    desk.send(ledgers(name), account_at(desk.clear))
    desk.watch.until(lambda: desk.queue.summary().processing == 1)
    desk.queue.remove(desk.queue.ids())
    desk.watch.until(lambda: notices == [Notice(unlisted=(name,), status=status)])
