"""Keep access tokens and proxy passwords: in the operating system's password store, or in memory for this session.

No other module imports keyring. Nothing is ever kept in a file: keyring's plain-text and encrypted-file backends are
not used, nor any other than the four below, whatever keyring's own configuration says.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import Cancelled, CancelToken, call_abandonable
from ledgerdrop.runtime.redaction import redact, register_secret

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# Imported when first needed: keyring takes 50 ms, and its first look-up 190 more.

SERVICE: Final = "LedgerDrop"
USER: Final = "token"
VARIABLE: Final = "LEDGERDROP_TOKEN"
SESSION_ONLY: Final = "kept for this session only"
SECONDS: Final = 20.0  # a locked store may wait for its prompt for ever
# Proper stores, by the module of keyring that speaks to them, and how they are called in the window.
PLACES: Final[Mapping[str, str]] = {
    "keyring.backends.Windows": "Windows Credential Manager",
    "keyring.backends.macOS": "macOS Keychain",
    "keyring.backends.SecretService": "Secret Service (GNOME Keyring)",
    "keyring.backends.libsecret": "Secret Service (GNOME Keyring)",
    "keyring.backends.kwallet": "KWallet",
}
# Windows holds 2,560 bytes of UTF-16 an entry (CRED_MAX_CREDENTIAL_BLOB_SIZE, CREDENTIALW): 640 characters if each
# of them takes four bytes.
PART: Final = 640
LONGEST: Final = 8000  # characters; servers take about 8 KiB of headers
_HEAD: Final = re.compile(r"ledgerdrop-parts:(\d{1,2}):([0-9a-f]{64})")

# Invisible, and copied along from web pages and PDFs: soft hyphen, zero-width characters, direction marks, BOM.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Straight, typographic (each language has its own) and angle quotes.
_QUOTES: Final = "\"'`\u00ab\u00b4\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a"

T = TypeVar("T")


class TokenStore:
    """Keeps one secret for each account.

    Every method blocks, `seconds` at most: never call it on the window's thread. Each raises `Cancelled` when the
    `cancel` that it was given is set meanwhile. What is read or written becomes known to redaction. `backend` is
    keyring's own choice unless a test brings one.
    """

    def __init__(self, backend: KeyringBackend | None = None, seconds: float = SECONDS) -> None:
        self._given = backend
        self._seconds = seconds
        self._session: dict[str, str] = {}
        # Two prompts at once confuse people, and some backends.
        self._one_at_a_time = threading.Lock()

    def place(self, cancel: CancelToken | None = None) -> str:
        """Return where secrets are kept, in words."""
        name = self._ask(_place, cancel)
        return SESSION_ONLY if isinstance(name, Problem) else name

    def backend_name(self, cancel: CancelToken | None = None) -> str:
        """Return the backend that keyring has chosen, `module.Class`, for the self-test; "" where it gives none."""
        name = self._ask(lambda _: _full_name(self._given or _chosen()), cancel)
        return "" if isinstance(name, Problem) else name

    def get(self, account_id: str, cancel: CancelToken | None = None) -> str | Problem | None:
        """Return the account's token, None when there is none."""
        if (secret := self._session.get(account_id)) is not None:
            return secret
        found = self._ask(lambda backend: None if backend is None else _read(backend, account_id), cancel)
        if isinstance(found, str):
            register_secret(found)
        return found

    def set(
        self, account_id: str, secret: str, cancel: CancelToken | None = None, *, session_only: bool = False
    ) -> Problem | None:
        """Store the secret in the place that `place` names; without a proper store, in memory for this session.

        `session_only` keeps it in memory, as the user may choose when the store cannot be used, and returns at once.
        """
        register_secret(secret)

        def write(backend: KeyringBackend | None) -> bool:
            if backend is not None:
                _remove(backend, account_id)
                _write(backend, account_id, secret)
            return backend is not None

        written = False if session_only else self._ask(write, cancel)
        if isinstance(written, Problem):
            return written
        if written:
            self._session.pop(account_id, None)
        else:
            self._session[account_id] = secret
        return None

    def delete(self, account_id: str, cancel: CancelToken | None = None) -> Problem | None:
        """Delete the secret, in memory and in the store. No problem when there is none."""
        self._session.pop(account_id, None)
        return self._ask(lambda backend: None if backend is None else _remove(backend, account_id), cancel)

    def _ask(self, call: Callable[[KeyringBackend | None], T], cancel: CancelToken | None) -> T | Problem:
        """Call a function with the store to use, None where there is none. Finding it blocks, too, on D-Bus."""
        abandoned = threading.Event()

        def in_turn() -> T:
            with self._one_at_a_time:
                if abandoned.is_set():
                    raise Cancelled  # nobody waits any more, so nothing may be written
                return call(self._given or _proper_backend())

        try:
            return call_abandonable(in_turn, cancel or CancelToken(), self._seconds)
        except TimeoutError:
            return Problem(Code.KEYRING_SILENT)
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - each backend has errors of its own, of D-Bus, Win32, ctypes
            return _refused(error)
        finally:
            abandoned.set()


def clean_token(text: str) -> str | Problem:
    """Return the token without the white space, quotes and line ends around it, and invisible characters.

    Returns `Code.BAD_TOKEN` when the token is empty, or holds what a header cannot carry (RFC 9110, 5.5: no control
    characters; no spaces in a token; http.client sends latin-1). The problem never reveals the token.
    """
    token = _INVISIBLE.sub("", text).strip()
    while (bare := token.strip(_QUOTES).strip()) != token:
        token = bare
    if not token:
        return _bad("It's empty.")
    if len(token) > LONGEST:
        return _bad("It's too long for a token.")
    if any(character.isspace() for character in token):
        return _bad("It contains a space or a line break.")
    if not token.isprintable() or max(token) > "\xff":
        return _bad("It contains characters that tokens don't have.")
    return token


def token_from_environment(environ: Mapping[str, str] = os.environ) -> str | Problem | None:
    """Return the token for `ledgerdrop send`, cleaned; None when the variable is not set."""
    text = environ.get(VARIABLE)
    if text is None:
        return None
    token = clean_token(text)
    if isinstance(token, str):
        register_secret(token)
    return token


def _bad(what: str) -> Problem:
    return Problem(Code.BAD_TOKEN, {"what": what})


def _refused(error: Exception) -> Problem:
    """Return the problem that the store could not be used. Its error's text is for support only, and redacted."""
    from keyring.errors import KeyringLocked  # noqa: PLC0415 - late, as said above

    code = Code.KEYRING_LOCKED if isinstance(error, KeyringLocked) else Code.KEYRING_REFUSED
    return Problem(code, detail=redact(f"{type(error).__name__}: {error}", 500))


def _chosen() -> KeyringBackend:
    import keyring  # noqa: PLC0415 - late, as said above

    return keyring.get_keyring()


def _full_name(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__name__}"


def _proper_backend() -> KeyringBackend | None:
    """Return the first of keyring's own choice that is one of `PLACES`; None when there is none."""
    chosen = _chosen()
    candidates = getattr(chosen, "backends", None) or [chosen]  # the chainer has several
    return next((one for one in candidates if type(one).__module__ in PLACES), None)


def _place(backend: KeyringBackend | None) -> str:
    if backend is None:
        return SESSION_ONLY
    return PLACES.get(type(backend).__module__, type(backend).__name__)


# One entry an account, under a service name of its own: with one name for all, keyring's Windows backend would move
# entries about. A long secret lies in further entries, and the first says how many and what they must add up to.


def _entry(account_id: str, part: int = 0) -> str:
    return f"{SERVICE}/{account_id}/{part}" if part else f"{SERVICE}/{account_id}"


def _read(backend: KeyringBackend, account_id: str) -> str | None:
    first = backend.get_password(_entry(account_id), USER)
    head = _HEAD.fullmatch(first) if first else None
    if not head:
        return first
    parts = [backend.get_password(_entry(account_id, part), USER) for part in range(1, int(head[1]) + 1)]
    secret = "".join(part or "" for part in parts)
    # Parts of two different tokens, or some removed by hand: it is none that could be used.
    return secret if hashlib.sha256(secret.encode()).hexdigest() == head[2] else None


def _write(backend: KeyringBackend, account_id: str, secret: str) -> None:
    if len(secret) <= PART and not _HEAD.fullmatch(secret):
        backend.set_password(_entry(account_id), USER, secret)
        return
    parts = [secret[start : start + PART] for start in range(0, len(secret), PART)]
    for number, part in enumerate(parts, 1):
        backend.set_password(_entry(account_id, number), USER, part)
    digest = hashlib.sha256(secret.encode()).hexdigest()
    backend.set_password(_entry(account_id), USER, f"ledgerdrop-parts:{len(parts)}:{digest}")


def _remove(backend: KeyringBackend, account_id: str) -> None:
    """Delete a secret, also before a new one: keyring's Windows backend would keep it under a second name."""
    first = backend.get_password(_entry(account_id), USER)
    if first is None:
        return
    head = _HEAD.fullmatch(first)
    for part in range(1, int(head[1]) + 1) if head else ():
        if backend.get_password(_entry(account_id, part), USER) is not None:
            backend.delete_password(_entry(account_id, part), USER)
    backend.delete_password(_entry(account_id), USER)
