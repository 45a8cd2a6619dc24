"""Define what goes over the wire: requests, the API's JSON, S3's XML errors, and the faults that file names ask for.

Sources: docs/clear-api.md, 1; Amazon S3 API Reference, "Error Responses".
"""

from __future__ import annotations

import html
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

PREFIX: Final = "provoke-"

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Response:
    """Holds one HTTP response."""

    status: int
    body: bytes = b""
    headers: Headers = ()


@dataclass
class Request:
    """Holds a request as it arrived: `target` and `headers` unchanged, `fields` by lower-case name.

    `path` and `query` are the two parts of the target, still percent-encoded.

    `receive` fills the start of a block with the next bytes of the connection; it waits for at least one byte, and
    returns how many came, 0 at the end.
    """

    method: str
    target: str
    headers: Headers
    receive: Callable[[memoryview], int]
    path: str = field(init=False)
    query: str = field(init=False)
    fields: dict[str, str] = field(default_factory=dict)
    unread: int = 0  # bytes of the body

    def __post_init__(self) -> None:
        self.path, _, self.query = self.target.partition("?")
        for name, value in self.headers:
            key = name.lower()
            self.fields[key] = f"{self.fields[key]},{value}" if key in self.fields else value
        self.unread = self.length or 0

    @property
    def length(self) -> int | None:
        """Return the bytes of the body as announced by Content-Length; None when it says nothing, or nonsense."""
        text = self.fields.get("content-length", "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None

    @property
    def is_read(self) -> bool:
        """Return whether all of the body was read, so that another request can follow."""
        nonsense = "content-length" in self.fields and self.length is None
        return not self.unread and not nonsense and "transfer-encoding" not in self.fields

    def read_into(self, block: memoryview) -> int:
        """Fill the start of `block` with the next bytes of the body, at least one; 0 at its end."""
        size = self.receive(block[: self.unread]) if self.unread else 0
        self.unread -= size
        return size

    def read(self) -> bytes | None:
        """Return the whole body, or None when it ends too early."""
        body, done = bytearray(self.unread), 0
        while size := self.read_into(memoryview(body)[done:]):
            done += size
        return bytes(body) if done == len(body) else None


def json_answer(status: int, content: object, headers: Headers = ()) -> Response:
    """Return a response with any JSON."""
    return Response(status, json.dumps(content).encode(), (("Content-Type", "application/json"), *headers))


def success(result: object, message: str) -> Response:
    """Return a result in the API's envelope."""
    content = {"status": 200, "success": True, "message": message, "result": result, "error": None, "metadata": None}
    return json_answer(200, content)


def failure(status: int, message: str, headers: Headers = ()) -> Response:
    """Return an error in the API's envelope."""
    error = {"code": str(status), "message": message, "validationErrors": None}
    content = {"status": status, "success": False, "message": "ERROR", "result": None, "error": error}
    return json_answer(status, {**content, "metadata": None}, headers)


UNAUTHORIZED: Final = Response(401, b"UNAUTHORIZED", (("Content-Type", "text/plain"),))

# S3's errors by their codes: the status, and the usual message
_S3_ERRORS: Final = {
    "AccessDenied": "403 Access Denied",
    "AuthorizationQueryParametersError": (
        "400 Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-"
        "Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters."
    ),
    "EntityTooLarge": "400 Your proposed upload exceeds the maximum allowed size",
    "IncompleteBody": "400 You did not provide the number of bytes specified by the Content-Length HTTP header",
    "InternalError": "500 We encountered an internal error. Please try again.",
    "InvalidAccessKeyId": "403 The AWS Access Key Id you provided does not exist in our records.",
    "InvalidArgument": (
        "400 Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string "
        "parameter or the Authorization header should be specified"
    ),
    "InvalidURI": "400 Couldn't parse the specified URI.",
    "KeyTooLongError": "400 Your key is too long",
    "MethodNotAllowed": "405 The specified method is not allowed against this resource.",
    "MissingContentLength": "411 You must provide the Content-Length HTTP header.",
    "NoSuchBucket": "404 The specified bucket does not exist",
    "NotImplemented": "501 A header you provided implies functionality that is not implemented",
    "RequestTimeout": (
        "400 Your socket connection to the server was not read from or written to within the timeout period. Idle"
        " connections will be closed."
    ),
    "SignatureDoesNotMatch": (
        "403 The request signature we calculated does not match the signature you provided. Check your key and "
        "signing method."
    ),
}


@dataclass(frozen=True)
class StorageError:
    """Describes one error of S3; `extra` are further elements of its document, `message` replaces the usual one."""

    code: str
    message: str = ""
    extra: Headers = ()

    def answer(self, resource: str = "") -> Response:
        """Return the error as an HTTP response; `resource` is the path that was asked for."""
        status, _, usual = _S3_ERRORS[self.code].partition(" ")
        request_id, host_id = secrets.token_hex(8).upper(), secrets.token_urlsafe(32)
        elements = [("Code", self.code), ("Message", self.message or usual), *self.extra]
        elements += [("Resource", resource), ("RequestId", request_id), ("HostId", host_id)]
        inner = "".join(f"<{name}>{_text(value)}</{name}>" for name, value in elements)
        document = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error>{inner}</Error>'
        headers = (("Content-Type", "application/xml"), ("x-amz-request-id", request_id), ("x-amz-id-2", host_id))
        return Response(int(status), document.encode(), headers)


def _text(value: str) -> str:
    # XML 1.0 has no way to write most control characters.
    printable = "".join(c if c >= " " or c in "\n\t" else "?" for c in value)
    return html.escape(printable, quote=False)


@dataclass(frozen=True)
class Fault:
    """Holds one fault: what happens, in a sentence, and the answer that comes instead of the usual one.

    A fault that is to happen `once` happens every other time.
    """

    sentence: str
    answer: Response
    once: bool = False


# A file named `provoke-X.csv` (or .xlsx, .xls, .zip) meets the fault X, so that it can be watched what the window
# says. Token, integration ID, name and signature are checked first. When the upload's URL is asked for ...
AT_API: Final = {
    "406": Fault("The API refuses the file (406).", failure(406, "This is the practice server's error 406.")),
    "once-503": Fault(
        "The API is busy once (503); the next request is fine.",
        failure(503, "The service is busy.", (("Retry-After", "2"),)),
        once=True,
    ),
}
# ... and when the file is uploaded.
AT_STORAGE: Final = {"storage-403": Fault("Storage refuses the file (403).", StorageError("AccessDenied").answer())}


def fault_name(filename: str) -> str:
    """Return the name of the fault that a file asks for, "" when it asks for none."""
    stem = PurePosixPath(filename).stem.lower()
    return stem.removeprefix(PREFIX) if stem.startswith(PREFIX) else ""


def table() -> str:
    """Return a line for each fault, for `ledgerdrop practice --help`."""
    rows = {**AT_API, **AT_STORAGE}
    return "\n".join(f"  {f'{PREFIX}{name}.csv':<34}{fault.sentence}" for name, fault in rows.items())
