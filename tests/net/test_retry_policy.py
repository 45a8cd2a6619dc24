"""Whether, and when, a problem is tried again by itself."""

from __future__ import annotations

import pytest

from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.net.retry_policy import RetryPolicy

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
