"""The pre-sign endpoint (get-pre-signed-url), and what it answers to everything that is wrong."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import parse_qs

from ledgerdrop.practice import envelope
from ledgerdrop.practice.auth import INTEGRATION_HEADER, Expected
from ledgerdrop.practice.faults import AT_API, Countdown, fault_name
from ledgerdrop.practice.http1 import Request, Response
from ledgerdrop.practice.sigv4 import Signer

PATH: Final = "/one-integration/action/pre-sign"
BUCKET: Final = "one-integration-practice"
REGION: Final = "ap-south-1"
URL_SECONDS: Final = 3599  # as in the contract's sample

CONTENT_TYPES: Final = {  # later-steps, step 2
    "csv": "text/csv",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
_MONTHS: Final = (
    *("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE"),
    *("JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"),
)


class Api:
    """Answers pre-sign requests. `origin` is where storage is reached: scheme, host and port."""

    def __init__(self, expected: Expected, signer: Signer, origin: str, now: Callable[[], datetime]) -> None:
        self._expected = expected
        self._signer = signer
        self._origin = origin
        self._now = now
        self._countdown = Countdown()

    def answer(self, request: Request) -> Response:
        """Return the answer to a request for PATH; its body, if any, is not looked at."""
        if request.method != "GET":
            return envelope.failure(405, "Request method is not supported.", headers=(("Allow", "GET"),))
        refusal = self._expected.refusal(request)
        if refusal is not None:
            return refusal
        try:
            names = parse_qs(request.query, keep_blank_values=True, errors="strict").get("filename", [])
        except ValueError:
            return envelope.failure(400, "The query is not UTF-8.")
        if len(names) != 1:
            return envelope.failure(400, "Required request parameter 'filename' is missing, or there are several.")
        return self._sign(request.fields[INTEGRATION_HEADER], names[0])

    def _sign(self, integration_id: str, filename: str) -> Response:
        if not filename.strip():
            return envelope.failure(406, "Filename cannot be empty")
        extension = PurePosixPath(filename).suffix.removeprefix(".").lower()
        if extension not in CONTENT_TYPES:
            return envelope.failure(406, "Invalid file extension. Allowed extensions: csv, xlsx, xls, zip")
        if any(mark in filename for mark in "/\\\0"):
            return envelope.failure(406, "Filename cannot contain a path")
        name = fault_name(filename)
        fault = AT_API.get(name)
        if fault is not None and self._countdown.is_on(name, fault.times):
            return fault.answer
        return envelope.success(self._url(integration_id, filename, CONTENT_TYPES[extension]))

    def _url(self, integration_id: str, filename: str, content_type: str) -> str:
        now = self._now().astimezone(UTC)
        folder = f"{integration_id}/{uuid.uuid4()}/{now.year}/{_MONTHS[now.month - 1]}/{now.day}/{uuid.uuid4()}"
        return self._signer.presign(
            "PUT",
            self._origin,
            f"/v1/{REGION}/{BUCKET}/{folder}/data_extraction/{integration_id}/{filename}",
            {"content-type": content_type},
            at=now,
            seconds=URL_SECONDS,
        )
