"""Write the log file, and report errors that nobody expected.

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
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final

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


@dataclass(frozen=True)
class Crash:
    """Holds an unexpected error, redacted: `headline` is its last line, `text` the traceback, `thread` its thread."""

    headline: str
    text: str
    thread: str


OnCrash = Callable[[Crash], None]


@dataclass
class Logs:
    """Runs the log. `path` is the file, None where there is none, and `problem` says why."""

    path: Path | None
    problem: Problem | None
    failed: bool = False  # a record could not be written
    _undo: ExitStack = field(default_factory=ExitStack)

    def close(self) -> None:
        """Restore logging as it was (for tests, and before the process ends). Never raises, as on a full disk."""
        try:
            self._undo.close()
        except (OSError, ValueError):
            self.failed = True

    def recent(self, characters: int = 100_000) -> str:
        """Return the end of the log, to copy for support, without the user's name."""
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


def print_crash(crash: Crash) -> None:
    """Write the crash, redacted, to standard error. Python itself would write it there with its secrets."""
    if sys.stderr is not None:  # a windowed program on Windows has none
        print(lines(crash.text), file=sys.stderr)  # noqa: T201 - for the command, which has no window


def start_logs(folder: Path, on_crash: OnCrash = print_crash, level: int = logging.INFO) -> Logs:
    """Log to a file in `folder`, and report unexpected errors to `on_crash`, from whichever thread they are in.

    Where no file can be written the program goes on without one.
    """
    logs = Logs(None, None)
    logs._undo.callback(logging.setLogRecordFactory, logging.getLogRecordFactory())
    logging.setLogRecordFactory(_redacted_record)
    for logger in map(logging.getLogger, TALKATIVE):
        logs._undo.callback(logger.setLevel, logger.level)
        logger.setLevel(logging.WARNING)
    logs.problem = private_folder(folder)
    if logs.problem is None:
        _write_to(logs, folder, level)
    _watch(logs, on_crash)
    return logs


def _redacted_record(*values: Any, **more: Any) -> logging.LogRecord:
    record = logging.LogRecord(*values, **more)
    try:
        text = record.getMessage()
    except Exception as error:  # noqa: BLE001 - a log line must never end an upload, whatever its arguments do
        text = f"{record.msg!r} (with arguments that do not fit: {type(error).__name__})"
    record.msg, record.args = one_line(redact(text, LONGEST_RECORD)), None
    exception, record.exc_info = record.exc_info, None
    if exception and exception[1] is not None:
        # As text only: a handler that got the exception itself would print its arguments.
        record.exc_text = _indented(redact(_described(exception[1]), LONGEST_TRACEBACK))
    if record.stack_info:
        record.stack_info = _indented(redact(record.stack_info, LONGEST_TRACEBACK))
    return record


def _indented(text: str) -> str:
    """Escape each line and indent it, so that none of them looks like a record of its own."""
    return textwrap.indent(lines(text), "  ", lambda _line: True)


def _described(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)).rstrip()


class _PrivateFile(RotatingFileHandler):
    """Writes a rotating file that only its owner can read; if another process has it open (Windows), it grows."""

    def __init__(self, path: Path, logs: Logs) -> None:
        super().__init__(path, maxBytes=LONGEST_FILE, backupCount=OLD_FILES, encoding="utf-8")
        self._logs = logs

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - logging's name and argument
        """Note that a record could not be written; logging itself would print it, with a traceback."""
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
    logs._undo.callback(handler.close)
    logs._undo.callback(root.removeHandler, handler)
    root.addHandler(handler)
    logs._undo.callback(root.setLevel, root.level)
    root.setLevel(level)
    logs._undo.callback(logging.captureWarnings, capture=False)
    logging.captureWarnings(capture=True)
    if faulthandler.is_enabled() and sys.__stderr__ is not None:
        logs._undo.callback(faulthandler.enable, sys.__stderr__)
    logs._undo.callback(faults.close)
    logs._undo.callback(faulthandler.disable)
    # It writes names of functions and files, never values.
    faulthandler.enable(faults, all_threads=True)
    logs.path = path


def _watch(logs: Logs, on_crash: OnCrash) -> None:
    """Have unexpected errors logged and reported, wherever they were raised."""

    def tell(error: BaseException, where: str) -> None:
        text = redact(_described(error), LONGEST_TRACEBACK)
        log.critical("Unexpected error in %s", where, exc_info=error)
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

    hooks = [(sys, "excepthook", in_main), (threading, "excepthook", in_thread), (sys, "unraisablehook", unraisable)]
    for module, name, hook in hooks:
        logs._undo.callback(setattr, module, name, getattr(module, name))
        setattr(module, name, hook)
