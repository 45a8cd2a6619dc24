"""Test who decides whether somebody is asked about newer versions, and which of two versions is the newer one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ledgerdrop
from ledgerdrop.background.update_checker import is_newer, is_version
from ledgerdrop.model.accounts import is_https_url
from ledgerdrop.model.settings import Policy, Settings, Standing

PAGE = "https://www.example.com/download"
RISING = [
    "0.0.1",
    "0.9",
    "0.10.0a2",
    "0.10.0b1",
    "0.10.0rc1",
    "0.10.0rc2",
    "0.10",
    "0.10.1",
    "1.0.0",
    "1.0.10",
    "2026.4",
]
GARBAGE = [
    "",
    " ",
    "1.",
    ".1",
    "latest",
    "1.0.0 ",
    "1.0.0\n",
    "1..0",
    "1.0-",
    "-1.0",
    "1.0.0-foo",
    "\u0661.\u0662",
    "9" * 50,
]


def test_each_is_newer_than_those_before_it() -> None:
    for one, other in pairwise(RISING):
        assert is_newer(other, one), (one, other)
        assert not is_newer(one, other), (one, other)


def test_one_version_has_several_spellings() -> None:
    assert not is_newer("1.2.0", "1.2")
    assert not is_newer("1.2", "1.2.0")


@pytest.mark.parametrize("text", GARBAGE)
def test_what_is_no_version_is_never_newer(text: str) -> None:
    assert not is_version(text)
    assert not is_newer(text, "0.1.0")
    assert not is_newer("9.9.9", text)


@given(st.text(), st.text())
def test_no_text_is_a_bug(one: str, other: str) -> None:
    assert not (is_newer(one, other) and is_newer(other, one))


def test_the_programs_own_version_is_one() -> None:
    assert is_version(ledgerdrop.__version__)


def by_it(address: str | None, *, ask_for: bool = True, fixed: bool = False) -> Settings:
    policy = Policy(frozenset({"ask_for_updates"} if fixed else ()), updates_address=address)
    return Settings(ask_for_updates=ask_for, policy=policy)


@pytest.mark.parametrize(
    ("settings", "how", "whom"),
    [
        (Settings(), Standing.NOT_SET_UP, ""),
        (by_it(PAGE), Standing.ON, PAGE),
        (by_it(PAGE, fixed=True), Standing.ON, PAGE),
        (by_it(PAGE, ask_for=False), Standing.OFF, PAGE),
        (by_it(PAGE, ask_for=False, fixed=True), Standing.OFF_BY_IT, PAGE),
        (by_it(None, ask_for=False, fixed=True), Standing.OFF_BY_IT, ""),
        (by_it(""), Standing.OFF_BY_IT, ""),
        (by_it("http://127.0.0.1/"), Standing.NOT_SET_UP, ""),
    ],
)
def test_who_decides_whether_somebody_is_asked(settings: Settings, how: Standing, whom: str) -> None:
    assert (settings.updates_standing, settings.updates_address) == (how, whom)


def test_the_programs_own_address_is_none_or_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ledgerdrop.UPDATES_ADDRESS == "" or is_https_url(ledgerdrop.UPDATES_ADDRESS)
    monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", PAGE)
    assert (Settings().updates_standing, Settings().updates_address) == (Standing.ON, PAGE)
    assert by_it("https://it.example/").updates_address == "https://it.example/"
    monkeypatch.setattr(ledgerdrop, "UPDATES_ADDRESS", "http://example.com/")
    assert Settings().updates_standing is Standing.NOT_SET_UP
