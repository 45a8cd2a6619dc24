"""Another order of sending: where the selected files go, in the list as the user sees it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class MoveStep(Enum):
    """Grade how far to move."""

    FIRST = auto()
    UP = auto()
    DOWN = auto()
    LAST = auto()


def steps() -> dict[MoveStep, str]:
    """Return what each step is called in menus."""
    return {
        MoveStep.UP: translate("MoveStep", "Move &up"),
        MoveStep.DOWN: translate("MoveStep", "Move do&wn"),
        MoveStep.FIRST: translate("MoveStep", "Move to the &top"),
        MoveStep.LAST: translate("MoveStep", "Move to the &bottom"),
    }


def step_target(step: MoveStep, chosen: Sequence[int], shown: Sequence[int], order: Sequence[int]) -> int | None:
    """Return the place in `order` (IDs of all files) before which the chosen ones go; None where they are there
    already.

    A step up or down passes one file of those `shown`, so that it can be seen also while others are filtered out.
    """
    moved = set(chosen)
    places = [place for place, id_ in enumerate(shown) if id_ in moved]
    if not places:
        return None
    above = [id_ for id_ in shown[: places[-1]] if id_ not in moved]
    below = [id_ for id_ in shown[places[0] :] if id_ not in moved]
    match step:
        case MoveStep.FIRST:
            return 0 if above else None
        case MoveStep.LAST:
            return len(order) if below else None
        case MoveStep.UP:
            return order.index(shown[places[0] - 1]) if places[0] else (0 if above else None)
        case MoveStep.DOWN:
            beyond = shown[places[-1] + 1 : places[-1] + 2]
            if beyond:
                return order.index(beyond[0]) + 1
            return len(order) if below else None
