"""Test addresses that we talk to, and IDs."""

from __future__ import annotations

import pytest

from ledgerdrop.model.accounts import BASE_URLS, is_integration_id, is_safe_url, new_account_id, normal_base_url

SAFE = ["https://api.clear.in", "https://api.clear.in:8443/x?y=1", "https://[2001:db8::1]/x", "http://127.0.0.1:8080",
        "http://localhost/x", "http://[::1]:80/", "HTTPS://api.clear.in", "https://api.clear.in./x"]  # fmt: skip
UNSAFE = ["", "http://api.clear.in", "ftp://x.example", "file:///x", "javascript:x", "//x.example", "https://", "https:///x",
          "https://me@x.example", "https://me:pw@x.example", "https://x.example@", "https://x.example\\@y.example",
          "https://x.example/a b", "https://x.example/\r\nX: y", "https://x.example/\x7f", "https://x.example:99999",
          "https://x.example:http", "https://[::1", "https://b\u00fccher.example", "https://x.example/\u0905",
          "https://a..b/x", f"https://{'a' * 64}.example", "http://127.0.0.1.x.example"]  # fmt: skip


@pytest.mark.parametrize("url", SAFE)
def test_safe(url: str) -> None:
    assert is_safe_url(url)


@pytest.mark.parametrize("url", UNSAFE)
def test_unsafe(url: str) -> None:
    assert not is_safe_url(url)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("  https://api.clear.in/ ", "https://api.clear.in"),
        ("https://api.clear.in//", "https://api.clear.in"),
        ("https://api.clear.in/v2", "https://api.clear.in/v2"),
        ("https://api.clear.in?x", None),
        ("https://api.clear.in/#x", None),
        ("api.clear.in", None),
        ("", None),
    ],
)
def test_what_is_typed_is_brought_into_form(typed: str, normal: str | None) -> None:
    assert normal_base_url(typed) == normal


def test_clears_own_addresses_are_in_form() -> None:
    assert [normal_base_url(url) for url in BASE_URLS.values()] == list(BASE_URLS.values())


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("85899214-187b-4ca5-9d53-f89a83f955ba", True),
        ("85899214-187B-4CA5-9D53-F89A83F955BA", True),
        ("85899214-187b-4ca5-9d53-f89a83f955b", False),
        ("85899214187b4ca59d53f89a83f955ba0000", False),
        ("{5899214-187b-4ca5-9d53-f89a83f955b}", False),
        ("g5899214-187b-4ca5-9d53-f89a83f955ba", False),
        ("", False),
    ],
)
def test_integration_ids(text: str, valid: bool) -> None:
    assert is_integration_id(text) is valid


def test_account_ids_are_new_each_time() -> None:
    assert len({new_account_id() for _ in range(100)}) == 100
