"""Third step: Clear's API gives a pre-signed URL for one file (get-pre-signed-url.md).

The URL lives for one hour, so it is asked for just before the upload, never for a batch in advance.
"""

from __future__ import annotations

import unicodedata
from typing import Final
from urllib.parse import quote

from ledgerdrop.clear_api.api import api_headers, successful
from ledgerdrop.model.accounts import Account, is_on_this_machine, is_safe_url
from ledgerdrop.model.files import UploadTarget
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.exchange import Session, fetch
from ledgerdrop.net.response import Response
from ledgerdrop.runtime.cancel import CancelToken

PRE_SIGN_PATH: Final = "/one-integration/action/pre-sign"


def request_target(
    session: Session, account: Account, token: str, name: str, cancel: CancelToken
) -> UploadTarget | Problem:
    """Ask for the URL to upload a file of this name to. Raises `Cancelled`."""
    headers = api_headers(account, token)
    if isinstance(headers, Problem):
        return headers
    url = f"{account.base_url}{PRE_SIGN_PATH}?filename={quote(unicodedata.normalize('NFC', name), safe='')}"
    answer = fetch(session, url, headers, cancel)
    return answer if isinstance(answer, Problem) else _read_target(answer, account)


def _read_target(answer: Response, account: Account) -> UploadTarget | Problem:
    envelope = successful(answer, not_acceptable=Code.NAME_REFUSED)
    if isinstance(envelope, Problem):
        return envelope
    url = envelope.result.get("uploadUrl")
    if not isinstance(url, str) or not url:
        return Problem(Code.API_ANSWER_UNREADABLE, http_status=200, detail="no uploadUrl")
    # An API elsewhere has no business with this machine: whoever answers here is not the storage.
    if not is_safe_url(url) or (is_on_this_machine(url) and not is_on_this_machine(account.base_url)):
        return Problem(Code.UNSAFE_UPLOAD_URL, http_status=200)
    return UploadTarget(url, answer.server_time)
