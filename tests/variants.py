"""Choose which variants of a test run each time, and which only with `dev.py test --long`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def mostly_long(variants: Iterable[Any], each_time: Callable[[Any], bool]) -> list[Any]:
    """Return all variants for `parametrize`; those that `each_time` is not true of are marked `long`.

    A variant that is a tuple stands for several parameters.
    """
    return [
        pytest.param(
            *(variant if isinstance(variant, tuple) else (variant,)),
            marks=() if each_time(variant) else pytest.mark.long,
        )
        for variant in variants
    ]
