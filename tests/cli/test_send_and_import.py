"""Test `ledgerdrop send --template`: files are submitted and followed, and each outcome differs from the others."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

import pytest
from tests.servers.practice import Practice

from ledgerdrop.cli.report import Outcome
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import Activity, Workflow, WorkflowStatus
from ledgerdrop.model.problems import Code, Problem

ROOT = Path(__file__).parents[2]
TEMPLATE = ["--template", "SALES", "--file-type", "ledger"]


class Caller:
    """Calls the command with files of the given names, each of its own content unless it is there already."""

    def __init__(self, practice: Practice, folder: Path) -> None:
        self.practice = practice
        self.folder = folder
        self._variables = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()} | {
            "LEDGERDROP_HOME": str(folder / "home"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "PYTHONPATH": str(ROOT / "gui"),
            "LEDGERDROP_TOKEN": practice.token,
        }

    def start(
        self, *words: str, output: IO[str] | int = subprocess.PIPE, before: tuple[str, ...] = ()
    ) -> subprocess.Popen[str]:
        command = [*before, sys.executable, "-m", "ledgerdrop", "send", "--base-url", self.practice.base_url]
        command += ["--integration-id", self.practice.integration_id]
        for word in words:
            path = self.folder / word
            if word.endswith(".csv") and not path.exists():
                path.write_text(f"date,amount,from\n2026-11-23,118.00,{word}\n")
            command.append(str(path) if word.endswith(".csv") else word)
        return subprocess.Popen(command, env=self._variables, stdout=output, stderr=subprocess.PIPE, text=True)

    def json(self, *words: str) -> tuple[int, list[dict[str, Any]]]:
        """Return the exit code, and what was said of each file."""
        with self.start("--json", *words) as child:
            output, errors = child.communicate(timeout=60)
        assert errors == ""
        assert self.practice.token not in output
        return child.returncode, [json.loads(line) for line in output.splitlines()]

    def log(self) -> str:
        """Return all that was logged."""
        return "".join(path.read_text() for path in (self.folder / "home").rglob("ledgerdrop.log"))


@pytest.fixture
def call(quick_practice: Practice, tmp_path: Path) -> Caller:
    return Caller(quick_practice, tmp_path)


def test_without_a_template_files_are_only_uploaded(call: Caller) -> None:
    code, (outcome,) = call.json("a.csv")
    assert (code, outcome["state"], outcome["task_id"], outcome["workflow_status"]) == (0, "uploaded", None, None)
    assert call.practice.activities() == []


def test_each_file_gets_an_activity_of_its_own(call: Caller) -> None:
    code, outcomes = call.json(*TEMPLATE, "a.csv", "b.csv")
    assert code == 0
    assert [outcome["state"] for outcome in outcomes] == ["being_processed", "being_processed"]
    kept = call.practice.activities()
    assert {outcome["task_id"] for outcome in outcomes} == {activity["task_id"] for activity in kept}
    assert sorted(info["filename"] for activity in kept for info in activity["files"]) == ["a.csv", "b.csv"]
    assert {activity["template"] for activity in kept} == {"SALES"}


def test_a_batch_is_one_activity_and_waiting_tells_its_end(call: Caller) -> None:
    code, outcomes = call.json(*TEMPLATE, "--batch", "--wait", "a.csv", "b.csv")
    assert code == 0
    assert [(one["state"], one["workflow_status"]) for one in outcomes] == [("taken_in", "SUCCESS")] * 2
    (activity,) = call.practice.activities()
    assert [one["task_id"] for one in outcomes] == [activity["task_id"]] * 2
    assert [info["filename"] for info in activity["files"]] == ["a.csv", "b.csv"]


def test_a_file_that_does_not_arrive_holds_its_batch_back(call: Caller) -> None:
    code, (good, bad) = call.json(*TEMPLATE, "--batch", "good.csv", "provoke-406.csv")
    assert code == 1
    assert (good["state"], good["code"]) == ("uploaded", "batch_held_back")
    assert "provoke-406.csv" in good["advice"]
    assert (bad["state"], bad["code"]) == ("failed", "name_refused")
    assert call.practice.activities() == []


def test_a_failure_after_success_true_is_a_failure(call: Caller) -> None:
    code, outcomes = call.json(*TEMPLATE, "--wait", "good.csv", "provoke-workflow-failed.csv")
    assert code == 1
    assert [(one["state"], one["workflow_status"], one["code"]) for one in outcomes] == [
        ("taken_in", "SUCCESS", None),
        ("not_taken_in", "FAILED", "not_taken_in"),
    ]
    assert "Import (activity 1): imported" in call.log()
    assert "Import (activity 2): not_taken_in" in call.log()


def test_what_may_have_been_received_has_an_exit_code_of_its_own(call: Caller) -> None:
    code, outcomes = call.json(*TEMPLATE, "good.csv", "provoke-ingest-hang-up.csv")
    assert code == 3
    assert [(one["state"], one["code"]) for one in outcomes] == [
        ("being_processed", None),
        ("unconfirmed", "ingest_unconfirmed"),
    ]
    assert len(call.practice.activities()) == 2


def test_a_refusal_leaves_the_file_uploaded(call: Caller) -> None:
    code, (outcome,) = call.json(*TEMPLATE, "provoke-ingest-400.csv")
    assert (code, outcome["state"], outcome["code"]) == (1, "uploaded", "request_refused")
    assert (outcome["http_status"], outcome["bytes"] > 0) == (400, True)
    assert "Import (files: 1): request_refused" in call.log()


def test_people_read_how_it_ended(call: Caller) -> None:
    with call.start(*TEMPLATE, "--wait", "good.csv", "provoke-workflow-failed.csv") as child:
        first, second, third = child.communicate(timeout=60)[0].splitlines()
    assert first.startswith("Imported   ")
    assert second.startswith("Import rejected ")
    assert "Import rejected" in second
    assert third.strip().startswith("The server said: remarks: ")


@pytest.mark.parametrize(
    ("end", "state", "exit_code"),
    [
        (None, "being_processed", 0),
        (Problem(Code.STILL_PROCESSING), "being_processed", 3),
        (Problem(Code.TASK_UNKNOWN), "unknown", 3),
        (Problem(Code.TASK_NOT_SHOWN), "unknown", 3),
        (Problem(Code.NOT_TAKEN_IN), "not_taken_in", 1),
        (Workflow(WorkflowStatus.SUCCESS), "taken_in", 0),
    ],
)
def test_what_is_known_of_an_activity_is_told_apart(
    end: Workflow | Problem | None, state: str, exit_code: int
) -> None:
    sent = Uploaded("a.csv", 1, "", "", "", 200, 1.0, 1.0, 1)
    outcome = Outcome("a.csv", sent, submitted=Activity("task-17", 1.0), end=end)
    told = json.loads(outcome.as_json())
    assert (told["state"], told["task_id"]) == (state, "task-17")
    assert outcome.exit_code == exit_code


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_interrupting_it_while_it_waits_says_what_is_known(call: Caller) -> None:
    with call.start("--json", *TEMPLATE, "--wait", "provoke-workflow-processing.csv") as child:
        while not any(one.path.endswith("/status") for one in call.practice.requests()):
            time.sleep(0.05)
        child.send_signal(signal.SIGINT)
        (outcome,) = [json.loads(line) for line in child.communicate(timeout=30)[0].splitlines()]
    assert (child.returncode, outcome["state"], outcome["code"]) == (3, "being_processed", "still_processing")
    assert outcome["task_id"]


@pytest.mark.parametrize(
    "words",
    [
        ["--template", "SALES"],
        ["--file-type", "ledger"],
        ["--template", " ", "--file-type", "x"],
        ["--wait"],
        ["--batch"],
    ],
)
def test_half_an_order_is_a_wrong_call(call: Caller, words: list[str]) -> None:
    with call.start(*words, "a.csv") as child:
        errors = child.communicate(timeout=60)[1]
    assert child.returncode == 2
    assert "--template" in errors
    assert call.practice.requests() == []


def _asked(practice: Practice) -> int:
    return sum(request.method == "POST" for request in practice.requests())


@pytest.mark.parametrize("batch", [[], ["--batch"]])
def test_the_same_file_is_asked_for_once(call: Caller, batch: list[str]) -> None:
    first = call.folder / "a.csv"
    first.write_bytes(b"date,amount\n2026-11-23,118.00\n")
    (call.folder / "symlink.csv").symlink_to(first)
    (call.folder / "hard link.csv").hardlink_to(first)
    (call.folder / "copy.csv").write_bytes(first.read_bytes())
    (call.folder / "other.csv").write_bytes(first.read_bytes().replace(b"118", b"119"))
    names = ["a.csv", "./a.csv", "symlink.csv", "hard link.csv", "copy.csv", "other.csv"]
    code, outcomes = call.json(*TEMPLATE, *batch, *names)
    assert code == 0
    assert {outcome["state"] for outcome in outcomes} == {"being_processed"}
    assert len({outcome["task_id"] for outcome in outcomes[:-1]}) == 1
    assert _asked(call.practice) == (1 if batch else 2)
    files = [file for activity in call.practice.activities() for file in activity["files"]]
    assert len(files) == 2


def test_a_second_run_knows_of_the_first(call: Caller) -> None:
    _, (first,) = call.json(*TEMPLATE, "a.csv")
    code, (second,) = call.json(*TEMPLATE, "--wait", "a.csv")
    assert (code, second["state"], second["task_id"]) == (0, "taken_in", first["task_id"])
    assert _asked(call.practice) == 1
    other = ["--template", "PURCHASE", "--file-type", "ledger"]
    assert call.json(*other, "a.csv")[0] == 0, "it is wanted for something else"
    assert call.json(*TEMPLATE, "--anyway", "a.csv")[1][0]["task_id"] != first["task_id"]
    assert _asked(call.practice) == 3


def test_a_second_run_does_not_ask_for_what_may_have_been_received(call: Caller) -> None:
    for _ in range(2):
        code, (outcome,) = call.json(*TEMPLATE, "provoke-ingest-hang-up.csv")
        assert (code, outcome["state"]) == (3, "unconfirmed")
    assert _asked(call.practice) == 1


def test_a_run_that_was_killed_while_it_asked_leaves_word(call: Caller) -> None:
    with call.start(*TEMPLATE, "provoke-ingest-silent.csv") as child:
        while not _asked(call.practice):
            assert child.poll() is None
        child.kill()
    code, (outcome,) = call.json(*TEMPLATE, "provoke-ingest-silent.csv")
    assert (code, outcome["state"]) == (3, "unconfirmed")
    assert _asked(call.practice) == 1


@pytest.mark.parametrize("name", ["provoke-ingest-400.csv", "provoke-workflow-failed.csv"])
def test_what_clear_refused_may_be_asked_for_again(call: Caller, name: str) -> None:
    for _ in range(2):
        assert call.json(*TEMPLATE, "--wait", name)[0] == 1
    assert _asked(call.practice) == 2


def test_what_cannot_be_noted_is_not_asked(call: Caller) -> None:
    (call.folder / "home").mkdir()
    (call.folder / "home" / "data").write_text("in the way")
    code, (outcome,) = call.json(*TEMPLATE, "a.csv")
    assert (code, outcome["state"], outcome["code"]) == (4, "uploaded", "not_noted")
    assert _asked(call.practice) == 0


def test_beside_damaged_notes_nothing_is_sent(call: Caller) -> None:
    """They may hold this very file."""
    data = call.folder / "home" / "data"
    data.mkdir(parents=True)
    (data / "uploads.sqlite3").write_bytes(b"no database" * 1000)
    code, (outcome,) = call.json(*TEMPLATE, "a.csv")
    assert (code, outcome["state"], outcome["code"]) == (4, "failed", "notes_damaged")
    assert str(data / "uploads.sqlite3") in outcome["advice"]
    assert call.practice.objects() == {}
    (data / "uploads.sqlite3").unlink()
    assert call.json(*TEMPLATE, "a.csv")[0] == 0


def test_without_a_log_nothing_is_asked(call: Caller) -> None:
    (call.folder / "home").mkdir()
    (call.folder / "home" / "logs").write_text("in the way")
    code, (outcome,) = call.json(*TEMPLATE, "a.csv")
    assert (code, outcome["state"], outcome["code"]) == (4, "uploaded", "not_noted")
    assert _asked(call.practice) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_with_a_log_on_a_full_disk_nothing_is_asked(call: Caller) -> None:
    logs = call.folder / "home" / "logs"
    logs.mkdir(parents=True)
    (logs / "ledgerdrop.log").symlink_to("/dev/full")
    (logs / "faults.log").symlink_to("/dev/full")
    code, (outcome,) = call.json(*TEMPLATE, "a.csv")
    assert (code, outcome["state"], outcome["code"]) == (4, "uploaded", "not_noted")
    assert _asked(call.practice) == 0


@pytest.mark.skipif(os.name != "posix", reason="closes a descriptor")
def test_without_any_output_nothing_is_sent(call: Caller) -> None:
    with call.start("a.csv", output=subprocess.DEVNULL, before=("sh", "-c", 'exec "$@" >&-', "sh")) as child:
        errors = child.communicate(timeout=60)[1]
    assert child.returncode == 4
    assert "Nothing was sent" in errors
    assert call.practice.objects() == {}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_output_that_cannot_be_written_ends_the_asking(call: Caller) -> None:
    names = [f"{number}.csv" for number in range(12)]
    with Path("/dev/full").open("w") as full, call.start(*TEMPLATE, "--jobs", "1", *names, output=full) as child:
        errors = child.communicate(timeout=60)[1]
    assert (child.returncode, errors) == (4, "")
    asked = _asked(call.practice)
    assert 1 <= asked < 12
    log = (call.folder / "home" / "logs" / "ledgerdrop.log").read_text(encoding="utf-8")
    assert log.count("Not printed: ") == 12
