"""Test that whatever bytes a server answers, an upload ends, and ends with a value instead of a traceback."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.faults.control import FaultServer
from tests.faults.journeys import TOKEN, account_of, checked_of
from tests.faults.scenario import SIGNED, STORAGE_MARK, STORED, Step

from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.model.files import CheckedFile, Uploaded
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.network import Network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import Session, open_session

_ONCE: Final = RetryPolicy(connect=20, stall=20, confirm=20, answer=20, attempts=1, outage=0.0)

_hard = settings(
    max_examples=5 * settings().max_examples,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)

_byte_text = st.binary(max_size=60).map(lambda data: data.decode("latin-1"))
_versions = st.sampled_from(["HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2", "HTTP/9.9", "ICY", "http/1.1", ""])
_statuses = st.sampled_from(
    ["200", "100", "103", "204", "206", "302", "304", "403", "503", "000", "999", "2", "-1", "0x1", ""]
)
_names = st.sampled_from([
    "Content-Length", "Transfer-Encoding", "Content-Encoding", "Content-Type", "ETag", "Retry-After", "Connection",
    "Location", "Set-Cookie", "x-amz-server-side-encryption", "", "\xe4", "X Y",
])  # fmt: skip
_values = st.one_of(
    _byte_text,
    st.sampled_from([
        "0", "5", "-5", "99999999999999999999", "5, 6", "chunked", "gzip", "deflate", "gzip, chunked", "identity",
        "text/html", "application/xml", "close", "Upgrade", '"0123456789abcdef0123456789abcdef"', "aws:kms",
        "Thu, 32 Foo 9999999 25:61:61 GMT", "Wed, 21 Oct 2015 07:28:00 -0000", "1e9", "9" * 5000,
    ]),
)  # fmt: skip
_bodies = st.one_of(
    _byte_text,
    st.sampled_from([
        SIGNED.body, SIGNED.body[:-20], "<Error><Code>SlowDown</Code></Error>", "<Error><Code>", "<html>",
        "5\r\nhello\r\n0\r\n\r\n", "5\r\nhel", "zz\r\n", "ffffffffffffffffff\r\n", "\x1f\x8b\x08", "\xff\xfe<\x00",
        '<?xml version="1.0" encoding="utf-7"?><Error><Code>+ADw-</Code></Error>', "\x00" * 50,
    ]),
)  # fmt: skip


@st.composite
def _answers(draw: st.DrawFn) -> str:
    """Return an answer that is nearly one."""
    if draw(st.integers(0, 9)) == 0:
        return draw(_byte_text) or "x"
    end = draw(st.sampled_from(["\r\n", "\r\n", "\r\n", "\n", "\r"]))
    lines = [f"{draw(_versions)} {draw(_statuses)} {draw(st.sampled_from(['OK', '', 'x' * 100]))}"]
    lines += [f"{name}: {value}" for name, value in draw(st.lists(st.tuples(_names, _values), max_size=5))]
    return end.join(lines) + draw(st.sampled_from([end * 2, end * 2, end, ""])) + draw(_bodies)


_json_values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20),
        st.sampled_from([STORAGE_MARK, "https://\x00", "https://[::1", "https://[x]/", "//x/y", "https://%zz/", "https://"]),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["uploadUrl", "code", "message", "status", "x"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
_envelopes = st.dictionaries(
    st.sampled_from(["status", "success", "message", "result", "error", "metadata"]),
    st.one_of(_json_values, st.just(True), st.fixed_dictionaries({"uploadUrl": _json_values})),
)


@pytest.fixture(scope="module")
def session(fault_network: Network) -> Iterator[Session]:
    with open_session(fault_network, _ONCE) as opened:
        yield opened


@pytest.fixture
def checked(tmp_path: Path) -> CheckedFile:
    path = tmp_path / "ledger.csv"
    path.write_bytes(b"a,b\n1,2\n")
    return checked_of(path)


def _is_plain(words: str) -> bool:
    """Return whether the text has no line ends, control characters or lone surrogates."""
    return not {unicodedata.category(character) for character in words} & {"Cc", "Cs", "Zl", "Zp"}


def _outcome(
    faults: FaultServer, session: Session, checked: CheckedFile, api: Step, storage: Step
) -> Uploaded | Problem:
    with faults.scenario([api], [storage], "http", "http") as scenario:
        outcome = send(session, account_of(scenario.base_url), TOKEN, checked, Controls())
        assert not scenario.requests("elsewhere")
    if isinstance(outcome, Problem):
        assert outcome.code is not Code.UNEXPECTED, outcome.detail
        for words in (outcome.server_message, outcome.server_code):
            assert _is_plain(words)
    return outcome


@_hard
@given(raw=_answers())
@example(raw="HTTP/1.1 200 OK\r\nContent-Length: 0")
def test_of_the_api(faults: FaultServer, session: Session, checked: CheckedFile, raw: str) -> None:
    _outcome(faults, session, checked, Step(raw=raw, end="close"), STORED)


@_hard
@given(raw=_answers())
@example(raw="HTTP/1.1 200 O")
@example(raw="HTTP/1.1 200 OK\r\nETag")
@example(raw="HTTP/0.9 200 OK\r\n\r\n")
def test_of_storage(faults: FaultServer, session: Session, checked: CheckedFile, raw: str) -> None:
    outcome = _outcome(faults, session, checked, SIGNED, Step(raw=raw, end="close"))
    if isinstance(outcome, Uploaded):
        assert " 200" in raw
        assert _is_plain(outcome.etag)


@_hard
@given(body=_envelopes)
def test_of_the_api_in_json(
    faults: FaultServer, session: Session, checked: CheckedFile, body: dict[str, Any]
) -> None:
    _outcome(faults, session, checked, Step(200, (("Content-Type", "application/json"),), json.dumps(body)), STORED)
