"""Ask Clear's API for the pre-signed URL of one file: the third step (docs/clear-api.md, 1).

The URL lives for one hour, so it is asked for just before the upload, never for a batch in advance.
"""

from __future__ import annotations

import re
import time
import unicodedata
from dataclasses import replace
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from ledgerdrop.clear_api.api import Caller, successful
from ledgerdrop.model.accounts import Account, is_on_this_machine, is_safe_url
from ledgerdrop.model.files import UploadTarget
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.response import Response

PRE_SIGN_PATH: Final = "/one-integration/action/pre-sign"
# What stays unescaped beside letters and digits: what browsers leave alone, and control characters, so that a URL
# that holds them is refused instead of made harmless
_CONTROL: Final = "".join(map(chr, (*range(32), 127)))
_IN_PATH: Final = "!#$%&'()*+,/:;=@[\\]|~-._" + _CONTROL
_IN_QUERY: Final = _IN_PATH + "?`{}^"


def request_target(caller: Caller, name: str) -> UploadTarget | Problem:
    """Ask for the URL to upload a file of this name to. Raises `Cancelled`.

    An answer on a connection that was used before may be a late second one to the request before it. Where its URL
    does not end in this name, the URL is asked for once more, on a new connection. An API whose URLs never end in the
    name is asked on a new connection each time, so that no URL is asked for twice.
    """
    path = f"{PRE_SIGN_PATH}?filename={quote(unicodedata.normalize('NFC', name), safe='')}"
    while True:
        answer = caller.get(path)
        if isinstance(answer, Problem):
            return answer
        if answer.headers.get("age", "").strip(" 0"):  # it was made for an earlier request (RFC 9111, 5.1)
            return Problem(Code.URL_USED_BEFORE, http_status=answer.status, detail="of a cache")
        target = _read_target(answer, caller.account, caller.token)
        if isinstance(target, UploadTarget) and not _is_for(target, name):
            caller.session.close_api()
            if not answer.first:
                continue
        if isinstance(target, Problem) and target.code is Code.REQUEST_BLOCKED:
            return replace(target, params=_other_name(name))
        return target


def _is_for(target: UploadTarget, name: str) -> bool:
    last = unquote(urlsplit(target.url).path).rpartition("/")[2]
    return unicodedata.normalize("NFC", last) == unicodedata.normalize("NFC", name)


def _other_name(name: str) -> dict[str, str]:
    """Suggest a plain name that no filter should mind; where the file has one already, the problem is its content."""
    plain = re.sub(r"[^A-Za-z0-9._]+", "-", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode())
    stem, _, extension = re.sub(r"[-.]*\.[-.]*", ".", plain).strip("-.").rpartition(".")
    better = f"{stem or 'ledger'}.{extension}"
    return {} if better == name else {"better_name": better}


def _read_target(answer: Response, account: Account, token: str) -> UploadTarget | Problem:
    envelope = successful(answer, not_acceptable=Code.NAME_REFUSED)
    if isinstance(envelope, Problem):
        return envelope
    url = envelope.result.get("uploadUrl")
    if not isinstance(url, str) or not url.strip():
        return replace(answer.problem(Code.API_ANSWER_UNREADABLE), detail="no uploadUrl")
    url = _escaped(url.strip())
    # An API elsewhere has no business with this machine: whoever answers here is not the storage.
    if not is_safe_url(url) or (is_on_this_machine(url) and not is_on_this_machine(account.base_url)):
        return Problem(Code.UNSAFE_UPLOAD_URL, http_status=200)
    if token in url or token in unquote(url):  # it is nobody's business but the API's
        return Problem(Code.UNSAFE_UPLOAD_URL, http_status=200, detail="the token in uploadUrl")
    if "#" in url:  # what follows would stay here, and the signature with it
        return Problem(Code.BAD_UPLOAD_URL, http_status=200, detail="a # in uploadUrl")
    return UploadTarget(url, answer.server_time and time.time() - answer.server_time)


def _escaped(url: str) -> str:
    """Escape what a path or a query may not hold as it is, as browsers do (WHATWG URL, "percent-encode sets").

    Escapes that are there stay, and so does the host. Control characters stay too, to be refused.
    """
    start = url.find("/", url.find("://") + 3)
    path, mark, query = url[start:].partition("?") if start >= 0 else ("", "", "")
    try:
        return url[: len(url) - len(path + mark + query)] + quote(path, _IN_PATH) + mark + quote(query, _IN_QUERY)
    except UnicodeEncodeError:  # half a character
        return url
