"""Define what is known of newer versions: the release that an address tells of, and who decides that it is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

import ledgerdrop
from ledgerdrop.model.accounts import is_https_url
from ledgerdrop.model.settings import Settings

_VERSION: Final = re.compile(r"(\d{1,9}(?:\.\d{1,9}){0,4})(?:(a|b|rc)(\d{1,9}))?", re.ASCII)  # as PEP 440 has it
_FINAL: Final = "z"  # after the stages of _VERSION


@dataclass(frozen=True, slots=True)
class Release:
    """Name a version, and the https address of the page to download it from."""

    version: str
    page: str


class Standing(Enum):
    """Tell whether somebody is asked about newer versions, and why not."""

    ON = auto()
    OFF = auto()  # the user's choice
    OFF_BY_IT = auto()
    NOT_SET_UP = auto()  # there is no address
    PRACTISING = auto()


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


def is_version(text: str) -> bool:
    """Tell whether the text is a version such as 1.2.3 or 1.2.0rc1."""
    return _VERSION.fullmatch(text) is not None


def is_newer(offered: str, ours: str) -> bool:
    """Return whether `offered` is the newer one; not when one of them is no version."""
    return is_version(offered) and is_version(ours) and _order(offered) > _order(ours)


def _order(version: str) -> tuple[list[int], str, int]:
    numbers, stage, count = _VERSION.fullmatch(version).groups()  # type: ignore[union-attr] # it is one
    parts = [int(number) for number in numbers.split(".")]
    while parts and parts[-1] == 0:  # 1.2 and 1.2.0 are the same
        parts.pop()
    return parts, stage or _FINAL, int(count or 0)
