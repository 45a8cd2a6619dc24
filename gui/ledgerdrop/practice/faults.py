"""File names that make things go wrong, so that it can be watched what the window says.

A file named `provoke-X.csv` (or .xlsx, .xls, .zip) is treated as row X of the tables below: of API when its URL is
asked for, of STORAGE when it is uploaded, of INGEST when an activity is created with it, of WORKFLOW when that is
asked about (of several files the first such decides). Token, integration ID, name and signature are checked first.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePosixPath
from typing import Final

from ledgerdrop.practice import envelope
from ledgerdrop.practice import s3_errors as errors
from ledgerdrop.practice.http1 import Response, ResponseMode
from ledgerdrop.practice.s3_errors import StorageError

PREFIX: Final = "provoke-"
_PAGE: Final = b"<!DOCTYPE html><html><title>Sign in</title><body>Welcome! Sign in to use this network.</body></html>"
_HTML: Final = (("Content-Type", "text/html; charset=utf-8"),)
_RETRY: Final = (("Retry-After", "2"),)


class UrlFault(Enum):
    """What is wrong with a URL that is handed out."""

    NONE = auto()
    EXPIRED = auto()
    SIGNATURE = auto()
    CONTENT_TYPE = auto()
    BUCKET = auto()
    EXTRA_FIELDS = auto()  # of the envelope; nothing is wrong then


class Reading(Enum):
    """How far storage reads the body before it answers."""

    WHOLE = auto()
    NOTHING = auto()  # and the connection is closed with the answer
    STALL = auto()  # a little, and then no more
    HANG_UP = auto()  # a little, and then the connection is closed


@dataclass(frozen=True, slots=True)
class Provocation:
    """One row: its name, what happens in a sentence, and how.

    `answer` or `error` replaces the usual answer; `times` > 0: only so many times, then all is well (and it begins
    anew). INGEST: `acted`, the activity is created although the answer is another. WORKFLOW: it `stays` in a status
    for ever, or `ends` with one when its time has come.
    """

    name: str
    sentence: str
    answer: Response | None = None
    error: StorageError | None = None
    manner: ResponseMode = ResponseMode.PROMPT
    flaw: UrlFault = UrlFault.NONE
    reading: Reading = Reading.WHOLE
    times: int = 0
    acted: bool = False
    stays: str = ""
    ends: str = ""


class Countdown:
    """Counts how often a provocation that passes after some times was met. Safe to use from many threads."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()
        self._lock = threading.Lock()

    def is_on(self, provocation: Provocation) -> bool:
        """Whether it happens this time."""
        if not provocation.times:
            return True
        with self._lock:
            self._met[provocation.name] += 1
            if self._met[provocation.name] <= provocation.times:
                return True
            del self._met[provocation.name]
            return False


def _statuses() -> list[Provocation]:
    rows = []
    for status in (400, 403, 406, 500):
        rows += [
            Provocation(
                f"{status}",
                f"The API answers {status} with its usual error.",
                envelope.failure(status, f"This is the practice server's error {status}."),
            ),
            Provocation(
                f"{status}-json",
                f"The API answers {status} with JSON of another shape.",
                envelope.json_answer(status, {"timestamp": 0, "errors": ["another shape"]}),
            ),
            Provocation(f"{status}-html", f"A web page comes with {status}.", Response(status, _PAGE, _HTML)),
            Provocation(f"{status}-nothing", f"{status} comes with nothing.", Response(status)),
        ]
    return rows


def _result(result: object) -> Response:
    content = {"status": 200, "success": True, "message": "", "result": result, "error": None, "metadata": None}
    return envelope.json_answer(200, content)


_BUSY: Final = envelope.failure(503, "The service is busy.", headers=_RETRY)

API: Final = (
    *_statuses(),
    Provocation("401", "The API answers 401 UNAUTHORIZED.", envelope.UNAUTHORIZED),
    Provocation("418", "The API answers with a status that it does not have.", Response(418)),
    Provocation(
        "429",
        "The API answers 429: wait for 2 seconds.",
        envelope.failure(429, "API quota exceeded.", headers=_RETRY),
    ),
    Provocation("503", "The API answers 503: wait for 2 seconds.", _BUSY),
    Provocation("503-nothing", "The API answers 503 with nothing.", Response(503)),
    Provocation("502-html", "A gateway's web page comes with 502.", Response(502, _PAGE, _HTML)),
    Provocation("once-503", "The API answers 503 once; the next request is fine.", _BUSY, times=1),
    Provocation("twice-503", "The API answers 503 twice; the next request is fine.", _BUSY, times=2),
    Provocation(
        "redirect",
        "The API redirects to another address.",
        Response(302, headers=(("Location", "/practice/elsewhere"),)),
    ),
    Provocation(
        "success-false",
        "The API answers 200, and success is false.",
        envelope.failure(400, "No URL could be made.", http_status=200),
    ),
    Provocation("result-null", "The API answers 200, and result is null.", _result(None)),
    Provocation("no-url", "The API answers 200 without an uploadUrl.", _result({"status": "OK"})),
    Provocation(
        "http-url",
        "The uploadUrl is not https.",
        _result({"status": "OK", "uploadUrl": "http://storage.invalid/bucket/key?X-Amz-Signature=0"}),
    ),
    Provocation("wrong-types", "The uploadUrl is a number.", _result({"status": "OK", "uploadUrl": 7})),
    Provocation("list", "The API answers 200 with a list.", envelope.json_answer(200, [1, 2, 3])),
    Provocation("extra-fields", "The answer has fields that nobody knows; all is well.", flaw=UrlFault.EXTRA_FIELDS),
    Provocation("html", "A sign-in page comes with 200.", Response(200, _PAGE, _HTML)),
    Provocation("empty", "The API answers 200 with nothing.", Response(200)),
    Provocation(
        "garbage",
        "The API answers 200 with bytes that are no JSON.",
        Response(200, b"\x00\xff{garbage", (("Content-Type", "application/json"),)),
    ),
    Provocation(
        "truncated",
        "The answer is cut off in the middle.",
        Response(200, json.dumps({"status": 200, "success": True}).encode()[:-9], missing=500),
    ),
    Provocation(
        "long",
        "The answer is 100 MB long.",
        Response(200, b" " * 1_000_000, (("Content-Type", "application/json"),), repeat=100),
    ),
    Provocation("slow", "The API answers after 3 seconds; all is well.", manner=ResponseMode.SLOW),
    Provocation("drip", "The answer comes at a byte a second.", manner=ResponseMode.DRIP),
    Provocation("silent", "The API never answers.", manner=ResponseMode.SILENT),
    Provocation("hang-up", "The API closes the connection without an answer.", manner=ResponseMode.HANG_UP),
    Provocation("expired", "The URL has expired when it is handed out.", flaw=UrlFault.EXPIRED),
    Provocation("signature", "The URL's signature is wrong.", flaw=UrlFault.SIGNATURE),
    Provocation("content-type", "The URL is signed for another Content-Type.", flaw=UrlFault.CONTENT_TYPE),
    Provocation("bucket", "The URL names a bucket that does not exist.", flaw=UrlFault.BUCKET),
)

_ETAG: Final = (("ETag", '"00000000000000000000000000000000"'),)
_BOMB: Final = (
    b'<?xml version="1.0"?><!DOCTYPE e [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b"<Error><Code>&b;</Code><Message>&b;</Message></Error>"
)

STORAGE: Final = (
    Provocation("storage-400", "Storage answers 400 InvalidRequest.", error=errors.INVALID_REQUEST),
    Provocation("storage-403", "Storage answers 403 AccessDenied.", error=errors.ACCESS_DENIED),
    Provocation(
        "storage-403-early",
        "Storage answers 403 before it has read anything, and closes the connection.",
        error=errors.ACCESS_DENIED,
        reading=Reading.NOTHING,
    ),
    Provocation("storage-403-html", "A web page comes with 403.", Response(403, _PAGE, _HTML)),
    Provocation("storage-403-nothing", "Storage answers 403 with nothing.", Response(403)),
    Provocation(
        "storage-once-unsigned",
        "Storage refuses the header Content-MD5 once, as Amazon's does; the next upload is fine.",
        error=errors.ACCESS_DENIED.saying(
            "There were headers present in the request which were not signed", ("HeadersNotSigned", "content-md5")
        ),
        times=1,
    ),
    Provocation("storage-clock", "Storage finds the clock wrong.", error=errors.CLOCK_SKEWED),
    Provocation("storage-too-large", "Storage finds the file too large.", error=errors.TOO_LARGE),
    Provocation("storage-digest", "Storage finds the file damaged.", error=errors.BAD_DIGEST),
    Provocation("storage-timeout", "Storage waited too long for the file.", error=errors.REQUEST_TIMEOUT),
    Provocation("storage-500", "Storage answers 500 InternalError.", error=errors.INTERNAL_ERROR),
    Provocation("storage-500-garbage", "500 comes with what is no XML.", Response(500, b"<Error><Code>\xff")),
    Provocation(
        "storage-entities",
        "Storage's error is XML with entities.",
        Response(403, _BOMB, (("Content-Type", "application/xml"),)),
    ),
    Provocation("slowdown", "Storage answers 503 SlowDown.", error=errors.SLOW_DOWN),
    Provocation(
        "storage-once-503", "Storage answers 503 once; the next upload is fine.", error=errors.SLOW_DOWN, times=1
    ),
    Provocation(
        "storage-twice-503", "Storage answers 503 twice; the next upload is fine.", error=errors.SLOW_DOWN, times=2
    ),
    Provocation(
        "storage-redirect",
        "Storage redirects to another address.",
        Response(307, headers=(("Location", "/practice/elsewhere"),)),
    ),
    Provocation("storage-html", "A sign-in page comes with 200 instead of the receipt.", Response(200, _PAGE, _HTML)),
    Provocation("storage-no-etag", "Storage answers 200 without an ETag.", Response(200)),
    Provocation("wrong-etag", "Storage's ETag belongs to other content.", Response(200, headers=_ETAG)),
    Provocation(
        "kms-etag",
        "Storage encrypts with KMS, so that its ETag is no checksum; all is well.",
        Response(200, headers=(*_ETAG, ("x-amz-server-side-encryption", "aws:kms"))),
    ),
    Provocation(
        "storage-slow", "Storage answers 3 seconds after the last byte; all is well.", manner=ResponseMode.SLOW
    ),
    Provocation("storage-silent", "Storage takes the file and never answers.", manner=ResponseMode.SILENT),
    Provocation("stall", "Storage stops reading after the first bytes.", reading=Reading.STALL),
    Provocation("storage-hang-up", "Storage closes the connection in the middle.", reading=Reading.HANG_UP),
)

INGEST: Final = (
    *(
        Provocation(
            f"ingest-{status}",
            f"Creating an activity is refused with {status}.",
            envelope.failure(status, f"This is the practice server's error {status}."),
        )
        for status in (400, 403, 406)
    ),
    Provocation("ingest-401", "Creating an activity is refused with 401 UNAUTHORIZED.", envelope.UNAUTHORIZED),
    Provocation(
        "ingest-429",
        "Creating an activity is answered with 429: wait for 2 seconds.",
        envelope.failure(429, "API quota exceeded.", headers=_RETRY),
    ),
    Provocation(
        "ingest-once-429",
        "It is answered with 429 once; the next request is fine.",
        envelope.failure(429, "API quota exceeded.", headers=(("Retry-After", "0"),)),
        times=1,
    ),
    Provocation(
        "ingest-success-false",
        "It is answered with 200, and success is false.",
        envelope.failure(400, "The template is not known.", http_status=200),
    ),
    Provocation(
        "ingest-redirect",
        "It is redirected to another address.",
        Response(307, headers=(("Location", "/practice/elsewhere"),)),
    ),
    Provocation(
        "ingest-500",
        "It is answered with 500, and nothing was created.",
        envelope.failure(500, "This is the practice server's error 500."),
    ),
    Provocation(
        "ingest-500-created",
        "It is answered with 500, but the activity was created.",
        envelope.failure(500, "This is the practice server's error 500."),
        acted=True,
    ),
    Provocation("ingest-503", "It is answered with 503, and nothing was created.", _BUSY),
    Provocation(
        "ingest-502-html", "The activity is created, but 502 comes.", Response(502, _PAGE, _HTML), acted=True
    ),
    Provocation("ingest-html", "It is created, but a web page comes.", Response(200, _PAGE, _HTML), acted=True),
    Provocation("ingest-no-task", "The activity is created, but no taskId comes.", _result({}), acted=True),
    Provocation("ingest-result-null", "The activity is created; result is null.", _result(None), acted=True),
    Provocation(
        "ingest-garbage", "The activity is created; the answer is no JSON.", Response(200, b"\xff{"), acted=True
    ),
    Provocation(
        "ingest-hang-up", "It is created; the connection closes without an answer.", manner=ResponseMode.HANG_UP
    ),
    Provocation("ingest-silent", "The activity is created; the answer never comes.", manner=ResponseMode.SILENT),
    Provocation("ingest-slow", "The activity is created; the answer takes 3 seconds.", manner=ResponseMode.SLOW),
    Provocation("ingest-extra-fields", "The answer has fields that nobody knows.", flaw=UrlFault.EXTRA_FIELDS),
)

WORKFLOW: Final = (
    Provocation("workflow-failed", "The workflow ends FAILED; success is true.", ends="FAILED"),
    Provocation("workflow-created", "The workflow stays CREATED for ever.", stays="CREATED"),
    Provocation("workflow-processing", "The workflow stays PROCESSING for ever.", stays="PROCESSING"),
    Provocation("workflow-odd", "The workflowStatus is a word that nobody knows.", stays="ON_HOLD"),
    Provocation("workflow-lower-case", "The workflowStatus is success in small letters.", stays="success"),
    Provocation("workflow-unknown", "Clear does not know the task: result is null.", _result(None)),
    Provocation("workflow-no-status", "The answer has no workflowStatus.", _result({"taskId": "x"})),
    Provocation(
        "workflow-400",
        "Asking is refused with 400 and a list of validationErrors.",
        envelope.json_answer(
            400,
            {
                "status": 400,
                "success": False,
                "message": "ERROR",
                "result": None,
                "error": {"code": "400", "message": "Bad task.", "validationErrors": [{"field": "taskId"}]},
                "metadata": None,
            },
        ),
    ),
    Provocation("workflow-403", "Asking is refused with 403.", envelope.failure(403, "Not your task.")),
    Provocation("workflow-500", "Asking is answered with 500.", envelope.failure(500, "An error of practice.")),
    Provocation("workflow-once-503", "503 comes once; the next question is fine.", _BUSY, times=1),
    Provocation("workflow-html", "A web page comes instead of the status.", Response(200, _PAGE, _HTML)),
    Provocation("workflow-silent", "Asking is never answered.", manner=ResponseMode.SILENT),
    Provocation("workflow-hang-up", "Asking ends with a closed connection.", manner=ResponseMode.HANG_UP),
)

_API: Final = {row.name: row for row in API}
_STORAGE: Final = {row.name: row for row in STORAGE}
_INGEST: Final = {row.name: row for row in INGEST}
_WORKFLOW: Final = {row.name: row for row in WORKFLOW}


def is_unknown(filename: str) -> bool:
    """Whether it is named like a provocation, and is none: most likely a mistyped one."""
    name = _name(filename)
    return name is not None and not any(name in rows for rows in (_API, _STORAGE, _INGEST, _WORKFLOW))


def for_api(filename: str) -> Provocation | None:
    """What the pre-sign request for a file of that name provokes."""
    return _API.get(_name(filename) or "")


def for_storage(filename: str) -> Provocation | None:
    """What the upload of a file of that name provokes."""
    return _STORAGE.get(_name(filename) or "")


def for_ingest(filenames: Sequence[str]) -> Provocation | None:
    """What an activity with these files provokes when it is created."""
    return _first(_INGEST, filenames)


def for_workflow(filenames: Sequence[str]) -> Provocation | None:
    """What an activity with these files provokes when it is asked about."""
    return _first(_WORKFLOW, filenames)


def _first(rows: dict[str, Provocation], filenames: Sequence[str]) -> Provocation | None:
    names = (_name(filename) for filename in filenames)
    return next((rows[name] for name in names if name in rows), None)


def table() -> str:
    """All of them, a line each, for `ledgerdrop sandbox --help`."""
    return "\n".join(f"  {PREFIX + row.name + '.csv':<34}{row.sentence}" for row in API + STORAGE + INGEST + WORKFLOW)


def _name(filename: str) -> str | None:
    stem = PurePosixPath(filename).stem.lower()
    return stem.removeprefix(PREFIX) if stem.startswith(PREFIX) else None
