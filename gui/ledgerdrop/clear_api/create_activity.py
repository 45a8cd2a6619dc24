"""After the upload: Clear's API is asked to create an ingestion activity for uploaded files (later-steps, step 3).

The request is not idempotent: sent twice, the ledger may be booked twice. So every outcome belongs to one of three:

- an `Activity`: Clear has accepted it;
- a Problem that says that nothing came of it, for certain, so that it may be sent again: the request did not leave
  in full, or the answer is one of a server that refused to act on it (`_is_refusal`);
- `INGEST_UNCONFIRMED`: it left, and what became of it cannot be told. It is never sent again by itself.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ledgerdrop.clear_api.api import api_headers, successful
from ledgerdrop.clear_api.workflow_status import CREATED_STATUSES, contradicts_refusal, read_task_id, said_success
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.ingestion import Activity, FileInfo, IngestionOptions
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.exchange import Session, post
from ledgerdrop.net.response import Response, raw_words
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

INGEST_PATH: Final = "/one-integration/api/v1/ingest"
_URL_LASTS: Final = 3600.0  # seconds (get-pre-signed-url, "API Constraints"); whether it matters here is unseen
_SAYS_NO: Final = frozenset({Code.REQUEST_REFUSED, Code.API_NO_SUCCESS, Code.API_UNEXPECTED_STATUS})


def create_activity(
    session: Session,
    account: Account,
    token: str,
    files: Sequence[FileInfo],
    how: IngestionOptions,
    cancel: CancelToken,
) -> Activity | Problem:
    """Ask once for one activity for these files (at least one).

    Raises `Cancelled` only while nothing can have come of it; after that "stop" is `INGEST_UNCONFIRMED`, too, unless
    the answer comes at once.
    """
    headers = api_headers(account, token)
    if isinstance(headers, Problem):
        return headers
    content = json.dumps(_request(files, how)).encode()
    sent = 0

    def count(more: int) -> None:
        nonlocal sent
        sent += more

    url = f"{account.base_url}{INGEST_PATH}"
    try:
        answer = post(session, url, headers, content, cancel, count)
    except Cancelled:
        if sent < len(content):
            raise
        return Problem(Code.INGEST_UNCONFIRMED, detail="stopped before the answer came")
    if isinstance(answer, Response):
        outcome = _read(answer, token)
        late = time.time() - min(file.uploaded_at for file in files) > _URL_LASTS
        if late and isinstance(outcome, Problem) and outcome.code in _SAYS_NO:
            return replace(outcome, code=Code.REFUSED_AFTER_AN_HOUR)
        return outcome
    if sent < len(content):
        return answer
    return Problem(Code.INGEST_UNCONFIRMED, detail=f"{answer.code.slug} {answer.detail}".strip())


def _request(files: Sequence[FileInfo], how: IngestionOptions) -> dict[str, object]:
    """Return the body. The signature is cut off once more, although `location` has none: it is a secret."""
    infos = [
        {"uploadUrl": file.location.partition("?")[0], "filename": file.filename, "fileType": how.file_type}
        for file in files
    ]
    return {"fileInfo": infos, "templateType": how.template}


def _read(answer: Response, token: str) -> Activity | Problem:
    accepted = replace(answer, status=200) if answer.status in CREATED_STATUSES else answer
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
    """Say whether the answer proves that nothing came of the request.

    Two kinds do: `success: false` with 200 to 202 (get-pre-signed-url, "Response Schema"), and a 4xx. Neither counts
    when it contradicts itself (`contradicts_refusal`), nor do 408, which contradicts that all was sent, and 499, with
    which a gateway says that it gave up on a server that may go on. A redirect may follow on work done (RFC 9110,
    15.4.4), gateways say 5xx also when the server behind them was lost after it had received everything, and a 500
    may come after half of the work. Of the refusals only a 429 is asked again by itself: it was refused for its
    number, before anything was looked at (RFC 6585, 4).
    """
    if answer.status in CREATED_STATUSES:
        said_no = said_success(answer) is False
    else:
        said_no = 400 <= answer.status < 500 and answer.status not in (408, 499)
    return said_no and not contradicts_refusal(answer)
