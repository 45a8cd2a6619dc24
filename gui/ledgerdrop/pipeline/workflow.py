"""Last of all: how far Clear is with an activity (later-steps, step 4). May be asked any number of times."""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from urllib.parse import quote

from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.answers import raw_words
from ledgerdrop.pipeline.api_answers import api_headers, successful
from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.exchange import Session, fetch
from ledgerdrop.pipeline.ingestion import Workflow
from ledgerdrop.pipeline.ingestion_answers import read_workflow
from ledgerdrop.pipeline.problems import Code, Problem

STATUS_PATH: Final = "/one-integration/workflow/status"


def request_workflow(
    session: Session, account: Account, token: str, task_id: str, cancel: Cancel
) -> Workflow | Problem:
    """Ask once. `TASK_UNKNOWN` when Clear does not know it. Raises `Cancelled`."""
    headers = api_headers(account, token)
    if isinstance(headers, Problem):
        return headers
    url = f"{account.base_url}{STATUS_PATH}?taskId={quote(task_id, safe='')}"
    answer = fetch(session, url, headers, cancel)
    if isinstance(answer, Problem):
        return answer
    envelope = successful(answer, not_allowed=Code.TASK_NOT_SHOWN)
    if isinstance(envelope, Problem):
        return replace(envelope, detail=raw_words(answer))  # "Details" has its `validationErrors`, too
    return read_workflow(envelope, answer)
