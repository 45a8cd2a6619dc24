"""Define file names that make the practice server go wrong in more ways than a newcomer needs.

A file named `provoke-X.csv` meets the fault X of a table below: of API when its URL is asked for, of STORAGE when it
is uploaded, of INGEST when an activity is created with it, of WORKFLOW when that is asked about (of several files the
first such decides). Whatever is wrong with the request itself is said first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from tests.faults.scenario import Step, envelope, html, refusal

from ledgerdrop.practice.signature import Signer

Change = Callable[[dict[str, Any], Signer], None]  # to the JSON that would usually be answered


@dataclass(frozen=True, slots=True)
class Fault:
    """Says what happens to the usual answer, or instead of it.

    `step` is taken as a status, headers and a body; or as silence until the client leaves (`hold`), or as the end of
    the connection (`cut`). `times` > 0: only so many times, then all is well once. `undone`: what was asked for is
    not done.
    """

    step: Step | None = None
    change: Change | None = None
    times: int = 0
    undone: bool = False


def _failure(status: int) -> Step:
    return refusal(status, f"This is the practice server's error {status}.")


def _busy(status: int, seconds: int) -> Step:
    return refusal(status, "The service is busy.", headers=(("Retry-After", str(seconds)),))


def _expired(content: dict[str, Any], signer: Signer) -> None:
    parts = urlsplit(content["result"]["uploadUrl"])
    at = datetime.now(UTC) - timedelta(hours=2)
    origin, headers = f"{parts.scheme}://{parts.netloc}", {"content-type": "text/csv"}
    content["result"]["uploadUrl"] = signer.presign("PUT", origin, unquote(parts.path), headers, at=at, seconds=3599)


def _wrongly_signed(content: dict[str, Any], _signer: Signer) -> None:
    content["result"]["uploadUrl"] = content["result"]["uploadUrl"][:-64] + "0" * 64


def _unknown_fields(content: dict[str, Any], _signer: Signer) -> None:
    content["traceId"] = content["result"]["traceId"] = "practice"


def _stays(status: str) -> Fault:
    def change(content: dict[str, Any], _signer: Signer) -> None:
        content["result"]["workflowStatus"] = status

    return Fault(change=change)


def _fails(content: dict[str, Any], _signer: Signer) -> None:
    if content["result"]["workflowStatus"] == "SUCCESS":
        remark = "This is the practice server's failure: row 2 has no invoice number."
        content["result"] |= {"workflowStatus": "FAILED", "remarks": [remark]}


_SILENT: Final = Step(hold=True)
_HANG_UP: Final = Step(cut=0, end="close")
_ELSEWHERE: Final = (("Location", "/practice/elsewhere"),)

API: Final = {
    "403": Fault(_failure(403)),
    "418": Fault(Step(418)),
    "500-html": Fault(replace(html(), status=500)),
    "twice-503": Fault(_busy(503, 2), times=2),
    "redirect": Fault(Step(302, _ELSEWHERE)),
    "garbage": Fault(Step(200, (("Content-Type", "application/json"),), "\x00\xff{garbage")),
    "silent": Fault(_SILENT),
    "expired": Fault(change=_expired),
    "signature": Fault(change=_wrongly_signed),
}

STORAGE: Final = {
    "wrong-etag": Fault(Step(200, (("ETag", f'"{"0" * 32}"'),))),
    "storage-silent": Fault(_SILENT),
    "storage-hang-up": Fault(_HANG_UP, undone=True),
}

INGEST: Final = {
    **{f"ingest-{status}": Fault(_failure(status), undone=True) for status in (400, 403, 406, 500)},
    "ingest-401": Fault(Step(401, (("Content-Type", "text/plain"),), "UNAUTHORIZED"), undone=True),
    "ingest-503": Fault(_busy(503, 2), undone=True),
    "ingest-once-429": Fault(_busy(429, 0), times=1, undone=True),
    "ingest-success-false": Fault(replace(_failure(400), status=200), undone=True),
    "ingest-redirect": Fault(Step(307, _ELSEWHERE), undone=True),
    "ingest-500-created": Fault(_failure(500)),
    "ingest-502-html": Fault(replace(html(), status=502)),
    "ingest-html": Fault(html()),
    "ingest-no-task": Fault(envelope(result={})),
    "ingest-result-null": Fault(envelope(result=None)),
    "ingest-garbage": Fault(Step(200, body="\xff{")),
    "ingest-hang-up": Fault(_HANG_UP),
    "ingest-silent": Fault(_SILENT),
    "ingest-extra-fields": Fault(change=_unknown_fields),
}

WORKFLOW: Final = {
    "workflow-failed": Fault(change=_fails),
    "workflow-created": _stays("CREATED"),
    "workflow-processing": _stays("PROCESSING"),
    "workflow-odd": _stays("ON_HOLD"),
    "workflow-lower-case": _stays("success"),
    "workflow-unknown": Fault(envelope(result=None)),
    "workflow-no-status": Fault(envelope(result={"taskId": "x"})),
    "workflow-400": Fault(_failure(400)),
    "workflow-403": Fault(_failure(403)),
    "workflow-500": Fault(_failure(500)),
    "workflow-once-503": Fault(_busy(503, 2), times=1),
    "workflow-html": Fault(html()),
    "workflow-silent": Fault(_SILENT),
    "workflow-hang-up": Fault(_HANG_UP),
}
