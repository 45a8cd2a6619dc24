"""Is there a newer version? One address is asked, at most once a day. Nothing is ever downloaded or installed.

The question is a plain GET over https, over the same network as uploads. It carries no token, no cookie and nothing
that tells the user or the computer apart; of the program its name and version (User-Agent). No redirect is followed,
and `releases.py` says what may answer.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import ledgerdrop
from ledgerdrop.model.accounts import is_https_url
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.net.exchange import fetch
from ledgerdrop.net.response import Response, server_words
from ledgerdrop.net.retry_policy import RetryPolicy
from ledgerdrop.net.session import open_session
from ledgerdrop.runtime.atomic_file import write_atomically
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.runtime.locations import private_folder
from ledgerdrop.system.versions import order_of

if TYPE_CHECKING:
    from ledgerdrop.net.network import Network

LONGEST_NEWS: Final = 600  # characters, in at most so many lines:


MOST_LINES: Final = 6


LONGEST_PAGE: Final = 2000


_MOST_LANGUAGES: Final = 100


@dataclass(frozen=True, slots=True)
class Release:
    """`page` is an https address. `news` are by language ("" where the answer does not say which): plain text of at
    most `LONGEST_NEWS` characters and `MOST_LINES` lines."""

    version: str
    page: str
    news: Mapping[str, str]

    def news_in(self, language: str) -> str:
        """Return what is new in that language, or else in English, or else in any; "" where nothing is said."""
        for code in (language, "", "en"):
            if code in self.news:
                return self.news[code]
        return next(iter(self.news.values()), "")


def read_release(form: object) -> Release | None:
    """Return the release that an answer tells of, None if it does not tell of one."""
    if not isinstance(form, dict):
        return None
    version, page, news = form.get("version"), form.get("page"), form.get("news", "")
    if not isinstance(version, str) or order_of(version) is None:
        return None
    if not isinstance(page, str) or len(page) > LONGEST_PAGE or not is_https_url(page):
        return None
    listed = news if isinstance(news, dict) else {"": news}
    if len(listed) > _MOST_LANGUAGES or not all(isinstance(text, str) for text in listed.values()):
        return None
    plain = {language: _plain(text) for language, text in listed.items()}
    return Release(version, page, {language: text for language, text in plain.items() if text})


def release_form(release: Release) -> dict[str, object]:
    """Return what `read_release` reads."""
    return {"version": release.version, "page": release.page, "news": dict(release.news)}


def _plain(text: str) -> str:
    lines = [words for line in text.splitlines() if (words := server_words(line, LONGEST_NEWS))]
    whole = "\n".join(lines[:MOST_LINES])
    cut = len(lines) > MOST_LINES or len(whole) > LONGEST_NEWS
    return whole[: LONGEST_NEWS - 1].rstrip() + "…" if cut else whole


class Standing(Enum):
    """Tell whether somebody is asked about newer versions, and who decided it if not."""

    ON = auto()
    OFF = auto()  # the user
    OFF_BY_IT = auto()
    NOT_SET_UP = auto()  # there is no address


def address_of(settings: Settings) -> str:
    """Return who is asked; "" for nobody. An address that is not https counts as none."""
    named = settings.policy.updates_address
    address = ledgerdrop.UPDATES_ADDRESS if named is None else named
    return address if is_https_url(address) else ""


def standing(settings: Settings) -> Standing:
    """Return how it stands with these settings."""
    policy = settings.policy
    forbidden = not settings.ask_for_updates and "ask_for_updates" in policy.fixed
    if forbidden or policy.updates_address == "":
        return Standing.OFF_BY_IT
    if not address_of(settings):
        return Standing.NOT_SET_UP
    return Standing.ON if settings.ask_for_updates else Standing.OFF


log = logging.getLogger(__name__)

FILE_NAME: Final = "updates.json"


DAY: Final = 24 * 3600.0  # seconds


LONGEST: Final = 64 * 1024  # bytes of an answer, and of our own file


PATIENCE: Final = RetryPolicy(connect=15.0, answer=30.0)


def ask(address: str, network: Network, cancel: CancelToken, patience: RetryPolicy = PATIENCE) -> Release | Problem:
    """Return what the address tells of: the problem on the way there, or `Code.NEWEST_UNKNOWN` for an answer that
    is none.

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
    """Return the problem that nothing could be found out there."""
    host = (urlsplit(address).hostname or "") if is_https_url(address) else address
    return Problem(Code.NEWEST_UNKNOWN, {"host": host}, detail=why)


def _read(answer: Response) -> Release | None:
    if answer.status != 200 or answer.too_long or len(answer.body) > LONGEST:
        return None
    return read_release(_parse(answer.body))


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


def remember(folder: Path, memory: LastCheck) -> bool:
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
