"""Take secrets out of text before it is logged, shown, stored or copied; no other module does.

These are taken out: every `X-Amz-*` value and whatever else makes a pre-signed URL work, values of the headers that
carry a secret, user names and passwords in URLs, and secrets that were registered while the program runs (the tokens
of all accounts, proxy passwords). Of an integration ID the last four characters stay, so that two can be told apart.
`for_report` also takes out the user's name, for text that leaves the machine.

Secrets are recognised in three ways, because none is enough: by the name before them (`x-clear-auth-token:`), by
their place (`https://user:password@host`), and by their value (registered).

The order is always the same: clean first, then redact, and cut last. An invisible character would hide a secret from
redaction, and a secret whose second half was cut off would not be recognised by its value. `redact_line` does this
for the words of servers.
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
LIMIT: Final = 1 << 20  # characters; 1 MiB of the worst text takes about a second
CUT_MARK: Final = " [cut]"
SHORTEST_SECRET: Final = 4  # a shorter one would be found in every second word
# A secret with so many letters and digits is found whatever stands between them, and however they are encoded; so is
# a piece of it with so many, from its beginning. Fewer might be a word.
_FOUND_IN_DISGUISE: Final = 12
_LINE_WINDOW: Final = 1 << 16  # characters of one line of words that are looked at

# What stands in a text and is not seen: control characters that end no line, format and direction characters, blank
# fillers, variation selectors, tags, lone surrogates (Unicode's "Default_Ignorable_Code_Point", and category Cf).
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
_NOT_SEEN: Final = re.compile(rf"(?:{_INVISIBLE.pattern}|[\t\r\n])+")
_BROKEN: Final = r"[\t\r\n]{0,2}"  # a text may have been wrapped where it is longest: inside a signed URL


def _spelled(name: str) -> str:
    """Return a pattern for `name` in any case, with any of its characters percent-encoded any number of times."""
    return _BROKEN.join(f"(?:{re.escape(c)}|%(?:25)*(?:{ord(c.lower()):02x}|{ord(c.upper()):02x}))" for c in name)


# What stands between a name and its value: `=`, `%3D`, `: `, `": "`, `', '`, `>`; each part bounded, so that no text
# can make the search slow.
_BETWEEN: Final = r"""(?:\\{0,8}["'])?\s{0,8}(?:[=:>]|%(?:25){0,8}3[Dd]|(?<=["'])\s{0,8},)[\s\[(]{0,8}b?"""
# To the closing quote of the same depth: JSON inside JSON has `\"` around a value, and `\\\"` in it.
_QUOTED: Final = r"""(?P<q>\\{0,8}["'])(?:(?!(?<!\\)(?P=q))(?:\\.|[^\\\r\n]))*"""

_AMZ: Final = re.compile(
    rf"""(?P<name>{_spelled("x-amz-")}[\w%\t\r\n-]{{1,60}}?{_BETWEEN})"""
    rf"""(?:{_QUOTED}|[^&\s"'<>\\]+(?:[\t\r\n]{{1,2}}[0-9A-Fa-f]{{8,}}(?!\w))*)""",
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
    """Takes secrets out of text. Registered secrets are kept in memory only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        # Each replaced as a whole, never changed: `redact` reads them without the lock. Longest first, since one
        # secret may be the beginning of another. No pattern of them all: for 100 accounts it takes 19 s to compile.
        self._spellings: tuple[str, ...] = ()
        self._encoded: tuple[str, ...] = ()  # those with "%", in lower case: `%2F` is `%2f`
        self._cores: tuple[str, ...] = ()  # their letters and digits in lower case, decoded
        self._integration_ids: tuple[str, ...] = ()  # in lower case

    def register_secret(self, secret: str) -> None:
        """Mask that text from now on, wherever it stands, also when it was encoded for a URL, JSON or XML.

        Text of fewer than `SHORTEST_SECRET` characters is not registered. Any thread; to register a known secret
        costs nothing.
        """
        secret = secret.strip()
        if len(secret) < SHORTEST_SECRET or secret in self._spellings:
            return
        with self._lock:
            self._spellings = _longest_first({*self._spellings, *_spellings(secret)})
            self._encoded = tuple(spelling.lower() for spelling in self._spellings if "%" in spelling)
            if len(core := _core(secret)) >= _FOUND_IN_DISGUISE:
                self._cores = _longest_first({*self._cores, core})

    def register_integration_id(self, integration_id: str) -> None:
        """Mask that ID (in any case) from now on, except its last four characters."""
        integration_id = integration_id.strip().lower()
        if len(integration_id) <= 8 or integration_id in self._integration_ids:
            return
        with self._lock:
            self._integration_ids = _longest_first({*self._integration_ids, integration_id})

    def forget_all(self) -> None:
        """Forget everything registered, as a new process would. Any thread."""
        with self._lock:
            self._spellings = self._encoded = self._cores = self._integration_ids = ()

    def redact(self, text: str, limit: int = LIMIT) -> str:
        """Return the text without secrets. What is longer than `limit` characters is cut, and says so."""
        cut = len(text) > LIMIT
        text = self._redact(text[:LIMIT], cut=cut)
        return text[:limit] + CUT_MARK if cut or len(text) > limit else text

    def redact_line(self, text: str, longest: int, *, cut: bool = False) -> str:
        """Return the text as one line of visible characters, without secrets, `longest` characters at most.

        `cut` says that the text was cut before, so that it may end in the middle of a secret.
        """
        cut = cut or len(text) > _LINE_WINDOW
        line = _NOT_SEEN.sub(" ", self._redact(text[:_LINE_WINDOW], cut=cut)).strip()
        return line if len(line) <= longest else line[: longest - 1] + "…"

    def for_report(self, text: str, limit: int = LIMIT) -> str:
        """Redact text that leaves the machine: the user's name is taken out of paths, too (home folders are `~`)."""
        return _without_user(self.redact(text, limit))

    def _redact(self, text: str, *, cut: bool) -> str:
        """Mask the secrets found in the text, and those found when invisible characters are taken out of it."""
        text = self._mask(text, cut=cut)
        clean = _INVISIBLE.sub("", text)
        if len(clean) != len(text) and (masked := self._mask(clean, cut=cut)) != clean:
            return masked
        return text  # as it was: such signs are part of some languages

    def _mask(self, text: str, *, cut: bool) -> str:
        """Mask all known secrets; where the text was `cut`, also an end that may be the beginning of one."""
        text = self._mask_disguised(self._mask_known(text))
        if cut:
            text = self._without_begun_secret(text)
        lower = text.lower()
        unbroken = "".join(lower.split())
        if "amz" in unbroken or "%" in text:
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
        return text

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

    def _mask_disguised(self, text: str) -> str:
        """Mask secrets, and pieces from their beginning, however they are encoded and whatever stands between."""
        if not self._cores:
            return text
        core = _core(text)
        for secret in self._cores:
            if secret[:_FOUND_IN_DISGUISE] in core:
                text = _masked_by_core(text, secret)
        return text

    def _without_begun_secret(self, text: str) -> str:
        """Mask the beginning of a registered secret at the end of a text, where a cut may have gone through it."""
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
    """Return the forms in which a secret may stand in a text: as it is, in a URL, in JSON, in XML, in a repr."""
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


# One letter or digit as it may be written: plain, percent-encoded (any number of times), or escaped.
_LETTER: Final = re.compile(
    r"%(?:25)*(?P<percent>[0-9a-f]{2})|\\+u00(?P<json>[0-9a-f]{2})|\\+x(?P<python>[0-9a-f]{2})"
    r"|&(?:amp;)*\#x0*(?P<hex>[0-9a-f]{1,4});|&(?:amp;)*\#0*(?P<decimal>[0-9]{1,4});"
    r"|&(?:amp;)*(?:lt|gt|amp|quot|apos|nbsp);|\\+[bfnrt]|(?P<plain>[0-9a-z])",
    re.IGNORECASE | re.ASCII,
)
_NO_LETTER: Final = re.compile("[^0-9a-z]+")


def _letter(match: re.Match[str]) -> str:
    """Return the letter or digit that is meant, in lower case, or "" where it is another character."""
    if plain := match["plain"]:
        return plain.lower()
    if decimal := match["decimal"]:
        letter = chr(int(decimal))
    else:
        letter = chr(int(match["percent"] or match["json"] or match["python"] or match["hex"] or "0", 16))
    return letter.lower() if letter.isascii() and letter.isalnum() else ""


def _core(text: str) -> str:
    """Return the ASCII letters and digits of the text in lower case, decoded, without anything between them."""
    if "%" in text or "\\" in text or "&" in text:
        text = _LETTER.sub(_letter, text)
    return _NO_LETTER.sub("", text.lower())


def _masked_by_core(text: str, secret: str) -> str:
    """Mask each place where the letters and digits of the text are the secret, or a long piece from its beginning."""
    letters, places = [], []
    for match in _LETTER.finditer(text):
        if letter := _letter(match):
            letters.append(letter)
            places.append(match.span())
    core = "".join(letters)
    parts, done, at = [], 0, core.find(secret[:_FOUND_IN_DISGUISE])
    while at >= 0:
        pairs = enumerate(zip(core[at : at + len(secret)], secret, strict=False))
        end = next((at + n for n, (found, known) in pairs if found != known), min(len(core), at + len(secret)))
        parts += [text[done : places[at][0]], MASK]
        done = places[end - 1][1]
        at = core.find(secret[:_FOUND_IN_DISGUISE], end)
    return "".join([*parts, text[done:]])


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
redact_line: Final = _shared.redact_line
for_report: Final = _shared.for_report
register_secret: Final = _shared.register_secret
register_integration_id: Final = _shared.register_integration_id
forget_all: Final = _shared.forget_all
