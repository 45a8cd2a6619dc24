"""One file through all the steps: what is tried again, what is told on the way, and what a bug becomes."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.control import FaultServer, Scenario
from tests.faults.journeys import TOKEN, account_of, checked_of
from tests.faults.rows import CALM, LARGE
from tests.faults.scenario import SIGNED, STORED, Step, refusal, s3_error

from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.files.byte_source import open_unbuffered
from ledgerdrop.files.reader import Opener
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.progress import Progress, Stage
from ledgerdrop.net.network import Network
from ledgerdrop.net.session import open_session


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    path.write_bytes(b"a,b\n" * (LARGE // 4))
    return path


@pytest.fixture
def journey(fault_network: Network, ledger: Path) -> Callable[..., tuple[Uploaded | Problem, list[Progress]]]:
    """Send the ledger to a scenario; the outcome, and all signs of progress."""

    def run(
        scenario: Scenario, token: str = TOKEN, opener: Opener = open_unbuffered
    ) -> tuple[Uploaded | Problem, list[Progress]]:
        heard: list[Progress] = []
        with open_session(fault_network, CALM) as session:
            controls = Controls(heard.append)
            account = account_of(scenario.base_url)
            return send(session, account, token, checked_of(ledger), controls, opener), heard

    return run


Journey = Callable[..., tuple[Uploaded | Problem, list[Progress]]]


def test_it_tells_each_stage_in_order(faults: FaultServer, journey: Journey) -> None:
    with faults.scenario([Step(503), SIGNED], [STORED]) as scenario:
        outcome, heard = journey(scenario)
    assert isinstance(outcome, Uploaded)
    stages = [progress.stage for progress in heard]
    order = [stage for number, stage in enumerate(stages) if number == 0 or stages[number - 1] is not stage]
    at_first = [Stage.FINGERPRINTING, Stage.REQUESTING, Stage.WAITING]
    assert order == [*at_first, Stage.REQUESTING, Stage.UPLOADING, Stage.CONFIRMING]
    sent = [progress for progress in heard if progress.stage in (Stage.UPLOADING, Stage.CONFIRMING)]
    assert {progress.attempt for progress in sent} == {2}
    assert [progress.done for progress in sent] == sorted(progress.done for progress in sent)
    assert sent[0].done == 0
    assert sent[-1].done == sent[-1].total == LARGE


def test_while_it_waits_it_says_why_and_how_long(faults: FaultServer, journey: Journey) -> None:
    with faults.scenario([refusal(500, "Sorry"), SIGNED], [STORED]) as scenario:
        _, heard = journey(scenario)
    [waiting] = [progress for progress in heard if progress.stage is Stage.WAITING]
    assert waiting.problem is not None
    assert waiting.problem.code is Code.API_TROUBLE
    assert waiting.problem.server_message == "Sorry"
    assert waiting.attempt == 2
    assert waiting.until > 0


def test_what_arrives_is_what_was_fingerprinted(faults: FaultServer, journey: Journey, ledger: Path) -> None:
    with faults.scenario([SIGNED], [STORED]) as scenario:
        outcome, _ = journey(scenario)
        [request] = scenario.requests("storage")
    assert isinstance(outcome, Uploaded)
    assert outcome.sha256 == request.sha256 == hashlib.sha256(ledger.read_bytes()).hexdigest()


# How storage says that it does not want Content-MD5: the second is Amazon's own word, the last a gateway's
NOT_WANTED = [
    s3_error(403, "SignatureDoesNotMatch"),
    s3_error(403, "AccessDenied", "There were headers present in the request which were not signed"),
    s3_error(501, "NotImplemented"),
    Step(403),
]


@pytest.mark.parametrize("refusal", NOT_WANTED)
def test_storage_that_refuses_the_digest_gets_one_try_without_and_no_further_file_with_it(
    faults: FaultServer, fault_network: Network, ledger: Path, refusal: Step
) -> None:
    md5 = base64.b64encode(hashlib.md5(ledger.read_bytes(), usedforsecurity=False).digest()).decode()
    with (
        faults.scenario([SIGNED], [refusal, STORED]) as scenario,
        open_session(fault_network, CALM) as session,
    ):
        for _ in range(2):
            account = account_of(scenario.base_url)
            assert isinstance(send(session, account, TOKEN, checked_of(ledger), Controls()), Uploaded)
        digests = [request.header("content-md5") for request in scenario.requests("storage")]
    assert digests == [md5, None, None]


@pytest.mark.parametrize("trouble", [s3_error(403, "AccessDenied", "Request has expired"), s3_error(503, "SlowDown")])
def test_trouble_of_another_kind_costs_no_digest(faults: FaultServer, journey: Journey, trouble: Step) -> None:
    with faults.scenario([SIGNED], [trouble, STORED]) as scenario:
        journey(scenario)
        assert all(request.header("content-md5") for request in scenario.requests("storage"))


def test_each_attempt_asks_for_a_url_of_its_own(faults: FaultServer, journey: Journey) -> None:
    with faults.scenario([SIGNED], [s3_error(503, "SlowDown"), s3_error(503, "SlowDown"), STORED]) as scenario:
        journey(scenario)
        places = [request.place for request in scenario.requests()]
    assert places == ["api", "storage"] * 3


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
