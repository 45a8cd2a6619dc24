"""A line on the terminal that says how far all files are."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from types import TracebackType
from typing import Final, TextIO

from ledgerdrop.model.files import OnProgress, Progress, Stage

_EVERY: Final = 0.1  # seconds between two drawings
_WIDTH: Final = 30


class ProgressBar:
    """For `with`. Any thread may report; where `stream` is no terminal, nothing is drawn."""

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

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._clear()

    def track(self, path: str) -> OnProgress:
        """Return where the journey of this file reports to."""

        def report(progress: Progress) -> None:
            if progress.stage is Stage.UPLOADING and progress.total:
                with self._lock:
                    self._shares[path] = progress.done / progress.total
                    self._draw()

        return report

    def finish(self, path: str) -> None:
        """Count this file as ended, one way or the other."""
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
