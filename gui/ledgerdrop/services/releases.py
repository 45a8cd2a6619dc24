"""A newer version, as the address for updates tells of it, and whether that address may be asked at all.

What answers there is JSON; fields that are not known are ignored:

    {
      "version": "1.4.0",
      "news": "What is new, as plain text",         // or by language: {"en": "...", "hi": "..."}; may be left out
      "page": "https://www.example.com/download"    // opened in the browser when the user wants to
    }

(without the comments). Where one of these is not as it should be, nothing of the answer is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

import ledgerdrop
from ledgerdrop.pipeline.accounts import is_https_url
from ledgerdrop.pipeline.answers import server_words
from ledgerdrop.services.settings import Settings
from ledgerdrop.services.versions import order_of

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
        """What is new in that language, or else in English, or else in any; "" where nothing is said."""
        for code in (language, "", "en"):
            if code in self.news:
                return self.news[code]
        return next(iter(self.news.values()), "")


def read_release(form: object) -> Release | None:
    """The release that an answer tells of, None if it does not tell of one."""
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
    """What `read_release` reads."""
    return {"version": release.version, "page": release.page, "news": dict(release.news)}


def _plain(text: str) -> str:
    lines = [words for line in text.splitlines() if (words := server_words(line, LONGEST_NEWS))]
    whole = "\n".join(lines[:MOST_LINES])
    cut = len(lines) > MOST_LINES or len(whole) > LONGEST_NEWS
    return whole[: LONGEST_NEWS - 1].rstrip() + "…" if cut else whole


class Standing(Enum):
    """Whether somebody is asked about newer versions, and who decided it if not."""

    ON = auto()
    OFF = auto()  # the user
    OFF_BY_IT = auto()
    NOT_SET_UP = auto()  # there is no address


def address_of(settings: Settings) -> str:
    """Who is asked; "" for nobody. An address that is not https counts as none."""
    named = settings.policy.updates_address
    address = ledgerdrop.UPDATES_ADDRESS if named is None else named
    return address if is_https_url(address) else ""


def standing(settings: Settings) -> Standing:
    """How it stands with these settings."""
    policy = settings.policy
    forbidden = not settings.ask_for_updates and "ask_for_updates" in policy.fixed
    if forbidden or policy.updates_address == "":
        return Standing.OFF_BY_IT
    if not address_of(settings):
        return Standing.NOT_SET_UP
    return Standing.ON if settings.ask_for_updates else Standing.OFF
