"""Test that activities are created and followed as docs/clear-api.md says, and as each name provokes."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import requests
from tests.faults.journeys import wait_until
from tests.faults.provoked import INGEST, WORKFLOW, Fault
from tests.servers.practice import Practice

from ledgerdrop.practice.api import Api, Settings
from ledgerdrop.practice.messages import Request
from ledgerdrop.practice.signature import Signer
from ledgerdrop.practice.storage import Storage

PRE_SIGN = "/one-integration/action/pre-sign"
INGEST_PATH = "/one-integration/api/v1/ingest"
STATUS = "/one-integration/workflow/status"


class Caller:
    """Calls the API, and adds nothing from the environment."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self.session = requests.Session()
        self.session.trust_env = False
        self.headers = {"x-clear-auth-token": practice.token, "x-integration-id": practice.integration_id}

    def uploaded(self, name: str) -> str:
        """Upload a file; returns its URL with the signature."""
        url = self.practice.base_url + PRE_SIGN
        answer = self.session.get(url, params={"filename": name}, headers=self.headers, timeout=30)
        url = str(answer.json()["result"]["uploadUrl"])
        assert self.session.put(url, b"a,b\n", headers={"Content-Type": "text/csv"}, timeout=30).status_code == 200
        return url

    def ingest(self, body: Any, timeout: float = 30, headers: Mapping[str, str] | None = None) -> requests.Response:
        return self.session.post(
            self.practice.base_url + INGEST_PATH,
            data=body if isinstance(body, str) else json.dumps(body),
            headers={"Content-Type": "application/json", **self.headers, **(headers or {})},
            allow_redirects=False,
            timeout=timeout,
        )

    def ask(self, task_id: str, timeout: float = 30) -> requests.Response:
        return self.session.get(
            self.practice.base_url + STATUS, params={"taskId": task_id}, headers=self.headers, timeout=timeout
        )


def body_for(*urls: str, **changes: Any) -> dict[str, Any]:
    infos = [{"uploadUrl": url, "filename": "march.csv", "fileType": "ledger"} for url in urls]
    return {"fileInfo": infos, "templateType": "SALES", **changes}


@pytest.fixture
def caller(practice: Practice) -> Iterator[Caller]:
    caller = Caller(practice)
    yield caller
    caller.session.close()


@pytest.mark.parametrize("signed", [True, False])
def test_an_activity_has_a_task_that_goes_from_created_to_success(caller: Caller, signed: bool) -> None:
    url = caller.uploaded("march.csv")
    answer = caller.ingest(body_for(url if signed else url.partition("?")[0]))
    content = answer.json()
    assert (answer.status_code, content["success"], content["error"]) == (200, True, None)
    assert set(content) == {"status", "success", "message", "result", "error", "metadata"}
    (activity,) = caller.practice.activities()
    assert activity["task_id"] == content["result"]["taskId"]
    assert activity["template"] == "SALES"
    assert caller.ask(activity["task_id"]).json()["result"]["workflowStatus"] == "CREATED"


def test_time_moves_it_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_795_000_000.0
    monkeypatch.setattr(time, "time", lambda: now)
    settings = Settings(tmp_path, "t", None, Signer("a", "b", "c"), workflow_seconds=100.0)
    api = Api(settings, Storage(tmp_path, settings.signer), "http://127.0.0.1")
    kept = {"task_id": str(uuid.uuid4()), "template": "SALES", "files": [], "created_at": now}
    (tmp_path / "activities").mkdir()
    (tmp_path / "activities" / f"{kept['task_id']}.json").write_text(json.dumps(kept))
    headers = (("x-clear-auth-token", "t"), ("x-integration-id", "85899214-187b-4ca5-9d53-f89a83f955ba"))
    request = Request("GET", f"{STATUS}?taskId={kept['task_id']}", headers, lambda _block: 0)
    seen = []
    for seconds in (0, 19, 2, 77, 3):
        now += seconds
        seen.append(json.loads(api.answer(request).body)["result"]["workflowStatus"])
    assert seen == ["CREATED", "CREATED", "PROCESSING", "PROCESSING", "SUCCESS"]


MISTAKES: list[Callable[[str], Any]] = [
    lambda _url: "no json",
    lambda _url: [1],
    lambda _url: {"templateType": "SALES"},
    lambda _url: body_for(),
    lambda url: body_for(url, templateType=""),
    lambda url: body_for(url, templateType=7),
    lambda url: {"fileInfo": [{"uploadUrl": url}], "templateType": "SALES"},
    lambda _url: {"fileInfo": [{"fileType": "x"}], "templateType": "SALES"},
    lambda url: body_for(url.replace("march", "april")),
    lambda _url: body_for("https://storage.example/../../etc/passwd"),
    lambda _url: body_for("https://storage.example/%ff"),
]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_wrong_body_is_refused(caller: Caller, mistake: Callable[[str], Any]) -> None:
    answer = caller.ingest(mistake(caller.uploaded("march.csv")))
    assert (answer.status_code, answer.json()["success"]) == (400, False)
    assert answer.json()["error"]["message"]
    assert caller.practice.activities() == []


def test_others_are_refused(caller: Caller) -> None:
    body = body_for(caller.uploaded("march.csv"))
    assert caller.ingest(body, headers={"x-clear-auth-token": "another"}).status_code == 401
    assert caller.ingest(body, headers={"x-integration-id": "short"}).status_code == 400
    assert caller.ingest(body, headers={"Content-Type": "text/plain"}).status_code == 400
    url = caller.practice.base_url
    assert caller.session.get(url + INGEST_PATH, headers=caller.headers, timeout=30).status_code == 405
    assert caller.session.get(url + STATUS, headers=caller.headers, timeout=30).status_code == 400
    assert caller.session.get(url + STATUS, params={"taskId": "x"}, timeout=30).status_code == 401
    assert caller.practice.activities() == []


@pytest.mark.parametrize("task_id", ["85899214-187b-4ca5-9d53-f89a83f955ba", "../../token", "x"])
def test_the_result_for_an_unknown_task_is_null(caller: Caller, task_id: str) -> None:
    answer = caller.ask(task_id).json()
    assert (answer["success"], answer["result"], answer["error"]) == (True, None, None)


def gives_none(fault: Fault) -> bool:
    """Return whether no answer comes."""
    return fault.step is not None and (fault.step.hold or fault.step.cut == 0)


@pytest.mark.parametrize("name", [name for name, fault in INGEST.items() if fault.step and not gives_none(fault)])
def test_ingest_gives_the_answer_of_the_table(caller: Caller, name: str) -> None:
    fault = INGEST[name]
    body = body_for(caller.uploaded("fine.csv"), caller.uploaded(f"provoke-{name}.csv"))
    for _ in range(fault.times or 1):
        answer = caller.ingest(body)
        assert fault.step
        assert (answer.status_code, answer.content) == (fault.step.status, fault.step.body.encode("latin-1"))
    assert len(caller.practice.activities()) == (not fault.undone)
    if fault.times:
        assert caller.ingest(body).json()["result"]["taskId"]


@pytest.mark.parametrize("name", [name for name, fault in INGEST.items() if gives_none(fault)])
def test_a_lost_answer_leaves_an_activity(caller: Caller, name: str) -> None:
    with pytest.raises((requests.ConnectionError, requests.ReadTimeout)):
        caller.ingest(body_for(caller.uploaded(f"provoke-{name}.csv")), timeout=0.5)
    wait_until(lambda: len(caller.practice.activities()) == 1)  # on a busy machine later than the client gives up


@pytest.mark.parametrize("name", WORKFLOW)
def test_each_workflow_goes_as_the_table_says(caller: Caller, name: str) -> None:
    fault = WORKFLOW[name]
    task_id = caller.ingest(body_for(caller.uploaded(f"provoke-{name}.csv"))).json()["result"]["taskId"]
    if gives_none(fault):
        with pytest.raises((requests.ConnectionError, requests.ReadTimeout)):
            caller.ask(task_id, timeout=0.5)
        return
    answer = caller.ask(task_id)
    if fault.step:
        assert (answer.status_code, answer.content) == (fault.step.status, fault.step.body.encode("latin-1"))
        if fault.times:
            assert caller.ask(task_id).json()["result"]["workflowStatus"] == "CREATED"
        return
    assert (answer.status_code, answer.json()["success"]) == (200, True)
    stays = {"created": "CREATED", "processing": "PROCESSING", "odd": "ON_HOLD", "lower-case": "success"}
    assert answer.json()["result"]["workflowStatus"] == stays.get(name.removeprefix("workflow-"), "CREATED")
