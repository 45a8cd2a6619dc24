"""TODO."""

from __future__ import annotations

import base64
import re
import time
from dataclasses import dataclass, replace
from typing import Final
from xml.parsers import expat

from ledgerdrop.files.byte_source import open_unbuffered
from ledgerdrop.files.reader import FileReader, Opener
from ledgerdrop.model.files import FingerprintedFile, Uploaded, UploadTarget
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.progress import OnProgress, Progress, Stage
from ledgerdrop.net.exchange import Session, put
from ledgerdrop.net.response import Response, server_words
from ledgerdrop.runtime.cancel import CancelToken


@dataclass(frozen=True, slots=True)
class StorageError:
    """S3's error document (later-steps, step 2): `<Error><Code>..</Code><Message>..</Message>..</Error>`."""

    code: str
    message: str


class _NotWanted(Exception):  # noqa: N818 - ends the parser, never leaves this module
    """The document has a part that an error document does not have."""


def read_storage_error(body: bytes) -> StorageError | None:
    """S3's error in this body, or None if it holds none.

    A document type, and with it every entity, ends the reading: expat knows no other way to be made to grow.
    """
    parser = expat.ParserCreate()
    path: list[str] = []
    found = {"Code": "", "Message": ""}

    def refuse(*_: object) -> None:
        raise _NotWanted

    def start(name: str, _attributes: object) -> None:
        path.append(name)
        if path[0] != "Error":
            raise _NotWanted

    def end(_name: str) -> None:
        path.pop()

    def data(text: str) -> None:
        if len(path) == 2 and path[1] in found:
            found[path[1]] += text

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = data
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, _NotWanted, LookupError, ValueError):
        return None
    return StorageError(server_words(found["Code"]), server_words(found["Message"]))


# S3's error codes (Amazon S3 API Reference, "Error responses")
_CODES: Final = {
    "AccessDenied": Code.UPLOAD_REFUSED,
    "AuthorizationQueryParametersError": Code.SIGNATURE_REFUSED,
    "BadDigest": Code.DAMAGED_ON_THE_WAY,
    "BandwidthLimitExceeded": Code.STORAGE_BUSY,
    "EntityTooLarge": Code.STORAGE_TOO_LARGE,
    "ExpiredToken": Code.URL_EXPIRED,
    "IncompleteBody": Code.CONNECTION_LOST,
    "InternalError": Code.STORAGE_TROUBLE,
    "InvalidAccessKeyId": Code.SIGNATURE_REFUSED,
    "InvalidDigest": Code.SIGNATURE_REFUSED,
    "InvalidToken": Code.URL_EXPIRED,
    "KeyTooLong": Code.STORAGE_NAME_TOO_LONG,
    "KeyTooLongError": Code.STORAGE_NAME_TOO_LONG,
    "NoSuchBucket": Code.STORAGE_GONE,
    "NotImplemented": Code.SIGNATURE_REFUSED,
    "OperationAborted": Code.STORAGE_BUSY,
    "RequestTimeTooSkewed": Code.URL_EXPIRED,
    "RequestTimeout": Code.STORAGE_BUSY,
    "ServiceUnavailable": Code.STORAGE_BUSY,
    "SignatureDoesNotMatch": Code.SIGNATURE_REFUSED,
    "SlowDown": Code.STORAGE_BUSY,
    "TokenRefreshRequired": Code.URL_EXPIRED,
}


_DENIALS: Final = {"expired": Code.URL_EXPIRED, "not signed": Code.SIGNATURE_REFUSED}


_STATUSES: Final = {
    403: Code.UPLOAD_REFUSED,
    404: Code.STORAGE_GONE,
    407: Code.PROXY_PASSWORD,
    408: Code.STORAGE_BUSY,
    413: Code.STORAGE_TOO_LARGE,
    429: Code.STORAGE_BUSY,
    500: Code.STORAGE_TROUBLE,
    502: Code.STORAGE_TROUBLE,
    503: Code.STORAGE_BUSY,
    504: Code.STORAGE_TROUBLE,
    511: Code.SIGN_IN_PAGE,
}


# A web page in place of storage's XML
_PAGES: Final = {
    Code.STORAGE_ANSWER_UNREADABLE: Code.STORAGE_BLOCKED,
    Code.STORAGE_BUSY: Code.STORAGE_GATEWAY,
    Code.STORAGE_GONE: Code.STORAGE_BLOCKED,
    Code.STORAGE_REJECTED: Code.STORAGE_BLOCKED,
    Code.STORAGE_TROUBLE: Code.STORAGE_GATEWAY,
    Code.UPLOAD_REFUSED: Code.STORAGE_BLOCKED,
}


_OF_A_FILTER: Final = frozenset({403, 451})


_CLOCK_SECONDS: Final = 900.0  # what S3 puts up with


_MD5_LIKE: Final = re.compile(r"[0-9a-f]{32}")


def upload(
    session: Session,
    target: UploadTarget,
    file: FingerprintedFile,
    on_progress: OnProgress,
    cancel: CancelToken,
    *,
    with_md5: bool = True,
    opener: Opener = open_unbuffered,
) -> Uploaded | Problem:
    """PUT the file's bytes in one request, and return storage's confirmation.

    `with_md5` sends Content-MD5, with which storage verifies what arrived; Amazon's own takes it only where the URL
    signs it ("HeadersNotSigned"). Raises `Cancelled`, and `FileTroubleError` as `FileReader` does.
    """
    checked = file.checked
    headers = {"Content-Type": checked.content_type}
    if with_md5:
        headers["Content-MD5"] = base64.b64encode(file.md5).decode("ascii")
    started = time.monotonic()
    count = _Count(checked.file.size, on_progress)
    with FileReader(checked.file, cancel, opener, count.stand_still) as reader:
        answer = put(session, target.url, headers, reader, cancel, count.add)
    if isinstance(answer, Problem):
        return answer
    if answer.status != 200:
        return _by_the_clock(_refusal(answer), target)
    problem = _doubt(answer, file.md5, whole=count.whole)
    if problem:
        return problem
    location = target.url.partition("?")[0]
    session.unproven = "" if _etag(answer).lower() == file.md5.hex() else location
    return Uploaded(
        name=checked.file.name,
        size=checked.file.size,
        sha256=file.sha256,
        etag=_etag(answer),
        location=location,
        http_status=answer.status,
        finished_at=time.time(),
        seconds=time.monotonic() - started,
    )


class _Count:
    """Turns "so many further bytes" into progress; after the last one storage's word is awaited."""

    def __init__(self, total: int, on_progress: OnProgress) -> None:
        self._progress = Progress(Stage.UPLOADING, 0, total)
        self._on_progress = on_progress
        on_progress(self._progress)

    @property
    def whole(self) -> bool:
        """Whether all of it was sent."""
        return self._progress.done >= self._progress.total

    def stand_still(self, disk_is_silent: bool) -> None:
        self._progress = replace(self._progress, disk_is_silent=disk_is_silent)
        self._on_progress(self._progress)

    def add(self, count: int) -> None:
        done = self._progress.done + count
        stage = Stage.CONFIRMING if done >= self._progress.total else Stage.UPLOADING
        self._progress = replace(self._progress, stage=stage, done=done)
        self._on_progress(self._progress)


def _refusal(answer: Response) -> Problem:
    """What storage's error means. Its XML decides where there is one, else the status."""
    error = read_storage_error(answer.body)
    fallback = _STATUSES.get(answer.status, Code.STORAGE_REJECTED)
    if answer.status < 300:
        fallback = Code.STORAGE_ANSWER_UNREADABLE
    elif answer.status < 400:
        fallback = Code.REDIRECTED if error is None else Code.STORAGE_REDIRECTED
    if error is None:
        return _from_between(answer, fallback)
    code = _CODES.get(error.code, fallback)
    if error.code == "AccessDenied":  # S3 has one code for all, and tells the reasons apart by their words alone
        code = next((named for words, named in _DENIALS.items() if words in error.message.lower()), code)
    return Problem(
        code,
        server_message=error.message,
        server_code=error.code,
        http_status=answer.status,
        retry_after=answer.retry_after,
    )


def _from_between(answer: Response, fallback: Code) -> Problem:
    """What an answer without storage's XML means: a page, or a refusal in other words, comes from in between."""
    code = fallback
    if answer.is_web_page:
        code = _PAGES.get(fallback, fallback)
    elif answer.status in _OF_A_FILTER and answer.body.lstrip()[:1] not in (b"", b"<"):
        code = Code.STORAGE_BLOCKED
    return Problem(code, server_message=answer.words, http_status=answer.status, retry_after=answer.retry_after)


def _by_the_clock(problem: Problem, target: UploadTarget) -> Problem:
    """The same, and whether it is this computer's clock that is wrong: only Clear's own can tell."""
    ahead = target.clock_ahead
    if problem.server_code != "RequestTimeTooSkewed" or ahead is None or abs(ahead) < _CLOCK_SECONDS:
        return problem
    return replace(problem, code=Code.CLOCK_DIFFERS, detail=f"{ahead:+.0f} s by Clear's clock")


def _doubt(answer: Response, md5: bytes, *, whole: bool) -> Problem | None:
    """Why an answer of 200 is no confirmation: status, content, ETag and what was sent are judged together."""
    problem = _judge(answer, md5, whole=whole)
    proven = _etag(answer).lower() == md5.hex()
    if answer.first or proven:
        return problem
    # It may be a late second answer to the request before
    return Problem(Code.STORAGE_NO_PROOF, http_status=200, detail=problem.code.slug if problem else _etag(answer))


def _judge(answer: Response, md5: bytes, *, whole: bool) -> Problem | None:
    error = read_storage_error(answer.body)
    if error is not None and error.code:
        return _refusal(answer)
    confirmed = bool(_etag(answer)) and not answer.body.strip()
    if answer.is_web_page and not confirmed:  # Swift calls its empty confirmation HTML
        return _from_between(answer, Code.STORAGE_ANSWER_UNREADABLE)
    if not whole or (not _etag(answer) and answer.body.strip()):
        return Problem(Code.STORAGE_ANSWER_UNREADABLE, server_message=server_words(answer.text), http_status=200)
    if _etag_is_md5(answer) and _etag(answer).lower() != md5.hex():
        return Problem(Code.CHECKSUM_DIFFERS, http_status=200, detail=f"ETag {_etag(answer)}, MD5 {md5.hex()}")
    return None


def _etag(answer: Response) -> str:
    return server_words(answer.headers.get("etag", "")).removeprefix("W/").strip('"')


def _etag_is_md5(answer: Response) -> bool:
    """Under SSE-KMS and SSE-C it looks like one, and is none (Amazon S3 API Reference, "Object", ETag)."""
    encryption = answer.headers.get("x-amz-server-side-encryption", "")
    customer_key = "x-amz-server-side-encryption-customer-algorithm" in answer.headers
    return (
        bool(_MD5_LIKE.fullmatch(_etag(answer).lower())) and not encryption.startswith("aws:kms") and not customer_key
    )
