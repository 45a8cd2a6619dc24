"""Answer as Clear's API does: who may ask, pre-signed URLs, activities (docs/clear-api.md, 1, 3 and 4)."""

from __future__ import annotations

import hmac
import json
import re
import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from ledgerdrop.practice.messages import AT_API, UNAUTHORIZED, Request, Response, failure, fault_name, success
from ledgerdrop.practice.signature import Signer
from ledgerdrop.practice.storage import Storage

PATH: Final = "/one-integration/action/pre-sign"
INGEST_PATH: Final = "/one-integration/api/v1/ingest"
STATUS_PATH: Final = "/one-integration/workflow/status"
FOLDER: Final = "activities"
_LONGEST_BODY: Final = 1024 * 1024
_CREATED_SHARE: Final = 0.2  # of its time: for so long an activity is only CREATED
BUCKET: Final = "one-integration-practice"
REGION: Final = "ap-south-1"
URL_SECONDS: Final = 3599  # as in the contract's sample

CONTENT_TYPES: Final = {  # docs/clear-api.md, 2
    "csv": "text/csv",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
INTEGRATION_HEADER: Final = "x-integration-id"
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True)
class Settings:
    """Holds how to serve. `root` must exist; the bucket is made in it. Who has the token may ask.

    `integration_id` is the only one that goes with the token; None for any UUID of 36 characters. `workflow_seconds`
    is how long an activity takes to end.
    """

    root: Path
    token: str = field(repr=False)
    integration_id: str | None
    signer: Signer
    port: int = 0
    workflow_seconds: float = 60.0


class Api:
    """Answers as Clear does. Keeps each activity as ROOT/activities/TASK.json, with its files as they were sent.

    `origin` is the address of storage: scheme, host and port.
    """

    def __init__(self, settings: Settings, storage: Storage, origin: str) -> None:
        self._settings = settings
        self._storage = storage
        self._origin = origin
        self._folder = settings.root / FOLDER
        self._lock = threading.Lock()
        self._happened: set[str] = set()  # faults that do not happen the next time
        self._routes = {
            PATH: ("GET", self._pre_sign),
            INGEST_PATH: ("POST", self._create),
            STATUS_PATH: ("GET", self._status),
        }

    def answer(self, request: Request) -> Response:
        """Answer one request."""
        if request.path not in self._routes:
            return failure(404, "There is nothing at this address.")
        method, act = self._routes[request.path]
        if request.method != method:
            return failure(405, "Request method is not supported.", (("Allow", method),))
        return self._refusal(request) or act(request)

    def knows_token(self, request: Request) -> bool:
        """Return whether the request carries the token that is expected."""
        token = request.fields.get("x-clear-auth-token", "")
        return hmac.compare_digest(token.encode("latin-1"), self._settings.token.encode())

    def _refusal(self, request: Request) -> Response | None:
        """Return the answer to a caller who may not ask; None for a request that may be answered."""
        integration_id = request.fields.get(INTEGRATION_HEADER, "")
        if not self.knows_token(request):
            return UNAUTHORIZED
        if not _UUID.fullmatch(integration_id):
            return failure(400, "Header x-integration-id is missing or not a UUID of 36 characters.")
        if self._settings.integration_id not in {None, integration_id}:
            return failure(403, "This token does not belong to that integration.")
        return None

    def _pre_sign(self, request: Request) -> Response:
        try:
            names = parse_qs(request.query, keep_blank_values=True, errors="strict").get("filename", [])
        except ValueError:
            return failure(400, "The query is not UTF-8.")
        if len(names) != 1:
            return failure(400, "Required request parameter 'filename' is missing, or there are several.")
        filename = names[0]
        if not filename.strip():
            return failure(406, "Filename cannot be empty")
        extension = PurePosixPath(filename).suffix.removeprefix(".").lower()
        if extension not in CONTENT_TYPES:
            return failure(406, "Invalid file extension. Allowed extensions: csv, xlsx, xls, zip")
        if any(mark in filename for mark in "/\\\0"):
            return failure(406, "Filename cannot contain a path")
        name = fault_name(filename)
        fault = AT_API.get(name)
        if fault is not None and not (fault.once and self._is_over(name)):
            return fault.answer
        url = self._url(request.fields[INTEGRATION_HEADER], filename, CONTENT_TYPES[extension])
        return success({"status": "OK", "uploadUrl": url}, "generated pre-sign url successfully")

    def _is_over(self, name: str) -> bool:
        """Return whether this fault has happened the time before; it happens the next time then."""
        with self._lock:
            self._happened ^= {name}
            return name not in self._happened

    def _url(self, integration_id: str, filename: str, content_type: str) -> str:
        now = datetime.now(UTC)
        folder = f"{integration_id}/{uuid.uuid4()}/{now.year}/{f'{now:%B}'.upper()}/{now.day}/{uuid.uuid4()}"
        path = f"/v1/{REGION}/{BUCKET}/{folder}/data_extraction/{integration_id}/{filename}"
        signed = {"content-type": content_type}
        return self._settings.signer.presign("PUT", self._origin, path, signed, at=now, seconds=URL_SECONDS)

    def _status(self, request: Request) -> Response:
        ids = parse_qs(request.query, keep_blank_values=True).get("taskId", [])
        if len(ids) != 1 or not ids[0]:
            return failure(400, "Required request parameter 'taskId' is missing, or there are several.")
        try:
            path = self._folder / f"{uuid.UUID(ids[0])}.json"
            activity = json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, FileNotFoundError):
            return success(None, "no such task")
        age = time.time() - activity["created_at"]
        status = "CREATED" if age < self._settings.workflow_seconds * _CREATED_SHARE else "PROCESSING"
        if age >= self._settings.workflow_seconds:
            status = "SUCCESS"
        return success({"taskId": activity["task_id"], "workflowStatus": status}, "workflow status fetched")

    def _create(self, request: Request) -> Response:
        if request.length is None or request.length > _LONGEST_BODY:
            return failure(413, "The body has no length, or is too long.")
        body = request.read()
        if body is None:
            return failure(400, "The body is incomplete.")
        if request.fields.get("content-type", "").partition(";")[0].strip() != "application/json":
            return failure(400, "The Content-Type is not application/json.")
        try:
            content = json.loads(body)
        except (ValueError, RecursionError):
            return failure(400, "The body is not JSON.")
        if mistake := _mistake(content):
            return failure(400, mistake)
        if not all(self._storage.holds(urlsplit(info["uploadUrl"]).path) for info in content["fileInfo"]):
            return failure(400, "An uploadUrl names a file that was not uploaded.")
        task_id = self._keep(content["templateType"], content["fileInfo"])
        return success({"taskId": task_id}, "ingestion activity created")

    def _keep(self, template: str, files: list[dict[str, Any]]) -> str:
        task_id = str(uuid.uuid4())
        activity = {"task_id": task_id, "created_at": time.time(), "template": template, "files": files}
        self._folder.mkdir(exist_ok=True)
        part = self._folder / f"{task_id}.part"
        part.write_text(json.dumps(activity), encoding="utf-8")
        part.replace(part.with_suffix(".json"))
        return task_id


def _mistake(content: Any) -> str:
    """Return what is wrong with the body of a request for an activity (docs/clear-api.md, 3), "" when nothing is."""
    files = content.get("fileInfo") if isinstance(content, dict) else None
    if not isinstance(files, list) or not files:
        return "fileInfo is not a list of at least one object."
    if not all(_has_texts(info, "uploadUrl", "fileType") for info in files):
        return "Each fileInfo needs uploadUrl and fileType."
    return "" if _has_texts(content, "templateType") else "templateType is missing."


def _has_texts(form: Any, *names: str) -> bool:
    return isinstance(form, dict) and all(isinstance(form.get(name), str) and form[name] for name in names)
