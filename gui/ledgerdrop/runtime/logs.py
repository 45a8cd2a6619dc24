"""The log file, and what happens when something went wrong that nobody expected.

Every record passes redaction where it is made, not where it is written: whichever handler sees it (the file, a
test's, a library's), there is no token and no signed URL in it.
"""

from __future__ import annotations

import faulthandler
import io
import logging
import os
import sys
import textwrap
import threading
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from ledgerdrop.model.problems import Problem
from ledgerdrop.runtime.command_line import lines, one_line
from ledgerdrop.runtime.locations import private_folder, unwritable
from ledgerdrop.runtime.redaction import for_report, redact

LOG_NAME: Final = "ledgerdrop.log"
FAULTS_NAME: Final = "faults.log"
LONGEST_FILE: Final = 1 << 20  # bytes
OLD_FILES: Final = 4
LONGEST_RECORD: Final = 16_384  # characters
LONGEST_TRACEBACK: Final = 65_536
# These write a line or more for each request or look-up; their warnings are enough.
TALKATIVE: Final = ("urllib3", "requests", "keyring", "secretstorage", "jeepney", "charset_normalizer", "asyncio")

log = logging.getLogger(__name__)

_ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None]


@dataclass(frozen=True, slots=True)
class Crash:
    """An unexpected error, redacted: `headline` is its last line, `text` the traceback, `thread` where it was."""

    headline: str
    text: str
    thread: str


OnCrash = Callable[[Crash], None]


@dataclass(slots=True)
class Logs:
    """The running log. `path` is the file, None where there is none, and `problem` says why."""

    path: Path | None
    problem: Problem | None
    failed: bool = False  # a record could not be written
    _undo: list[Callable[[], None]] = field(default_factory=list)

    def close(self) -> None:
        """Put everything back as it was (for tests, and before the process ends). Never raises, as on a full disk."""
        while self._undo:
            try:
                self._undo.pop()()
            except (OSError, ValueError):
                self.failed = True

    def recent(self, characters: int = 100_000) -> str:
        """Return the end of the log, to copy for support: also without the user's name."""
        if self.path is None:
            return ""
        try:
            with self.path.open("rb") as file:
                file.seek(0, io.SEEK_END)
                file.seek(max(0, file.tell() - characters * 4))
                text = file.read().decode("utf-8", "replace")
        except OSError:
            return ""
        if len(text) > characters:
            text = text[-characters:].partition("\n")[2]  # whole lines only
        return for_report(text)


def start_logs(folder: Path, on_crash: OnCrash | None = None, level: int = logging.INFO) -> Logs:
    """Log to a file in `folder`, and tell `on_crash` of unexpected errors, from whichever thread they are in.

    Without `on_crash` they are written to standard error, redacted.
    Where no file can be written the program goes on without one.
    """
    logs = Logs(None, None)
    _redact_all_records(logs)
    _quieten(logs)
    logs.problem = private_folder(folder)
    if logs.problem is None:
        _write_to(logs, folder, level)
    _watch(logs, on_crash)
    return logs


def _redact_all_records(logs: Logs) -> None:
    previous = logging.getLogRecordFactory()
    logging.setLogRecordFactory(_redacted_record)
    logs._undo.append(lambda: logging.setLogRecordFactory(previous))


def _redacted_record(
    name: str,
    level: int,
    path: str,
    line: int,
    message: object,
    args: tuple[object, ...] | Mapping[str, object] | None,
    exception: _ExceptionInfo | tuple[None, None, None] | None,
    function: str | None = None,
    stack: str | None = None,
    **more: object,
) -> logging.LogRecord:
    record = logging.LogRecord(name, level, path, line, message, args, None, function, stack, **more)
    try:
        text = record.getMessage()
    except Exception as error:  # noqa: BLE001 - a log line must never end an upload, whatever its arguments do
        text = f"{message!r} (with arguments that do not fit: {type(error).__name__})"
    record.msg, record.args = one_line(redact(text, LONGEST_RECORD)), None
    if exception and exception[1] is not None:
        # As text only: a handler that got the exception itself would print its arguments.
        record.exc_text = _indented(redact(_described(exception[1]), LONGEST_TRACEBACK))
    if stack:
        record.stack_info = _indented(redact(stack, LONGEST_TRACEBACK))
    return record


def _indented(text: str) -> str:
    """Escape each line and indent it, so that none of them looks like a record of its own."""
    return textwrap.indent(lines(text), "  ", lambda _line: True)


def _described(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)).rstrip()


def _quieten(logs: Logs) -> None:
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        before = logger.level
        logger.setLevel(logging.WARNING)
        logs._undo.append(lambda logger=logger, before=before: logger.setLevel(before))  # type: ignore[misc]  # bound now


class _PrivateFile(RotatingFileHandler):
    """A rotating file for its owner's eyes; one that another process holds open (Windows) simply grows on."""

    def __init__(self, path: Path, logs: Logs) -> None:
        super().__init__(path, maxBytes=LONGEST_FILE, backupCount=OLD_FILES, encoding="utf-8")
        self._logs = logs

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - logging's name and argument
        """Take note of a record that could not be written; logging itself would print it, with a traceback."""
        self._logs.failed = True

    def _open(self) -> IO[str]:  # type: ignore[override]  # the handler needs no more of a stream than this
        return open(self.baseFilename, self.mode, encoding="utf-8", errors="replace", opener=_private)

    def doRollover(self) -> None:  # noqa: N802 - logging's name
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:
                self.stream = self._open()  # type: ignore[assignment]  # as above


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _write_to(logs: Logs, folder: Path, level: int) -> None:
    path = folder / LOG_NAME
    try:
        handler = _PrivateFile(path, logs)
        faults = open(folder / FAULTS_NAME, "a", encoding="utf-8", opener=_private)  # noqa: SIM115 - closed by Logs.close
    except OSError as error:
        logs.problem = unwritable(folder, error.strerror or type(error).__name__)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    already = faulthandler.is_enabled()
    # It writes names of functions and files, never values.
    faulthandler.enable(faults, all_threads=True)
    logs.path = path

    def undo() -> None:
        faulthandler.disable()
        faults.close()
        if already and sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)
        logging.captureWarnings(capture=False)
        root.setLevel(before)
        root.removeHandler(handler)
        handler.close()

    logs._undo.append(undo)


def _watch(logs: Logs, on_crash: OnCrash | None) -> None:
    """Have unexpected errors logged and told, wherever they were raised."""

    def tell(error: BaseException, where: str) -> None:
        text = redact(_described(error), LONGEST_TRACEBACK)
        log.critical("Unexpected error in %s", where, exc_info=error)
        if on_crash is None:
            if sys.stderr is not None:  # a windowed program on Windows has none
                print(lines(text), file=sys.stderr)  # noqa: T201 - where Python itself would write it, with its secrets
        else:
            try:
                on_crash(Crash(text.rsplit("\n", 1)[-1], text, where))
            except Exception:
                log.exception("The unexpected error could not be shown")

    def in_main(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
        else:
            tell(error, threading.current_thread().name)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            tell(args.exc_value, args.thread.name if args.thread else "a thread that has ended")

    def unraisable(args: sys.UnraisableHookArgs) -> None:
        # While something is torn down: worth a line in the log, not a window.
        if args.exc_value is not None:
            log.error("Error that could not be raised: %s", args.err_msg or "", exc_info=args.exc_value)

    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook, threading.excepthook, sys.unraisablehook = in_main, in_thread, unraisable

    def undo() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    logs._undo.append(undo)
