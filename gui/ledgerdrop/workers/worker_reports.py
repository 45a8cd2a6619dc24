"""What becomes of a file when a worker reports. A report of work that was given up meanwhile changes nothing,
but for one: what is uploaded is uploaded."""

from __future__ import annotations

from ledgerdrop.pipeline.problems import Code, Problem, Retry
from ledgerdrop.pipeline.progress import Progress, Stage
from ledgerdrop.pipeline.values import Uploaded
from ledgerdrop.workers import user_actions
from ledgerdrop.workers.checking import CheckDone, CheckReport, CheckSlow, FolderOpened, Rejected, Verdict
from ledgerdrop.workers.clerk import IntakeReport
from ledgerdrop.workers.entries import Entry, Notice, State
from ledgerdrop.workers.reach import is_silence
from ledgerdrop.workers.sending import SendDone, SendJob, SendReport, SendStarted
from ledgerdrop.workers.transfers import UNDER_WAY, Transfers

Report = CheckReport | SendReport


def hear(transfers: Transfers, report: Report) -> None:
    """Draw the consequences of a report."""
    match report:
        case CheckSlow(job):
            if transfers.checking.get(job.id) is job:
                transfers.put(job.id, State.CHECKING, slow=True)
        case CheckDone(job, outcome):
            if transfers.checking.get(job.id) is job:
                del transfers.checking[job.id]
                _checked(transfers, transfers.listing[job.id], outcome)
        case SendStarted(job):
            if transfers.in_state([job.id], State.QUEUED) and not job.cancel.is_set():
                transfers.put(job.id, State.SENDING)
        case SendDone(job, outcome):
            del transfers.sending[job.id]
            if not job.cancel.is_set():
                transfers.reach.heard(outcome)
            if job.id in transfers.listing:
                _came_back(transfers, transfers.listing[job.id], job, outcome)


def hear_intake(transfers: Transfers, report: IntakeReport) -> None:
    """The same for what follows the upload."""
    account, problem = report.job.account, report.taking_in.problem
    transfers.reach.heard(problem)
    put_right_meanwhile = transfers.accounts.get(account.id) is not account
    if problem is not None and problem.retry is Retry.ACCOUNT and not put_right_meanwhile:
        transfers.refuse(account.id, problem)
    transfers.intakes.hear(report)


def see(transfers: Transfers, job: SendJob, progress: Progress) -> None:
    """Show how far a file has got."""
    if transfers.sending.get(job.id) is not job or not transfers.in_state([job.id], *UNDER_WAY):
        return
    waiting = progress.stage is Stage.WAITING
    if waiting and transfers.listing[job.id].progress != progress:
        transfers.reach.heard(progress.problem)
    transfers.reach.seen(progress)
    state = State.RETRYING if waiting else State.SENDING
    transfers.put(job.id, state, progress=progress, problem=progress.problem)


def _checked(transfers: Transfers, entry: Entry, outcome: Verdict) -> None:
    account = transfers.accounts.get(entry.account_id)
    if isinstance(outcome, FolderOpened):
        if account is not None:
            user_actions.add(transfers, outcome.files, account, folder=entry.id)
        user_actions.remove(transfers, [entry.id])
        if outcome.skipped:
            transfers.news.notices.append(Notice(skipped=outcome.skipped))
    elif isinstance(outcome, Problem):
        transfers.put(entry.id, State.REJECTED, problem=outcome, slow=False)
        user_actions.leave_batch(transfers, entry.id)
    elif isinstance(outcome, Rejected):
        transfers.put(entry.id, State.REJECTED, problem=outcome.problem, slow=False, size=outcome.size)
        user_actions.leave_batch(transfers, entry.id)
    else:
        file, warning = outcome.file, outcome.warning
        state = State.WARNED if warning else State.READY
        transfers.put(entry.id, state, problem=warning, slow=False, checked=outcome, name=file.name, size=file.size)
        if warning:
            user_actions.leave_batch(transfers, entry.id)
        at_once = account is not None and account.send_at_once
        if state is State.READY and (at_once or entry.id in transfers.sent):
            transfers.enqueue(entry.id)


def _came_back(transfers: Transfers, entry: Entry, job: SendJob, outcome: Uploaded | Problem) -> None:
    if isinstance(outcome, Uploaded):
        transfers.give_up(entry.id)
        transfers.put(entry.id, State.UPLOADED, uploaded=outcome, problem=None, progress=None, slow=False)
    elif entry.state is State.QUEUED:
        # Given up, and wanted again before the worker was through with it
        transfers.enqueue(entry.id, despite_pause=True)
    elif entry.state not in UNDER_WAY:
        pass  # given up
    elif outcome.code is Code.CANCELLED:
        transfers.put(entry.id, State.CANCELLED, problem=outcome, progress=None)
    elif outcome.retry is Retry.ACCOUNT:
        _refuse(transfers, entry, job, outcome)
    elif transfers.reach.gone and is_silence(outcome):
        _strand(transfers, entry, outcome)
    else:
        transfers.put(entry.id, State.FAILED, problem=outcome, progress=None)


def _refuse(transfers: Transfers, entry: Entry, job: SendJob, problem: Problem) -> None:
    """What the account may not do, its other files need not try."""
    if transfers.accounts.get(entry.account_id) is not job.account:
        transfers.enqueue(entry.id)  # it began before the settings were put right
        return
    transfers.put(entry.id, State.PAUSED, problem=problem, progress=None)
    transfers.refuse(entry.account_id, problem)


def _strand(transfers: Transfers, entry: Entry, problem: Problem) -> None:
    """No network: it is no failure of the file, which goes on when the network is back."""
    attempt = entry.progress.attempt if entry.progress else 1
    waiting = Progress(Stage.WAITING, attempt=attempt, until=transfers.reach.next_probe(), problem=problem)
    transfers.stranded.add(entry.id)
    transfers.put(entry.id, State.RETRYING, problem=problem, progress=waiting)
