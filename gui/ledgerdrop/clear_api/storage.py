"""PUT the file to its pre-signed URL, and judge what storage answers: the fourth step (docs/clear-api.md, 2)."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, replace
from typing import Final, NoReturn
from urllib.parse import urlsplit
from xml.parsers import expat

from ledgerdrop.files.reader import FileReader
from ledgerdrop.model.files import CheckedFile, OnProgress, Progress, Stage, Uploaded, UploadTarget
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.exchange import put
from ledgerdrop.net.response import Response, server_words
from ledgerdrop.net.session import Session
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.store.upload_notes import UploadNotes


@dataclass(frozen=True)
class StorageError:
    """Holds S3's error document (docs/clear-api.md, 2): `<Error><Code>..</Code><Message>..</Message>..</Error>`."""

    code: str
    message: str


_DEEPEST_ERROR: Final = 20
_WRAPPERS: Final = frozenset({"Response", "Errors", "ErrorResponse"})  # what some services put around an error


def read_storage_error(body: bytes) -> StorageError | None:
    """Return the first error in this body, or None if it holds none; names may have a prefix.

    A document type, and with it every entity, ends the reading: only entities can make expat's output grow.
    """
    parser = expat.ParserCreate()
    path: list[str] = []
    found: dict[str, str] = {}

    def refuse(*_: object) -> NoReturn:
        raise ValueError("no error document has this")

    def start(name: str, _attributes: object) -> None:
        path.append(name.rpartition(":")[2])
        if len(path) > _DEEPEST_ERROR:  # or looking through the path would take as long as it is deep, each time
            refuse()
        if "Error" not in path and path[-1] not in _WRAPPERS:
            refuse()
        if path[-1] == "Error" and path.count("Error") == 1:
            found.setdefault("Code", "")

    def data(text: str) -> None:
        if len(path) > 1 and path[-2] == "Error" and path[-1] in ("Code", "Message"):
            found[path[-1]] = found.get(path[-1], "") + text

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = start, lambda _name: path.pop()
    parser.CharacterDataHandler = data
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, LookupError, ValueError):
        return None
    return StorageError(server_words(found["Code"]), server_words(found.get("Message"))) if found else None


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
    **dict.fromkeys((408, 429, 503), Code.STORAGE_BUSY),
    **dict.fromkeys((500, 502, 504), Code.STORAGE_TROUBLE),
    403: Code.UPLOAD_REFUSED,
    404: Code.STORAGE_GONE,
    407: Code.PROXY_PASSWORD,
    413: Code.STORAGE_TOO_LARGE,
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
_ETAG: Final = re.compile(r'(?:W/)?(?:"([^"]*)"|([^\s"]+))')  # RFC 9110, 8.8.3; some leave the quotes out
_NO_ETAGS: Final = frozenset({"null", "none", "undefined"})
# S3 confirms with an empty body, others of its kind with a document that says what was done
_CONFIRMATION: Final = re.compile(
    rb"\s*(?:<\?xml[^<>]*\?>\s*)?<(?P<name>(?:\w+:)?PutObject(?:Result|Response|Output))\b[^<>]*"
    rb"(?:/>|>.*</(?P=name)\s*>)\s*",
    re.DOTALL,
)
_ERROR_ELEMENT: Final = re.compile(rb"<(?:[\w.-]+:)?Error[\s/>]", re.IGNORECASE)


def upload(
    session: Session,
    target: UploadTarget,
    checked: CheckedFile,
    reader: FileReader,
    meter: Meter,
    cancel: CancelToken,
    notes: UploadNotes | None,
) -> Uploaded | Problem:
    """PUT what `reader` gives in one request, and return storage's confirmation.

    Raises `Cancelled`, and `FileTroubleError` as `FileReader` does.
    """
    started = time.monotonic()
    meter.begin(len(reader))
    headers = {"Content-Type": checked.content_type}
    answer = put(session, target.url, headers, reader, cancel, meter.add)
    if isinstance(answer, Problem):
        return answer
    if answer.status != 200:
        return _by_the_clock(_refusal(answer), target)
    md5 = reader.md5.hexdigest()
    storage, etag = urlsplit(target.url).netloc, _etag(answer)
    problem = _doubt(answer, md5, whole=meter.whole, gives_etags=notes is not None and notes.gives_etags(storage))
    if problem:
        return problem
    location = target.url.partition("?")[0]
    session.unproven = "" if etag.lower() == md5 else location
    if etag and notes:
        notes.note_etag(storage)
    return Uploaded(
        name=checked.file.name,
        size=len(reader),
        sha256=reader.sha256.hexdigest(),
        etag=etag,
        location=location,
        http_status=answer.status,
        finished_at=time.time(),
        seconds=time.monotonic() - started,
        modified_ns=checked.file.modified_ns,
    )


class Meter:
    """Reports how far an attempt is: how many bytes left, and after the last one that storage has to confirm."""

    def __init__(self, on_progress: OnProgress) -> None:
        self._on_progress = on_progress
        self._tell(Progress(Stage.REQUESTING))

    @property
    def whole(self) -> bool:
        """Return whether all bytes of the file were sent."""
        return self._progress.done >= self._progress.total

    def begin(self, total: int) -> None:
        """Report that an upload of `total` bytes begins."""
        self._tell(Progress(Stage.UPLOADING, 0, total))

    def stand_still(self, disk_is_silent: bool) -> None:
        """Report whether the upload stands still because the file's disk does not answer."""
        self._tell(replace(self._progress, disk_is_silent=disk_is_silent))

    def add(self, count: int) -> None:
        """Report that `count` further bytes were sent."""
        done = self._progress.done + count
        stage = Stage.CONFIRMING if done >= self._progress.total else Stage.UPLOADING
        self._tell(replace(self._progress, stage=stage, done=done))

    def _tell(self, progress: Progress) -> None:
        self._progress = progress
        self._on_progress(progress)


def _refusal(answer: Response) -> Problem:
    """Return the problem that storage's error means. Its XML decides where there is one, else the status."""
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
    return answer.problem(code, error.message, error.code)


def _from_between(answer: Response, fallback: Code) -> Problem:
    """Return the problem for an answer without storage's XML, such as a web page.

    Such an answer comes from a server between us and storage.
    """
    code = fallback
    if answer.is_web_page:
        code = _PAGES.get(fallback, fallback)
    elif answer.status in _OF_A_FILTER and answer.body.lstrip()[:1] not in (b"", b"<"):
        code = Code.STORAGE_BLOCKED
    return answer.problem(code)


def _by_the_clock(problem: Problem, target: UploadTarget) -> Problem:
    """Return the problem, or `CLOCK_DIFFERS` in its place where Clear's clock shows that this computer's is wrong."""
    ahead = target.clock_ahead
    if problem.server_code != "RequestTimeTooSkewed" or ahead is None or abs(ahead) < _CLOCK_SECONDS:
        return problem
    return replace(problem, code=Code.CLOCK_DIFFERS, detail=f"{ahead:+.0f} s by Clear's clock")


def _doubt(answer: Response, md5: str, *, whole: bool, gives_etags: bool) -> Problem | None:
    """Tell why an answer of 200 is no confirmation: body, ETag and what was sent are judged together.

    `md5` is the file's, in hex. An ETag that is this MD5 proves that storage has the file, unless the body denies it.
    """
    problem = _judge(answer, md5, whole=whole, gives_etags=gives_etags)
    if answer.first or _etag(answer).lower() == md5:
        return problem
    # It may be a late second answer to the request before
    return Problem(Code.STORAGE_NO_PROOF, http_status=200, detail=problem.code.slug if problem else _etag(answer))


def _judge(answer: Response, md5: str, *, whole: bool, gives_etags: bool) -> Problem | None:
    error, etag, body = read_storage_error(answer.body), _etag(answer), answer.body.strip()
    if error is not None and error.code:
        return _refusal(answer)
    if answer.is_web_page and (body or not etag):  # Swift calls its empty confirmation HTML
        return _from_between(answer, Code.STORAGE_ANSWER_UNREADABLE)
    proven = etag.lower() == md5
    readable = (proven or answer.whole) and not answer.too_long and not _ERROR_ELEMENT.search(answer.body)
    confirms = not body or _CONFIRMATION.fullmatch(answer.body) or (proven and not _denies(answer.body))
    if not whole or not readable or not confirms or (body and not etag):
        return Problem(Code.STORAGE_ANSWER_UNREADABLE, server_message=server_words(answer.text), http_status=200)
    if proven:
        return None
    if _etag_may_be_md5(answer):
        return Problem(Code.CHECKSUM_DIFFERS, http_status=200, detail=f"ETag {etag}, MD5 {md5}")
    # The contract promises no more than 200, but so does a gateway that keeps nothing
    return Problem(Code.STORAGE_NO_PROOF, http_status=200, detail="no ETag") if gives_etags and not etag else None


def _denies(body: bytes) -> bool:
    """Return whether the body says, in the ways of gateways, that nothing was stored."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return False
    if not isinstance(said, dict):
        return False
    status = said.get("status", said.get("code"))
    failed = isinstance(status, int) and status >= 400
    failed = failed or (isinstance(status, str) and status.lower().startswith(("err", "fail", "denied")))
    agreed = said.get("success", True) is True and said.get("ok", True) is True
    return failed or not agreed or bool(said.get("error") or said.get("errors"))


def _etag(answer: Response) -> str:
    """Return the ETag without its quotes, "" for none, and for what only looks like one: `*`, `""`."""
    match = _ETAG.fullmatch(server_words(answer.headers.get("etag", "")))
    etag: str = (match[1] or match[2] or "") if match else ""
    return etag if any(map(str.isalnum, etag)) and etag.lower() not in _NO_ETAGS else ""


def _etag_may_be_md5(answer: Response) -> bool:
    """Return whether the ETag can be an MD5.

    Under SSE-KMS and SSE-C it looks like one, and is none (Amazon S3 API Reference, "Object", ETag).
    """
    with_kms = answer.headers.get("x-amz-server-side-encryption", "").startswith("aws:kms")
    if with_kms or "x-amz-server-side-encryption-customer-algorithm" in answer.headers:
        return False
    return _MD5_LIKE.fullmatch(_etag(answer).lower()) is not None
