from __future__ import annotations

import base64
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import keyring.backend
import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode
from ledgerdrop.net.exchange import fetch
from ledgerdrop.net.network import DIRECT, Network, Route, Routes, open_network, route
from ledgerdrop.net.session import open_session
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.runtime.redaction import redact
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.proxy_address import (
    SignIn,
    forget_sign_in,
    normal_proxy_url,
    read_sign_in,
    write_sign_in,
)

CLEAR = "https://api.clear.in/one-integration/action/pre-sign"
SYSTEM = ProxyChoice()
SIGN_IN = SignIn("firm\\ravi", "canary:p@ss/%20 ु")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ftp_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def manual(url: str) -> ProxyChoice:
    return ProxyChoice(ProxyMode.MANUAL, url)


def through(found: Route | Problem) -> str:
    assert isinstance(found, Route), found
    (url,) = found.mapping.values()
    assert url.count("@") <= 1
    return url.partition("://")[2].rpartition("@")[2]


def test_without_any_setting_the_way_is_direct() -> None:
    assert route(CLEAR, SYSTEM) == DIRECT


@pytest.mark.parametrize("name", ["https_proxy", "HTTPS_PROXY", "all_proxy"])
@pytest.mark.parametrize("value", ["http://proxy.firm:3128", "proxy.firm:3128", "http://proxy.firm:3128/"])
def test_the_environment_names_the_proxy(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert route(CLEAR, SYSTEM) == Route({"https": "http://proxy.firm:3128"})


def test_a_proxy_for_http_is_not_one_for_https(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.firm:3128")
    assert route(CLEAR, SYSTEM) == DIRECT
    assert through(route("http://intranet/", SYSTEM)) == "proxy.firm:3128"


@pytest.mark.parametrize(
    ("no_proxy", "url", "direct"),
    [
        ("clear.in", CLEAR, True),
        (".clear.in,firm", CLEAR, True),
        ("*", CLEAR, True),
        ("10.0.0.0/8", "https://10.1.2.3/", True),
        ("10.0.0.0/8", "https://11.1.2.3/", False),
        ("unclear.in", CLEAR, False),
    ],
)
def test_what_the_environment_exempts_is_reached_directly(
    monkeypatch: pytest.MonkeyPatch, no_proxy: str, url: str, direct: bool
) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.firm:3128")
    monkeypatch.setenv("no_proxy", no_proxy)
    assert (route(url, SYSTEM) == DIRECT) is direct


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/x", "https://localhost/", "http://[::1]:80/"])
def test_the_practice_server_is_reached_directly_whatever_is_set(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("all_proxy", "http://proxy.firm:3128")
    for choice in (SYSTEM, manual("http://proxy.firm:3128")):
        assert route(url, choice, find=lambda _: ["http://proxy.firm:1"]) == DIRECT


def test_a_choice_of_the_user_outweighs_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.firm:3128")
    assert route(CLEAR, ProxyChoice(ProxyMode.NONE)) == DIRECT
    assert through(route(CLEAR, manual("other.firm:8080"))) == "other.firm:8080"


def test_the_systems_answer_is_asked_for_that_url_and_its_first_proxy_taken() -> None:
    asked: list[str] = []

    def find(url: str) -> list[str]:
        asked.append(url)
        return ["http://pac.firm:8080", "http://second.firm:8080"]

    assert through(route(CLEAR, SYSTEM, find=find)) == "pac.firm:8080"
    assert asked == [CLEAR]
    assert route(CLEAR, SYSTEM, find=lambda _: []) == DIRECT


def test_the_environment_comes_before_the_systems_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.firm:3128")
    assert through(route(CLEAR, SYSTEM, find=lambda _: ["http://pac.firm:8080"])) == "proxy.firm:3128"


@pytest.mark.parametrize(
    ("text", "proxy"),
    [
        ("proxy.firm:8080", "proxy.firm:8080"),
        (" http://proxy.firm ", "proxy.firm:80"),
        ("https://proxy.firm", "proxy.firm:443"),
        ("http://[2001:db8::1]:3128", "[2001:db8::1]:3128"),
        ("HTTP://PROXY.FIRM:1", "proxy.firm:1"),
    ],
)
def test_addresses_as_people_write_them(text: str, proxy: str) -> None:
    assert through(route(CLEAR, manual(text))) == proxy


@pytest.mark.parametrize(
    "text",
    [
        "",
        "socks5://proxy.firm:1080",
        "http://",
        "http://a b:1",
        "http://proxy:port",
        "http://[::1",
        "ftp://x",
        "http://x:99999",
    ],
)
def test_an_address_that_is_none_is_a_problem(text: str) -> None:
    for problem in (route(CLEAR, manual(text)), normal_proxy_url(text)):
        assert isinstance(problem, Problem)
        assert problem.code is Code.BAD_PROXY
        assert problem.detail


def test_the_settings_take_no_password() -> None:
    assert normal_proxy_url("proxy.firm:8080") == "http://proxy.firm:8080"
    problem = normal_proxy_url("http://ravi:canary-9c1@proxy.firm:8080")
    assert isinstance(problem, Problem)
    assert "canary" not in repr(problem)
    assert isinstance(normal_proxy_url("http://proxy.firm/wpad.dat"), Problem)


def test_a_password_is_known_to_redaction_and_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://ravi:canary%2Denvironment%2D7e@proxy.firm:3128")
    found = route(CLEAR, SYSTEM, lambda _: SignIn("other", "canary-unused-7e"))
    assert isinstance(found, Route)
    assert found.mapping == {"https": "http://ravi:canary-environment-7e@proxy.firm:3128"}
    assert "canary" not in repr(found)
    assert "canary" not in redact("with canary-environment-7e")
    assert "canary" not in repr(SIGN_IN)


def test_each_host_is_asked_about_once_and_by_its_host_alone() -> None:
    asked: list[str] = []

    def find(url: str) -> list[str]:
        asked.append(url)
        return ["pac.firm:8080"]

    routes = Routes(SYSTEM, find=find)
    for url in (f"{CLEAR}?filename=secret.csv", CLEAR, "https://storage.clear.in/a?X-Amz-Signature=canary"):
        assert routes.mapping(url) == {"https": "http://pac.firm:8080"}
    assert asked == ["https://api.clear.in/", "https://storage.clear.in/"]
    routes.forget()
    assert routes.mapping(CLEAR) == {"https": "http://pac.firm:8080"}
    assert len(asked) == 3


def test_a_wrong_proxy_ends_a_request_and_is_never_gone_round() -> None:
    network = open_network(Routes(manual("socks5://proxy.firm:1080")).mapping)
    assert isinstance(network, Network)
    with open_session(network) as session:
        problem = fetch(session, "https://clear.invalid/", {}, CancelToken())
    assert isinstance(problem, Problem)
    assert problem.code is Code.BAD_PROXY


class Memory(keyring.backend.KeyringBackend):
    priority = -1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has no types for it
        self.entries: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service]


def test_the_password_is_kept_for_each_proxy() -> None:
    store = TokenStore(Memory())
    assert read_sign_in(store, "proxy.firm:3128") is None
    assert write_sign_in(store, "proxy.firm:3128", SIGN_IN) is None
    assert read_sign_in(store, "proxy.firm:3128") == SIGN_IN
    assert read_sign_in(store, "proxy.firm:8080") is None
    basic = base64.b64encode(f"{SIGN_IN.user}:{SIGN_IN.password}".encode()).decode()
    assert basic not in redact(f"Basic {basic}")
    assert forget_sign_in(store, "proxy.firm:3128") is None
    assert read_sign_in(store, "proxy.firm:3128") is None


@contextmanager
def proxy_that_listens(heard: list[bytes]) -> Iterator[str]:
    """Run a proxy that answers one request with an empty page, and keeps what it heard. Gives its `host:port`."""

    class Listen(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while (line := self.rfile.readline().rstrip()) != b"":
                heard.append(line)
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    with socketserver.TCPServer(("127.0.0.1", 0), Listen) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}"
        thread.join()


@pytest.mark.parametrize("sign_in", [SIGN_IN, SignIn("ravi", "canary-plain"), SignIn("é", "ü:@/?#[]")])
def test_requests_sends_the_password_to_the_proxy_whatever_it_holds(sign_in: SignIn) -> None:
    heard: list[bytes] = []
    with proxy_that_listens(heard) as proxy, requests.Session() as session:
        session.trust_env = False
        found = route("http://ledgers.example/a", manual(proxy), {proxy: sign_in}.get)
        assert isinstance(found, Route)
        assert session.get("http://ledgers.example/a", proxies=dict(found.mapping), timeout=20).status_code == 200
    assert heard[0] == b"GET http://ledgers.example/a HTTP/1.1"
    sent = next(line for line in heard if line.lower().startswith(b"proxy-authorization: basic "))
    assert base64.b64decode(sent.split()[-1]).decode() == f"{sign_in.user}:{sign_in.password}"


@given(st.text())
def test_any_text_is_answered_and_never_breaks_out_of_the_host(text: str) -> None:
    found = route(CLEAR, manual(text))
    if isinstance(found, Route):
        assert through(found)
        assert not set(through(found)) & set(" /@?#\\")
