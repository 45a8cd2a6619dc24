"""Test that the network follows settings and password store as they are now, also in sessions that are open."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtNetwork import QNetworkProxy
from tests.background.test_settings_service import Drawer

from ledgerdrop.background.network_provider import NetworkProvider, find_system_proxies, usable
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode
from ledgerdrop.net import network
from ledgerdrop.net.network import Network
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.proxy_address import SignIn, write_sign_in

CLEAR = "https://api.clear.in/"
HTTP, SOCKS = QNetworkProxy.ProxyType.HttpProxy, QNetworkProxy.ProxyType.Socks5Proxy
DIRECT = QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_an_open_network_follows_another_choice_and_a_password_that_comes() -> None:
    store = TokenStore(Drawer())
    ways = NetworkProvider(store)
    network = ways.open_network()
    assert isinstance(network, Network)
    assert dict(network.proxies_for(CLEAR)) == {}
    assert ways.choose(ProxyChoice(ProxyMode.MANUAL, "http://proxy.firm:8080"))
    assert not ways.choose(ProxyChoice(ProxyMode.MANUAL, "http://proxy.firm:8080"))
    assert dict(network.proxies_for(CLEAR)) == {"https": "http://proxy.firm:8080"}
    assert write_sign_in(store, "proxy.firm:8080", SignIn("ravi", "ways-test-2c9d")) is None
    assert dict(network.proxies_for(CLEAR)) == {"https": "http://proxy.firm:8080"}  # known already
    ways.forget()
    assert dict(network.proxies_for(CLEAR)) == {"https": "http://ravi:ways-test-2c9d@proxy.firm:8080"}
    assert ways.choose(ProxyChoice(ProxyMode.NONE))
    assert dict(network.proxies_for(CLEAR)) == {}


def test_a_disk_that_does_not_answer_keeps_only_the_worker_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Change the proxy, as the window's thread does, while a worker waits for the file of the certificates."""
    waiting, answers = threading.Event(), threading.Event()

    def hanging(*arguments: object, **options: object) -> Problem:
        waiting.set()
        answers.wait()
        return Problem(Code.CERTIFICATE_UNTRUSTED)

    monkeypatch.setattr(network, "open_network", hanging)
    provider = NetworkProvider(TokenStore(Drawer()))
    worker = threading.Thread(target=provider.open_network)
    worker.start()
    waiting.wait()
    changed = threading.Thread(target=provider.choose, args=[ProxyChoice(ProxyMode.NONE)])
    changed.start()
    changed.join(timeout=30)
    hung = changed.is_alive()
    answers.set()
    worker.join()
    changed.join()
    assert not hung


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], []),
        ([DIRECT, QNetworkProxy(HTTP, "late.firm", 1)], []),
        (
            [QNetworkProxy(HTTP, "a.firm", 3128), QNetworkProxy(HTTP, "b", 80), DIRECT],
            ["http://a.firm:3128", "http://b:80"],
        ),
        ([QNetworkProxy(SOCKS, "s", 1080), QNetworkProxy(HTTP, "a", 80)], ["http://a:80", "socks5://s:1080"]),
        ([QNetworkProxy(SOCKS, "s.firm", 1080), DIRECT], ["socks5://s.firm:1080"]),
        ([QNetworkProxy(HTTP, "fd00::1", 80)], ["http://[fd00::1]:80"]),
        ([QNetworkProxy(QNetworkProxy.ProxyType.FtpCachingProxy, "f.firm", 21)], []),
    ],
)
def test_what_qt_finds_is_put_in_order(found: list[QNetworkProxy], expected: list[str]) -> None:
    assert usable(found) == expected


def test_the_system_can_be_asked() -> None:
    assert all("://" in proxy for proxy in find_system_proxies(CLEAR))
