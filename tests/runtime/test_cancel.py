"""Test that calls which nobody can interrupt are left behind, and never hold anybody up."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from tests.faults.journeys import Running, wait_until

from ledgerdrop.runtime.cancel import Cancelled, CancelToken, begin, call_abandonable


def test_it_returns_and_raises_what_the_call_does() -> None:
    assert call_abandonable(lambda: 17, CancelToken()) == 17
    with pytest.raises(ZeroDivisionError):
        call_abandonable(lambda: 1 // 0, CancelToken())


def test_one_thread_serves_all_calls_of_a_thread() -> None:
    threads = {call_abandonable(threading.get_ident, CancelToken()) for _ in range(50)}
    assert len(threads) == 1
    assert threads != {threading.get_ident()}


def test_a_set_cancel_comes_before_the_call() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        call_abandonable(lambda: pytest.fail("called"), cancel)


def test_an_abandoned_call_is_not_waited_for() -> None:
    blocked, over = threading.Event(), threading.Event()
    cancel = CancelToken()

    def call() -> None:
        blocked.set()
        over.wait(60)

    waiting = Running(lambda: call_abandonable(call, cancel))
    assert blocked.wait(60)
    cancel.cancel()
    with pytest.raises(Cancelled):
        waiting.outcome()
    over.set()


def test_its_time_is_limited() -> None:
    over = threading.Event()
    with pytest.raises(TimeoutError):
        call_abandonable(lambda: over.wait(60), CancelToken(), 0.05)
    over.set()
    assert call_abandonable(lambda: 17, CancelToken()) == 17, "the next call does not wait behind it"


def test_slowness_is_told_once_and_only_of_what_is_slow() -> None:
    over, told = threading.Event(), list[int]()

    def on_slow() -> None:
        told.append(threading.get_ident())
        over.set()

    assert begin(lambda: over.wait(60)).wait(CancelToken(), on_slow=on_slow, slow_after=0.01)
    assert told == [threading.get_ident()], "by the thread that waits"
    assert begin(lambda: 17).wait(CancelToken(), on_slow=on_slow, slow_after=60) == 17
    assert len(told) == 1


def test_what_an_abandoned_call_returns_is_undone() -> None:
    begun, over, undone = threading.Event(), threading.Event(), threading.Event()

    def call() -> threading.Event:
        begun.set()
        over.wait(60)
        return undone

    cancel = CancelToken()
    waiting = Running(lambda: begin(call, undo=threading.Event.set).wait(cancel))
    assert begun.wait(60)
    cancel.cancel()
    with pytest.raises(Cancelled):
        waiting.outcome()
    assert not undone.is_set()
    over.set()
    assert undone.wait(60)


def test_what_was_waited_for_is_not_undone() -> None:
    undone = threading.Event()
    assert begin(lambda: undone, undo=threading.Event.set).wait(CancelToken()) is undone
    call_abandonable(lambda: None, CancelToken())  # the same thread has gone on
    assert not undone.is_set()


def test_calls_that_were_begun_are_made_one_after_the_other() -> None:
    over, made = threading.Event(), list[int]()

    def call(number: int) -> None:
        over.wait(60)
        made.append(number)

    first, second = begin(partial(call, 1)), begin(partial(call, 2))
    over.set()
    second.wait(CancelToken())
    first.wait(CancelToken())
    assert made == [1, 2]


def test_what_is_given_up_after_its_end_is_undone_at_once() -> None:
    undone: list[int] = []
    background_call = begin(lambda: 17, undo=undone.append)
    begin(lambda: None).wait(CancelToken())
    background_call.give_up()
    assert undone == [17]


def test_a_cancel_that_came_meanwhile_undoes_what_was_not_waited_for() -> None:
    cancel, undone = CancelToken(), list[int]()
    background_call = begin(lambda: 17, undo=undone.append)
    begin(lambda: None).wait(cancel)
    cancel.cancel()
    with pytest.raises(Cancelled):
        background_call.wait(cancel)
    assert undone == [17]


def test_threads_do_not_pile_up() -> None:
    over = threading.Event()
    before = threading.active_count()
    for _ in range(30):
        with pytest.raises(TimeoutError):
            call_abandonable(lambda: over.wait(60), CancelToken(), 0.001)
    over.set()  # the system gives those calls up
    wait_until(lambda: threading.active_count() <= before + 1)


def test_cancel_wakes_who_waits_and_nobody_else() -> None:
    cancel, woken = CancelToken(), threading.Event()
    with cancel.on_cancel(woken.set):
        pass
    cancel.cancel()
    assert not woken.is_set(), "its block had ended"
    with pytest.raises(Cancelled), cancel.on_cancel(woken.set):
        pytest.fail("it was set already")
    assert not woken.is_set()


def test_no_waker_is_called_after_its_block() -> None:
    """Else the cancel of one file could end the exchange of the next."""
    for _ in range(200):
        cancel = CancelToken()
        late: list[bool] = []
        inside = [True]

        def wake(inside: list[bool] = inside, late: list[bool] = late) -> None:
            late.append(not inside[0])

        setter = Running(cancel.cancel)
        try:
            with cancel.on_cancel(wake):
                pass
            inside[0] = False
        except Cancelled:
            pass
        setter.outcome()
        assert True not in late
