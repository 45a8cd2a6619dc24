"""Test the token store on backends that implement keyring's interface; the next module has the real Secret Service.

Whatever is stored here becomes known to redaction for the rest of the run, so no token is a word of English.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import keyring
import keyring.backend
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.core
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.errors import KeyringError, KeyringLocked, PasswordDeleteError, PasswordSetError

from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.runtime.cancel import Cancelled, CancelToken
from ledgerdrop.runtime.redaction import redact
from ledgerdrop.store import keyring_tokens
from ledgerdrop.store.keyring_tokens import (
    PART,
    SESSION_ONLY,
    VARIABLE,
    TokenStore,
    clean_token,
    token_from_environment,
)

LONG = "".join(chr(33 + number % 90) for number in range(7000))


class WindowsLike(keyring.backend.KeyringBackend):
    """Holds what Windows holds: 2,560 bytes of UTF-16 an entry; deleting what is not there is an error."""

    priority: ClassVar[float] = -1  # never chosen by keyring itself

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has no types for it
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password.encode("utf-16-le")) > 2560:
            raise PasswordSetError("Stub received bad data")
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.entries:
            raise PasswordDeleteError(service)
        del self.entries[service, username]


class Stuck(WindowsLike):
    """Waits for a prompt that nobody answers until `answered` is set; `asked` says that it waits."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.set()
        self.answered.wait()
        return super().get_password(service, username)


class Failing(WindowsLike):
    """Raises errors that quote what it was given, as careless backends do."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error


@pytest.fixture
def chosen() -> Iterator[None]:
    """Restore keyring's own choice after the test."""
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def code_of(result: object) -> Code:
    assert isinstance(result, Problem), result
    return result.code


def test_what_is_kept_comes_back_for_its_account_only() -> None:
    backend = WindowsLike()
    store = TokenStore(backend)
    assert store.get("1") is None
    assert store.set("1", "canary-one") is None
    assert store.set("2", "canary-two") is None
    assert [TokenStore(backend).get(account) for account in ("1", "2", "3")] == ["canary-one", "canary-two", None]
    assert store.delete("1") is None
    assert store.delete("1") is None
    assert [store.get(account) for account in ("1", "2")] == [None, "canary-two"]


@pytest.mark.parametrize(
    "secret", ["x" * PART, "x" * (PART + 1), LONG, "🧾" * 2000, "ledgerdrop-parts:3:" + "0" * 64]
)
def test_what_is_too_long_for_windows_is_split_and_comes_back_whole(secret: str) -> None:
    backend = WindowsLike()
    assert TokenStore(backend).set("1", secret) is None
    assert TokenStore(backend).get("1") == secret
    assert TokenStore(backend).set("1", "canary-short") is None
    assert list(backend.entries.values()) == ["canary-short"]
    assert TokenStore(backend).set("1", secret) is None
    assert TokenStore(backend).delete("1") is None
    assert backend.entries == {}


def test_parts_that_do_not_belong_together_are_no_token() -> None:
    backend = WindowsLike()
    store = TokenStore(backend)
    assert store.set("1", LONG) is None
    del backend.entries["LedgerDrop/1/2", "token"]
    assert store.get("1") is None
    assert store.delete("1") is None
    assert backend.entries == {}


def test_a_store_that_does_not_answer_is_given_up_and_nothing_is_written_later() -> None:
    backend = Stuck()
    store = TokenStore(backend, seconds=0.05)
    assert code_of(store.get("1")) is Code.KEYRING_SILENT
    assert code_of(store.set("1", "canary-late")) is Code.KEYRING_SILENT  # waits behind the first one
    backend.answered.set()
    assert any(store.get("1") is None for _ in range(1000))  # once its turn has come, also on a busy machine
    assert backend.entries == {}


def test_cancel_ends_the_wait_at_once() -> None:
    backend = Stuck()
    cancel = CancelToken()

    def give_up() -> None:
        backend.asked.wait()
        cancel.cancel()

    threading.Thread(target=give_up).start()
    with pytest.raises(Cancelled):
        TokenStore(backend, seconds=3600).get("1", cancel)
    backend.answered.set()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyringLocked("dismissed"), Code.KEYRING_LOCKED),
        (KeyringError("broken"), Code.KEYRING_REFUSED),
        (OSError(5, "of the platform"), Code.KEYRING_REFUSED),
        (RuntimeError("could not store canary-token-31"), Code.KEYRING_REFUSED),
    ],
)
def test_a_store_that_refuses_is_a_problem_in_words(error: Exception, code: Code) -> None:
    store = TokenStore(Failing(error))
    for result in (store.get("1"), store.set("1", "canary-token-31"), store.delete("1")):
        assert code_of(result) is code
        assert isinstance(result, Problem)
        assert result.retry is Retry.ACCOUNT
        assert type(error).__name__ in result.detail
    problem = store.set("1", "canary-token-31")
    assert "canary" not in repr(problem)


def test_where_the_store_refuses_the_user_may_keep_it_for_the_session() -> None:
    store = TokenStore(Failing(KeyringError("broken")))
    store.set("1", "canary-kept", session_only=True)
    assert store.get("1") == "canary-kept"
    store.delete("1")
    assert code_of(store.get("1")) is Code.KEYRING_REFUSED


def test_a_token_that_moves_to_the_store_leaves_memory() -> None:
    backend = WindowsLike()
    store = TokenStore(backend)
    store.set("1", "canary-memory", session_only=True)
    store.set("1", "canary-stored")
    backend.entries.clear()
    assert store.get("1") is None


class PlaintextKeyring(WindowsLike):
    """Stands for keyrings.alt.file, by its module's name."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


class AllOfThem(keyring.backends.chainer.ChainerBackend):
    backends: ClassVar[list[keyring.backend.KeyringBackend]] = []


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize(
    "backend",
    [keyring.backends.fail.Keyring, keyring.backends.null.Keyring, PlaintextKeyring, WindowsLike, AllOfThem],
)
def test_without_a_proper_store_it_is_memory_for_this_session(
    backend: type[keyring.backend.KeyringBackend],
) -> None:
    keyring.set_keyring(backend())
    store = TokenStore()
    assert store.place() == SESSION_ONLY
    assert store.get("1") is None
    assert store.set("1", "canary-0") is None
    assert store.get("1") == "canary-0"
    assert TokenStore().get("1") is None
    assert getattr(keyring.get_keyring(), "entries", {}) == {}
    assert store.delete("1") is None
    assert store.get("1") is None


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize(("module", "place"), list(keyring_tokens.PLACES.items()))
def test_the_proper_one_of_several_is_used_and_named(module: str, place: str) -> None:
    proper = type("Proper", (WindowsLike,), {"__module__": module})()
    both = AllOfThem()  # type: ignore[no-untyped-call]  # keyring has no types for it
    both.backends = [PlaintextKeyring(), proper]  # type: ignore[misc]  # as above
    keyring.set_keyring(both)
    store = TokenStore()
    assert store.place() == place
    store.set("1", "canary-0")
    assert list(proper.entries.values()) == ["canary-0"]


def test_what_was_stored_or_read_is_known_to_redaction(caplog: pytest.LogCaptureFixture) -> None:
    backend = WindowsLike()
    backend.entries["LedgerDrop/1", "token"] = "canary-read-8d1f"
    store = TokenStore(backend)
    with caplog.at_level(logging.DEBUG):
        store.get("1")
        store.set("2", "canary-written-8d1f")
    store.set("3", "canary-session-8d1f", session_only=True)
    assert "canary" not in redact("canary-read-8d1f canary-written-8d1f canary-session-8d1f")
    assert "canary" not in repr(store) + caplog.text


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("abc.DEF-123", "abc.DEF-123"),
        ("  abc\r\n", "abc"),
        ("\ufeffabc", "abc"),
        ("\u00a0abc\u2003", "abc"),
        ('"abc"', "abc"),
        ("' \u201cabc\u201d '\n", "abc"),
        ("`abc`", "abc"),
        ("a\u200bb\u00adc\u2060", "abc"),
        ("ab=c==", "ab=c=="),
        ("caf\u00e9", "caf\u00e9"),
    ],
)
def test_what_came_along_with_a_token_is_taken_off(text: str, token: str) -> None:
    assert clean_token(text) == token


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (' "\u200b" ', "empty"),
        ("canary token", "a space or a line break"),
        ("canary\nintegration", "a space or a line break"),
        ("canary\u00a0x", "a space or a line break"),
        ("canary\x00", "characters that tokens don't have"),
        ("canary\x7f", "characters that tokens don't have"),
        ("canary\x85x", "a space or a line break"),
        ("canary\u0915", "characters that tokens don't have"),
        ("canary\u20ac", "characters that tokens don't have"),
        ("canary" * 2000, "too long"),
    ],
)
def test_what_a_header_cannot_carry_is_refused_without_repeating_it(text: str, words: str) -> None:
    problem = clean_token(text)
    assert isinstance(problem, Problem)
    assert problem.code is Code.BAD_TOKEN
    assert words in problem.advice
    assert "canary" not in repr(problem)


@given(st.text())
def test_a_clean_token_can_be_sent_and_is_clean_already(text: str) -> None:
    token = clean_token(text)
    if isinstance(token, str):
        assert token.encode("latin-1").strip()
        assert not any(character.isspace() or ord(character) < 32 or ord(character) == 127 for character in token)
        assert clean_token(token) == token


def test_the_variable_is_cleaned_and_becomes_known_to_redaction() -> None:
    assert token_from_environment({}) is None
    assert token_from_environment({VARIABLE: "'canary-environment-1'\n"}) == "canary-environment-1"
    assert "canary" not in redact("canary-environment-1")
    assert code_of(token_from_environment({VARIABLE: "two words"})) is Code.BAD_TOKEN


def test_keyring_is_not_imported_before_it_is_needed() -> None:
    program = (
        "import sys; import ledgerdrop.store.keyring_tokens as t; t.TokenStore(); sys.exit('keyring' in sys.modules)"
    )
    subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=True
    )


def test_memory_is_not_written_anywhere(tmp_path: Path) -> None:
    """Refuse to pickle a store, which could happen by accident: into a cache, to another process."""
    with pytest.raises(TypeError, match="pickle"):
        (tmp_path / "store").write_bytes(pickle.dumps(TokenStore(WindowsLike())))
