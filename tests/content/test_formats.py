"""Test that `CONTENT_TYPES` and the texts that name what Clear accepts agree."""

from __future__ import annotations

import re

import pytest

from ledgerdrop.content.formats import CONTENT_TYPES
from ledgerdrop.model.problems import Code, Problem


def _names(text: str) -> set[str]:
    return set(re.findall(r"\b(?:csv|xls\w?|zip|ods|txt)\b", text.casefold()))


@pytest.mark.parametrize("code", [Code.NO_EXTENSION, Code.WRONG_EXTENSION])
def test_the_advice_names_all_that_is_accepted(code: Code) -> None:
    assert _names(Problem(code, {"extension": ".doc"}).advice) == set(CONTENT_TYPES)
