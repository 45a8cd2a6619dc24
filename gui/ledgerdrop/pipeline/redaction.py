"""The one place that takes secrets out of text before it is logged, shown, stored or copied.

Taken out: every `X-Amz-*` value and whatever else makes a pre-signed URL work, values of the headers that carry
a secret, user names and passwords in URLs, and secrets that were registered while the program runs (the tokens of
all accounts, proxy passwords). Of an integration ID the last four characters stay, so that two can be told apart.
`for_report` also takes out the user's name, for text that leaves the machine.

It knows secrets by three ways, because none is enough: by the name that stands before them (`x-clear-auth-token:`),
by their place (`https://user:password@host`), and by heart (registered).
"""

from __future__ import annotations

import getpass
import html
import json
import re
import threading
from pathlib import Path
from typing import Final
from urllib.parse import quote, quote_plus

MASK: Final = "[redacted]"
LIMIT: Final = 1 << 20  # characters; 1 MiB of the worst text takes some tenths of a second
CUT_MARK: Final = " [cut]"
SHORTEST_SECRET: Final = 4  # a shorter one would be found in every second word


def _spelled(name: str) -> str:
    """A pattern for `name` in any case, with any of its characters percent-encoded any number of times."""
    return "".join(
        f"(?:{re.escape(c)}|%(?:25)*(?:{ord(c.lower()):02x}|{ord(c.upper()):02x}))" if c != "|" else "|" for c in name
    )


# What stands between a name and its value: `=`, `%3D`, `: `, `": "`, `', '`, `>`; each part bounded, so that no text
# can make the search slow.
_BETWEEN: Final = r"""(?:\\{0,8}["'])?\s{0,8}(?:[=:>]|%(?:25){0,8}3[Dd]|(?<=["'])\s{0,8},)[\s\[(]{0,8}b?"""
# To the closing quote of the same depth: JSON inside JSON has `\"` around a value, and `\\\"` in it.
_QUOTED: Final = r"""(?P<q>\\{0,8}["'])(?:(?!(?<!\\)(?P=q))(?:\\.|[^\\\r\n]))*"""

_AMZ: Final = re.compile(
    rf"""(?P<name>{_spelled("x-amz-")}[\w%-]{{1,60}}?{_BETWEEN})(?:{_QUOTED}|[^&\s"'<>\\]+)""",
    re.IGNORECASE,
)
# Signature version 2, and what is left when a URL was cut in front of "X-Amz-".
_QUERY_SECRET: Final = re.compile(
    r"""(?P<name>[?&](?:amp;)?(?:signature|awsaccesskeyid)=)[^&\s"'<>\\]+""", re.IGNORECASE
)
_ACCESS_KEY: Final = re.compile(r"\b(?:AKIA|ASIA)[A-Z0-9]{12,124}\b")
# To the end of the line: `Digest username="...", response="..."` holds quotes and commas. The end of a line may be
# the two characters `\r` or `\n`, in the repr of bytes.
_HEADER: Final = re.compile(
    r"""(?P<name>(?:authorization|x-clear-auth-token|cookie)"""
    rf"""{_BETWEEN}\s{{0,8}})(?:{_QUOTED}|(?:(?!\\[rn])[^\r\n])+)""",
    re.IGNORECASE,
)
_INTEGRATION: Final = re.compile(
    rf"""(?P<name>(?:x-)?integration[-_ ]?id{_BETWEEN}\s{{0,8}}(?:\\{{0,8}}["'])?)"""
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{8}(?P<last>[0-9a-f]{4})",
    re.IGNORECASE,
)
# What S3 repeats of a request whose signature it does not accept (API_Error, SignatureDoesNotMatch). A text that was
# cut off may lack the closing tag.
_S3_XML: Final = re.compile(
    r"(?P<name><(?P<tag>(?:\w{1,20}:)?(?:AWSAccessKeyId|StringToSign|StringToSignBytes|SignatureProvided"
    r"|CanonicalRequest|CanonicalRequestBytes|Signature|Credential|SecurityToken))(?:\s[^<>]{0,500})?>)"
    r".*?(?=</(?P=tag)\s{0,8}>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_S3_MARKS: Final = ("signature", "awsaccesskeyid", "stringtosign", "canonicalrequest", "credential", "securitytoken")
_USERINFO: Final = re.compile(r"""(?<=://)[^/\s"'<>?#\\]+@""")


class Redactor:
    """Takes secrets out of text. Registered secrets are kept in memory only, and shown by no repr."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # Each replaced as a whole, never changed: `redact` reads them without the lock. Longest first, since one
        # secret may be the beginning of another. No pattern of them all: for 100 accounts it takes 19 s to compile.
        self._spellings: tuple[str, ...] = ()
        self._encoded: tuple[str, ...] = ()  # those with "%", in lower case: `%2F` is `%2f`
        self._integration_ids: tuple[str, ...] = ()  # in lower case

    def __repr__(self) -> str:
        return f"<Redactor, {len(self._spellings)} spellings>"

    def register_secret(self, secret: str) -> None:
        """From now on, mask that text wherever it stands, also when it was encoded for a URL, JSON or XML.

        Text of fewer than `SHORTEST_SECRET` characters is not registered. Any thread; a known one costs nothing.
        """
        secret = secret.strip()
        if len(secret) < SHORTEST_SECRET or secret in self._spellings:
            return
        with self._lock:
            self._spellings = _longest_first({*self._spellings, *_spellings(secret)})
            self._encoded = tuple(spelling.lower() for spelling in self._spellings if "%" in spelling)

    def register_integration_id(self, integration_id: str) -> None:
        """From now on, mask that ID (any case) but for its last four characters."""
        integration_id = integration_id.strip().lower()
        if len(integration_id) <= 8 or integration_id in self._integration_ids:
            return
        with self._lock:
            self._integration_ids = _longest_first({*self._integration_ids, integration_id})

    def forget_all(self) -> None:
        """Forget everything registered, as a new process would. Any thread."""
        with self._lock:
            self._spellings = self._encoded = self._integration_ids = ()

    def redact(self, text: str, limit: int = LIMIT) -> str:
        """The text without secrets. What is longer than `limit` characters is cut, and says so."""
        cut = len(text) > limit
        text = self._mask_known(text[:limit])
        if cut:
            text = self._without_begun_secret(text)
        lower = text.lower()
        if "amz" in lower or "%" in text:
            text = _AMZ.sub(_mask_value, text)
        if any(mark in lower for mark in _S3_MARKS):
            text = _QUERY_SECRET.sub(_mask_value, _S3_XML.sub(_mask_value, text))
        if "AKIA" in text or "ASIA" in text:
            text = _ACCESS_KEY.sub(MASK, text)
        if "authorization" in lower or "x-clear-auth-token" in lower or "cookie" in lower:
            text = _HEADER.sub(_mask_value, text)
        if "integration" in lower:
            text = _INTEGRATION.sub(r"\g<name>****\g<last>", text)
        if "://" in text and "@" in text:
            text = _USERINFO.sub(f"{MASK}@", text)
        return text + CUT_MARK if cut else text

    def for_report(self, text: str, limit: int = LIMIT) -> str:
        """As `redact`, and without the user's name in paths (home folders are `~`): for what leaves the machine."""
        return _without_user(self.redact(text, limit))

    def _mask_known(self, text: str) -> str:
        for spelling in self._spellings:
            if spelling in text:
                text = text.replace(spelling, MASK)
        lower = text.lower()
        if "%" in text:
            for spelling in self._encoded:
                if spelling in lower:
                    text = re.sub(re.escape(spelling), MASK, text, flags=re.IGNORECASE)
        for one in self._integration_ids:
            if one in lower:
                text = re.sub(f"{re.escape(one[:-4])}({re.escape(one[-4:])})", r"****\1", text, flags=re.IGNORECASE)
        return text

    def _without_begun_secret(self, text: str) -> str:
        """A cut may have gone through a registered secret, whose first part is not known by heart."""
        lower = text.lower()
        fold = len(lower) == len(text)  # some characters become two in lower case: then as it is written
        lower = lower if fold else text
        end = len(text)
        for whole in (*self._spellings, *self._integration_ids):
            secret = whole.lower() if fold else whole
            at = lower.find(secret[0], max(0, len(text) - len(secret) + 1))
            while 0 <= at < end:
                if secret.startswith(lower[at:]):
                    end = at
                    break
                at = lower.find(secret[0], at + 1)
        return text[:end]


def _longest_first(texts: set[str]) -> tuple[str, ...]:
    return tuple(sorted(texts, key=len, reverse=True))


def _spellings(secret: str) -> set[str]:
    """How a secret may stand in a text: as it is, in a URL, in JSON, in XML, in a repr."""
    encoded = {quote(secret, safe=""), quote_plus(secret), quote(secret)}
    escaped = {
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        html.escape(secret),
        html.escape(secret, quote=False),
        repr(secret)[1:-1],
        repr(secret.encode())[2:-1],
        repr(secret.encode("latin-1", "replace"))[2:-1],
    }
    return {secret} | encoded | escaped


def _mask_value(match: re.Match[str]) -> str:
    quote_mark = match.groupdict().get("q") or ""
    return f"{match['name']}{quote_mark}{MASK}"


# Homes of other users, other machines, and other programs' ways of writing the same path. On Linux a name holds no
# space; elsewhere it may, but then a separator follows.
_HOMES: Final = re.compile(
    r"(?<![\w.~-])(?:"
    r"/home/[^\s/\\:;,'\"<>|*?)\]]{1,64}"
    r"|(?:[A-Za-z]:(?:\\{1,4}|/)|/)Users(?:\\{1,4}|/)(?:[^\r\n/\\:*?\"<>|]{1,64}(?=[/\\])|[^\s/\\:*?\"<>|']{1,64})"
    r")",
    re.IGNORECASE,
)


def _without_user(text: str) -> str:
    home = str(Path.home())
    if len(home) > 3:  # not "/" or "C:\"
        for spelling in {home, home.replace("\\", "/"), home.replace("\\", "\\\\"), quote(home)}:
            text = re.sub(re.escape(spelling) + r"(?![\w.-])", "~", text, flags=re.IGNORECASE)
    text = _HOMES.sub("~", text)
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such user: a container, a service
        return text
    return re.sub(rf"(?<=[/\\]){re.escape(user)}(?=[/\\]|$)", "[user]", text, flags=re.IGNORECASE | re.MULTILINE)


_shared: Final = Redactor()
redact: Final = _shared.redact
for_report: Final = _shared.for_report
register_secret: Final = _shared.register_secret
register_integration_id: Final = _shared.register_integration_id
forget_all: Final = _shared.forget_all
