"""Test that deadlines end what takes too long."""

from __future__ import annotations

import threading

from tests.faults.journeys import wait_until

from ledgerdrop.net.exchange import Deadline

LONG = 3600.0


def watchers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "deadlines"]


def test_what_takes_too_long_is_ended_once() -> None:
    ended = threading.Event()
    calls: list[int] = []

    def end() -> None:
        calls.append(threading.get_ident())
        ended.set()

    with Deadline(0.01, end) as deadline:
        assert ended.wait(60)
    assert deadline.missed
    assert calls == [thread.ident for thread in watchers()]


def test_a_short_one_is_not_kept_waiting_by_a_long_one() -> None:
    ended = threading.Event()
    with Deadline(LONG, lambda: None) as long, Deadline(0.01, ended.set):
        assert ended.wait(60)
    assert not long.missed


def test_one_that_is_postponed_goes_on() -> None:
    first, second = threading.Event(), threading.Event()
    with Deadline(1.5, first.set) as postponed, Deadline(1.7, second.set):
        while not second.is_set():
            postponed.postpone()
        assert not first.is_set()
    assert not postponed.missed


def test_one_that_is_shortened_ends_sooner() -> None:
    ended = threading.Event()
    with Deadline(LONG, ended.set) as deadline:
        deadline.shorten(LONG + 1.0)
        assert not ended.is_set()
        deadline.shorten(0.01)
        assert ended.wait(60)
    assert deadline.missed


def test_one_that_is_over_ends_nothing() -> None:
    later = threading.Event()
    with Deadline(0.05, lambda: None) as over:
        pass
    with Deadline(0.1, later.set):
        assert later.wait(60)
    assert not over.missed


def test_what_is_being_ended_is_waited_for() -> None:
    begun, go_on, left = threading.Event(), threading.Event(), threading.Event()

    def end() -> None:
        begun.set()
        go_on.wait(60)

    def work() -> None:
        with Deadline(0.01, end):
            begun.wait(60)
        left.set()

    worker = threading.Thread(target=work)
    worker.start()
    assert begun.wait(60)
    assert not left.is_set()
    go_on.set()
    worker.join(20)
    assert left.is_set()


def test_one_thread_watches_over_all() -> None:
    with Deadline(LONG, lambda: None), Deadline(LONG, lambda: None):
        wait_until(lambda: len(watchers()) == 1)
