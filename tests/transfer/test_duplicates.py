"""Test that the same content goes once, and that files which have changed on the disk are looked at again."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.transfer.conftest import ACCOUNT, LEDGER, DirectedSteps, Ledgers, MakeQueue, Watch, uploaded

from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import DroppedFile, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.transfer import check_worker

OTHER = replace(ACCOUNT, id="b" * 32, name="Other")


def arrived(folder: Path) -> Callable[[str], Uploaded]:
    """Return how the upload of a file in this folder ends well."""
    return lambda name: replace(uploaded(name), sha256=sha256((folder / name).read_bytes()).hexdigest())


def copies(folder: Path) -> list[Path]:
    """Write one ledger, and have it under other names in all ways there are."""
    original = folder / "a.csv"
    original.write_text(LEDGER, encoding="ascii")
    copy, hard, soft = folder / "copy.csv", folder / "hard.csv", folder / "soft.csv"
    copy.write_text(LEDGER, encoding="ascii")
    hard.hardlink_to(original)
    soft.symlink_to(original)
    return [original, folder / "x" / ".." / "a.csv", Path(f"{folder}/./a.csv"), copy, hard, soft]


def test_the_same_file_in_one_drop_goes_once(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    queue.add(copies(tmp_path), ACCOUNT)
    watch.until_all(State.READY, State.DUPLICATE)
    first, *others = map(queue.entry, queue.ids())
    assert first.state is State.READY
    assert len(others) == 3  # two paths lead to the row that has them already
    for entry in others:
        assert (entry.state, entry.same_as) == (State.DUPLICATE, first.id)
        assert entry.problem is not None
        assert (entry.problem.code, entry.problem.params) == (Code.SAME_CONTENT, {"name": "a.csv"})
    assert (queue.summary().ready, queue.summary().duplicates) == (1, 3)
    assert queue.summary().attention == 0
    queue.send()
    steps.end_all(uploaded)
    watch.until_all(State.UPLOADED, State.DUPLICATE)
    assert steps.begun == ["a.csv"]
    queue.send_anyway([others[0].id])
    watch.until(lambda: steps.begun == ["a.csv", "copy.csv"])


def test_a_folder_with_copies_sends_each_ledger_once(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, tmp_path: Path
) -> None:
    """Also where everything goes by itself, and where many have the same size."""
    for number in range(60):
        (tmp_path / f"{number:02}.csv").write_text(LEDGER.replace("100", f"{100 + number % 20}"), encoding="ascii")
    queue = make_queue(steps, jobs=4)
    steps.end_all(arrived(tmp_path))
    watch = Watch(qtbot, queue)
    queue.add([tmp_path], replace(ACCOUNT, send_at_once=True))
    watch.until(lambda: (queue.summary().done, queue.summary().duplicates) == (20, 40))
    assert sorted(steps.begun) == [f"{number:02}.csv" for number in range(20)]
    assert {entry.dropped_in for entry in watch.by_name().values()} == {tmp_path}


def test_only_the_same_account_and_size_are_compared(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nil returns of two clients are no copies; and hardly any file is read."""
    read: list[str] = []

    def digest_of(file: DroppedFile, _cancel: CancelToken) -> str:
        read.append(file.name)
        return sha256(file.path.read_bytes()).hexdigest()

    monkeypatch.setattr(check_worker, "digest_of", digest_of)
    a, b, longer, alone = ledgers("a.csv", "b.csv", "longer.csv", "alone.csv")
    b.write_bytes(a.read_bytes())
    longer.write_bytes(a.read_bytes() + b"2026-04-03,1\n")
    alone.write_bytes(a.read_bytes() + b"2026-04-03,12\n")
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add([a, longer, alone])
    watch.add([b], OTHER)
    assert set(watch.states().values()) == {State.READY}
    assert read == []


def test_a_copy_takes_the_place_of_what_does_not_go(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    watch.add(copies(tmp_path)[:1])
    watch.add(copies_of(tmp_path, "b.csv", "c.csv"))
    assert watch.states() == {"a.csv": State.READY, "b.csv": State.DUPLICATE, "c.csv": State.DUPLICATE}
    queue.cancel([watch.id("a.csv")])
    assert watch.states() == {"a.csv": State.CANCELLED, "b.csv": State.READY, "c.csv": State.DUPLICATE}
    assert watch.by_name()["c.csv"].same_as == watch.id("b.csv")
    queue.remove([watch.id("b.csv")])
    assert watch.states() == {"a.csv": State.CANCELLED, "c.csv": State.READY}
    queue.send()
    steps.end_all(arrived(tmp_path))
    watch.until(lambda: watch.states()["c.csv"] is State.UPLOADED)
    watch.add(copies_of(tmp_path, "d.csv"))
    assert watch.states()["d.csv"] is State.DUPLICATE
    queue.clear_finished()  # it has arrived: its copy still has not to go
    assert watch.states() == {}


def copies_of(folder: Path, *names: str) -> list[Path]:
    """Write the same ledger under these names."""
    for name in names:
        (folder / name).write_text(LEDGER, encoding="ascii")
    return [folder / name for name in names]


def test_a_corrected_file_takes_the_place_of_its_old_row(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    bad, good = ledgers("bad.csv", "good.csv")
    bad.write_bytes(b"")
    watch.add([bad, good])
    row = watch.id("bad.csv")
    assert queue.entry(row).state is State.REJECTED
    ledgers("bad.csv")
    queue.add([bad], OTHER)
    watch.until(lambda: queue.entry(row).state is State.READY)
    assert queue.ids() == [row, watch.id("good.csv")]
    assert queue.entry(row).account_id == OTHER.id


def test_rows_notice_that_their_files_have_changed(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    empty, sent, same = ledgers("empty.csv", "sent.csv", "same.csv")
    empty.write_bytes(b"")
    watch.add([empty, sent, same, tmp_path / "late.csv"])
    queue.send()
    steps.end_all(uploaded)
    watch.until(lambda: watch.states()["same.csv"] is watch.states()["sent.csv"] is State.UPLOADED)
    queue.recheck_changed()
    watch.until(lambda: not queue.is_busy())
    assert watch.states()["empty.csv"] is watch.states()["late.csv"] is State.REJECTED
    assert not watch.by_name()["sent.csv"].changed_since
    ledgers("empty.csv", "late.csv")
    with sent.open("a") as file:
        file.write("2026-04-04,1\n")
    same.rename(tmp_path / "sent already.csv")  # as many do with what was uploaded
    queue.recheck_changed()
    watch.until(lambda: watch.states()["empty.csv"] is watch.states()["late.csv"] is State.READY)
    watch.until(lambda: watch.by_name()["sent.csv"].changed_since)
    assert watch.states()["sent.csv"] is State.UPLOADED
    assert not watch.by_name()["same.csv"].changed_since


def test_what_was_dropped_on_the_wrong_account_can_be_moved(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv"))
    queue.send([watch.id("a.csv"), watch.id("b.csv")])
    watch.until(lambda: steps.begun == ["a.csv"])
    steps.end("a.csv")
    watch.until(lambda: watch.states()["a.csv"] is State.UPLOADED and steps.begun == ["a.csv", "b.csv"])
    queue.move_to_account(queue.ids(), OTHER)
    watch.until(lambda: watch.states() == {"a.csv": State.UPLOADED, "b.csv": State.READY, "c.csv": State.READY})
    owners = {name: entry.account_id for name, entry in watch.by_name().items()}
    assert owners == {"a.csv": ACCOUNT.id, "b.csv": OTHER.id, "c.csv": OTHER.id}
    queue.cancel([watch.id("c.csv")])
    steps.end_all(uploaded)
    queue.send_selected([watch.id("b.csv"), watch.id("c.csv")])
    watch.until_all(State.UPLOADED)


def test_what_is_brought_back_stands_where_it_was_and_nothing_goes_twice(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps, jobs=1)
    watch = Watch(qtbot, queue)
    watch.add(ledgers("a.csv", "b.csv", "c.csv", "d.csv"))
    before = queue.ids()
    queue.send(before[:2])
    watch.until(lambda: steps.begun == ["a.csv"])
    items = [queue.entry(row) for row in before[:3]]
    queue.remove(before[:3])
    assert queue.ids() == before[3:]
    with qtbot.waitSignals([queue.added, queue.reordered]):
        queue.bring_back(items)
    assert queue.ids() == before
    watch.until_all(State.READY)
    queue.bring_back(items)  # they are there already
    assert queue.ids() == before
    assert steps.begun == ["a.csv"]


def test_a_file_that_hangs_holds_up_only_those_that_may_be_its_copies(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, tmp_path: Path
) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    a, b = ledgers("a.csv", "b.csv")
    watch.add([a])
    a.unlink()
    os.mkfifo(a)  # to read it takes for ever
    (other,) = ledgers("other.csv")
    other.write_text(LEDGER + "2026-04-05,5\n", encoding="ascii")
    queue.add([b, other], ACCOUNT)
    watch.until(lambda: watch.states()["other.csv"] is State.READY)
    watch.until(lambda: watch.states()["b.csv"] in {State.CHECKING, State.READY})
    queue.cancel([watch.id("b.csv")])
    assert watch.states()["b.csv"] is State.CANCELLED


@pytest.mark.parametrize("account", [ACCOUNT, OTHER])
def test_a_drop_sends_nothing_though_its_file_was_sent_before(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers, account: Account
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    failed, cancelled = ledgers("failed.csv", "cancelled.csv")
    watch.add([failed, cancelled])
    queue.send()
    watch.until(lambda: len(steps.begun) == 2)
    steps.end("failed.csv", Problem(Code.STORAGE_REJECTED))
    queue.cancel([watch.id("cancelled.csv")])
    watch.until(lambda: watch.states() == {"failed.csv": State.FAILED, "cancelled.csv": State.CANCELLED})
    queue.add([failed, cancelled], account)
    watch.until_all(State.READY)
    assert {entry.account_id for entry in watch.by_name().values()} == {account.id}
    assert len(steps.begun) == 2


def test_a_failed_file_that_is_corrected_waits_for_send(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    """Send nothing that may not be finished: the file is saved, and the window comes to the front."""
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    (path,) = ledgers("a.csv")
    watch.add([path])
    queue.send()
    steps.end("a.csv", Problem(Code.STORAGE_REJECTED))
    watch.until_all(State.FAILED)
    path.write_text(LEDGER + "2026-04-05,5\n", encoding="ascii")
    queue.recheck_changed()
    watch.until_all(State.READY)
    assert steps.begun == ["a.csv"]


def test_what_was_dropped_again_meanwhile_is_not_brought_back_beside_it(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, ledgers: Ledgers
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    paths = ledgers("a.csv")
    watch.add(paths)
    removed = [queue.entry(watch.id("a.csv"))]
    queue.remove([removed[0].id])
    watch.add(paths)
    queue.bring_back(removed)
    assert queue.ids() == [watch.id("a.csv")] != [removed[0].id]


def test_what_is_brought_back_is_compared_with_what_came_meanwhile(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, tmp_path: Path
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    first, copy = copies_of(tmp_path, "a.csv", "copy.csv")
    watch.add([first])
    removed = [queue.entry(watch.id("a.csv"))]
    queue.remove([removed[0].id])
    watch.add([copy])
    queue.bring_back(removed)
    watch.until(lambda: sorted(state.name for state in watch.states().values()) == ["DUPLICATE", "READY"])


@pytest.mark.parametrize("ended", [State.CANCELLED, State.FAILED])
def test_what_is_tried_again_is_compared_with_what_was_sent_meanwhile(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, tmp_path: Path, ended: State
) -> None:
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    first, copy = copies_of(tmp_path, "a.csv", "copy.csv")
    watch.add([first])
    queue.send()
    watch.until(lambda: steps.begun == ["a.csv"])
    if ended is State.FAILED:
        steps.end("a.csv", Problem(Code.STORAGE_REJECTED))
    else:
        queue.cancel([watch.id("a.csv")])
    watch.until_all(ended)
    watch.add([copy])
    queue.send()
    steps.end("copy.csv", arrived(tmp_path)("copy.csv"))
    watch.until(lambda: watch.states()["copy.csv"] is State.UPLOADED)
    queue.retry([watch.id("a.csv")])
    watch.until(lambda: watch.states()["a.csv"] is State.DUPLICATE)
    assert steps.begun == ["a.csv", "copy.csv"]


def test_a_file_that_goes_while_it_is_compared_holds_up_no_other(
    qtbot: QtBot, make_queue: MakeQueue, steps: DirectedSteps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go_on = threading.Event(), threading.Event()

    def digest_of(file: DroppedFile, _cancel: CancelToken) -> str:
        reading.set()
        go_on.wait()
        return sha256(file.path.read_bytes()).hexdigest()

    monkeypatch.setattr(check_worker, "digest_of", digest_of)
    queue = make_queue(steps)
    watch = Watch(qtbot, queue)
    first, second, third = copies_of(tmp_path, "a.csv", "b.csv", "c.csv")
    watch.add([first])
    queue.add([second], ACCOUNT)
    watch.until(reading.is_set)
    queue.remove([watch.id("a.csv")])
    go_on.set()
    watch.until_all(State.READY)
    watch.add([third])
    assert watch.states() == {"b.csv": State.READY, "c.csv": State.DUPLICATE}
