"""Test imports against the practice server: what is created, what may be sent again, when to ask."""

from __future__ import annotations

import json
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from tests.servers.practice import Practice

from ledgerdrop.clear_api.api import Caller
from ledgerdrop.clear_api.ingestion import follow, request_workflow, submit_import
from ledgerdrop.clear_api.polling import ActivityAges, PollingPolicy
from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import (
    Activity,
    IngestionOptions,
    Workflow,
    WorkflowStatus,
    ingestion_options,
)
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.net.exchange import fetch
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, no_proxies, open_session
from ledgerdrop.runtime.cancel import CancelToken

HOW = IngestionOptions("SALES", "ledger")
QUICK = PollingPolicy(first=0.01, longest=0.05, limit=30.0)
PATIENCE = RetryPolicy(first_pause=0.001, longest_pause=0.01, outage=0.0)


def _uploaded(location: str, name: str) -> Uploaded:
    return Uploaded(name, 4, "0" * 64, "etag", location, 200, time.time(), 0.1)


@dataclass
class Client:
    """Represents one account at the practice server, with uploaded files."""

    practice: Practice
    session: Session
    account: Account

    def caller(self, cancel: CancelToken | None = None) -> Caller:
        return Caller(self.session, self.account, self.practice.token, cancel or CancelToken())

    def uploaded(self, name: str) -> Uploaded:
        target = request_target(self.caller(), name)
        assert not isinstance(target, Problem), target
        request = urllib.request.Request(
            target.url, b"a,b\n", {"Content-Type": "text/csv", "Content-Length": "4"}, method="PUT"
        )
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30).close()
        return _uploaded(target.url, name)  # with its signature, which must not be sent

    def submit_import(self, *files: Uploaded, cancel: CancelToken | None = None) -> Activity | Problem:
        return submit_import(self.caller(cancel), files, HOW)

    def created(self, name: str) -> Activity:
        activity = self.submit_import(self.uploaded(name))
        assert isinstance(activity, Activity), activity
        return activity

    def follow(
        self, activity: Activity, polling_policy: PollingPolicy = QUICK, cancel: CancelToken | None = None
    ) -> Workflow | Problem:
        endings = follow(self.caller(cancel), [activity], polling_policy)
        ((followed, end),) = endings
        assert followed is activity
        return end

    def asked(self, path: str) -> int:
        return sum(request.path.endswith(path) for request in self.practice.requests())


@pytest.fixture
def client(quick_practice: Practice) -> Iterator[Client]:
    network = open_network(no_proxies, {})
    assert isinstance(network, Network)
    account = Account("a", "Acme", Environment.CUSTOM, quick_practice.base_url, quick_practice.integration_id)
    with open_session(network, PATIENCE) as session:
        yield Client(quick_practice, session, account)


def test_files_become_one_activity_and_are_imported(client: Client) -> None:
    files = [client.uploaded("march.csv"), client.uploaded("मार्च & €.csv")]
    activity = client.submit_import(*files)
    assert isinstance(activity, Activity)
    (kept,) = client.practice.activities()
    assert kept["task_id"] == activity.task_id
    assert kept["template"] == "SALES"
    assert [set(info) for info in kept["files"]] == [{"uploadUrl", "filename", "fileType"}] * 2
    assert [info["filename"] for info in kept["files"]] == ["march.csv", "मार्च & €.csv"]
    assert {info["fileType"] for info in kept["files"]} == {"ledger"}
    assert "?" not in json.dumps([info["uploadUrl"] for info in kept["files"]]), "the signature was sent"
    (request,) = [one for one in client.practice.requests() if one.method == "POST"]
    assert request.header("content-type") == "application/json"
    assert request.header("x-clear-auth-token") == client.practice.token
    said = client.follow(activity)
    assert isinstance(said, Workflow)
    assert said.status is WorkflowStatus.SUCCESS
    assert "workflowStatus" in said.raw


SURE = {
    "ingest-400": Code.REQUEST_REFUSED,
    "ingest-401": Code.SIGN_IN_REFUSED,
    "ingest-403": Code.INGEST_NOT_ALLOWED,
    "ingest-406": Code.REQUEST_REFUSED,
    "ingest-success-false": Code.API_NO_SUCCESS,
}
UNSURE = [
    *("ingest-500", "ingest-500-created", "ingest-503", "ingest-502-html", "ingest-html", "ingest-no-task"),
    *("ingest-result-null", "ingest-garbage", "ingest-hang-up", "ingest-silent", "ingest-redirect"),
]


@pytest.mark.parametrize("name", SURE)
def test_a_refusal_says_why_and_is_not_sent_again(client: Client, name: str) -> None:
    outcome = client.submit_import(client.uploaded(f"provoke-{name}.csv"))
    assert isinstance(outcome, Problem)
    assert outcome.code is SURE[name]
    assert client.asked("/ingest") == 1
    assert client.practice.activities() == []


def test_a_refusal_an_hour_after_the_upload_says_that_it_may_be_too_late(client: Client) -> None:
    late = replace(client.uploaded("provoke-ingest-400.csv"), finished_at=time.time() - 3601)
    outcome = client.submit_import(client.uploaded("march.csv"), late)
    assert isinstance(outcome, Problem)
    assert (outcome.code, outcome.http_status) == (Code.REFUSED_AFTER_AN_HOUR, 400)
    assert "practice server's error 400" in outcome.server_message
    assert isinstance(client.submit_import(replace(client.uploaded("march.csv"), finished_at=0.0)), Activity)


@pytest.mark.parametrize("name", UNSURE)
def test_what_may_have_been_received_is_never_sent_again(client: Client, name: str) -> None:
    if name == "ingest-silent":
        client.session.policy = replace(PATIENCE, answer=2.0)
    outcome = client.submit_import(client.uploaded(f"provoke-{name}.csv"))
    assert isinstance(outcome, Problem)
    assert (outcome.code, outcome.retry) == (Code.INGEST_UNCONFIRMED, Retry.BY_HAND)
    assert client.asked("/ingest") == 1


def test_too_many_requests_are_tried_again_as_nothing_came_of_it(client: Client) -> None:
    client.created("provoke-ingest-once-429.csv")
    assert client.asked("/ingest") == 2
    assert len(client.practice.activities()) == 1


def test_a_request_that_never_left_is_tried_again(client: Client) -> None:
    client.account = Account("a", "Acme", Environment.CUSTOM, "http://127.0.0.1:9", client.account.integration_id)
    outcome = client.submit_import(_uploaded("https://storage.example/a.csv", "a.csv"))
    assert isinstance(outcome, Problem)
    assert (outcome.code, outcome.params["attempts"]) == (Code.CONNECTION_REFUSED, "5")


def test_stopping_before_the_answer_is_not_taken_for_nothing(client: Client) -> None:
    file = client.uploaded("provoke-ingest-silent.csv")
    cancel = CancelToken()

    def stop_when_it_arrived() -> None:
        while not client.practice.activities():
            time.sleep(0.01)
        cancel.cancel()

    stopper = threading.Thread(target=stop_when_it_arrived)
    stopper.start()
    outcome = client.submit_import(file, cancel=cancel)
    stopper.join()
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.INGEST_UNCONFIRMED


def test_stopping_before_it_left_is_only_that(client: Client) -> None:
    cancel = CancelToken()
    cancel.cancel()
    outcome = client.submit_import(_uploaded("https://storage.example/a.csv", "a.csv"), cancel=cancel)
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.CANCELLED
    assert client.asked("/ingest") == 0


ENDS = {
    "workflow-failed": Code.NOT_TAKEN_IN,
    "workflow-400": Code.REQUEST_REFUSED,
    "workflow-403": Code.TASK_NOT_SHOWN,
}


@pytest.mark.parametrize("name", ENDS)
def test_a_following_ends_where_asking_again_is_no_use(client: Client, name: str) -> None:
    said = client.follow(client.created(f"provoke-{name}.csv"))
    assert isinstance(said, Problem)
    assert said.code is ENDS[name]
    assert client.asked("/status") == 1


def test_what_clear_said_of_a_failure_is_kept(client: Client) -> None:
    said = client.follow(client.created("provoke-workflow-failed.csv"))
    assert isinstance(said, Problem)
    assert "no invoice number" in said.detail
    assert "{" not in said.headline + said.advice


@pytest.mark.parametrize("name", ["workflow-once-503", "workflow-lower-case"])
def test_what_passes_is_passed(client: Client, name: str) -> None:
    polling_policy = PollingPolicy(first=0.01, longest=0.05)
    said = client.follow(client.created(f"provoke-{name}.csv"), polling_policy)
    assert isinstance(said, Workflow)
    assert said.status is WorkflowStatus.SUCCESS


@pytest.mark.parametrize(
    "name",
    [
        "workflow-created",
        "workflow-processing",
        "workflow-odd",
        "workflow-500",
        "workflow-html",
        "workflow-no-status",
    ],
)
def test_whatever_may_pass_is_asked_again_until_the_time_is_over(client: Client, name: str) -> None:
    activity = client.created(f"provoke-{name}.csv")
    for limit in (0.5, 5.0, 50.0):  # the later ones on a busy machine only
        said = client.follow(activity, PollingPolicy(first=0.01, longest=0.05, limit=limit))
        assert isinstance(said, Problem)
        assert said.code is Code.STILL_PROCESSING
        assert said.detail
        if client.asked("/status") > 2:
            return
    pytest.fail("it was not asked again")


def test_an_unknown_task_is_believed_once_it_is_old_enough(client: Client) -> None:
    activity = client.created("provoke-workflow-unknown.csv")
    said = client.follow(activity, PollingPolicy(first=0.01, longest=0.05, unknown_until=0.3))
    assert isinstance(said, Problem)
    assert said.code is Code.TASK_UNKNOWN
    assert client.asked("/status") > 2


def test_a_following_can_be_stopped(client: Client) -> None:
    activity = client.created("provoke-workflow-processing.csv")
    cancel = CancelToken()
    threading.Timer(0.1, cancel.cancel).start()
    said = client.follow(activity, PollingPolicy(first=0.01), cancel)
    assert isinstance(said, Problem)
    assert (said.code, said.detail) == (Code.STILL_PROCESSING, "stopped")


def test_each_of_many_comes_when_it_has_ended(client: Client) -> None:
    names = ["provoke-workflow-processing", "fine", "provoke-workflow-failed", "provoke-workflow-once-503"]
    activities = [client.created(f"{name}.csv") for name in names]
    polling_policy = PollingPolicy(first=0.01, longest=0.05, limit=4.0)
    endings = follow(client.caller(), activities, polling_policy)
    order = [(activities.index(activity), end) for activity, end in endings]
    assert [number for number, _ in order] == [1, 2, 3, 0]
    codes = [end.code if isinstance(end, Problem) else None for _, end in order]
    assert codes == [None, Code.NOT_TAKEN_IN, None, Code.STILL_PROCESSING]


def test_the_pauses_grow_from_5_seconds_to_2_minutes_within_an_hour() -> None:
    polling_policy, age, pauses = PollingPolicy(), 0.0, []
    while polling_policy.end(Workflow(WorkflowStatus.PROCESSING), age) is None:
        pauses.append(polling_policy.pause(age))
        age += pauses[-1]
    assert pauses[0] == 5.0
    assert all(5.0 <= pause <= 120.0 for pause in pauses)
    assert all(pause >= 96.0 for pause in pauses[-10:])
    assert 40 <= len(pauses) <= 75


def test_a_clock_that_is_set_makes_no_activity_older_or_younger(monkeypatch: pytest.MonkeyPatch) -> None:
    ages, activity = ActivityAges(), Activity("task", time.time() - 100)
    assert 99 < ages.age_of(activity) < 160
    for jump in (-1e6, 1e6):
        monkeypatch.setattr("ledgerdrop.clear_api.polling.time.time", lambda jump=jump: activity.created_at + jump)
        assert 99 < ages.age_of(activity) < 160
    assert ages.age_of(Activity("another", activity.created_at + 2e6)) < 60, "made in the future"


def test_a_server_that_asks_for_time_gets_it() -> None:
    assert PollingPolicy().pause(0.0, Problem(Code.TOO_MANY_REQUESTS, retry_after=300.0)) == 300.0


@pytest.mark.parametrize(("template", "file_type"), [("", "x"), ("SALES", " "), ("SALES", "a\nb"), ("x" * 201, "x")])
def test_names_that_cannot_be_are_no_choice(template: str, file_type: str) -> None:
    assert ingestion_options(template, file_type) is None


def test_names_lose_stray_space() -> None:
    assert ingestion_options(" SALES ", "ledger\n") == HOW


def test_a_task_id_is_escaped(client: Client) -> None:
    said = request_workflow(client.caller(), "a b&c/../é")
    assert isinstance(said, Problem)
    assert said.code is Code.TASK_UNKNOWN
    assert client.practice.requests()[-1].target.endswith("?taskId=a%20b%26c%2F..%2F%C3%A9")


def test_the_session_goes_on_after_a_post(client: Client) -> None:
    client.submit_import(client.uploaded("provoke-ingest-hang-up.csv"))
    assert not isinstance(fetch(client.session, f"{client.practice.base_url}/x", {}, CancelToken()), Problem)
