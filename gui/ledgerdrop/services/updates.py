"""Is there a newer version? One address is asked, at most once a day. Nothing is ever downloaded or installed.

The question is a plain GET over https, over the same network as uploads. It carries no token, no cookie and nothing
that tells the user or the computer apart; of the program its name and version (User-Agent). No redirect is followed,
and `releases.py` says what may answer.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from ledgerdrop.pipeline.accounts import is_https_url
from ledgerdrop.pipeline.answers import Answer
from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.exchange import fetch
from ledgerdrop.pipeline.patience import Patience
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.services.atomic import write_atomically
from ledgerdrop.services.locations import private_folder
from ledgerdrop.services.releases import Release, read_release, release_form
from ledgerdrop.services.sessions import open_session

if TYPE_CHECKING:
    from ledgerdrop.services.network import Network

log = logging.getLogger(__name__)

FILE_NAME: Final = "updates.json"
DAY: Final = 24 * 3600.0  # seconds
LONGEST: Final = 64 * 1024  # bytes of an answer, and of our own file
PATIENCE: Final = Patience(connect=15.0, answer=30.0)


def ask(address: str, network: Network, cancel: Cancel, patience: Patience = PATIENCE) -> Release | Problem:
    """What the address tells of: the problem on the way there, or `Code.NEWEST_UNKNOWN` for an answer that is none.

    Blocks. Raises `Cancelled`.
    """
    if not is_https_url(address):
        return unknown(address, "not an https address")
    with open_session(network, patience) as session:
        answer = fetch(session, address, {"Accept": "application/json"}, cancel)
    if isinstance(answer, Problem):
        log.info("no word about newer versions: %s", answer.code.slug)
        return answer
    release = _read(answer)
    if release is None:
        log.info("no word about newer versions: an answer that is none, with status %d", answer.status)
        return unknown(address, f"answered with {answer.status}")
    return release


def unknown(address: str, why: str) -> Problem:
    """That nothing could be found out there."""
    host = (urlsplit(address).hostname or "") if is_https_url(address) else address
    return Problem(Code.NEWEST_UNKNOWN, {"host": host}, detail=why)


def _read(answer: Answer) -> Release | None:
    if answer.status != 200 or answer.too_long or len(answer.body) > LONGEST:
        return None
    return read_release(_parse(answer.body))


def _parse(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class Memory:
    """When somebody was asked last (`time.time`), and the latest release that was told of."""

    asked_at: float = 0.0
    release: Release | None = None

    def is_due(self, now: float) -> bool:
        """Whether a day has passed. A clock that was put back since must not make it wait for ever."""
        return not 0 <= now - self.asked_at < DAY


def recall(folder: Path) -> Memory:
    """What is remembered; what cannot be read is forgotten."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            form = _parse(file.read(LONGEST + 1))
    except OSError:
        return Memory()
    if not isinstance(form, dict):
        return Memory()
    asked_at = form.get("asked_at")
    return Memory(asked_at if isinstance(asked_at, float) else 0.0, read_release(form.get("release")))


def remember(folder: Path, memory: Memory) -> bool:
    """Keep it for the next start. Returns whether that succeeded."""
    release = None if memory.release is None else release_form(memory.release)
    text = json.dumps({"asked_at": memory.asked_at, "release": release}, ensure_ascii=False)
    made = private_folder(folder)
    if isinstance(made, Problem):
        log.warning("it cannot be remembered who was asked about newer versions: %s", made.detail)
        return False
    try:
        write_atomically(folder / FILE_NAME, text.encode("utf-8", "replace"))
    except OSError as error:
        log.warning("it cannot be remembered who was asked about newer versions: %s", error.strerror)
        return False
    return True
