"""Check files without a window (`ledgerdrop check`), with the same verdicts as the window's."""

from __future__ import annotations

import codecs
import io
import json
import os
import queue
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, Final

from ledgerdrop.cli.report import print_lines, problem_fields
from ledgerdrop.content.check import check
from ledgerdrop.content.plain_text import unicode_encoding
from ledgerdrop.files.dropped_file import examine, is_empty
from ledgerdrop.model.files import CheckedFile, DroppedFile
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.runtime.command_line import Parser, one_line

# On a local disk one thread is as fast as four; on a network drive most of the time is waiting.
_JOBS: Final = 4
_AHEAD: Final = 64  # paths read while the first of them is still being checked

Verdict = CheckedFile | Problem


def main(arguments: Sequence[str]) -> int:
    """Check files, and print one line each in the order given. Returns 0 when none is rejected, else 1.

    Raises SystemExit with code 2 for a usage error.
    """
    parser = Parser(
        prog="ledgerdrop check",
        description="Check whether Clear would accept each file, and if not, why. Nothing is sent.",
        epilog="Exit code: 0 if every file is accepted, 1 if not (a folder never is: name the files in it), "
        "2 for a usage error.",
    )
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a file to check")
    add("--json", action="store_true", help="print one JSON object per line")
    add("--files-from", metavar="FILE", help="read more paths from FILE, one per line; - is standard input")
    options = parser.parse_args(arguments)
    if not options.paths and options.files_from is None:
        parser.error("name the files to check, or use --files-from")
    try:
        listed = _opened_list(options.files_from)
    except OSError as error:
        parser.error(f"--files-from {options.files_from}: {error.strerror}")
    described = _as_json if options.json else _as_text
    verdicts = _checked_in_order(_paths(options.paths, listed))
    return print_lines((described(path, verdict), isinstance(verdict, CheckedFile)) for path, verdict in verdicts)


def _opened_list(name: str | None) -> BinaryIO:
    if name is None:
        return io.BytesIO()
    # Not sys.stdin: Python stops with an error at its end when a thread still waits for that.
    return os.fdopen(os.dup(sys.stdin.fileno()), "rb") if name == "-" else Path(name).open("rb")


def _paths(named: Iterable[str], listed: BinaryIO) -> Iterator[str]:
    yield from named
    with listed:
        for line in _lines(listed):
            path = os.fsdecode(line.removesuffix(b"\n"))
            if path.endswith("\r") and not os.path.lexists(path):  # a name may end so, if hardly any does
                path = path.removesuffix("\r")
            # Explorer's "Copy as path" puts quotes round each.
            if len(path) > 2 and path[0] == path[-1] == '"' and not os.path.lexists(path):
                path = path[1:-1]
            if path:
                yield path


def _lines(listed: BinaryIO) -> Iterator[bytes]:
    """Read the lines of a list in the encoding of file names, or in those that Windows' own tools write."""
    first = listed.readline()
    encoding = unicode_encoding(first) or ""
    if encoding.startswith("utf-16"):
        text = (first + listed.read()).decode(encoding, "replace").removeprefix("\ufeff")
        yield from (os.fsencode(line) for line in text.split("\n"))
        return
    yield first.removeprefix(codecs.BOM_UTF8)
    yield from listed


def _checked_in_order(paths: Iterable[str]) -> Iterator[tuple[str, Verdict]]:
    cancel = CancelToken()
    pool = ThreadPoolExecutor(_JOBS, thread_name_prefix="check")
    pending: queue.Queue[tuple[str, Future[Verdict]] | None] = queue.Queue(_AHEAD)

    def read_ahead() -> None:
        # In a thread of its own, so that a verdict is printed while the next path is still awaited from a pipe.
        for path in paths:
            if cancel.is_cancelled():
                return
            pending.put((path, pool.submit(check_path, path, cancel)))
        pending.put(None)

    threading.Thread(target=read_ahead, name="read ahead", daemon=True).start()
    try:
        for path, future in iter(pending.get, None):
            yield path, future.result()
    finally:
        cancel.cancel()


def check_path(path: str, cancel: CancelToken) -> Verdict:
    """Check the file at `path`. A folder is not opened as in the window; one with nothing in it is reported as empty.

    Raises `Cancelled`.
    """
    file = examine(Path(path))
    if isinstance(file, DroppedFile):
        return check(file, cancel)
    if file.code is Code.FOLDER and is_empty(Path(path), cancel):
        return Problem(Code.EMPTY_FOLDER, file.params)
    return file


def _as_json(path: str, verdict: Verdict) -> str:
    problem = verdict if isinstance(verdict, Problem) else verdict.warning
    if isinstance(verdict, Problem):
        content = {"kind": verdict.params.get("kind"), "content_type": None, "mime": verdict.params.get("mime")}
    else:
        content = {"kind": verdict.kind, "content_type": verdict.content_type, "mime": verdict.mime}
    return json.dumps({"path": path, "verdict": _word(verdict), **content, **problem_fields(problem)})


def _as_text(path: str, verdict: Verdict) -> str:
    problem = verdict if isinstance(verdict, Problem) else verdict.warning
    first = one_line(f"{_word(verdict):<7} {path}")
    return f"{first}\n        {one_line(f'{problem.headline}. {problem.advice}')}" if problem else first


def _word(verdict: Verdict) -> str:
    if isinstance(verdict, Problem):
        return "reject"
    return "warn" if verdict.warning else "accept"
