"""What a notice from the queue says in words, and what may be put right in the settings."""

from __future__ import annotations

from typing import Final

from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.window.plurals import plurals
from ledgerdrop.workers.entries import Notice

_FOR_IT: Final = frozenset({Code.PRESETS_UNUSABLE, Code.PRESET_WRONG, Code.PRESET_ACCOUNT_WRONG})


def skipped(notice: Notice) -> str:
    """What was left out of a drop, and which files were in the list already; "" where there is nothing to say."""
    parts: list[str] = []
    if notice.duplicates:
        parts.append(plurals.listed_already(len(notice.duplicates)))
    if notice.skipped:
        parts.append(plurals.left_out(notice.skipped))
    return " ".join(parts)


def is_for_settings(problem: Problem) -> bool:
    """Whether a problem with the settings can be put right there; what IT has set up cannot."""
    return problem.code not in _FOR_IT
