"""Upload many files without a window, and with --template have Clear import them (`ledgerdrop send`).

Address, integration ID and token are those of the account in use (the token lies in the keyring), unless the
environment variable LEDGERDROP_TOKEN names another token and --integration-id another ID. An address from the command
line is another account, so it takes nothing from the one in use: its ID comes from the command line, its token from
LEDGERDROP_TOKEN.

With --json, one object a file goes to standard output, in the order of the command line (`report.Outcome.as_json`):
path, state, code, headline, advice, server_message, http_status, bytes, seconds, attempts, confirmed_by (etag, or
status where storage gave none), task_id, workflow_status, and contents: rows, columns, control totals and the number
of notes of an uploaded file, and which sheet is meant where there are several; null where it could not be read.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from ledgerdrop.clear_api.api import Caller, guarded
from ledgerdrop.clear_api.import_log import log_import
from ledgerdrop.clear_api.ingestion import follow, submit_import
from ledgerdrop.clear_api.reserved_locations import ReservedLocations
from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.cli.check import check_path
from ledgerdrop.cli.report import Outcome, ProgressBar
from ledgerdrop.content.formats import CONTENT_TYPES
from ledgerdrop.files.reader import FileTroubleError, digest_of
from ledgerdrop.inspection.inspector import Inspector
from ledgerdrop.model.accounts import Account, Environment, is_integration_id, normal_base_url
from ledgerdrop.model.files import CheckedFile, DroppedFile, Uploaded
from ledgerdrop.model.ingestion import TEMPLATES, Activity, IngestionOptions, ingestion_options
from ledgerdrop.model.inspection import contents_of
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import DEFAULT_UPLOADS_AT_ONCE, MAX_UPLOADS_AT_ONCE, Settings
from ledgerdrop.net.network import Network, Routes, open_network
from ledgerdrop.net.session import Session, open_session
from ledgerdrop.runtime.cancel import CancelToken, call_abandonable
from ledgerdrop.runtime.command_line import Parser, one_line
from ledgerdrop.runtime.locations import locations, preset_files
from ledgerdrop.runtime.logs import Logs, start_logs
from ledgerdrop.store.keyring_tokens import VARIABLE, TokenStore, token_from_environment
from ledgerdrop.store.managed_settings import read_presets
from ledgerdrop.store.proxy_address import read_sign_in
from ledgerdrop.store.settings_file import load
from ledgerdrop.store.upload_notes import UploadNotes


@dataclass(frozen=True)
class IngestionRun:
    """Has the uploaded files imported as the `call` says, and follows the imports."""

    call: argparse.Namespace
    account: Account
    how: IngestionOptions
    notes: UploadNotes
    logs: Logs

    @property
    def purpose(self) -> str:
        """Return a name for the import and its account: another one may want the same content."""
        words = (self.account.base_url, self.account.integration_id, self.how.template, self.how.file_type)
        return hashlib.sha256("\n".join(words).encode()).hexdigest()

    def asked_before(self, path: str, sha256: str) -> Outcome | None:
        """Return the outcome of an earlier run that asked Clear to import this file, None where none did."""
        earlier = self.notes.earlier(self.purpose, sha256)
        if earlier is None:
            return None
        if isinstance(earlier, Problem):
            return Outcome(path, earlier)
        log.info("An earlier run has asked Clear to ingest this file")
        unknown = Problem(Code.INGEST_UNCONFIRMED, detail="asked in an earlier run")
        uploaded, activity = earlier
        return Outcome(path, uploaded, submitted=activity or unknown)

    def together(self, caller: Caller, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """Have all files imported in one activity, unless one of them is not uploaded."""
        missing = next((one for one in outcomes if isinstance(one.result, Problem)), None)
        if missing is not None:
            held = Problem(Code.BATCH_HELD_BACK, {"name": Path(missing.path).name})
            return [replace(one, submitted=held) if isinstance(one.result, Uploaded) else one for one in outcomes]
        new = [one.result for one in outcomes if isinstance(one.result, Uploaded) and one.submitted is None]
        submitted = self.submit(caller, new) if new else None
        return [replace(one, submitted=one.submitted or submitted) for one in outcomes]

    def followed(self, caller: Caller, outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
        """Yield the outcomes in their order, each once its activity has ended."""
        activities = dict.fromkeys(one.submitted for one in outcomes if isinstance(one.submitted, Activity))
        endings = follow(caller, list(activities))
        known = {}
        for outcome in outcomes:
            if not isinstance(outcome.submitted, Activity):
                yield outcome
                continue
            while outcome.submitted not in known:
                activity, end = next(endings)
                known[activity] = end
                if isinstance(end, Problem) and end.code is Code.NOT_TAKEN_IN:
                    self.notes.forget_activity(activity.task_id)
            yield replace(outcome, end=known[outcome.submitted])

    def submit(self, caller: Caller, files: Sequence[Uploaded]) -> Activity | Problem:
        """Have these files imported in one activity; a bug is `Code.UNEXPECTED`, and logged."""
        outcome = guarded(lambda: self._submit_noted(caller, files))
        log_import(f"files: {len(files)}", outcome)
        return outcome

    def _submit_noted(self, caller: Caller, files: Sequence[Uploaded]) -> Activity | Problem:
        """Note that Clear is asked, then ask it: a run that is killed in between leaves the note for the next one."""
        if self.logs.problem is not None or self.logs.failed:
            return Problem(Code.NOT_NOTED, {"folder": str(locations().logs)}, detail="the log cannot be written")
        once = list({file.location: file for file in files}.values())
        noted = self.notes.note_request(self.purpose, once, again=self.call.anyway)
        if isinstance(noted, Problem):
            return noted
        outcome = submit_import(caller, once, self.how)
        if isinstance(outcome, Activity):
            self.notes.note_activity(noted, outcome)
        elif outcome.code is not Code.INGEST_UNCONFIRMED:
            self.notes.forget_requests(noted)
        return outcome


_COMMAND_LINE: Final = "command-line"  # the account's ID where none is set up
_UNWRITABLE: Final = 4  # exit code
_BY_GRAVITY: Final = (_UNWRITABLE, 1, 3)
# The last one is what Windows sends where others send SIGTERM
_STOP_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")

log = logging.getLogger(__name__)


def main(arguments: Sequence[str]) -> int:
    """Send the files. Returns the worst `Outcome.exit_code`: 4 before 1, 1 before 3; and 2 for a usage error.

    Returns 4, too, when the output cannot be written: no further import is requested then, and the outcomes are in
    the log.
    """
    parser = _parser()
    call = parser.parse_args(arguments)
    if sys.stdout is None:  # closed by whoever called
        sys.stderr.write("Standard output is closed, so results can't be shown. Nothing was sent.\n")
        return _UNWRITABLE
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # names need not be valid text
    with closing(start_logs(locations().logs)) as logs:
        return _send_all(call, parser, logs)


def _send_all(call: argparse.Namespace, parser: argparse.ArgumentParser, logs: Logs) -> int:
    loaded, managed = load(locations().settings), read_presets(preset_files())
    for problem in (loaded.problem, *managed.problems):
        if problem is not None:
            _complain(problem)
    settings = managed.presets.apply(managed.presets.merge(loaded.settings))
    how = _how(call, parser)
    account = _account(call, settings, parser)
    store = TokenStore()
    token = _token(store, account)
    network = open_network(Routes(settings.proxy, partial(read_sign_in, store)).mapping)
    if isinstance(token, Problem):
        return _complain(token)
    if isinstance(network, Problem):
        return _complain(network)
    cancel = CancelToken()
    notes = UploadNotes(locations().data)
    ingestion = None if how is None else IngestionRun(call, account, how, notes, logs)
    log.info("Sending %d files", len(call.paths))  # so a log that cannot be written is noticed before Clear is asked
    codes = set()
    with ProgressBar(sys.stderr, len(call.paths)) as bar, Inspector() as inspector:
        sending = Sending(call, network, account, token, cancel, ingestion, notes, bar)

        def tell(outcome: Outcome) -> None:
            codes.add(outcome.exit_code)
            line = _inspected(inspector, outcome, cancel).as_json() if call.json else outcome.as_text()
            if _UNWRITABLE in codes and cancel.is_cancelled():
                log.warning("Not printed: %s", line)
            elif not _printed(bar, line):
                codes.add(_UNWRITABLE)
                cancel.cancel()

        try:
            for outcome in sending.run():
                tell(outcome)
        except Exception:
            log.exception("Sending broke down")
            codes.add(1)
            for outcome in sending.unreported():
                with suppress(Exception):
                    tell(outcome)
    notes.close()
    return next((code for code in _BY_GRAVITY if code in codes), 0)


def _inspected(inspector: Inspector, outcome: Outcome, cancel: CancelToken) -> Outcome:
    """Add what an uploaded file contains, while others are still being sent."""
    sent = outcome.result
    if not isinstance(sent, Uploaded) or cancel.is_cancelled():
        return outcome
    found = guarded(lambda: inspector.inspect(Path(outcome.path), cancel=cancel))  # it is uploaded all the same
    if isinstance(found, Problem) or found.unreadable is not None or found.size != sent.size:
        return outcome
    return replace(outcome, contents=contents_of(found))


def _printed(bar: ProgressBar, line: str) -> bool:
    """Print a line; where standard output is broken, log it, and print nothing more."""
    try:
        bar.print(line)
    except (OSError, ValueError) as error:  # a full disk, a pipe or a terminal that is gone
        log.warning("The output cannot be written: %s. Not printed: %s", type(error).__name__, line)
        with suppress(OSError, ValueError):  # or Python itself would fail at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


@dataclass(eq=False)
class _Original:
    """Holds a file of this run, and its outcome, for which later files of the same content wait."""

    file: DroppedFile
    cancel: CancelToken
    outcome: Future[Outcome] = field(default_factory=Future)

    @cached_property
    def sha256(self) -> str:
        """Return the digest, "" for a file that cannot be read. Reads the file. Raises `Cancelled`."""
        try:
            return digest_of(self.file, self.cancel)
        except FileTroubleError:
            return ""


@dataclass
class Sending:
    """Uploads many files at once, each thread over a session of its own."""

    call: argparse.Namespace
    network: Network
    account: Account
    token: str
    cancel: CancelToken
    ingestion: IngestionRun | None
    notes: UploadNotes
    bar: ProgressBar
    # Imports are followed when all files are uploaded, if at all: no upload can wait for one
    _reserved: ReservedLocations = field(default_factory=ReservedLocations)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _originals: dict[int, list[_Original]] = field(default_factory=dict)  # by the files' sizes
    _own: threading.local = field(default_factory=threading.local)
    _sessions: list[Session] = field(default_factory=list)
    _ended: dict[int, Outcome] = field(default_factory=dict)  # by the number of their path
    _reported: int = 0

    def run(self) -> Iterator[Outcome]:
        """Yield the outcomes in the order of the paths, each as soon as it is known. Ctrl-C cancels the rest."""
        with self._cancelled_by_signals(), ThreadPoolExecutor(1, "outcomes") as pool:
            outcomes = self._imported(self._uploaded())
            try:
                while (outcome := _result(pool.submit(next, outcomes, None))) is not None:
                    code = outcome.problem.code.slug if outcome.problem else ""
                    log.info("File %d: %s %s", self._reported + 1, outcome.state, code)
                    yield outcome
                    self._reported += 1
            except BaseException:  # nobody would hear what becomes of the others
                self.cancel.cancel()
                outcomes.close()  # waits for those under way
                raise
            finally:
                for session in self._sessions:
                    session.close()

    def unreported(self) -> Iterator[Outcome]:
        """Yield the outcomes that `run` has not yielded when it was broken off, as far as each file came."""
        for number, path in enumerate(self.call.paths[self._reported :], self._reported):
            yield self._ended.get(number, Outcome(path, Problem(Code.UNEXPECTED)))

    def _imported(self, uploaded: Iterator[Outcome]) -> Generator[Outcome]:
        ingestion = self.ingestion
        if ingestion and self.call.batch:
            together = ingestion.together(self._caller(), list(uploaded))
            self._ended = dict(enumerate(together))
            uploaded = iter(together)
        if ingestion and self.call.wait:
            uploaded = ingestion.followed(self._caller(), list(uploaded))
        yield from uploaded

    def _uploaded(self) -> Iterator[Outcome]:
        with ThreadPoolExecutor(self.call.jobs, "send") as pool:
            for future in [pool.submit(self._one, number, path) for number, path in enumerate(self.call.paths)]:
                yield future.result()

    def _one(self, number: int, path: str) -> Outcome:
        outcome = self._ended[number] = _guarded(path, lambda: self._journey(path))
        self.bar.finish(path)
        return outcome

    def _journey(self, path: str) -> Outcome:
        checked = guarded(lambda: self._checked(path))
        if isinstance(checked, Problem):
            return Outcome(path, checked, rejected=True)
        return self._asked_once(self.ingestion, path, checked) if self.ingestion else self._sent(path, checked)

    def _checked(self, path: str) -> CheckedFile | Problem:
        """Look at the file, however long its disk takes, but no longer than until Ctrl-C."""
        checked = call_abandonable(lambda: check_path(path, self.cancel), self.cancel)
        if isinstance(checked, CheckedFile) and checked.warning and not self.call.anyway:
            return checked.warning
        return checked

    def _sent(self, path: str, checked: CheckedFile) -> Outcome:
        reserved = self._reserved if self.ingestion else ReservedLocations()
        controls = Controls(self.bar.track(path), self.cancel, reserved=reserved, owner=path)
        caller = self._caller()
        sent = send(caller.session, self.account, self.token, checked, controls, notes=self.notes)
        outcome = Outcome(path, sent)
        if self.ingestion and not self.call.batch and isinstance(sent, Uploaded):
            outcome = replace(outcome, submitted=self.ingestion.submit(caller, [sent]))
            if outcome.state == "uploaded":  # and Clear does not import it
                self._reserved.release(sent.location, path)
        return outcome

    def _asked_once(self, ingestion: IngestionRun, path: str, checked: CheckedFile) -> Outcome:
        """Send the file, unless an import of the same content is asked for already, in this run or in an earlier one.

        Only files of the same size are read for this.
        """
        mine, size = _Original(checked.file, self.cancel), checked.file.size
        with self._lock:
            originals = self._originals.setdefault(size, [])
            before = tuple(originals)
            originals.append(mine)

        def asked() -> Outcome:
            if (before or ingestion.notes.knows_size(ingestion.purpose, size)) and mine.sha256:
                for original in before:
                    if original.sha256 == mine.sha256:
                        return replace(original.outcome.result(), path=path)
                known = None if self.call.anyway else ingestion.asked_before(path, mine.sha256)
                if known:
                    return known
            return self._sent(path, checked)

        outcome = _guarded(path, asked)
        mine.outcome.set_result(outcome)
        return outcome

    def _caller(self) -> Caller:
        if not hasattr(self._own, "session"):
            self._own.session = open_session(self.network)
            self._sessions.append(self._own.session)
        return Caller(self._own.session, self.account, self.token, self.cancel)

    @contextmanager
    def _cancelled_by_signals(self) -> Iterator[None]:
        """Cancel everything on one of these signals: what is under way ends in order, and is reported."""
        with ExitStack() as stack:
            for number in (getattr(signal, name) for name in _STOP_SIGNALS if hasattr(signal, name)):
                if signal.getsignal(number) is not signal.SIG_IGN:  # `nohup` has SIGHUP ignored, and that stays so
                    before = signal.signal(number, lambda _number, _frame: self.cancel.cancel())
                    stack.callback(signal.signal, number, before)
            yield


def _guarded(path: str, steps: Callable[[], Outcome]) -> Outcome:
    """Take the steps of one file; what they raise is the problem that stopped it."""
    outcome = guarded(steps)
    return Outcome(path, outcome) if isinstance(outcome, Problem) else outcome


def _result(future: Future[Outcome | None]) -> Outcome | None:
    """Wait for the result in short turns: on Windows an endless wait would not hear Ctrl-C."""
    while True:
        try:
            return future.result(timeout=0.2)
        except TimeoutError:
            continue


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="ledgerdrop send",
        description="Check each file and send it to Clear.",
        epilog="The token is read from the environment variable LEDGERDROP_TOKEN, else from the keyring "
        "(with --base-url only from LEDGERDROP_TOKEN). "
        "Exit code: 0 if every file got as far as you asked, 1 if one did not (a folder never does: name the files "
        "in it), 2 for a usage error, 3 if nothing failed but Clear did not confirm: look in Clear before you send "
        "such a file again, 4 if the log, the notes or the output can't be written: Clear is then asked to import "
        "nothing more. A file that an earlier run submitted for import is not submitted again, except with --anyway.",
    )
    add = parser.add_argument
    add("--json", action="store_true", help="print one JSON object per file")
    add("--anyway", action="store_true", help="also send files with warnings, and files already submitted for import")
    add(
        "--base-url",
        metavar="URL",
        help="Clear's address, without the path (default: the account in use). Requires "
        "--integration-id and LEDGERDROP_TOKEN; nothing from the account in use is sent there",
    )
    add("--integration-id", metavar="UUID", help="the integration ID (default: that of the account in use)")
    at_once = f"files sent at once, 1 to {MAX_UPLOADS_AT_ONCE}"
    add("--jobs", type=int, default=DEFAULT_UPLOADS_AT_ONCE, metavar="N", help=at_once)
    add(
        "--template",
        metavar="NAME",
        help=f"import the files into Clear with this template: {', '.join(TEMPLATES)}, or another from Clear",
    )
    add("--file-type", metavar="NAME", help="the file type, given by Clear; requires --template")
    add(
        "--batch",
        action="store_true",
        help="import all files as one batch: one bad file can cause all to be rejected (default: each alone)",
    )
    add("--wait", action="store_true", help="wait for the result of the import, for up to an hour")
    *kinds, last = CONTENT_TYPES
    add("paths", nargs="+", metavar="PATH", help=f"a {', '.join(kinds)} or {last} file")
    return parser


def _how(call: argparse.Namespace, parser: argparse.ArgumentParser) -> IngestionOptions | None:
    """Return the options of the import, None where the files are only uploaded.

    Ends the program where only one of the two options is given.
    """
    if call.template is None and call.file_type is None:
        if call.wait or call.batch:
            parser.error("--wait and --batch go with --template")
        return None
    how = ingestion_options(call.template or "", call.file_type or "")
    if how is None:
        parser.error("--template and --file-type go together, and hold a short text")
    return how


def _account(call: argparse.Namespace, settings: Settings, parser: argparse.ArgumentParser) -> Account:
    """Return the account in use, with what the command line says in its place.

    Ends the program when something is missing or wrong.
    """
    if not 1 <= call.jobs <= MAX_UPLOADS_AT_ONCE:
        parser.error(f"--jobs takes a number from 1 to {MAX_UPLOADS_AT_ONCE}")
    account = settings.current
    if account is None or call.base_url is not None:
        base_url = normal_base_url(call.base_url or "") or ""
        account = Account(_COMMAND_LINE, "Command line", Environment.CUSTOM, base_url, "")
    if call.integration_id is not None:
        account = replace(account, integration_id=call.integration_id)
    if not account.base_url:
        parser.error("--base-url takes Clear's address, such as https://api.clear.in (http only for this computer)")
    if not is_integration_id(account.integration_id):
        parser.error("--integration-id takes the 36 characters that Clear gave you; it goes with --base-url")
    if account.id == _COMMAND_LINE and VARIABLE not in os.environ:
        parser.error(f"set {VARIABLE} to the token for that address; tokens of accounts go to their own address only")
    return account


def _token(store: TokenStore, account: Account) -> str | Problem:
    """Return LEDGERDROP_TOKEN's token, else the kept one; an address from the command line never gets a kept one."""
    token = token_from_environment()
    if token is None and account.id != _COMMAND_LINE:
        token = store.get(account.id)
    return Problem(Code.NO_TOKEN) if token is None else token


def _complain(problem: Problem) -> int:
    """Say on standard error what is wrong; return the exit code of a usage error."""
    sys.stderr.write(one_line(f"{problem.headline}. {problem.advice}") + "\n")
    return 2
