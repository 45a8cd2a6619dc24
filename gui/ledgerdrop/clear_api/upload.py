"""One file through all the steps that leave the machine, with progress, cancel and retries."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.clear_api.storage import upload
from ledgerdrop.files.byte_source import open_unbuffered
from ledgerdrop.files.digest import fingerprint
from ledgerdrop.files.reader import FileTroubleError, Opener
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import CheckedFile, FingerprintedFile, Uploaded
from ledgerdrop.model.problems import Code, Problem, Retry
from ledgerdrop.model.progress import OnProgress, Progress, Stage
from ledgerdrop.net.exchange import Session
from ledgerdrop.runtime.cancel import Cancelled, CancelToken

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Controls:
    """What may reach a journey from outside while it runs."""

    on_progress: OnProgress = lambda _progress: None
    cancel: CancelToken = field(default_factory=CancelToken)
    hurry: threading.Event = field(default_factory=threading.Event)  # "Retry now": set, it ends a pause


def send(
    session: Session,
    account: Account,
    token: str,
    checked: CheckedFile,
    controls: Controls,
    opener: Opener = open_unbuffered,
) -> Uploaded | Problem:
    """Fingerprint, pre-sign and upload one checked file, trying again as `session.patience` has it.

    Every attempt asks for a new pre-signed URL. Never raises: the user's "stop" is `Code.CANCELLED`, a bug is
    `Code.UNEXPECTED`, and logged.
    """
    return guarded(lambda: _send(session, account, token, checked, controls, opener))


def guarded(steps: Callable[[], Uploaded | Problem]) -> Uploaded | Problem:
    """Turn what the steps raise into the problem that it is."""
    try:
        return steps()
    except Cancelled:
        return Problem(Code.CANCELLED)
    except FileTroubleError as trouble:
        return trouble.problem
    except Exception as error:
        log.exception("A step of the journey raised")
        return Problem(Code.UNEXPECTED, detail=type(error).__name__)


def _send(
    session: Session, account: Account, token: str, checked: CheckedFile, controls: Controls, opener: Opener
) -> Uploaded | Problem:
    patience = session.patience
    file = fingerprint(checked, controls.on_progress, controls.cancel, opener)
    attempts = fresh_urls = 0
    with_md5 = True
    while True:
        attempts += 1
        at_attempt = _numbered(controls.on_progress, attempts)
        outcome = _attempt(session, account, token, file, replace(controls, on_progress=at_attempt), opener, with_md5)
        if isinstance(outcome, Uploaded):
            if not with_md5:
                session.no_md5_for.add(_host(outcome.location))
            return replace(outcome, attempts=attempts)
        session.close()  # a connection whose last answer proved nothing carries nothing more
        fresh_urls += outcome.retry is Retry.FRESH_URL
        pause = patience.pause_before_next(outcome, attempts, fresh_urls)
        if pause is None:
            return replace(outcome, params={**outcome.params, "attempts": str(attempts)})
        # It may be Content-MD5 that was refused: URLs do not sign it, and not every storage says so clearly
        with_md5 = with_md5 and outcome.code not in (Code.SIGNATURE_REFUSED, Code.UPLOAD_REFUSED)
        log.info("Attempt %d ended with %s; next in %.1f s", attempts, outcome.code.slug, pause)
        _pause(pause, attempts, outcome, controls)


def _attempt(
    session: Session,
    account: Account,
    token: str,
    file: FingerprintedFile,
    controls: Controls,
    opener: Opener,
    with_md5: bool,
) -> Uploaded | Problem:
    controls.on_progress(Progress(Stage.REQUESTING))
    if session.unproven:
        session.connect_ahead(session.unproven)
    target = request_target(session, account, token, file.checked.file.name, controls.cancel)
    if isinstance(target, Problem):
        return target
    with_md5 = with_md5 and _host(target.url) not in session.no_md5_for
    try:
        outcome = upload(
            session, target, file, controls.on_progress, controls.cancel, with_md5=with_md5, opener=opener
        )
        # Or it is another one by now, though of the same size and time: some drives count time in steps of 2 s
        damaged = isinstance(outcome, Problem) and outcome.code is Code.DAMAGED_ON_THE_WAY
        if damaged and fingerprint(file.checked, controls.on_progress, controls.cancel, opener) != file:
            return Problem(Code.CHANGED, detail="size and time are the same")
    except FileTroubleError as trouble:
        return trouble.problem
    return outcome


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _numbered(on_progress: OnProgress, attempt: int) -> OnProgress:
    return lambda progress: on_progress(replace(progress, attempt=attempt))


def _pause(seconds: float, attempts: int, problem: Problem, controls: Controls) -> None:
    """Wait, but no longer than the user wants to."""
    if seconds:
        controls.hurry.clear()  # an earlier "Retry now" was not meant for this pause
        waiting = Progress(Stage.WAITING, attempt=attempts + 1, until=time.monotonic() + seconds, problem=problem)
        controls.on_progress(waiting)
        with controls.cancel.on_cancel(controls.hurry.set):
            controls.hurry.wait(seconds)
    controls.cancel.raise_if_cancelled()
