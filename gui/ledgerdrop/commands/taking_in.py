"""What `ledgerdrop send --template` does with uploaded files: hand them over, together or one by one, and follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ledgerdrop.commands.outcome import Outcome
from ledgerdrop.pipeline.accounts import Account
from ledgerdrop.pipeline.cancel import Cancel
from ledgerdrop.pipeline.exchange import Session
from ledgerdrop.pipeline.ingestion import Activity, FileInfo, IngestAs
from ledgerdrop.pipeline.problems import Code, Problem
from ledgerdrop.pipeline.taken_in import follow, hand_over
from ledgerdrop.pipeline.values import Uploaded


@dataclass(frozen=True, slots=True)
class TakingIn:
    """How the uploaded files go on. `batch`: all in one activity; `wait`: until Clear has ended each."""

    account: Account
    token: str
    how: IngestAs
    cancel: Cancel
    batch: bool
    wait: bool

    def alone(self, session: Session, outcome: Outcome) -> Outcome:
        """The file in an activity of its own, if it is uploaded."""
        if not isinstance(outcome.result, Uploaded):
            return outcome
        return replace(outcome, handed=self._hand_over(session, [outcome.result]))

    def together(self, session: Session, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """All of them in one activity, unless one is not uploaded."""
        missing = next((one for one in outcomes if isinstance(one.result, Problem)), None)
        if missing is not None:
            held = Problem(Code.BATCH_HELD_BACK, {"name": Path(missing.path).name})
            return [replace(one, handed=held) if isinstance(one.result, Uploaded) else one for one in outcomes]
        handed = self._hand_over(session, [one.result for one in outcomes if isinstance(one.result, Uploaded)])
        return [replace(one, handed=handed) for one in outcomes]

    def followed(self, session: Session, outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
        """The outcomes in their order, each once its activity has ended."""
        activities = dict.fromkeys(one.handed for one in outcomes if isinstance(one.handed, Activity))
        endings = follow(session, self.account, self.token, list(activities), self.cancel)
        known = {}
        for outcome in outcomes:
            while isinstance(outcome.handed, Activity) and outcome.handed not in known:
                activity, end = next(endings)
                known[activity] = end
            yield replace(outcome, end=known[outcome.handed]) if isinstance(outcome.handed, Activity) else outcome

    def _hand_over(self, session: Session, files: Sequence[Uploaded]) -> Activity | Problem:
        infos = [FileInfo(file.location, file.name, file.finished_at) for file in files]
        return hand_over(session, self.account, self.token, infos, self.how, self.cancel)
