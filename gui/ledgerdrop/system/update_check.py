"""Ask one address, at most once a day, whether there is a newer version. Nothing is ever downloaded or installed.

The question is a plain GET over https, over the same network as uploads. It carries no token, no cookie and nothing
that tells the user or the computer apart; of the program its name and version (User-Agent). No redirect is followed.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ledgerdrop.model.accounts import is_https_url
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.updates import Release, is_version
from ledgerdrop.net.exchange import fetch
from ledgerdrop.net.network import Network
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import open_session
from ledgerdrop.runtime.atomic_file import write_atomically
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.runtime.locations import private_folder

log = logging.getLogger(__name__)

FILE_NAME: Final = "updates.json"
DAY: Final = 24 * 3600.0  # seconds
LONGEST: Final = 64 * 1024  # bytes of an answer, and of our own file
LONGEST_PAGE: Final = 2000  # characters
TIMEOUTS: Final = RetryPolicy(connect=15.0, answer=30.0)


def ask(address: str, network: Network, cancel: CancelToken, timeouts: RetryPolicy = TIMEOUTS) -> Release | Problem:
    """Return what the address tells of: the problem on the way there, or `Code.NEWEST_UNKNOWN` for an answer that
    is none.

    Blocks. Raises `Cancelled`.
    """
    if not is_https_url(address):
        return unknown(address, "not an https address")
    with open_session(network, timeouts) as session:
        answer = fetch(session, address, {"Accept": "application/json"}, cancel)
    if isinstance(answer, Problem):
        log.info("no word about newer versions: %s", answer.code.slug)
        return answer
    readable = answer.status == 200 and not answer.too_long and len(answer.body) <= LONGEST
    release = read_release(_parse(answer.body)) if readable else None
    if release is None:
        log.info("no word about newer versions: an answer that is none, with status %d", answer.status)
        return unknown(address, f"answered with {answer.status}")
    return release


def unknown(address: str, why: str) -> Problem:
    """Return the problem that nothing could be found out there."""
    host = (urlsplit(address).hostname or "") if is_https_url(address) else address
    return Problem(Code.NEWEST_UNKNOWN, {"host": host}, detail=why)


def read_release(form: object) -> Release | None:
    """Return the release that an answer tells of, None if it does not tell of one."""
    version, page = (form.get("version"), form.get("page")) if isinstance(form, dict) else (None, None)
    if not (isinstance(version, str) and isinstance(page, str)):
        return None
    usable = is_version(version) and len(page) <= LONGEST_PAGE and is_https_url(page)
    return Release(version, page) if usable else None


def _parse(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class LastCheck:
    """When somebody was asked last (`time.time`), and the latest release that was told of."""

    asked_at: float = 0.0
    release: Release | None = None

    def is_due(self, now: float) -> bool:
        """Return whether a day has passed. A clock that was put back since must not make it wait for ever."""
        return not 0 <= now - self.asked_at < DAY


def recall(folder: Path) -> LastCheck:
    """Return what is remembered; what cannot be read is forgotten."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            form = _parse(file.read(LONGEST + 1))
    except OSError:
        return LastCheck()
    if not isinstance(form, dict):
        return LastCheck()
    asked_at = form.get("asked_at")
    return LastCheck(asked_at if isinstance(asked_at, float) else 0.0, read_release(form.get("release")))


def remember(folder: Path, last: LastCheck) -> bool:
    """Keep it for the next start. Returns whether that succeeded."""
    try:
        if isinstance(made := private_folder(folder), Problem):
            raise PermissionError(made.detail)
        write_atomically(folder / FILE_NAME, json.dumps(asdict(last)).encode())
    except OSError as error:
        log.warning("it cannot be remembered who was asked about newer versions: %s", type(error).__name__)
        return False
    return True
