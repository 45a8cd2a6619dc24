"""Composition root of the window: builds every part once, owns start and shutdown."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Open the window with the paths given, and return its exit code."""
    raise NotImplementedError(arguments)
