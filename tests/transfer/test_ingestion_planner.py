"""Test imports after the upload, on the real queue and against the practice server."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.servers.practice import Practice
from tests.store.held_journal import HeldJournal, open_held
from tests.transfer.conftest import Ledgers, MakeQueue
from tests.transfer.ingestion_desk import HOW, Desk, account_at

from ledgerdrop.clear_api import import_log
from ledgerdrop.clear_api.polling import PollingPolicy
from ledgerdrop.model.files import ReceiptQuery
from ledgerdrop.model.ingestion import Activity, IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.problems import Code
from ledgerdrop.model.transfers import State
from ledgerdrop.store.journal import open_journal
from ledgerdrop.store.journal_records import IngestionChanged


def test_each_file_is_imported_by_itself(desk: Desk, ledgers: Ledgers) -> None:
    desk.send(ledgers("a.csv", "b.csv"), account_at(desk.clear))
    desk.until(a=IngestionStatus.TAKEN_IN, b=IngestionStatus.TAKEN_IN)
    assert [len(activity["files"]) for activity in desk.clear.activities()] == [1, 1]
    assert {entry.state for entry in desk.watch.by_name().values()} == {State.UPLOADED}


def test_files_that_are_sent_together_are_imported_together(desk: Desk, ledgers: Ledgers) -> None:
    desk.send(ledgers("a.csv", "b.csv"), account_at(desk.clear, together=True))
    desk.until(a=IngestionStatus.TAKEN_IN, b=IngestionStatus.TAKEN_IN)
    (activity,) = desk.clear.activities()
    assert [info["filename"] for info in activity["files"]] == ["a.csv", "b.csv"]
    assert not any("?" in info["uploadUrl"] for info in activity["files"]), "the signature was sent"


def test_nothing_follows_unless_it_is_wanted(desk: Desk, ledgers: Ledgers) -> None:
    desk.send(ledgers("a.csv"), replace(account_at(desk.clear), after_upload=None))
    desk.watch.until_all(State.UPLOADED)
    desk.watch.add(ledgers("b.csv"), account_at(desk.clear))
    assert desk.statuses() == {"a.csv": None, "b.csv": None}
    assert desk.asked() == 0


def test_a_choice_for_some_files_goes_before_the_account(desk: Desk, ledgers: Ledgers) -> None:
    account = replace(account_at(desk.clear), after_upload=None)
    desk.watch.add(ledgers("a.csv", "b.csv", "c.csv"), account)
    chosen = [desk.watch.id("a.csv"), desk.watch.id("b.csv")]
    desk.queue.plan_import(chosen, IngestionOptions("PURCHASE", "x"), together=True)
    desk.queue.send()
    desk.watch.until(
        lambda: list(desk.statuses().values()) == [IngestionStatus.TAKEN_IN, IngestionStatus.TAKEN_IN, None]
    )
    desk.watch.until_all(State.UPLOADED)
    (activity,) = desk.clear.activities()
    assert (activity["template"], len(activity["files"])) == ("PURCHASE", 2)


def test_nothing_for_some_files_goes_before_the_account(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, ledgers: Ledgers, tmp_path: Path
) -> None:
    path = tmp_path / "journal.sqlite3"
    first = Desk(qtbot, make_queue, clear, journal=lambda: open_journal(path))
    first.watch.add(ledgers("a.csv"), account_at(clear))
    assert first.queue.after_upload(first.watch.id("a.csv")) == HOW
    first.queue.plan_import(first.queue.ids(), None)
    assert first.queue.after_upload(first.watch.id("a.csv")) is None
    assert first.queue.shutdown()
    second = Desk(qtbot, make_queue, clear, journal=lambda: open_journal(path))
    second.queue.use_accounts([account_at(clear)])
    second.queue.start()
    second.watch.until_all(State.READY)
    second.queue.send()
    second.watch.until_all(State.UPLOADED)
    assert second.statuses() == {"a.csv": IngestionStatus.UNWANTED}
    assert second.asked() == 0


def test_a_file_that_does_not_arrive_holds_its_batch_back_until_it_is_removed(desk: Desk, ledgers: Ledgers) -> None:
    desk.send(ledgers("a.csv", "provoke-406.csv"), account_at(desk.clear, together=True))
    desk.until(a=IngestionStatus.HELD_BACK, provoke_406=IngestionStatus.HELD_BACK)
    problem = desk.watch.by_name()["a.csv"].ingestion
    assert problem and problem.problem and problem.problem.code is Code.BATCH_HELD_BACK
    assert "provoke-406.csv" in problem.problem.advice
    assert desk.asked() == 0
    desk.queue.remove([desk.watch.id("provoke-406.csv")])
    desk.until(a=IngestionStatus.TAKEN_IN)
    assert len(desk.clear.activities()) == 1


def test_what_may_have_been_received_is_asked_for_again_only_by_hand(desk: Desk, ledgers: Ledgers) -> None:
    desk.send(ledgers("provoke-ingest-hang-up.csv"), account_at(desk.clear))
    desk.until(provoke_ingest_hang_up=IngestionStatus.UNCONFIRMED)
    assert desk.asked() == 1
    desk.queue.import_again(desk.queue.ids())
    desk.watch.until(lambda: desk.asked() == 2)
    desk.until(provoke_ingest_hang_up=IngestionStatus.UNCONFIRMED)


def test_a_refusal_and_a_failure_are_told_apart(
    desk: Desk, ledgers: Ledgers, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger=import_log.__name__)
    names = ("provoke-ingest-400.csv", "provoke-workflow-failed.csv")
    desk.send(ledgers(*names), account_at(desk.clear))
    desk.until(provoke_ingest_400=IngestionStatus.REFUSED, provoke_workflow_failed=IngestionStatus.NOT_TAKEN_IN)
    found = [desk.watch.by_name()[name].ingestion for name in names]
    codes = [one.problem.code for one in found if one and one.problem]
    assert codes == [Code.REQUEST_REFUSED, Code.NOT_TAKEN_IN]
    refused, failed = (desk.watch.id(name) for name in names)
    logged = [record.getMessage() for record in caplog.records if record.name == import_log.__name__]
    assert sorted(logged) == sorted(
        [
            f"Import (rows {refused}): request_refused",
            f"Import (rows {failed}): accepted",
            f"Import (rows {failed}): not_taken_in",
        ]
    )


def test_after_its_time_clear_is_asked_only_on_request(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, ledgers: Ledgers
) -> None:
    desk = Desk(qtbot, make_queue, clear, polling_policy=PollingPolicy(first=0.02, longest=0.1, limit=0.3))
    desk.send(ledgers("provoke-workflow-processing.csv"), account_at(clear))

    def problem() -> Code | None:
        ingestion = desk.watch.by_name()["provoke-workflow-processing.csv"].ingestion
        return ingestion.problem.code if ingestion and ingestion.problem else None

    desk.watch.until(lambda: problem() is Code.STILL_PROCESSING)
    before = len(clear.requests())
    desk.queue.ask_now(desk.queue.ids())
    assert problem() is None
    desk.watch.until(lambda: problem() is Code.STILL_PROCESSING)
    assert len(clear.requests()) == before + 1


def journal_with(path: Path, ingestion: IngestionState, ledger: Path, desk: Desk) -> None:
    """Write a journal as a program leaves it that ended after an upload."""
    ledger.write_text("date,amount\n2026-04-03,1\n")  # unlike what was sent before
    desk.send([ledger], replace(account_at(desk.clear), after_upload=None))
    desk.watch.until_all(State.UPLOADED)
    (row,) = desk.queue.ids()
    assert desk.queue.shutdown()
    journal, problem = open_journal(path)
    assert problem is None
    assert journal.write(IngestionChanged((row,), ingestion)) is None
    journal.close()


@pytest.mark.parametrize(
    ("written", "activity", "then", "posts"),
    [
        (IngestionStatus.PLANNED, False, IngestionStatus.TAKEN_IN, 1),
        (IngestionStatus.ASKED, False, IngestionStatus.UNCONFIRMED, 0),
        (IngestionStatus.UNCONFIRMED, False, IngestionStatus.UNCONFIRMED, 0),
        (IngestionStatus.REFUSED, False, IngestionStatus.REFUSED, 0),
        (IngestionStatus.PROCESSING, True, IngestionStatus.TAKEN_IN, 0),
    ],
)
def test_the_next_start_goes_on_where_it_was(
    qtbot: QtBot,
    make_queue: MakeQueue,
    clear: Practice,
    ledgers: Ledgers,
    tmp_path: Path,
    written: IngestionStatus,
    activity: bool,
    then: IngestionStatus,
    posts: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger=import_log.__name__)
    path = tmp_path / "journal.sqlite3"
    first = Desk(qtbot, make_queue, clear, journal=lambda: open_journal(path))
    first.send(ledgers("other.csv"), account_at(clear))
    first.until(other=IngestionStatus.TAKEN_IN)
    task_id = clear.activities()[0]["task_id"]
    first.queue.remove(first.queue.ids())
    ingestion = IngestionState(HOW, 1, written, Activity(task_id, time.time()) if activity else None)
    journal_with(path, ingestion, ledgers("a.csv")[0], first)
    before = first.asked()
    second = Desk(qtbot, make_queue, clear, journal=lambda: open_journal(path))
    second.queue.use_accounts([account_at(clear)])
    second.queue.start()
    second.watch.until(lambda: bool(second.queue.ids()))
    second.until(a=then)
    assert second.asked() - before == posts
    in_doubt = f"Import (rows {second.watch.id('a.csv')}): ingest_unconfirmed"
    assert (in_doubt in caplog.messages) is (written is IngestionStatus.ASKED)


def test_without_a_note_of_it_clear_is_not_asked(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, ledgers: Ledgers, tmp_path: Path
) -> None:
    opened: list[HeldJournal] = []

    def journal() -> tuple[HeldJournal, None]:
        found, problem = open_held(tmp_path / "journal.sqlite3")
        assert problem is None
        opened.append(found)
        return found, None

    desk = Desk(qtbot, make_queue, clear, journal=journal)
    desk.watch.add(ledgers("a.csv"), account_at(clear))
    opened[0].run("PRAGMA query_only = ON")  # as if the disk were write-protected from now on
    desk.queue.send()
    desk.until(a=IngestionStatus.REFUSED)
    ingestion = desk.watch.by_name()["a.csv"].ingestion
    assert ingestion and ingestion.problem and ingestion.problem.code is Code.INTENT_NOT_SAVED
    assert desk.asked() == 0
    opened[0].run("PRAGMA query_only = OFF")


def test_what_is_still_to_be_imported_is_not_cleared(
    qtbot: QtBot, make_queue: MakeQueue, clear: Practice, ledgers: Ledgers, tmp_path: Path
) -> None:
    path = tmp_path / "journal.sqlite3"
    desk = Desk(qtbot, make_queue, clear, journal=lambda: open_journal(path))
    desk.send(ledgers("a.csv", "provoke-ingest-500.csv"), account_at(clear))
    desk.until(a=IngestionStatus.TAKEN_IN, provoke_ingest_500=IngestionStatus.UNCONFIRMED)
    desk.queue.clear_finished()
    desk.until(provoke_ingest_500=IngestionStatus.UNCONFIRMED)
    assert desk.queue.shutdown()
    journal, problem = open_journal(path)
    assert problem is None
    unfinished, receipts = journal.unfinished(), journal.receipts(ReceiptQuery(), 10)
    journal.close()
    assert isinstance(unfinished, list)
    assert isinstance(receipts, list)
    assert [entry.name for entry in unfinished] == ["provoke-ingest-500.csv"]
    (task_id,) = {row["task_id"] for row in clear.activities()}
    told = {receipt.uploaded.name: (receipt.task_id, receipt.workflow_status) for receipt in receipts}
    assert told == {"a.csv": (task_id, "SUCCESS"), "provoke-ingest-500.csv": ("", "UNCONFIRMED")}
