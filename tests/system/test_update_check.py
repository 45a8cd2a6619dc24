"""Asking for a newer version, of a real server in another process, over TLS."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.faults.control import FaultServer
from tests.faults.scenario import Request, Step, html, redirect
from tests.servers.proxies import free_port, tinyproxy

import ledgerdrop
from ledgerdrop.model.accounts import is_https_url
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Policy, ProxyChoice, ProxyMode, Settings
from ledgerdrop.net.network import Network, open_network
from ledgerdrop.net.proxies import Routes
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.system.update_check import (
    DAY,
    FILE_NAME,
    LONGEST_NEWS,
    MOST_LINES,
    LastCheck,
    Release,
    Standing,
    address_of,
    ask,
    read_release,
    recall,
    release_form,
    remember,
    standing,
)

PAGE = "https://www.example.com/download"
NEWER = Release("9.1.0", PAGE, {"en": "Faster.", "hi": "तेज़।"})
QUICK = RetryPolicy(connect=5.0, answer=20.0)


def says(form: object) -> Step:
    """A server that answers with this."""
    return Step(200, (("Content-Type", "application/json"),), json.dumps(form))


def asked(
    server: FaultServer, network: Network, step: Step, patience: RetryPolicy = QUICK, door: str = "https"
) -> tuple[Release | Problem, Sequence[Request]]:
    """What came of asking that server, and what arrived there, at its address or elsewhere."""
    with server.scenario([step], api_door=door) as scenario:
        outcome = ask(f"{scenario.base_url}/latest.json", network, CancelToken(), patience)
        return outcome, scenario.requests()


def test_a_newer_version_is_told_and_nothing_is_said_of_the_user(faults: FaultServer, fault_network: Network) -> None:
    answer = {**release_form(NEWER), "later": {"fields": [1]}}
    outcome, (request,) = asked(faults, fault_network, says(answer))
    assert outcome == NEWER
    assert (request.method, request.received) == ("GET", 0)
    names = {name.lower() for name, _ in request.headers}
    assert names == {"host", "user-agent", "accept", "cache-control", "pragma"}
    assert request.header("user-agent") == f"LedgerDrop/{ledgerdrop.__version__}"
    assert request.target.endswith("/latest.json")  # no query


@pytest.mark.parametrize(
    "step",
    [
        Step(204),
        Step(404, body="{}"),
        Step(500, body=json.dumps(release_form(NEWER))),
        html(),
        Step(body="{"),
        Step(body="[" * 60_000),
        Step(body="\xff\xfe"),
        says([]),
        says({"version": "9.1.0"}),
        says({"version": 9, "page": PAGE}),
        says({"version": "latest", "page": PAGE}),
        says({"version": "9.1.0", "page": "http://127.0.0.1/download"}),
        says({"version": "9.1.0", "page": "javascript:alert(1)//https://"}),
        says({"version": "9.1.0", "page": f"https://user@{PAGE[8:]}"}),
        says({"version": "9.1.0", "page": PAGE + "x" * 3000}),
        says({"version": "9.1.0", "page": PAGE, "news": ["<b>"]}),
        says({"version": "9.1.0", "page": PAGE, "news": {"en": 1}}),
        Step(body=json.dumps(release_form(NEWER)) + " " * (1 << 16)),
        Step(body=" " * 65_536, repeat=48, chunked=True),
    ],
)
def test_any_other_answer_is_none(faults: FaultServer, fault_network: Network, step: Step) -> None:
    outcome, requests = asked(faults, fault_network, step)
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.NEWEST_UNKNOWN
    assert outcome.params == {"host": "127.0.0.1"}
    assert len(requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(faults: FaultServer, fault_network: Network, status: int) -> None:
    outcome, requests = asked(faults, fault_network, redirect(status))
    assert isinstance(outcome, Problem)
    assert [request.place for request in requests] == ["api"]


def test_a_slow_answer_ends_in_time(faults: FaultServer, fault_network: Network) -> None:
    outcome, _ = asked(faults, fault_network, Step(body="{" * 1000, drip=0.05), RetryPolicy(connect=1.0, answer=0.5))
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.API_ANSWER_SLOW


@pytest.mark.parametrize(
    ("door", "code"),
    [
        ("unknown", Code.CERTIFICATE_UNTRUSTED),
        ("wrong_name", Code.CERTIFICATE_WRONG_NAME),
        ("expired", Code.CERTIFICATE_EXPIRED),
    ],
)
def test_a_server_that_cannot_prove_who_it_is_hears_nothing(
    faults: FaultServer, fault_network: Network, door: str, code: Code
) -> None:
    outcome, requests = asked(faults, fault_network, says(release_form(NEWER)), door=door)
    assert isinstance(outcome, Problem)
    assert outcome.code is code
    assert requests == []


def test_an_address_that_is_not_encrypted_is_not_asked(faults: FaultServer, fault_network: Network) -> None:
    before = faults.connections("http")
    outcome, requests = asked(faults, fault_network, says(release_form(NEWER)), door="http")
    assert isinstance(outcome, Problem)
    assert requests == []
    assert faults.connections("http") == before


def test_a_server_that_is_not_there(fault_network: Network) -> None:
    outcome = ask(f"https://127.0.0.1:{free_port()}/", fault_network, CancelToken(), QUICK)
    assert isinstance(outcome, Problem)
    assert outcome.code is Code.CONNECTION_REFUSED


@pytest.mark.skipif(sys.platform == "win32", reason="tinyproxy is none of Windows")
def test_it_goes_through_the_company_proxy(faults: FaultServer, fault_ca: Path, tmp_path: Path) -> None:
    with tinyproxy(tmp_path) as proxy, faults.scenario([says(release_form(NEWER))]) as scenario:
        routes = Routes(ProxyChoice(ProxyMode.MANUAL, f"http://{proxy}"))
        # To this machine itself the way is always direct, so the route is asked for another host.
        network = open_network(lambda _url: routes.mapping("https://x.example/"), {"SSL_CERT_FILE": str(fault_ca)})
        assert isinstance(network, Network)
        assert ask(scenario.base_url, network, CancelToken()) == NEWER
    network = open_network(lambda _url: routes.mapping("https://x.example/"), {"SSL_CERT_FILE": str(fault_ca)})
    assert isinstance(network, Network)
    with faults.scenario([says(release_form(NEWER))]) as scenario:  # it never goes round one that is gone
        outcome = ask(scenario.base_url, network, CancelToken(), QUICK)
        assert isinstance(outcome, Problem)
        assert outcome.code is Code.PROXY_UNREACHABLE
        assert scenario.requests() == []


def test_it_can_be_given_up(faults: FaultServer, fault_network: Network) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with faults.scenario([says(release_form(NEWER))]) as scenario, pytest.raises(Cancelled):
        ask(scenario.base_url, fault_network, cancel)


def test_news_are_bounded_plain_text() -> None:
    text = "First: \u202e<b>bold</b>\x1b[31m & more\r\n\n\n" + "\n".join(f"Line {n} " + "x" * 150 for n in range(99))
    release = read_release({"version": "9.0", "page": PAGE, "news": text})
    assert release is not None
    news = release.news_in("en")
    assert news.split()[:4] == ["First:", "<b>bold</b>", "[31m", "&"]
    assert not any(not character.isprintable() for character in news.replace("\n", ""))
    assert len(news) <= LONGEST_NEWS
    assert len(news.splitlines()) <= MOST_LINES
    assert news.endswith("…")


def test_news_come_in_the_language_in_use_or_the_next_best() -> None:
    assert NEWER.news_in("hi") == "तेज़।"
    assert NEWER.news_in("ar") == "Faster."
    assert Release("9", PAGE, {"fr": "Vite."}).news_in("ar") == "Vite."
    assert Release("9", PAGE, {"": "Plain."}).news_in("hi") == "Plain."
    assert Release("9", PAGE, {}).news_in("hi") == ""


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists) | st.text())
def test_no_answer_is_a_bug(value: object) -> None:
    for name in ("version", "page", "news"):
        release = read_release({**release_form(NEWER), name: value})
        assert release is None or is_https_url(release.page)


def test_it_is_remembered_when_somebody_was_asked_and_what_was_told(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert recall(folder) == LastCheck()
    for memory in (LastCheck(1.75e9, NEWER), LastCheck(1.75e9)):
        assert remember(folder, memory)
        assert recall(folder) == memory


@pytest.mark.parametrize(
    "content",
    [b"", b"[", b"[]", b"\xff\xfe", b'{"asked_at": true}', b'{"asked_at": "soon", "release": 1}', b"[" * 70_000,
     b'{"asked_at": 1' + b"0" * 400 + b"}", b'{"asked_at": null, "release": {"version": "9", "page": "file:///x"}}'],
)  # fmt: skip
def test_a_memory_that_cannot_be_read_is_forgotten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert recall(tmp_path) == LastCheck()


@pytest.mark.parametrize("written", ["NaN", "Infinity", "1e300", "-1e300"])
def test_no_time_makes_it_wait_for_ever(tmp_path: Path, written: str) -> None:
    (tmp_path / FILE_NAME).write_text(f'{{"asked_at": {written}}}', encoding="ascii")
    assert recall(tmp_path).is_due(1.75e9)


def test_once_a_day_whatever_the_clock_does() -> None:
    now = 1.75e9
    assert LastCheck().is_due(now)
    assert not LastCheck(now).is_due(now)
    assert not LastCheck(now).is_due(now + DAY - 1)
    assert LastCheck(now).is_due(now + DAY)
    assert LastCheck(now).is_due(now - 1)  # the clock was put back


def test_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert not remember(tmp_path / "data", LastCheck(1.75e9))


def by_it(address: str | None, *, ask_for: bool = True, fixed: bool = False) -> Settings:
    policy = Policy(frozenset({"ask_for_updates"} if fixed else ()), updates_address=address)
    return Settings(ask_for_updates=ask_for, policy=policy)


@pytest.mark.parametrize(
    ("settings", "how", "whom"),
    [
        (Settings(), Standing.NOT_SET_UP, ""),
        (by_it(PAGE), Standing.ON, PAGE),
        (by_it(PAGE, fixed=True), Standing.ON, PAGE),
        (by_it(PAGE, ask_for=False), Standing.OFF, PAGE),
        (by_it(PAGE, ask_for=False, fixed=True), Standing.OFF_BY_IT, PAGE),
        (by_it(None, ask_for=False, fixed=True), Standing.OFF_BY_IT, ""),
        (by_it(""), Standing.OFF_BY_IT, ""),
        (by_it("http://127.0.0.1/"), Standing.NOT_SET_UP, ""),
    ],
)
def test_who_decides_whether_somebody_is_asked(settings: Settings, how: Standing, whom: str) -> None:
    assert (standing(settings), address_of(settings)) == (how, whom)


def test_the_programs_own_address_is_none_or_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ledgerdrop.UPDATES_ADDRESS == "" or is_https_url(ledgerdrop.UPDATES_ADDRESS)
    monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", PAGE)
    assert (standing(Settings()), address_of(Settings())) == (Standing.ON, PAGE)
    assert address_of(by_it("https://it.example/")) == "https://it.example/"
    monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", "http://example.com/")
    assert standing(Settings()) is Standing.NOT_SET_UP
