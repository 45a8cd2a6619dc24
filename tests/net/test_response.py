"""Test that answers are read with suspicion."""

from __future__ import annotations

import email.utils
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerdrop.clear_api.api import read_envelope
from ledgerdrop.clear_api.storage import read_storage_error
from ledgerdrop.net.response import Response, server_words


def _after(value: str) -> float | None:
    return Response(503, {"retry-after": value}, b"").retry_after


@pytest.mark.parametrize(("value", "seconds"), [("0", 0.0), (" 17 ", 17.0), ("99999999999999", 999999999.0)])
def test_retry_after_in_seconds(value: str, seconds: float) -> None:
    assert _after(value) == seconds


def test_retry_after_as_a_date() -> None:
    assert _after("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0
    in_an_hour = _after(email.utils.formatdate(time.time() + 3600, usegmt=True))
    assert in_an_hour is not None
    assert 3500 < in_an_hour <= 3600
    without_zone = _after(email.utils.formatdate(time.time() + 3600))
    assert without_zone is not None
    assert 3500 < without_zone <= 3600, "-0000 is not this computer's own time"


def test_retry_after_as_a_date_by_a_clock_other_than_ours() -> None:
    """Count the pause by the server's own clock; ours may be years away."""
    headers = {"retry-after": "Wed, 21 Oct 2015 07:28:07 GMT", "date": "Wed, 21 Oct 2015 07:28:00 GMT"}
    assert Response(503, headers, b"").retry_after == 7.0


@pytest.mark.parametrize(
    "value", ["", "soon", "-1", "1.5", "1e9", "\u0663", "Thu, 32 Foo 9999999 25:61:61 GMT", "1 2", "\x00"]
)
def test_retry_after_as_rubbish(value: str) -> None:
    assert _after(value) is None


@given(st.text())
def test_retry_after_as_anything(value: str) -> None:
    seconds = _after(value)
    assert seconds is None or seconds >= 0


@given(st.text())
def test_words_are_one_bounded_line_of_text(text: str) -> None:
    words = server_words(text * 50)
    assert len(words) <= 1000
    assert "\n" not in words
    words.encode()


def test_words_lose_what_could_deceive() -> None:
    assert server_words("a\u202eb\u2066c\x1b[0m\r\nd\ud800e") == "a b c [0m d e"
    assert server_words({"not": "text"}) == ""
    assert "5ca1ab1e" not in server_words("https://x.example/?X-Amz-Signature=5ca1ab1e5ca1ab1e")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'"x"',
        b"17",
        b"NaN",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 10_000,
    ],
    ids=lambda body: body[:6].decode("latin-1"),
)
def test_no_envelope(body: bytes) -> None:
    assert read_envelope(Response(200, {}, body)) is None


def test_an_envelope_with_wrong_types_is_read_as_far_as_it_goes() -> None:
    body = {"success": 1, "result": [], "error": {"code": 406, "message": ["x"]}, "message": "m", "more": {}}
    envelope = read_envelope(Response(406, {}, json.dumps(body).encode()))
    assert envelope is not None
    assert (envelope.success, envelope.result, envelope.error_code, envelope.error_message) == (None, {}, "406", "x")


def test_half_of_a_long_answer_is_not_read() -> None:
    assert read_envelope(Response(200, {}, b"{}", too_long=True)) is None


def test_a_storage_error() -> None:
    found = read_storage_error(
        b'<?xml version="1.0"?><Error xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Code>SlowDown</Code>'
        b"<Message>Please &lt;wait&gt;\nnow</Message><Details><Code>Other</Code></Details></Error>"
    )
    assert found is not None
    assert (found.code, found.message) == ("SlowDown", "Please <wait> now")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<Error>",
        b"<html></html>",
        b"<Result><Error/></Result>",
        b'<!DOCTYPE Error SYSTEM "file:///etc/passwd"><Error/>',
        b'<!DOCTYPE Error [<!ENTITY a "aaaa">]><Error><Code>&a;</Code></Error>',
        b"<Error>" * 100_000,
        b'<?xml version="1.0" encoding="no-such"?><Error/>',
    ],
    ids=lambda body: body[:24].decode("latin-1"),
)
def test_no_storage_error(body: bytes) -> None:
    assert read_storage_error(body) is None


@given(st.binary())
def test_any_bytes_are_read_as_something(body: bytes) -> None:
    read_storage_error(body)
    read_envelope(Response(200, {}, body))
