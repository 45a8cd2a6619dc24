"""Which of two versions is the newer one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerdrop.system.versions import is_newer, order_of

RISING = [
    "0.0.1",
    "0.9",
    "0.10.0.dev2",
    "0.10.0-alpha.1",
    "0.10.0a2",
    "0.10.0-beta",
    "0.10.0rc1",
    "0.10.0-rc.2",
    "v0.10",
    "0.10.0.post1",
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


@pytest.mark.parametrize(("one", "other"), [("1.2", "1.2.0"), ("v1.2.0", "1.2"), ("1.2.0+linux.7", "1.2.0")])
def test_one_version_has_several_spellings(one: str, other: str) -> None:
    assert order_of(one) == order_of(other)
    assert not is_newer(one, other)


@pytest.mark.parametrize("text", GARBAGE)
def test_what_is_no_version_is_never_newer(text: str) -> None:
    assert order_of(text) is None
    assert not is_newer(text, "0.1.0")
    assert not is_newer("9.9.9", text)


@given(st.text(), st.text())
def test_no_text_is_a_bug(one: str, other: str) -> None:
    assert not (is_newer(one, other) and is_newer(other, one))
