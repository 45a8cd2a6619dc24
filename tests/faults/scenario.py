"""Define what the fault server is told to do, and what it reports: plain values that go through JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

# In a body or a header's value the server puts these in place of
MD5_MARK: Final = "@md5@"  # the MD5 of the body it received, in hex
NAME_MARK: Final = "@name@"  # the file's name for which a URL was asked, quoted
NOW_MARK: Final = "@now@"  # the time, as the header Date has it
# and the test, before it hands a scenario over, the addresses of
STORAGE_MARK: Final = "@storage@"  # where to upload to, as the API would sign it
PLACE_MARK: Final = "@place@"  # the folder of storage in which files lie
ELSEWHERE_MARK: Final = "@elsewhere@"  # a third address of the same server, the target of redirects

SIGNATURE: Final = "5ca1ab1e" * 8  # a canary: must be seen by storage, and by nothing else
QUERY: Final = (
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260208T121803Z&X-Amz-SignedHeaders=content-type%3Bhost"
    "&X-Amz-Expires=3599&X-Amz-Credential=AKIATESTTESTTEST%2F20260208%2Fap-south-1%2Fs3%2Faws4_request"
    f"&X-Amz-Signature={SIGNATURE}"
)

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Says how one request is met. Text is sent as Latin-1, so that every byte can be written.

    First `interim` is sent, then the share `read` of the body is read. `hold` then waits until the test releases
    the scenario or the client goes away. The answer follows: `raw` word for word, or one made of `version`,
    `status`, `headers` and `repeat` times `body`, with a Content-Length unless `headers` name a length or `chunked`
    is set. After it comes `again`, word for word, which no one asked for. `drip` is the pause between its bytes in
    seconds, `cut` the number of bytes that are sent of it. `end`: "keep" the connection, "close" it at once (what was
    not read makes that a reset), "linger" (end our side, read the rest, close), or "reset".
    """

    status: int = 200
    headers: Headers = ()
    body: str = ""
    raw: str = ""
    again: str = ""
    interim: str = ""
    read: float = 1.0
    hold: bool = False
    version: str = "HTTP/1.1"
    chunked: bool = False
    repeat: int = 1
    drip: float = 0.0
    cut: int | None = None
    end: str = "keep"


@dataclass(slots=True)
class Request:
    """Holds one request as it arrived, and the status that the practice server answered (None: it gave no answer).

    At a scenario's `door`, `received` counts the bytes of its body, and `sha256` is of them, in hex.
    """

    method: str
    target: str
    headers: Sequence[Sequence[str]]  # pairs
    connection: int
    door: str = ""
    status: int | None = None
    received: int = 0
    sha256: str = ""
    complete: bool = False
    stray: str | None = None  # at the tapped door: what followed on the wire that is no TLS record

    @property
    def place(self) -> str:
        """Return where the request came to in its scenario: "api", "storage", or "elsewhere"."""
        parts = self.path.split("/")
        return parts[2] if len(parts) > 2 and parts[2] in {"storage", "elsewhere"} else "api"

    @property
    def path(self) -> str:
        """Return the target without its query."""
        return self.target.partition("?")[0]

    def header(self, name: str) -> str | None:
        """Return the value of a header, None if it was not sent; fails when it was sent twice."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        assert len(values) < 2, f"{name} was sent {len(values)} times"
        return values[0] if values else None


def html(text: str = "Please sign in") -> Step:
    """Return a captive portal's page."""
    page = f"<!DOCTYPE html>\n<html><body>{text}</body></html>"
    return Step(200, (("Content-Type", "text/html; charset=utf-8"),), page)


def redirect(status: int = 302) -> Step:
    """Return a redirect to the address that must never hear of us."""
    return Step(status, (("Location", ELSEWHERE_MARK),))


def envelope(status: int = 200, **changes: Any) -> Step:
    """Return the API's answer with a pre-signed URL (docs/clear-api.md, 1), with these fields changed."""
    body = {
        "status": status,
        "success": True,
        "message": "generated pre-sign url successfully",
        "result": {"status": "OK", "uploadUrl": STORAGE_MARK},
        "error": None,
        "metadata": None,
    }
    return Step(status, (("Content-Type", "application/json"),), json.dumps(body | changes))


def refusal(status: int, message: str = "Ask again.", code: str = "E-17", headers: Headers = ()) -> Step:
    """Return the API's answer that refuses a request (docs/clear-api.md, 1)."""
    error = {"code": code, "message": message, "validationErrors": None}
    body = {"status": status, "success": False, "message": "ERROR", "result": None, "error": error, "metadata": None}
    return Step(status, (("Content-Type", "application/json"), *headers), json.dumps(body))


def s3_error(status: int, code: str, message: str = "Storage says so.", **how: Any) -> Step:
    """Return S3's error document."""
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>"
    )
    return Step(status, (("Content-Type", "application/xml"),), body, **how)


def signed_anew(number: int) -> Step:
    """Return an answer in which the API gives each file a place of its own, as Clear does."""
    return envelope(result={"status": "OK", "uploadUrl": f"{PLACE_MARK}/{number}/{NAME_MARK}?{QUERY}"})


SIGNED: Final = envelope()  # the API gives a URL
STORED: Final = Step(200, (("ETag", f'"{MD5_MARK}"'),))  # storage confirms
