"""What a notice from the queue says in words."""

from __future__ import annotations

from ledgerdrop.window.plurals import plurals
from ledgerdrop.workers.entries import Notice


def skipped(notice: Notice) -> str:
    """What was left out of a drop, and which files were in the list already; "" where there is nothing to say."""
    parts: list[str] = []
    if notice.duplicates:
        parts.append(plurals.listed_already(len(notice.duplicates)))
    if notice.skipped:
        parts.append(plurals.left_out(notice.skipped))
    return " ".join(parts)
