"""Test one file's way through all steps: what is tried again, what is reported, and what a bug becomes."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.control import FaultServer, Scenario
from tests.faults.journeys import TOKEN, account_of, checked_of
from tests.faults.rows import CALM, LARGE
from tests.faults.scenario import SIGNED, STORED, refusal, s3_error

from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.files.dropped_file import open_unbuffered
from ledgerdrop.files.reader import Opener
from ledgerdrop.model.files import Progress, Stage, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.network import Network
from ledgerdrop.net.session import open_session


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    path.write_bytes(b"a,b\n" * (LARGE // 4))
    return path


@pytest.fixture
def journey(fault_network: Network, ledger: Path) -> Callable[..., tuple[Uploaded | Problem, list[Progress]]]:
    """Give a function that sends the ledger to a scenario, and returns the outcome and all progress."""

    def run(
        scenario: Scenario, token: str = TOKEN, opener: Opener = open_unbuffered
    ) -> tuple[Uploaded | Problem, list[Progress]]:
        heard: list[Progress] = []
        with open_session(fault_network, CALM) as session:
            controls = Controls(heard.append)
            account = account_of(scenario.base_url)
            return send(session, account, token, checked_of(ledger), controls, opener), heard

    return run


ASKS_FOR_TIME = refusal(503, "Sorry", headers=(("Retry-After", "1"),))  # a shorter pause may be over unseen

Journey = Callable[..., tuple[Uploaded | Problem, list[Progress]]]


def test_it_tells_each_stage_in_order(faults: FaultServer, journey: Journey) -> None:
    with faults.scenario([ASKS_FOR_TIME, SIGNED], [STORED]) as scenario:
        outcome, heard = journey(scenario)
    assert isinstance(outcome, Uploaded)
    stages = [progress.stage for progress in heard]
    order = [stage for number, stage in enumerate(stages) if number == 0 or stages[number - 1] is not stage]
    at_first = [Stage.REQUESTING, Stage.WAITING]
    assert order == [*at_first, Stage.REQUESTING, Stage.UPLOADING, Stage.CONFIRMING]
    sent = [progress for progress in heard if progress.stage in (Stage.UPLOADING, Stage.CONFIRMING)]
    assert {progress.attempt for progress in sent} == {2}
    assert [progress.done for progress in sent] == sorted(progress.done for progress in sent)
    assert sent[0].done == 0
    assert sent[-1].done == sent[-1].total == LARGE


def test_while_it_waits_it_says_why_and_how_long(faults: FaultServer, journey: Journey) -> None:
    with faults.scenario([ASKS_FOR_TIME, SIGNED], [STORED]) as scenario:
        _, heard = journey(scenario)
    [waiting] = [progress for progress in heard if progress.stage is Stage.WAITING]
    assert waiting.problem is not None
    assert waiting.problem.code is Code.API_TROUBLE
    assert waiting.problem.server_message == "Sorry"
    assert waiting.attempt == 2
    assert waiting.until > 0


def test_the_receipt_has_the_digest_of_what_arrived(faults: FaultServer, journey: Journey, ledger: Path) -> None:
    with faults.scenario([SIGNED], [STORED]) as scenario:
        outcome, _ = journey(scenario)
        [request] = scenario.requests("storage")
    assert isinstance(outcome, Uploaded)
    assert outcome.sha256 == request.sha256 == hashlib.sha256(ledger.read_bytes()).hexdigest()


def test_each_attempt_asks_for_a_url_of_its_own(faults: FaultServer, journey: Journey) -> None:
    with faults.scenario([SIGNED], [s3_error(503, "SlowDown"), s3_error(503, "SlowDown"), STORED]) as scenario:
        journey(scenario)
        places = [request.place for request in scenario.requests()]
    assert places == ["api", "storage"] * 3


@pytest.mark.parametrize("sent", [True, False])
def test_a_failure_tells_whether_an_attempt_before_it_may_have_arrived(
    faults: FaultServer, journey: Journey, sent: bool
) -> None:
    answers = [SIGNED, refusal(403, "No")] if sent else [refusal(403, "No")]
    with faults.scenario(answers, [s3_error(500, "InternalError")]) as scenario:
        outcome, _ = journey(scenario)
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.NOT_ALLOWED
    assert outcome.may_have_arrived is sent


@pytest.mark.parametrize(
    ("token", "code"), [("", Code.NO_TOKEN), ("two\nlines", Code.BAD_TOKEN), ("\u0915", Code.BAD_TOKEN)]
)
def test_an_impossible_token_is_not_sent(faults: FaultServer, journey: Journey, token: str, code: Code) -> None:
    with faults.scenario([SIGNED], [STORED]) as scenario:
        outcome, _ = journey(scenario, token)
        assert scenario.requests() == []
    assert isinstance(outcome, Problem)
    assert outcome.code is code


def test_a_bug_is_a_problem_and_logged(
    faults: FaultServer, journey: Journey, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_path: Path) -> io.RawIOBase:
        raise ZeroDivisionError

    with faults.scenario([SIGNED], [STORED]) as scenario:
        outcome, _ = journey(scenario, opener=broken)
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.UNEXPECTED
    assert outcome.detail == "ZeroDivisionError"
    assert "A step of the journey raised" in caplog.text
