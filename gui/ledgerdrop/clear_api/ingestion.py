"""Ask Clear to import uploaded files, and how far the import is: the fifth step (docs/clear-api.md, 3 and 4).

To create an activity is not idempotent: sent twice, the ledger may be booked twice. So every outcome belongs to one
of three:

- an `Activity`: Clear has accepted it;
- a Problem that says that nothing came of it, for certain, so that it may be sent again: the request did not leave
  in full, or the answer is one of a server that refused to act on it (`_is_refusal`);
- `INGEST_UNCONFIRMED`: it left, and what became of it cannot be told. It is never sent again by itself.

How far an activity is may be asked any number of times. How it ended, or was refused, is logged by `import_log`, for
the window as well.
"""

from __future__ import annotations

import heapq
import json
import logging
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final
from urllib.parse import quote

from ledgerdrop.clear_api.api import Caller, Envelope, guarded, successful
from ledgerdrop.clear_api.import_log import log_import
from ledgerdrop.clear_api.polling import ActivityAges, PollingPolicy, end_of_import
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.ingestion import Activity, IngestionOptions, Workflow, WorkflowStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.exchange import post
from ledgerdrop.net.response import Response, raw_words, server_words
from ledgerdrop.net.retry_policy import Attempts
from ledgerdrop.runtime.cancel import Cancelled

log = logging.getLogger(__name__)

INGEST_PATH: Final = "/one-integration/api/v1/ingest"
STATUS_PATH: Final = "/one-integration/workflow/status"
_URL_LASTS: Final = 3600.0  # seconds (docs/clear-api.md, 1); whether it matters here is unseen
_SAYS_NO: Final = frozenset({Code.REQUEST_REFUSED, Code.API_NO_SUCCESS, Code.API_UNEXPECTED_STATUS})
# Step 3: the codes are not listed. An API that creates something may also say so in its status (RFC 9110, 15.3).
_CREATED: Final = frozenset({200, 201, 202})
_LONGEST_TASK_ID: Final = 200
_NOTHING: Final[tuple[object, ...]] = (None, "", [], {}, ())
# Fields that name something Clear has begun, wherever they stand and however they are spelled
_TASK_ID: Final = re.compile(r"(?:task|activity|workflow).?id\b", re.IGNORECASE)
_TASK_FIELD: Final = re.compile(r"task|(?:activity|workflow).?id", re.IGNORECASE)


def submit_import(caller: Caller, files: Sequence[Uploaded], how: IngestionOptions) -> Activity | Problem:
    """Create one activity for these files; try again only where the request certainly had no effect.

    Never raises: "stop" is `Code.CANCELLED`, and a bug counts as unconfirmed, since the request may have left.
    """
    attempts = Attempts(caller.session.policy, caller.session.pauses, caller.account.base_url)
    try:
        while True:
            while (waited_for := attempts.pause()) is not None:
                caller.cancel.wait(waited_for.until - time.monotonic())
            attempts.begin()
            outcome = create_activity(caller, files, how)
            if isinstance(outcome, Activity):
                return outcome
            pause = attempts.after(outcome)
            if pause is None:
                return replace(outcome, params={**outcome.params, "attempts": str(attempts.number)})
            log.debug("Attempt %d to submit an import ended with %s", attempts.number, outcome.code.slug)
            caller.cancel.wait(pause)
    except Cancelled:
        return Problem(Code.CANCELLED)
    except Exception as error:
        log.exception("Submitting an import raised")
        return Problem(Code.INGEST_UNCONFIRMED, detail=type(error).__name__)


def create_activity(caller: Caller, files: Sequence[Uploaded], how: IngestionOptions) -> Activity | Problem:
    """Send one request to create an activity for these files (at least one).

    Raises `Cancelled` only as long as the request has certainly had no effect; after that a "stop" gives
    `INGEST_UNCONFIRMED`, too, unless the answer comes at once.
    """
    headers = caller.headers()
    if isinstance(headers, Problem):
        return headers
    content = json.dumps(_request(files, how)).encode()
    sent = 0

    def count(more: int) -> None:
        nonlocal sent
        sent += more

    url = f"{caller.account.base_url}{INGEST_PATH}"
    try:
        answer = post(caller.session, url, headers, content, caller.cancel, count)
    except Cancelled:
        if sent < len(content):
            raise
        return Problem(Code.INGEST_UNCONFIRMED, detail="stopped before the answer came")
    if isinstance(answer, Response):
        outcome = _read(answer, caller.token)
        late = time.time() - min(file.finished_at for file in files) > _URL_LASTS
        if late and isinstance(outcome, Problem) and outcome.code in _SAYS_NO:
            return replace(outcome, code=Code.REFUSED_AFTER_AN_HOUR)
        return outcome
    if sent < len(content):
        return answer
    return Problem(Code.INGEST_UNCONFIRMED, detail=f"{answer.code.slug} {answer.detail}".strip())


def _request(files: Sequence[Uploaded], how: IngestionOptions) -> dict[str, object]:
    """Return the body of the request. The signature, a secret, is cut off once more, although `location` has none."""
    infos = [
        {"uploadUrl": file.location.partition("?")[0], "filename": file.name, "fileType": how.file_type}
        for file in files
    ]
    return {"fileInfo": infos, "templateType": how.template}


def _read(answer: Response, token: str) -> Activity | Problem:
    accepted = replace(answer, status=200) if answer.status in _CREATED else answer
    envelope = successful(accepted, not_allowed=Code.INGEST_NOT_ALLOWED)
    raw = raw_words(answer)
    if isinstance(envelope, Problem):
        code = envelope.code if _is_refusal(answer) else Code.INGEST_UNCONFIRMED
        return replace(envelope, code=code, http_status=answer.status, detail=raw)
    task_id = read_task_id(envelope)
    if task_id is None or token in task_id:  # it would stand in lists, exports and addresses
        return Problem(Code.INGEST_UNCONFIRMED, http_status=answer.status, detail=raw)
    return Activity(task_id, time.time(), raw)


def _is_refusal(answer: Response) -> bool:
    """Return whether the answer proves that the request had no effect.

    Two kinds do: `success: false` with 200 to 202 (docs/clear-api.md, 3), and a 4xx. Neither counts when it
    contradicts itself (`contradicts_refusal`), nor do 408, which denies that the request came whole, and 499, with
    which a gateway says that it gave up on a server that may go on. A redirect may follow on work done (RFC 9110,
    15.4.4), gateways say 5xx also when they lost a server that had received everything, and a 500 may come after half
    of the work.

    Of the refusals only a 429 is asked again by itself: it was refused for the number of requests, before anything
    was looked at (RFC 6585, 4).
    """
    if answer.status in _CREATED:
        said = [value for depth, name, value in _all_fields(answer) or () if depth == 1 and name == "success"]
        said_no = len(said) == 1 and said[0] is False
    else:
        said_no = 400 <= answer.status < 500 and answer.status not in (408, 499)
    return said_no and not contradicts_refusal(answer)


def contradicts_refusal(answer: Response) -> bool:
    """Return whether an answer that refuses also says the opposite, or cannot be read.

    An answer says the opposite by a task anywhere in it, a `result`, a `success` other than false, or a `status` that
    is no refusal. It cannot be read where its JSON breaks off, is too long or too deep, or the answer is not whole.
    """
    if answer.too_long or not answer.whole:
        return True
    fields = _all_fields(answer)
    if not fields:
        is_json = answer.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
        return (fields is None and is_json) or _TASK_ID.search(answer.text) is not None
    if any(_TASK_FIELD.search(name) and value not in _NOTHING and value is not False for _, name, value in fields):
        return True
    envelope = [(name, value) for depth, name, value in fields if depth == 1]
    if any(name == "result" and value not in _NOTHING for name, value in envelope):
        return True
    said = [value for name, value in envelope if name == "success" and value is not None]
    if said:
        return any(value is not False for value in said)
    statuses = [value for name, value in envelope if name == "status" and isinstance(value, int)]
    return any(not 400 <= status < 500 for status in statuses)


def _all_fields(answer: Response) -> list[tuple[int, str, object]] | None:
    """List every field of a JSON answer with its depth, also those that stand twice; None where it is no JSON."""

    def flat(value: object, depth: int) -> Iterator[tuple[int, str, object]]:
        if isinstance(value, _Fields):
            for name, inner in value:
                yield depth, name, inner
                yield from flat(inner, depth + 1)
        elif isinstance(value, list):
            for inner in value:
                yield from flat(inner, depth + 1)

    try:
        return list(flat(json.loads(answer.body, object_pairs_hook=_Fields), 1))
    except (ValueError, RecursionError):
        return None


class _Fields(tuple[tuple[str, object], ...]):
    """Holds a JSON object as it was written: its fields in order, also those that stand twice."""


def follow(
    caller: Caller, activities: Sequence[Activity], polling_policy: PollingPolicy | None = None
) -> Iterator[tuple[Activity, Workflow | Problem]]:
    """Ask about all activities in turn; yield each when it has ended, as `SUCCESS` or the Problem why not.

    An activity that takes too long, or is not followed to its end after a "stop", comes as `STILL_PROCESSING`: it
    continues at Clear. Never raises.
    """
    polling_policy, ages = polling_policy or PollingPolicy(), ActivityAges()
    due = [(time.monotonic() + polling_policy.first, number) for number in range(len(activities))]
    while due:
        when, number = heapq.heappop(due)
        activity = activities[number]
        said = guarded(partial(_ask_at, when, caller, activity))
        end: Workflow | Problem | None
        if isinstance(said, Problem) and said.code is Code.CANCELLED:
            end = Problem(Code.STILL_PROCESSING, detail="stopped")
            log_import(f"activity {number + 1}", end)
        else:
            end = end_of_import(f"activity {number + 1}", said, ages.age_of(activity), polling_policy)
        if end is None:
            heapq.heappush(due, (time.monotonic() + polling_policy.pause(ages.age_of(activity), said), number))
        else:
            yield activity, end


def _ask_at(when: float, caller: Caller, activity: Activity) -> Workflow | Problem:
    caller.cancel.wait(max(0.0, when - time.monotonic()))
    return request_workflow(caller, activity.task_id)


def request_workflow(caller: Caller, task_id: str) -> Workflow | Problem:
    """Ask once how far an activity is. `TASK_UNKNOWN` when Clear does not know it. Raises `Cancelled`."""
    # Many activities are asked about in turn, and an answer does not say which one it is about: a second answer to
    # the question before must not be taken for one to this. So each has a connection of its own.
    caller.session.close()
    answer = caller.get(f"{STATUS_PATH}?taskId={quote(task_id, safe='')}")
    if isinstance(answer, Problem):
        return answer
    envelope = successful(answer, not_allowed=Code.TASK_NOT_SHOWN)
    raw = raw_words(answer)
    if isinstance(envelope, Problem):
        return replace(envelope, detail=raw)  # "Details" has its `validationErrors`, too
    unreadable = Problem(Code.API_ANSWER_UNREADABLE, http_status=answer.status, detail=raw)
    if read_task_id(envelope) not in (None, task_id):
        return replace(unreadable, detail=f"another task: {raw}")
    if envelope.result_is_null:
        return Problem(Code.TASK_UNKNOWN, http_status=answer.status, detail=raw)
    word = envelope.result.get("workflowStatus")  # in any case (docs/clear-api.md, 4)
    if not isinstance(word, str) or not word.strip():
        return unreadable
    status = WorkflowStatus.__members__.get(word.strip().upper(), WorkflowStatus.OTHER)
    return Workflow(status, raw, _words(envelope))


def _words(envelope: Envelope) -> str:
    """Return all other fields of the result that hold something: the reasons must be among them."""
    known = ("taskId", "workflowStatus")
    rest = {name: value for name, value in envelope.result.items() if name not in known and value not in _NOTHING}
    return server_words("; ".join(f"{name}: {_plain(value)}" for name, value in rest.items()))


def _plain(value: object) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    try:
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    except RecursionError:  # it was read, but only just
        return "…"


def read_task_id(envelope: Envelope) -> str | None:
    """Return `result.taskId` (docs/clear-api.md, 3), any short text without spaces, or a number; else None."""
    value = envelope.result.get("taskId")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and 0 < len(value) <= _LONGEST_TASK_ID and value.isprintable() and " " not in value:
        return value
    return None
