"""Test that `ledgerdrop forget` leaves no secret in the keyring."""

from __future__ import annotations

from keyring.errors import KeyringLocked
from tests.store.test_keyring_tokens import Failing, WindowsLike

from ledgerdrop.cli.forget import forget
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode, Settings
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.proxy_address import SignIn, write_sign_in

ACCOUNTS = tuple(
    Account(str(number), f"Client {number}", Environment.SANDBOX, "https://api-sandbox.clear.in", "")
    for number in range(3)
)
SETTINGS = Settings(accounts=ACCOUNTS, proxy=ProxyChoice(ProxyMode.MANUAL, "http://proxy.example.com:8080"))


def test_tokens_and_the_proxy_password_are_gone_afterwards() -> None:
    backend = WindowsLike()
    store = TokenStore(backend)
    for account in ACCOUNTS:
        assert store.set(account.id, "canary") is None
    assert write_sign_in(store, "proxy.example.com:8080", SignIn("anna", "canary")) is None
    assert len(backend.entries) == 4
    assert forget(store, SETTINGS) == []
    assert backend.entries == {}


def test_the_passwords_of_the_systems_proxies_are_gone_as_well() -> None:
    backend = WindowsLike()
    store = TokenStore(backend)
    for proxy in ("system.example.com:3128", "old.example.com:80"):
        assert write_sign_in(store, proxy, SignIn("anna", "canary")) is None
    assert forget(store, Settings(sign_ins=("system.example.com:3128", "old.example.com:80"))) == []
    assert backend.entries == {}


def test_what_the_keyring_refuses_is_said() -> None:
    refused = forget(TokenStore(Failing(KeyringLocked("canary"))), SETTINGS)
    assert len(refused) == 4
    assert all(isinstance(problem, Problem) for problem in refused)
