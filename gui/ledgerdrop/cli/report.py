"""Report what became of files: a line or a JSON object for each, and for `ledgerdrop send` a progress bar."""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TextIO

from ledgerdrop.model.files import OnProgress, Progress, Stage, Uploaded
from ledgerdrop.model.ingestion import Activity, Workflow
from ledgerdrop.model.inspection import Contents, contents_as_json
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.command_line import one_line

# States whose names, which programs read, are not the window's words
_STOPPED: Final = {Code.CANCELLED: "cancelled", Code.MAY_HAVE_ARRIVED: "unconfirmed"}
_ENDS: Final = {Code.STILL_PROCESSING: "being_processed", Code.NOT_TAKEN_IN: "not_taken_in"}
_OF_CONTENTS: Final = ("rows", "columns", "totals", "notes", "sheet")
_WORDS: Final = {"being_processed": "Being processed", "taken_in": "Imported", "not_taken_in": "Import rejected"}


@dataclass(frozen=True)
class Outcome:
    """Holds how far one file came.

    `rejected` says that the check did not let the file leave. `submitted` is what became of the request to import it,
    None where there was none; `end` what became of the activity, None while nobody asked. `contents` is what stands
    in the file: rows and control totals, None where nobody looked.
    """

    path: str
    result: Uploaded | Problem
    rejected: bool = False
    submitted: Activity | Problem | None = None
    end: Workflow | Problem | None = None
    contents: Contents | None = None

    @property
    def problem(self) -> Problem | None:
        """Return the problem that stopped the file, None where there is none."""
        return next((step for step in (self.result, self.submitted, self.end) if isinstance(step, Problem)), None)

    @property
    def state(self) -> str:
        """Return the state of `--json`.

        It is rejected, cancelled, failed, uploaded, unconfirmed, being_processed, unknown, taken_in or not_taken_in.
        """
        if isinstance(self.result, Problem):
            return _STOPPED.get(self.result.code, "rejected" if self.rejected else "failed")
        if isinstance(self.submitted, Activity):
            if isinstance(self.end, Workflow):
                return "taken_in"
            return _ENDS.get(self.end.code, "unknown") if self.end else "being_processed"
        unconfirmed = self.submitted is not None and self.submitted.code is Code.INGEST_UNCONFIRMED
        return "unconfirmed" if unconfirmed else "uploaded"

    @property
    def exit_code(self) -> int:
        """Return the exit code: 0 for success, 1 for failure.

        3: nobody knows yet, so look in Clear before the file is sent again. 4: that Clear is asked could not be
        noted, so it was not asked.
        """
        if self.problem is None:
            return 0
        if self.problem.code in (Code.NOT_NOTED, Code.NOTES_DAMAGED):
            return 4
        return 3 if self.state in ("unconfirmed", "being_processed", "unknown") else 1

    def as_json(self) -> str:
        """Return the object of `--json`, on one line."""
        sent, problem = self.result, self.problem
        fields: dict[str, object] = {"path": self.path, "state": self.state, **problem_fields(problem)}
        fields["server_message"] = (problem.server_message or None) if problem else None
        fields["http_status"] = problem.http_status if problem else sent.http_status
        if isinstance(sent, Uploaded):
            fields |= {"bytes": sent.size, "seconds": round(sent.seconds, 3), "attempts": sent.attempts}
            fields["confirmed_by"] = "etag" if sent.etag else "status"
        else:
            attempts = int(sent.params.get("attempts", "0"))
            fields |= {"bytes": 0, "seconds": None, "attempts": attempts, "confirmed_by": None}
        fields["task_id"] = self.submitted.task_id if isinstance(self.submitted, Activity) else None
        fields["workflow_status"] = {"taken_in": "SUCCESS", "not_taken_in": "FAILED"}.get(self.state)
        inside = contents_as_json(self.contents) if self.contents else None
        fields["contents"] = {name: inside[name] for name in _OF_CONTENTS} if inside else None
        return json.dumps(fields)

    def as_text(self) -> str:
        """Return a line for a person, or two where there is something to do."""
        state = _WORDS.get(self.state, self.state.capitalize())
        problem = self.problem
        if problem is None:
            return one_line(f"{state:<15} {self.path}")
        words = one_line(f"{state:<15} {self.path}: {problem.headline}. {problem.advice}")
        said = one_line(problem.server_message)
        return f"{words}\n                The server said: {said}" if said else words


def problem_fields(problem: Problem | None) -> dict[str, object]:
    """Return what `--json` says of a problem, null in each field where there is none."""
    if problem is None:
        return {"code": None, "headline": None, "advice": None}
    return {"code": problem.code.slug, "headline": problem.headline, "advice": problem.advice}


_INTERRUPTED: Final = 130
_EVERY: Final = 0.1  # seconds between two drawings
_WIDTH: Final = 30


class ProgressBar:
    """Draws a bar while the block runs. Any thread may report; nothing is drawn where `stream` is no terminal."""

    def __init__(self, stream: TextIO, files: int) -> None:
        self._stream = stream
        self._visible = stream.isatty()
        self._files = files
        self._finished = 0
        self._shares: dict[str, float] = {}
        self._drawn_at = 0.0
        self._lock = threading.Lock()

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._clear()

    def track(self, path: str) -> OnProgress:
        """Return the function to which the upload of this file reports its progress."""

        def report(progress: Progress) -> None:
            if progress.stage is Stage.UPLOADING and progress.total:
                with self._lock:
                    self._shares[path] = progress.done / progress.total
                    self._draw()

        return report

    def finish(self, path: str) -> None:
        """Count this file as ended, whether it succeeded or failed."""
        with self._lock:
            self._shares.pop(path, None)
            self._finished += 1
            self._draw()

    def print(self, line: str) -> None:
        """Print a line to standard output, above the bar."""
        with self._lock:
            self._clear()
            sys.stdout.write(line + "\n")
            sys.stdout.flush()

    def _draw(self) -> None:
        now = time.monotonic()
        if not self._visible or now - self._drawn_at < _EVERY:
            return
        self._drawn_at = now
        share = (self._finished + sum(self._shares.values())) / self._files
        bar = "#" * int(share * _WIDTH)
        text = f"[{bar:<{_WIDTH}}] {share:4.0%}  {self._finished} of {self._files} files"
        self._write("\r" + text[: shutil.get_terminal_size().columns - 1] + "\x1b[K")

    def _clear(self) -> None:
        if self._visible:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):  # the terminal is gone; what matters goes elsewhere
            self._visible = False


def print_lines(lines: Iterable[tuple[str, bool]]) -> int:
    """Print each line as soon as it comes, with whether its file is good.

    Returns 0 when all are, else 1; or what a shell reports after Ctrl-C.
    """
    bad = False
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # names need not be UTF-8
    try:
        for line, good in lines:
            bad |= not good
            print(line, flush=True)  # noqa: T201 - this is what the commands are for
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough; Python would complain once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(bad)
