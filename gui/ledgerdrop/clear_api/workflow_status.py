"""Last of all: how far Clear is with an activity (later-steps, step 4). May be asked any number of times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from ledgerdrop.clear_api.api import Envelope, api_headers, successful
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import Workflow, WorkflowStatus
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.exchange import Session, fetch
from ledgerdrop.net.response import Response, raw_words, server_words
from ledgerdrop.runtime.cancel import CancelToken

# Step 3: the codes are not listed. An API that creates something may also say so in its status (RFC 9110, 15.3).
CREATED_STATUSES: Final = frozenset({200, 201, 202})


_LONGEST_TASK_ID: Final = 200


_NOTHING: Final[tuple[object, ...]] = (None, "", [], {}, ())


# Fields that name something Clear has begun, wherever they stand and however they are spelled
_TASK_ID: Final = re.compile(r"(?:task|activity|workflow).?id\b", re.IGNORECASE)
_TASK_FIELD: Final = re.compile(r"task|(?:activity|workflow).?id", re.IGNORECASE)


def read_task_id(envelope: Envelope) -> str | None:
    """`result.taskId` of step 3: any short text without spaces, or a number. None where there is none."""
    value = envelope.result.get("taskId")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and 0 < len(value) <= _LONGEST_TASK_ID and value.isprintable() and " " not in value:
        return value
    return None


def said_success(answer: Response) -> object:
    """Return the value of `success` as JSON has it, None where there is none or where it stands twice."""
    fields = _all_fields(answer)
    values = [value for depth, name, value in fields or () if depth == 1 and name == "success"]
    return values[0] if len(values) == 1 else None


def contradicts_refusal(answer: Response) -> bool:
    """Say whether something in an answer that refuses speaks for the opposite, or cannot be read.

    That is a task anywhere in it, a `result`, a `success` other than false, a `status` that is no refusal, JSON that
    breaks off, is too long, or is too deep to be read, and an answer that is not whole.
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
    """A JSON object as it was written: its fields in order, also those that stand twice."""


def read_workflow(envelope: Envelope, answer: Response) -> Workflow | Problem:
    """Return the status of step 4 (seen), in any case; everything beside it is kept raw."""
    raw = raw_words(answer)
    if envelope.result_is_null:
        return Problem(Code.TASK_UNKNOWN, http_status=answer.status, detail=raw)
    word = envelope.result.get("workflowStatus")
    if not isinstance(word, str) or not word.strip():
        return Problem(Code.API_ANSWER_UNREADABLE, http_status=answer.status, detail=raw)
    status = WorkflowStatus.__members__.get(word.strip().upper(), WorkflowStatus.OTHER)
    return Workflow(status, raw, _words(envelope))


def _words(envelope: Envelope) -> str:
    """Return all other fields of the result that hold something, one after the other: the reasons must be among
    them.
    """
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


STATUS_PATH: Final = "/one-integration/workflow/status"


def request_workflow(
    session: Session, account: Account, token: str, task_id: str, cancel: CancelToken
) -> Workflow | Problem:
    """Ask once. `TASK_UNKNOWN` when Clear does not know it. Raises `Cancelled`."""
    headers = api_headers(account, token)
    if isinstance(headers, Problem):
        return headers
    url = f"{account.base_url}{STATUS_PATH}?taskId={quote(task_id, safe='')}"
    # Many activities are asked about in turn, and an answer does not say which one it is about: a second answer to
    # the question before must not be taken for one to this. So each has a connection of its own.
    session.close()
    answer = fetch(session, url, headers, cancel)
    if isinstance(answer, Problem):
        return answer
    envelope = successful(answer, not_allowed=Code.TASK_NOT_SHOWN)
    if isinstance(envelope, Problem):
        return replace(envelope, detail=raw_words(answer))  # "Details" has its `validationErrors`, too
    if read_task_id(envelope) not in (None, task_id):
        return Problem(
            Code.API_ANSWER_UNREADABLE, http_status=answer.status, detail=f"another task: {raw_words(answer)}"
        )
    return read_workflow(envelope, answer)
