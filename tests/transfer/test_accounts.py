"""Test several accounts in one queue: each file goes with the account it was dropped for."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot
from tests.transfer.conftest import ACCOUNT, DirectedSteps, Ledgers, MakeQueue, Watch, uploaded

from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.transfer.jobs import SendJob

OTHER = replace(ACCOUNT, id="b" * 32, name="Other")


class WhoseSteps(DirectedSteps):
    """Remembers for whom each file was sent, and with which token."""

    def __init__(self) -> None:
        super().__init__()
        self.whose: dict[str, tuple[str, str]] = {}

    def send(self, session, job: SendJob, token: str, on_progress):  # type: ignore[no-untyped-def] # as above it
        self.whose[job.checked.file.name] = (job.account.id, token)
        return super().send(session, job, token, on_progress)


def test_files_keep_the_account_they_were_dropped_for(qtbot: QtBot, make_queue: MakeQueue, ledgers: Ledgers) -> None:
    steps = WhoseSteps()
    queue = make_queue(steps, ask=lambda account_id: f"token of {account_id[0]}")
    watch = Watch(qtbot, queue)
    queue.use_accounts([ACCOUNT, OTHER])
    watch.add(ledgers("ours.csv"), ACCOUNT)
    watch.add(ledgers("theirs.csv"), OTHER)
    queue.use_accounts([OTHER, replace(ACCOUNT, name="Renamed")])  # another one is in use now
    steps.end_all(uploaded)
    queue.send(None)
    watch.until_all(State.UPLOADED)
    assert steps.whose == {"ours.csv": (ACCOUNT.id, "token of a"), "theirs.csv": (OTHER.id, "token of b")}


def test_what_waits_for_an_account_that_is_removed_ends_and_is_never_sent(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    queue.use_accounts([ACCOUNT, OTHER])
    watch.add(ledgers("under way.csv", "waits.csv"), ACCOUNT)
    watch.add(ledgers("theirs.csv"), OTHER)
    queue.send(None)
    watch.until(lambda: steps.begun == ["under way.csv"])
    queue.use_accounts([OTHER])
    watch.until(lambda: watch.states()["waits.csv"] is State.FAILED)
    problem = watch.by_name()["waits.csv"].problem
    assert problem is not None
    assert problem.code is Code.ACCOUNT_REMOVED
    ended: list[str] = []

    def end(name: str) -> Uploaded | Problem:
        ended.append(name)
        return uploaded(name)

    steps.end_all(end)
    watch.until(lambda: watch.states()["theirs.csv"] is State.UPLOADED)
    assert "waits.csv" not in steps.begun + ended
    queue.retry([watch.id("waits.csv")])
    watch.until(lambda: watch.states()["waits.csv"] is State.FAILED)
    assert "waits.csv" not in steps.begun


def test_a_file_that_the_user_paused_stays_so_when_its_account_is_put_right(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("sent.csv", "held back.csv", "waits.csv"))
    queue.send(None)
    queue.pause([watch.id("held back.csv")])
    steps.end("sent.csv", Problem(Code.SIGN_IN_REFUSED, http_status=401))
    watch.until_all(State.PAUSED)
    steps.end_all(uploaded)
    queue.account_saved(ACCOUNT)
    watch.until(lambda: [*watch.states().values()].count(State.UPLOADED) == 2)
    assert watch.states()["held back.csv"] is State.PAUSED
    queue.resume([watch.id("held back.csv")])
    watch.until_all(State.UPLOADED)
