"""What a server answered, read with suspicion: bounded, never executed, never trusted to have the right shape."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any, Final
from xml.parsers import expat

from ledgerdrop.pipeline.redaction import redact_line

_LONGEST_WORDS: Final = 1_000
_LONGEST_RAW: Final = 4_000


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (names in lower case) and body of one HTTP answer.

    `body` holds at most as many bytes as the caller allowed; `too_long` says that there was more. `first`: it is the
    first on its connection, so it cannot be a late second answer to an earlier request.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    too_long: bool = False
    first: bool = True

    @property
    def is_web_page(self) -> bool:
        """Whether it is HTML: by its own word, or by its looks."""
        media_type = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        head = self.body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        return media_type in ("text/html", "application/xhtml+xml") or head.startswith((b"<!doctype html", b"<html"))

    @property
    def text(self) -> str:
        """The body as text; what is not UTF-8 is replaced."""
        return self.body.decode("utf-8", "replace")

    @property
    def retry_after(self) -> float | None:
        """Seconds that the server asks us to wait (RFC 9110, 10.2.3: a number, or a date), never negative.

        A date is read by the server's own clock where it tells it: this computer's may be wrong.
        """
        value = self.headers.get("retry-after", "").strip()
        if value.isascii() and value.isdigit():
            return float(value[:9])
        when = _http_date(value)
        return None if when is None else max(0.0, when - (self.server_time or time.time()))

    @property
    def server_time(self) -> float | None:
        """What the server's clock says (RFC 9110, 6.6.1), in seconds since the epoch."""
        return _http_date(self.headers.get("date", ""))


def _http_date(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).replace(tzinfo=UTC).timestamp()  # always GMT (RFC 9110, 5.6.7)
    except (ValueError, OverflowError):
        return None


def server_words(text: object, longest: int = _LONGEST_WORDS, *, cut: bool = False) -> str:
    """Return a server's words as one line of plain text, without secrets, bounded; "" for what is no text.

    `cut` says that the text was cut where it was read, so that it may end in the middle of a secret.
    """
    return redact_line(text, longest, cut=cut) if isinstance(text, str) else ""


def raw_words(answer: Answer) -> str:
    """Return the whole answer, likewise, for "Details"; "" for a web page."""
    return "" if answer.is_web_page else server_words(answer.text, _LONGEST_RAW, cut=answer.too_long)


@dataclass(frozen=True, slots=True)
class Envelope:
    """The API's envelope (get-pre-signed-url, "Response Schema"), with what has the wrong type left out.

    `success` is True only for JSON's `true`. `result` is empty when it is null, missing or no object;
    `result_is_null` tells the first two apart from the last.
    """

    success: bool
    result: Mapping[str, Any]
    result_is_null: bool
    error_code: str
    error_message: str


def read_envelope(answer: Answer) -> Envelope | None:
    """The envelope in this answer, or None if it holds none. Unknown fields are ignored."""
    if answer.too_long:
        return None
    try:
        body = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict):
        return None
    result, error = body.get("result"), body.get("error")
    error = error if isinstance(error, dict) else {}
    code = error.get("code")
    return Envelope(
        success=body.get("success") is True,
        result=result if isinstance(result, dict) else {},
        result_is_null=result is None,
        error_code=server_words(str(code)) if isinstance(code, str | int) else "",
        error_message=server_words(error.get("message")) or server_words(body.get("message")),
    )


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
