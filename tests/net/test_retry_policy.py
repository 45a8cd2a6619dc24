"""Test whether and when a problem is tried again by itself; files that one host puts off wait for it together."""

from __future__ import annotations

import logging

import pytest

from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.net.retry_policy import Attempts, HostPauses, Pause, RetryPolicy, is_of_the_host

PATIENCE = RetryPolicy()


@pytest.mark.parametrize(
    "code", [code for code in Code if code.value.retry in (Retry.NO, Retry.BY_HAND, Retry.ACCOUNT)]
)
def test_what_the_user_must_decide_is_never_tried_again(code: Code) -> None:
    assert PATIENCE.pause_before_next(Problem(code, retry_after=1.0), 1, 0) is None


@pytest.mark.parametrize("code", [code for code in Code if code.value.retry is Retry.AUTOMATIC])
def test_trouble_is_tried_five_times(code: Code) -> None:
    pauses = [PATIENCE.pause_before_next(Problem(code), attempts, 0) for attempts in range(1, 6)]
    assert None not in pauses[:4]
    assert pauses[4] is None


@pytest.mark.parametrize("code", [code for code in Code if code.value.retry is Retry.FRESH_URL])
def test_a_refused_url_is_replaced_once_and_at_once(code: Code) -> None:
    assert PATIENCE.pause_before_next(Problem(code), 1, 1) == 0
    assert PATIENCE.pause_before_next(Problem(code), 2, 2) is None
    assert PATIENCE.pause_before_next(Problem(code), 4, 1) == 0, "earlier trouble another kind of file does not count"


def test_pauses_grow_with_jitter_up_to_the_longest() -> None:
    policy = RetryPolicy(attempts=100)
    for attempts in range(2, 99):
        whole = min(60.0, 2.0 ** (attempts - 1))
        pause = policy.pause_before_next(Problem(Code.API_TROUBLE), attempts, 0)
        assert pause is not None
        assert whole / 2 <= pause <= whole


def test_a_lost_connection_is_first_taken_for_a_refusal_in_disguise() -> None:
    assert PATIENCE.pause_before_next(Problem(Code.CONNECTION_LOST), 1, 0) == 0
    second = PATIENCE.pause_before_next(Problem(Code.CONNECTION_LOST), 2, 0)
    assert second is not None
    assert second > 0


def test_the_waiting_times_are_those_promised() -> None:
    assert (PATIENCE.stall, PATIENCE.confirm, PATIENCE.attempts) == (30, 300, 5)


@pytest.mark.parametrize("asked", [0.0, 0.1])
def test_a_server_that_asks_for_hardly_any_pause_gets_the_usual_one(asked: float) -> None:
    for attempts in range(1, 5):
        pause = PATIENCE.pause_before_next(Problem(Code.STORAGE_BUSY, retry_after=asked), attempts, 0)
        assert pause is not None
        assert 2.0 ** (attempts - 1) / 2 <= pause <= 2.0 ** (attempts - 1)


@pytest.mark.parametrize(("asked", "pause"), [(7.0, 7.0), (3600.0, 3600.0), (3601.0, None)])
def test_the_server_is_obeyed_within_reason(asked: float, pause: float | None) -> None:
    problem = Problem(Code.TOO_MANY_REQUESTS, retry_after=asked)
    assert PATIENCE.pause_before_next(problem, 1, 0) == pause
    assert PATIENCE.pause_before_next(problem, 5, 0) is None


BUSY = Problem(Code.STORAGE_BUSY)
API, STORAGE = "api.example:443", "storage.example:443"
POLICY = RetryPolicy()


class Clock:
    """Shows the time that the test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pauses(clock: Clock) -> HostPauses:
    return HostPauses(clock)


def until(pauses: HostPauses, host: str) -> float:
    found = pauses.pause(host)
    return found.until if found else 0.0


def test_a_host_that_said_nothing_is_asked_at_once(pauses: HostPauses) -> None:
    assert pauses.pause(API) is None


def test_refusals_of_one_round_are_one(pauses: HostPauses, clock: Clock) -> None:
    sent = clock.now
    clock.now += 0.2
    pauses.put_off(STORAGE, BUSY, sent, POLICY)
    first = until(pauses, STORAGE)
    for _ in range(15):
        clock.now += 0.01
        pauses.put_off(STORAGE, BUSY, sent, POLICY)
        assert pauses.pause(STORAGE) == Pause(first, BUSY)
    assert first - clock.now <= 1.0
    assert pauses.pause(API) is None, "it is another host"


def test_pauses_grow_by_rounds_up_to_the_longest(pauses: HostPauses, clock: Clock) -> None:
    for rounds in range(1, 2000):
        pauses.put_off(STORAGE, BUSY, clock.now, POLICY)
        whole = min(60.0, 2.0 ** min(rounds - 1, 10))
        assert whole / 2 <= until(pauses, STORAGE) - clock.now <= whole
        clock.now = until(pauses, STORAGE)


def test_what_goes_well_makes_the_next_pause_short_and_ends_none(pauses: HostPauses, clock: Clock) -> None:
    for _ in range(8):
        pauses.put_off(STORAGE, BUSY, clock.now, POLICY)
        clock.now = until(pauses, STORAGE)
    pauses.put_off(STORAGE, BUSY, clock.now, POLICY)
    end = until(pauses, STORAGE)
    pauses.went_well(STORAGE)
    assert until(pauses, STORAGE) == end
    clock.now = end
    pauses.put_off(STORAGE, BUSY, clock.now, POLICY)
    assert until(pauses, STORAGE) - clock.now <= 1.0


def test_the_server_is_obeyed_also_by_those_who_asked_before(pauses: HostPauses, clock: Clock) -> None:
    sent = clock.now
    clock.now += 1
    pauses.put_off(API, Problem(Code.TOO_MANY_REQUESTS), sent, POLICY)
    pauses.put_off(API, Problem(Code.TOO_MANY_REQUESTS, retry_after=30.0), sent, POLICY)
    assert until(pauses, API) == clock.now + 30


def test_an_outage_is_told_of_once_at_its_beginning_and_end(
    pauses: HostPauses, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for _ in range(20):
        pauses.put_off(API, Problem(Code.API_TROUBLE), clock.now, POLICY)
        clock.now += 5
        pauses.went_well(API)
    assert caplog.messages == ["api.example:443 cannot serve us: api_trouble"]
    clock.now += 100
    pauses.went_well(API)
    pauses.went_well(API)
    assert caplog.messages[1:] == ["api.example:443 serves us again, 95 s after the first trouble"]


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


def test_the_host_is_waited_for_by_time_and_everything_else_by_attempts() -> None:
    attempts = Attempts(RetryPolicy(first_pause=0.001, longest_pause=0.001), HostPauses(), API)
    for _ in range(50):
        attempts.begin()
        assert attempts.after(BUSY) == 0.0
    for left in reversed(range(5)):
        attempts.begin()
        assert (attempts.after(Problem(Code.STALLED)) is None) is (left == 0)


def test_an_outage_that_is_too_long_is_the_users_turn() -> None:
    attempts = Attempts(RetryPolicy(attempts=2, outage=0.0), HostPauses(), API)
    attempts.begin()
    assert attempts.after(BUSY) == 0.0
    attempts.begin()
    assert attempts.after(BUSY) is None


def test_a_file_that_begins_waits_for_what_another_met_and_not_all_at_the_same_moment() -> None:
    pauses = HostPauses()
    first = Attempts(POLICY, pauses, API)
    first.begin()
    first.after(Problem(Code.TOO_MANY_REQUESTS, retry_after=100.0))
    moments = {found.until for _ in range(50) if (found := Attempts(POLICY, pauses, API).pause())}
    assert len(moments) > 40
    assert max(moments) - min(moments) <= POLICY.first_pause
