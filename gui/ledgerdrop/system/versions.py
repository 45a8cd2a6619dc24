"""Which of two versions is the newer one: numbers as in PEP 440 and Semantic Versioning, with or without a stage."""

from __future__ import annotations

import re
from typing import Final

# 1.2.3, v1.2, 1.2.0rc1, 1.2.0-rc.1, 1.2.0.dev4, 1.2.0.post1, 1.2.0+anything
_VERSION: Final = re.compile(
    r"v?(?P<numbers>\d{1,9}(?:\.\d{1,9}){0,4})"
    r"(?:[-._]?(?P<stage>dev|alpha|a|beta|b|preview|pre|rc|c|post)[-._]?(?P<count>\d{0,9}))?"
    r"(?:\+[0-9A-Za-z.-]{1,40})?",
    re.ASCII,
)
_FINAL: Final = 4
_STAGES: Final = {
    "dev": 0,
    "alpha": 1,
    "a": 1,
    "beta": 2,
    "b": 2,
    "preview": 3,
    "pre": 3,
    "rc": 3,
    "c": 3,
    "post": _FINAL + 1,
}

Order = tuple[tuple[int, ...], int, int]


def order_of(version: str) -> Order | None:
    """Return what versions are sorted by; None for a text that is none."""
    found = _VERSION.fullmatch(version)
    if found is None:
        return None
    numbers = [int(number) for number in found["numbers"].split(".")]
    while numbers and numbers[-1] == 0:  # 1.2 and 1.2.0 are the same
        numbers.pop()
    return tuple(numbers), _STAGES[found["stage"]] if found["stage"] else _FINAL, int(found["count"] or 0)


def is_newer(offered: str, ours: str) -> bool:
    """Return whether `offered` is; not when one of them is no version."""
    one, other = order_of(offered), order_of(ours)
    return one is not None and other is not None and one > other
