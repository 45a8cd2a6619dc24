"""Files that one host puts off wait for it together."""

from __future__ import annotations

import pytest

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.host_pauses import HostPauses, is_of_the_host, spread
from ledgerdrop.net.retry_policy import RetryPolicy

BUSY = Problem(Code.STORAGE_BUSY)
API, STORAGE = "api.example:443", "storage.example:443"


class Clock:
    """One that the test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pauses(clock: Clock) -> HostPauses:
    return HostPauses(RetryPolicy(), clock)


def test_a_host_that_said_nothing_is_asked_at_once(pauses: HostPauses, clock: Clock) -> None:
    assert pauses.not_before(API) <= clock.now


def test_refusals_of_one_round_are_one(pauses: HostPauses, clock: Clock) -> None:
    sent = clock.now
    clock.now += 0.2
    until = pauses.put_off(STORAGE, BUSY, sent)
    for _ in range(15):
        clock.now += 0.01
        assert pauses.put_off(STORAGE, BUSY, sent) == until
    assert until - clock.now <= 1.0
    assert pauses.not_before(API) <= clock.now, "it is another host"


def test_pauses_grow_by_rounds_up_to_the_longest(pauses: HostPauses, clock: Clock) -> None:
    for rounds in range(1, 2000):
        until = pauses.put_off(STORAGE, BUSY, clock.now)
        whole = min(60.0, 2.0 ** min(rounds - 1, 10))
        assert whole / 2 <= until - clock.now <= whole
        clock.now = until


def test_what_goes_well_makes_the_next_pause_short_and_ends_none(pauses: HostPauses, clock: Clock) -> None:
    for _ in range(8):
        clock.now = pauses.put_off(STORAGE, BUSY, clock.now)
    until = pauses.put_off(STORAGE, BUSY, clock.now)
    pauses.went_well(STORAGE)
    assert pauses.not_before(STORAGE) == until
    clock.now = until
    assert pauses.put_off(STORAGE, BUSY, clock.now) - clock.now <= 1.0


def test_the_server_is_obeyed_also_by_those_who_asked_before(pauses: HostPauses, clock: Clock) -> None:
    sent = clock.now
    clock.now += 1
    pauses.put_off(API, Problem(Code.TOO_MANY_REQUESTS), sent)
    until = pauses.put_off(API, Problem(Code.TOO_MANY_REQUESTS, retry_after=30.0), sent)
    assert until == clock.now + 30
    assert pauses.put_off(API, Problem(Code.TOO_MANY_REQUESTS, retry_after=1e9), sent) == clock.now + 3600


def test_hurry_ends_all(pauses: HostPauses, clock: Clock) -> None:
    pauses.put_off(API, Problem(Code.TOO_MANY_REQUESTS, retry_after=30.0), clock.now)
    pauses.hurry()
    assert pauses.not_before(API) <= clock.now


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (Code.TOO_MANY_REQUESTS, True),
        (Code.STORAGE_TROUBLE, True),
        (Code.CONNECTION_LOST, False),
        (Code.NAME_REFUSED, False),
    ],
)
def test_what_is_of_the_host_and_what_of_one_file(code: Code, expected: bool) -> None:
    assert is_of_the_host(Problem(code)) is expected


def test_those_who_waited_together_come_one_by_one() -> None:
    moments = {spread(10.0, 2.0) for _ in range(50)}
    assert len(moments) > 40
    assert all(10.0 <= moment <= 12.0 for moment in moments)
