"""Take one file through all the steps that leave the machine, with progress, cancel and retries."""

from __future__ import annotations

import hashlib
import logging
import os
import threading
import time
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import parse_qsl, urlsplit

from ledgerdrop.clear_api.api import Caller, guarded
from ledgerdrop.clear_api.presign import request_target
from ledgerdrop.clear_api.reserved_locations import ReservedLocations
from ledgerdrop.clear_api.storage import Meter, upload
from ledgerdrop.content.check import check
from ledgerdrop.files.dropped_file import examine, open_unbuffered
from ledgerdrop.files.reader import FileReader, FileTroubleError, Opener
from ledgerdrop.model.accounts import Account
from ledgerdrop.model.files import CheckedFile, DroppedFile, OnProgress, Progress, Stage, Uploaded, UploadTarget
from ledgerdrop.model.problems import ALL_SENT, Code, Problem
from ledgerdrop.net.retry_policy import Attempts
from ledgerdrop.net.session import Session
from ledgerdrop.runtime.cancel import CancelToken, call_abandonable
from ledgerdrop.store.upload_notes import UploadNotes

log = logging.getLogger(__name__)

_MOST_CHECKS = 3  # of a file that changes again and again
# The parameters that hold the signature of a pre-signed URL, in lower case
_SIGNATURES = frozenset({"x-amz-signature", "x-goog-signature", "signature", "sig"})
_LOOK_AGAIN = 30.0  # seconds, for a place at which an earlier file is still to be imported


@dataclass(frozen=True)
class Controls:
    """Holds what may reach a running upload from outside."""

    on_progress: OnProgress = lambda _progress: None
    cancel: CancelToken = field(default_factory=CancelToken)
    hurry: threading.Event = field(default_factory=threading.Event)  # "Retry now": set, it ends a pause
    reserved: ReservedLocations = field(default_factory=ReservedLocations)  # the caller releases an uploaded file's
    owner: Hashable = None  # names this file there


def send(
    session: Session,
    account: Account,
    token: str,
    checked: CheckedFile,
    controls: Controls,
    opener: Opener = open_unbuffered,
    notes: UploadNotes | None = None,
) -> Uploaded | Problem:
    """Pre-sign and upload one checked file, and try again as `session.policy` allows.

    Every attempt asks for a new pre-signed URL. A file that changed since it was checked is checked again, and
    uploaded if it is good, unless a byte of it has left in this attempt. `notes` are those of all runs, None where
    no other file is sent.

    Never raises: the user's "stop" is `Code.CANCELLED`, or `Code.MAY_HAVE_ARRIVED` once all was sent; a bug is
    `Code.UNEXPECTED`, and logged.
    """
    caller = Caller(session, account, token, controls.cancel)
    journey = _Journey(caller, checked, controls, opener, notes, _owner(checked.file))
    outcome = guarded(journey.run)
    if isinstance(outcome, Problem) and outcome.code is Code.CANCELLED and journey.may_be_there:
        return Problem(Code.MAY_HAVE_ARRIVED)
    return outcome


@dataclass
class _Journey:
    """Makes the attempts to upload one file."""

    caller: Caller
    checked: CheckedFile
    controls: Controls
    opener: Opener
    notes: UploadNotes | None
    owner: str
    may_be_there: bool = False  # an attempt sent all of it, and nobody said that it was not kept

    def run(self) -> Uploaded | Problem:
        """Make attempts until one succeeds or fails for good. Raises `Cancelled`."""
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
            if outcome.code is Code.PLACE_TAKEN and self.controls.reserved.waits:
                pause: float | None = min(_LOOK_AGAIN, self.caller.session.policy.longest_pause)
            else:
                pause = attempts.after(outcome)
            if pause is None:
                params = {**outcome.params, "attempts": str(attempts.number)}
                return replace(outcome, params=params | ({ALL_SENT: "yes"} if self.may_be_there else {}))
            log.debug("Attempt %d ended with %s", attempts.number, outcome.code.slug)
            _pause(pause, attempts.number, outcome, self.controls)

    def _attempt(self, number: int) -> Uploaded | Problem:
        meter = Meter(lambda progress: self.controls.on_progress(replace(progress, attempt=number)))
        if self.caller.session.unproven:
            self.caller.session.connect_ahead(self.caller.session.unproven)
        try:
            with self._opened(meter) as reader:
                target = self._target()
                return target if isinstance(target, Problem) else self._upload(target, reader, meter)
        except FileTroubleError as trouble:
            return trouble.problem

    def _upload(self, target: UploadTarget, reader: FileReader, meter: Meter) -> Uploaded | Problem:
        """Upload, unless that would replace a file that is still to be imported from there."""
        reserved, location = self.controls.reserved, target.url.partition("?")[0]
        if not reserved.reserve(location, self.controls.owner):
            return Problem(Code.PLACE_TAKEN)
        outcome: Uploaded | Problem | None = None
        try:
            cancel = self.controls.cancel
            outcome = upload(self.caller.session, target, self.checked, reader, meter, cancel, self.notes)
            return outcome
        finally:
            refused = isinstance(outcome, Problem) and 400 <= (outcome.http_status or 0) < 500
            self.may_be_there = self.may_be_there or (meter.whole and not refused)
            if not isinstance(outcome, Uploaded):
                reserved.release(location, self.controls.owner)

    def _opened(self, meter: Meter) -> FileReader:
        """Open the file; check it again where it has changed since its check."""
        for checks_left in reversed(range(_MOST_CHECKS + 1)):
            checked, cancel = self.checked, self.controls.cancel
            try:
                return FileReader(checked.file, cancel, self.opener, meter.stand_still, is_text=checked.kind == "csv")
            except FileTroubleError as trouble:
                if trouble.problem.code is not Code.CHANGED or not checks_left:
                    raise
            log.info("A file changed since it was checked; checking it again")
            again = call_abandonable(partial(_checked_again, checked, cancel), cancel)
            if isinstance(again, Problem):
                raise FileTroubleError(again)
            self.checked = again
        raise AssertionError("the last turn returns or raises")

    def _target(self) -> UploadTarget | Problem:
        """Ask for a URL, and once more where another file was given the same one: a cache keeps such answers."""
        name = self.checked.file.name
        for _ in range(2):
            target = request_target(self.caller, name)
            if isinstance(target, Problem):
                if target.code is not Code.URL_USED_BEFORE:
                    return target
            elif self.notes is None or self.notes.claim(url_key(target.url), self.owner):
                return target
            self.caller.session.close()
        return Problem(Code.URL_USED_BEFORE)


def _owner(file: DroppedFile) -> str:
    """Return a key for this very state of a file, which does not reveal its path."""
    words = (os.fsencode(file.path), str(file.size).encode(), str(file.modified_ns).encode())
    return hashlib.sha256(b"\0".join(words)).hexdigest()


def url_key(url: str) -> str:
    """Return a name for a pre-signed URL without its secret: a hash of where it leads and of its signature.

    Two URLs with the same signature are the same URL, whatever their date and the order of their parameters. A URL
    whose signature we do not recognise counts with its whole query.
    """
    parts = urlsplit(url)
    signed = [value for name, value in parse_qsl(parts.query) if name.lower() in _SIGNATURES] or [parts.query]
    return hashlib.sha256("\n".join((parts.netloc, parts.path, *signed)).encode()).hexdigest()


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
