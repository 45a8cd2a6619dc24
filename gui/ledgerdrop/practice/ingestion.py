"""Ingestion activities: created for uploaded files, and then under way for a while (later-steps, steps 3 and 4)."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from ledgerdrop.practice import envelope
from ledgerdrop.practice.auth import Expected
from ledgerdrop.practice.http1 import Connection, Request, Response
from ledgerdrop.practice.storage import Storage

INGEST_PATH: Final = "/one-integration/api/v1/ingest"
STATUS_PATH: Final = "/one-integration/workflow/status"
FOLDER: Final = "activities"
_LONGEST_BODY: Final = 1024 * 1024
_CREATED_SHARE: Final = 0.2  # of its time: for so long an activity is only CREATED


@dataclass(frozen=True, slots=True)
class Activity:
    """Keep one activity. `files` are as they were sent: objects with uploadUrl, filename, fileType."""

    task_id: str
    created_at: float
    template: str
    files: list[dict[str, Any]]


class Activities:
    """Keeps each activity as ROOT/activities/TASK.json. `seconds`: how long a workflow takes until it has ended."""

    def __init__(
        self, expected: Expected, root: Path, storage: Storage, now: Callable[[], datetime], seconds: float
    ) -> None:
        self._expected = expected
        self._folder = root / FOLDER
        self._storage = storage
        self._now = now
        self._seconds = seconds

    def create(self, request: Request, connection: Connection) -> tuple[Response, bool]:
        """Return the answer to a request for INGEST_PATH, and whether its body was read to its end."""
        if request.method != "POST":
            answer = envelope.failure(405, "Request method is not supported.", headers=(("Allow", "POST"),))
            return answer, not request.has_body
        if request.length is None or request.length > _LONGEST_BODY:
            return envelope.failure(413, "The body has no length, or is too long."), False
        body = _read(connection, request.length)
        if body is None:
            return envelope.failure(400, "The body is incomplete."), False
        return self._expected.refusal(request) or self._create(request, body), True

    def status(self, request: Request) -> Response:
        """Return the answer to a request for STATUS_PATH."""
        if request.method != "GET":
            return envelope.failure(405, "Request method is not supported.", headers=(("Allow", "GET"),))
        refusal = self._expected.refusal(request)
        if refusal is not None:
            return refusal
        ids = parse_qs(request.query, keep_blank_values=True).get("taskId", [])
        if len(ids) != 1 or not ids[0]:
            return envelope.failure(400, "Required request parameter 'taskId' is missing, or there are several.")
        activity = self._find(ids[0])
        if activity is None:
            return envelope.with_result(None, "no such task")
        return self._tell(activity)

    def _create(self, request: Request, body: bytes) -> Response:
        if request.fields.get("content-type", "").partition(";")[0].strip() != "application/json":
            return envelope.failure(400, "The Content-Type is not application/json.")
        try:
            content = json.loads(body)
        except (ValueError, RecursionError):
            return envelope.failure(400, "The body is not JSON.")
        mistake = _mistake(content) or self._missing(content["fileInfo"])
        if mistake:
            return envelope.failure(400, mistake)
        return envelope.with_result({"taskId": self._keep(content)}, "ingestion activity created")

    def _missing(self, files: list[dict[str, Any]]) -> str:
        for info in files:
            if not self._storage.holds(urlsplit(info["uploadUrl"]).path):
                return "An uploadUrl names a file that was not uploaded."
        return ""

    def _keep(self, content: dict[str, Any]) -> str:
        activity = {
            "task_id": str(uuid.uuid4()),
            "created_at": self._now().timestamp(),
            "template": content["templateType"],
            "files": content["fileInfo"],
        }
        self._folder.mkdir(exist_ok=True)
        path = self._folder / f"{activity['task_id']}.json"
        part = path.with_suffix(".part")
        part.write_text(json.dumps(activity), encoding="utf-8")
        part.replace(path)
        return str(activity["task_id"])

    def _find(self, task_id: str) -> Activity | None:
        try:
            path = self._folder / f"{uuid.UUID(task_id)}.json"
            return Activity(**json.loads(path.read_text(encoding="utf-8")))
        except (ValueError, FileNotFoundError):
            return None

    def _tell(self, activity: Activity) -> Response:
        age = self._now().astimezone(UTC).timestamp() - activity.created_at
        status = "CREATED" if age < self._seconds * _CREATED_SHARE else "PROCESSING"
        if age >= self._seconds:
            status = "SUCCESS"
        result = {"taskId": activity.task_id, "workflowStatus": status}
        return envelope.with_result(result, "workflow status fetched")


def _read(connection: Connection, length: int) -> bytes | None:
    body = bytearray(length)
    done = 0
    while done < length:
        count = connection.read_body(memoryview(body)[done:])
        if count == 0:
            return None
        done += count
    return bytes(body)


def _mistake(content: Any) -> str:
    """Return what is wrong with the body (later-steps, step 3), "" when nothing is."""
    if not isinstance(content, dict):
        return "The body is not a JSON object."
    files, template = content.get("fileInfo"), content.get("templateType")
    if not isinstance(files, list) or not files or not all(isinstance(info, dict) for info in files):
        return "fileInfo is not a list of at least one object."
    for info in files:
        if not all(isinstance(info.get(name), str) and info[name] for name in ("uploadUrl", "fileType")):
            return "Each fileInfo needs uploadUrl and fileType."
    if not isinstance(template, str) or not template:
        return "templateType is missing."
    return ""
