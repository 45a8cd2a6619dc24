"""Read what a server answered: its words for people, its headers, and all of it for "Details"."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Final

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.redaction import redact_line

_LONGEST_WORDS: Final = 1_000
_LONGEST_RAW: Final = 4_000
_LONGEST_PAGE: Final = 100_000  # characters
# Fields that hold a text for people: of Clear, Amazon's gateway, OAuth (RFC 6749, 5.2), problem details (RFC 9457),
# Apigee, Spring, FastAPI and their kind; in lower case, without "_" and "-"
_MESSAGE_FIELDS: Final = (
    "error",
    "errors",
    "fault",
    "message",
    "errormessage",
    "errordescription",
    "faultstring",
    "msg",
    "title",
    "detail",
    "details",
    "description",
    "reason",
    "validationerrors",
)
_LISTS_OF_MESSAGES: Final = frozenset({"errors", "validationerrors", "details"})
_DEEPEST_MESSAGE: Final = 5
_MOST_MESSAGES: Final = 10


@dataclass(frozen=True)
class Response:
    """Holds status, headers (names in lower case) and body of one HTTP answer.

    `body` holds at most as many bytes as the caller allowed; `too_long` says that there was more. `first` says that
    it is the first answer on its connection, so it cannot be a late second answer to an earlier request. `whole` says
    that the answer named its own end, was read to there and unpacked, and nothing followed it; one that is not whole
    may have meant something else.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    too_long: bool = False
    first: bool = True
    whole: bool = True

    @property
    def is_web_page(self) -> bool:
        """Return whether the answer is HTML, by its Content-Type or by its first characters."""
        media_type = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        head = self.body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        return media_type in ("text/html", "application/xhtml+xml") or head.startswith((b"<!doctype html", b"<html"))

    @property
    def text(self) -> str:
        """Return the body as text; what is not UTF-8 is replaced."""
        return self.body.decode("utf-8", "replace")

    @property
    def words(self) -> str:
        """Return what the answer says to people, as one bounded line of plain text; "" where it says nothing.

        Of a web page that is its text; of JSON the messages in it, or all of it where there are none.
        """
        if self.is_web_page:
            page = self.text
            return server_words(_page_text(page[:_LONGEST_PAGE]), cut=self.too_long or len(page) > _LONGEST_PAGE)
        if self.too_long:
            return server_words(self.text, cut=True)
        try:
            messages = list(messages_in(json.loads(self.body)))
        except (ValueError, RecursionError):
            messages = []
        return server_words("; ".join(dict.fromkeys(messages))) or server_words(self.text)

    def problem(self, code: Code, words: str | None = None, server_code: str = "") -> Problem:
        """Return the problem with this code for this answer; `words` stand in for all that the server says."""
        said = self.words if words is None else words
        return Problem(
            code, server_message=said, server_code=server_code, http_status=self.status, retry_after=self.retry_after
        )

    @property
    def retry_after(self) -> float | None:
        """Return the seconds that the server asks us to wait (RFC 9110, 10.2.3: a number, or a date), never negative.

        A date is compared with the server's own clock where the answer has one: this computer's may be wrong.
        """
        value = self.headers.get("retry-after", "").strip()
        if value.isascii() and value.isdigit():
            return float(value[:9])
        when = _http_date(value)
        return None if when is None else max(0.0, when - (self.server_time or time.time()))

    @property
    def server_time(self) -> float | None:
        """Return what the server's clock says (RFC 9110, 6.6.1), in seconds since the epoch."""
        return _http_date(self.headers.get("date", ""))


class _PageText(HTMLParser):
    """Collects the text of a web page: its title and its body, without scripts and styles."""

    _UNSEEN: Final = frozenset({"script", "style", "template", "noscript", "svg", "select", "object"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self._unseen += tag in self._UNSEEN

    def handle_endtag(self, tag: str) -> None:
        if tag in self._UNSEEN:
            self._unseen = max(0, self._unseen - 1)

    def handle_data(self, data: str) -> None:
        if not self._unseen and (words := " ".join(data.split())):
            self.parts.append(words)


def _page_text(page: str) -> str:
    reader = _PageText()
    try:
        reader.feed(page)
        reader.close()
    except (AssertionError, ValueError):  # from its depths, for some broken declarations
        return " ".join(re.sub(r"<[^>]*>", " ", page).split())
    return " ".join(dict.fromkeys(reader.parts))


def messages_in(value: object, depth: int = 0) -> Iterator[str]:
    """Find the texts meant for people in the JSON of an API, a gateway or a framework, most telling ones first."""
    if depth > _DEEPEST_MESSAGE:
        return
    if isinstance(value, list):
        for item in value[:_MOST_MESSAGES]:
            yield from (item.strip(),) if isinstance(item, str) and item.strip() else messages_in(item, depth + 1)
    elif isinstance(value, dict):
        fields = {str(name).lower().replace("_", "").replace("-", ""): inner for name, inner in value.items()}
        for name in _MESSAGE_FIELDS:
            inner = fields.get(name)
            if isinstance(inner, str) and inner.strip():
                yield inner.strip()
            elif isinstance(inner, dict) and name in _LISTS_OF_MESSAGES and not list(messages_in(inner, depth + 1)):
                # By the name of what was wrong: {"errors": {"filename": ["must not be empty"]}}
                for what, texts in list(inner.items())[:_MOST_MESSAGES]:
                    yield from (f"{what}: {text}" for text in messages_in([texts], depth + 1))
            else:
                yield from messages_in(inner, depth + 1)


def _http_date(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).replace(tzinfo=UTC).timestamp()  # always GMT (RFC 9110, 5.6.7)
    except (ValueError, OverflowError):
        return None


def server_words(text: object, longest: int = _LONGEST_WORDS, *, cut: bool = False) -> str:
    """Return a server's words as one line of plain text, without secrets, bounded; "" for what is no text.

    `cut` says that the text was cut before, so that it may end in the middle of a secret.
    """
    return redact_line(text, longest, cut=cut) if isinstance(text, str) else ""


def raw_words(answer: Response) -> str:
    """Return the whole answer for "Details", redacted and bounded; "" for a web page."""
    return "" if answer.is_web_page else server_words(answer.text, _LONGEST_RAW, cut=answer.too_long)
