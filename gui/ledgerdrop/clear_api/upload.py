"""Take one file through all the steps that leave the machine, with progress, cancel and retries."""

from __future__ import annotations

import hashlib
import logging
import os
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ledgerdrop.clear_api.api import Caller
from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.clear_api.storage import Meter, upload
from ledgerdrop.clear_api.upload_claims import ClaimsInMemory, ReservedLocations, UploadClaims, url_key
from ledgerdrop.content.check import check
from ledgerdrop.files.dropped_file import examine
from ledgerdrop.files.reader import FileReader, FileTroubleError, Opener, open_unbuffered
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import CheckedFile, DroppedFile, OnProgress, Progress, Stage, Uploaded, UploadTarget
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.net.retry_policy import Attempts
from ledgerdrop.net.session import Session
from ledgerdrop.runtime.cancel import Cancelled, CancelToken, call_abandonable

log = logging.getLogger(__name__)

T = TypeVar("T")

_MOST_CHECKS = 3  # of a file that changes again and again
_LOOK_AGAIN = 30.0  # seconds, for a place at which an earlier file is still to be imported


@dataclass(frozen=True, slots=True)
class Controls:
    """Holds what may reach a running upload from outside."""

    on_progress: OnProgress = lambda _progress: None
    cancel: CancelToken = field(default_factory=CancelToken)
    hurry: threading.Event = field(default_factory=threading.Event)  # "Retry now": set, it ends a pause
    reserved: ReservedLocations | None = None  # of all files; an uploaded one's is the caller's to release
    owner: Hashable = None  # names this file there


def send(
    session: Session,
    account: Account,
    token: str,
    checked: CheckedFile,
    controls: Controls,
    opener: Opener = open_unbuffered,
    claims: UploadClaims | None = None,
) -> Uploaded | Problem:
    """Pre-sign and upload one checked file, and try again as `session.policy` allows.

    Every attempt asks for a new pre-signed URL. A file that changed since it was checked is checked again, and
    uploaded if it is good, unless a byte of it has left in this attempt. `claims` is what all files share.

    Never raises: the user's "stop" is `Code.CANCELLED`, or `Code.MAY_HAVE_ARRIVED` once all was sent; a bug is
    `Code.UNEXPECTED`, and logged.
    """
    caller = Caller(session, account, token, controls.cancel)
    journey = _Journey(caller, checked, controls, opener, claims or ClaimsInMemory(), _owner(checked.file))
    return guarded(journey.run)


def guarded(steps: Callable[[], T | Problem]) -> T | Problem:
    """Take the steps, and return what it raises as the problem that it is."""
    try:
        return steps()
    except Cancelled:
        return Problem(Code.CANCELLED)
    except FileTroubleError as trouble:
        return trouble.problem
    except Exception as error:
        log.exception("A step of the journey raised")
        return Problem(Code.UNEXPECTED, detail=type(error).__name__)


@dataclass(slots=True)
class _Journey:
    """Makes the attempts to upload one file."""

    caller: Caller
    checked: CheckedFile
    controls: Controls
    opener: Opener
    claims: UploadClaims
    owner: str
    may_be_there: bool = False  # an attempt sent all of it, and nobody said that it was not kept

    def run(self) -> Uploaded | Problem:
        """Make attempts until one succeeds, fails for good, or the user stops them."""
        try:
            return self._attempts()
        except Cancelled:
            if not self.may_be_there:
                raise
            return Problem(Code.MAY_HAVE_ARRIVED)

    def _attempts(self) -> Uploaded | Problem:
        host = self.caller.account.base_url  # its storage is put off with it
        attempts = Attempts(self.caller.session.policy, self.caller.session.pauses, host)
        while True:
            _wait_for_host(attempts, self.controls)
            attempts.begin()
            outcome = self._attempt(attempts.number)
            if isinstance(outcome, Uploaded):
                attempts.went_well()
                return replace(outcome, attempts=attempts.number)
            self.caller.session.close()  # a connection whose last answer proved nothing carries nothing more
            if outcome.code is Code.PLACE_TAKEN and self.controls.reserved and self.controls.reserved.waits:
                pause: float | None = min(_LOOK_AGAIN, self.caller.session.policy.longest_pause)
            else:
                pause = attempts.after(outcome)
            if pause is None:
                return replace(outcome, params={**outcome.params, "attempts": str(attempts.number)})
            log.debug("Attempt %d ended with %s", attempts.number, outcome.code.slug)
            _pause(pause, attempts.number, outcome, self.controls)

    def _attempt(self, number: int) -> Uploaded | Problem:
        meter = Meter(lambda progress: self.controls.on_progress(replace(progress, attempt=number)))
        if self.caller.session.unproven:
            self.caller.session.connect_ahead(self.caller.session.unproven)
        try:
            with self._opened(meter) as reader:
                target = self._target()
                if isinstance(target, Problem):
                    return target
                return self._upload(target, reader, meter)
        except FileTroubleError as trouble:
            return trouble.problem

    def _upload(self, target: UploadTarget, reader: FileReader, meter: Meter) -> Uploaded | Problem:
        """Upload, unless that would replace a file that is still to be imported from there."""
        reserved, location = self.controls.reserved or ReservedLocations(waits=False), target.url.partition("?")[0]
        if not reserved.reserve(location, self.controls.owner):
            return Problem(Code.PLACE_TAKEN)
        outcome: Uploaded | Problem | None = None
        try:
            cancel = self.controls.cancel
            outcome = upload(self.caller.session, target, self.checked, reader, meter, cancel, self.claims)
            return outcome
        finally:
            if meter.whole and not _is_refusal(outcome):
                self.may_be_there = True
            if not isinstance(outcome, Uploaded):
                reserved.release(location, self.controls.owner)

    def _opened(self, meter: Meter) -> FileReader:
        """Open the file; check it again where it has changed since its check."""
        for checks_left in reversed(range(_MOST_CHECKS + 1)):
            try:
                return FileReader(
                    self.checked.file,
                    self.controls.cancel,
                    self.opener,
                    meter.stand_still,
                    is_text=self.checked.kind == "csv",
                )
            except FileTroubleError as trouble:
                if trouble.problem.code is not Code.CHANGED or not checks_left:
                    raise
                self._check_again()
        raise AssertionError("the last turn returns or raises")

    def _check_again(self) -> None:
        log.info("A file changed since it was checked; checking it again")
        cancel = self.controls.cancel
        again = call_abandonable(lambda: _checked_again(self.checked, cancel), cancel)
        if isinstance(again, Problem):
            raise FileTroubleError(again)
        self.checked = again

    def _target(self) -> UploadTarget | Problem:
        """Ask for a URL, and once more where another file was given the same one: a cache keeps such answers."""
        name = self.checked.file.name
        for _ in range(2):
            target = request_target(self.caller, name)
            if isinstance(target, UploadTarget) and self.claims.claim(url_key(target.url), self.owner):
                return target
            if isinstance(target, Problem) and target.code is not Code.URL_USED_BEFORE:
                return target
            self.caller.session.close()
        return Problem(Code.URL_USED_BEFORE)


def _is_refusal(outcome: Uploaded | Problem | None) -> bool:
    return isinstance(outcome, Problem) and outcome.http_status is not None and 400 <= outcome.http_status < 500


def _owner(file: DroppedFile) -> str:
    """Return a key for this very state of a file, which does not reveal its path."""
    words = (os.fsencode(file.path), str(file.size).encode(), str(file.modified_ns).encode())
    return hashlib.sha256(b"\0".join(words)).hexdigest()


def _checked_again(checked: CheckedFile, cancel: CancelToken) -> CheckedFile | Problem:
    """Check the file as it is now. A warning that the user has overruled stays overruled."""
    file = examine(checked.file.path, checked.file.name)
    if isinstance(file, Problem):
        return file
    again = check(file, cancel)
    if isinstance(again, Problem) or again.warning is None:
        return again
    agreed = checked.warning is not None and checked.warning.code is again.warning.code
    return again if agreed else again.warning


def _wait_for_host(attempts: Attempts, controls: Controls) -> None:
    """Wait as long as the host puts off all files, or until "Retry now"."""
    while (pause := attempts.pause()) is not None:
        _pause(pause.until - time.monotonic(), attempts.number, pause.problem, controls)
        if controls.hurry.is_set():
            return


def _pause(seconds: float, attempts: int, problem: Problem, controls: Controls) -> None:
    """Wait until the pause is over or the user ends it."""
    if seconds > 0:
        controls.hurry.clear()  # an earlier "Retry now" was not meant for this pause
        waiting = Progress(Stage.WAITING, attempt=attempts + 1, until=time.monotonic() + seconds, problem=problem)
        controls.on_progress(waiting)
        with controls.cancel.on_cancel(controls.hurry.set):
            controls.hurry.wait(seconds)
    controls.cancel.raise_if_cancelled()
