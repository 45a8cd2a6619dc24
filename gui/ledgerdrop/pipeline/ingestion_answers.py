"""What we take the later steps' answers to look like where the reference has *not seen* them (later-steps.md).

The one place to correct once a real answer is seen. Unknown fields are ignored; a field of another type counts as
missing.
"""

from __future__ import annotations

import json
from typing import Final

from ledgerdrop.pipeline.answers import Answer, Envelope, raw_words, server_words
from ledgerdrop.pipeline.ingestion import Workflow, WorkflowStatus
from ledgerdrop.pipeline.problems import Code, Problem

# Step 3: the codes are not listed. An API that creates something may also say so in its status (RFC 9110, 15.3).
CREATED_STATUSES: Final = frozenset({200, 201, 202})
_LONGEST_TASK_ID: Final = 200
_NOTHING: Final[tuple[object, ...]] = (None, "", [], {})


def read_task_id(envelope: Envelope) -> str | None:
    """`result.taskId` of step 3: any short text without spaces, or a number. None where there is none."""
    value = envelope.result.get("taskId")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and 0 < len(value) <= _LONGEST_TASK_ID and value.isprintable() and " " not in value:
        return value
    return None


def read_workflow(envelope: Envelope, answer: Answer) -> Workflow | Problem:
    """The status of step 4 (seen), in any case; everything beside it is kept raw."""
    raw = raw_words(answer)
    if envelope.result_is_null:
        return Problem(Code.TASK_UNKNOWN, http_status=answer.status, detail=raw)
    word = envelope.result.get("workflowStatus")
    if not isinstance(word, str) or not word.strip():
        return Problem(Code.API_ANSWER_UNREADABLE, http_status=answer.status, detail=raw)
    status = WorkflowStatus.__members__.get(word.strip().upper(), WorkflowStatus.OTHER)
    return Workflow(status, raw, _words(envelope))


def _words(envelope: Envelope) -> str:
    """All other fields of the result that hold something, one after the other: the reasons must be among them."""
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
