"""Hold who asks Clear's API, read its answers (docs/clear-api.md, 1), and turn what a step raises into a problem."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from ledgerdrop.files.reader import FileTroubleError
from ledgerdrop.model.accounts import Account, is_integration_id, is_safe_url
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.exchange import fetch
from ledgerdrop.net.response import Response, messages_in, server_words
from ledgerdrop.net.session import Session
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.runtime.redaction import register_secret

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True)
class Envelope:
    """Holds the envelope of an API answer (docs/clear-api.md, 1); a field of the wrong type counts as missing.

    `success` is None where it is missing, or neither JSON's `true` nor its `false`. `result` is empty where it is
    null, missing or no object; `result_is_null` is True only where it is null or missing.
    """

    success: bool | None
    result: Mapping[str, Any]
    result_is_null: bool
    error_code: str
    error_message: str


def read_envelope(answer: Response) -> Envelope | None:
    """Return the envelope in this answer, or None if it holds none. Unknown fields are ignored.

    An envelope in which a field stands twice counts as none: nobody knows which of the two holds.
    """
    if answer.too_long:
        return None
    try:
        body = json.loads(answer.body, object_pairs_hook=_unambiguous)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict):
        return None
    result, error = body.get("result"), body.get("error")
    error = error if isinstance(error, dict) else {}
    code, success = error.get("code"), body.get("success")
    return Envelope(
        success=success if isinstance(success, bool) else None,
        result=result if isinstance(result, dict) else {},
        result_is_null=result is None,
        error_code=server_words(str(code)) if isinstance(code, str | int) else "",
        error_message=server_words("; ".join(dict.fromkeys(messages_in(error)))),
    )


def _unambiguous(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(fields)
    if len(found) != len(fields):
        raise ValueError("a field stands twice")
    return found


# The statuses of docs/clear-api.md, 1, and what gateways in front of an API add
_REFUSALS: Final = {
    **dict.fromkeys((408, 500, 502, 503, 504), Code.API_TROUBLE),
    400: Code.REQUEST_REFUSED,
    401: Code.SIGN_IN_REFUSED,
    407: Code.PROXY_PASSWORD,
    429: Code.TOO_MANY_REQUESTS,
    451: Code.REQUEST_BLOCKED,
    511: Code.SIGN_IN_PAGE,
}
# With these a filter before an API refuses a request for its name or content. Clear itself says so in its envelope.
_OF_A_FILTER: Final = frozenset({403, 406})


@dataclass(frozen=True)
class Caller:
    """Holds who asks Clear, over which session, and the token that cancels it."""

    session: Session
    account: Account
    token: str = field(repr=False)
    cancel: CancelToken

    def get(self, path: str) -> Response | Problem:
        """Send a GET request and return the small answer. Raises `Cancelled`."""
        headers = self.headers()
        if isinstance(headers, Problem):
            return headers
        return fetch(self.session, f"{self.account.base_url}{path}", headers, self.cancel)

    def headers(self) -> dict[str, str] | Problem:
        """Return the request headers that name the caller (docs/clear-api.md, 1).

        Returns a Problem where the request would be impossible, or would carry the token in the clear.
        """
        if not is_safe_url(self.account.base_url):
            return Problem(Code.BAD_BASE_URL)
        if not self.token:
            return Problem(Code.NO_TOKEN)
        if not self.token.isprintable() or max(self.token) > "\xff":  # http.client sends latin-1
            return Problem(Code.BAD_TOKEN, {"what": "It contains characters that tokens don't have."})
        if not is_integration_id(self.account.integration_id):
            return Problem(Code.NO_INTEGRATION_ID)
        register_secret(self.token)  # a server may repeat it in its words
        return {"accept": "*/*", "x-clear-auth-token": self.token, "x-integration-id": self.account.integration_id}


def successful(
    answer: Response, *, not_acceptable: Code = Code.REQUEST_REFUSED, not_allowed: Code = Code.NOT_ALLOWED
) -> Envelope | Problem:
    """Return the envelope of an answer of 200 that says `success`; a Problem for every other answer.

    `not_acceptable` is the problem that a 406 ("request parameters are invalid") means for this request;
    `not_allowed` is that of a 403.
    """
    if answer.status != 200:
        return _refusal(answer, _REFUSALS | {403: not_allowed, 406: not_acceptable})
    if answer.too_long:
        return Problem(Code.API_ANSWER_TOO_LONG, http_status=200)
    envelope = read_envelope(answer)
    if envelope is None:
        code = Code.SIGN_IN_PAGE if answer.is_web_page else Code.API_ANSWER_UNREADABLE
        return Problem(code, server_message=answer.words, http_status=200)
    if envelope.success:
        return envelope
    code = Code.API_ANSWER_UNREADABLE if envelope.success is None else Code.API_NO_SUCCESS
    return answer.problem(code, envelope.error_message or None, envelope.error_code)


def _refusal(answer: Response, codes: Mapping[int, Code]) -> Problem:
    if 300 <= answer.status < 400:
        return Problem(Code.REDIRECTED, http_status=answer.status)
    code = codes.get(answer.status, Code.API_UNEXPECTED_STATUS)
    envelope = read_envelope(answer)
    if envelope is not None:
        return answer.problem(code, envelope.error_message or None, envelope.error_code)
    if answer.is_web_page and answer.status in _OF_A_FILTER:
        code = Code.REQUEST_BLOCKED
    # A 401 is the bare text UNAUTHORIZED ("Sample Error - HTTP Status Code 401")
    return answer.problem(code)


def guarded(steps: Callable[[], T | Problem]) -> T | Problem:
    """Take the steps, and return what it raises as the problem that it is."""
    try:
        return steps()
    except Cancelled:
        return Problem(Code.CANCELLED)
    except FileTroubleError as trouble:
        return trouble.problem
    except Exception as error:
        log.exception("A step of the journey raised")
        return Problem(Code.UNEXPECTED, detail=type(error).__name__)
