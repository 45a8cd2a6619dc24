"""Which rows go into one activity. Sums are kept row by row: there may be thousands in one."""

from __future__ import annotations

from collections import Counter

from ledgerdrop.workers.entries import State


class Batch:
    """The rows of one activity, and how far each is on its way to storage. Lives on the window's thread."""

    def __init__(self) -> None:
        self._states: dict[int, State] = {}
        self._counts: Counter[State] = Counter()

    def __len__(self) -> int:
        return len(self._states)

    def __contains__(self, row: int) -> bool:
        return row in self._states

    @property
    def rows(self) -> list[int]:
        """In the order in which they were dropped."""
        return sorted(self._states)

    @property
    def any_row(self) -> int:
        """One of them: what follows the upload is the same for all. There must be one."""
        return next(iter(self._states))

    @property
    def uploaded(self) -> bool:
        """Whether all of them are."""
        return self._counts[State.UPLOADED] == len(self._states)

    @property
    def cancelled(self) -> bool:
        """Whether all of them are."""
        return self._counts[State.CANCELLED] == len(self._states)

    @property
    def missing(self) -> int | None:
        """The first one that ended without being uploaded."""
        ends = [state for state, count in self._counts.items() if count and state.finished]
        if not any(state is not State.UPLOADED for state in ends):
            return None
        return min(row for row, state in self._states.items() if state is not State.UPLOADED and state in ends)

    def note(self, row: int, state: State) -> None:
        """A row belongs to it, and stands so."""
        self.leave(row)
        self._states[row] = state
        self._counts[state] += 1

    def leave(self, row: int) -> None:
        """A row does not belong to it any more."""
        state = self._states.pop(row, None)
        if state is not None:
            self._counts[state] -= 1
