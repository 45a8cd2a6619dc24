"""The process in which files are read: it may run out of memory, hang or die, and only a preview is lost.

It takes one question a line on its standard input and answers on its standard output, both in JSON: a line for the
first rows, where there are any, and one for the whole. It keeps nothing, and ends when its input does.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from ledgerdrop.inspection.look import look_inside
from ledgerdrop.model.inspection import Inspection, Unreadable, as_json

# A backstop above the limit that the parent keeps, for systems that know one.
_MOST_MEMORY: Final = 1024 * 1024 * 1024  # bytes


def main(_arguments: Sequence[str]) -> int:
    """Answer questions until the input ends. Returns 0."""
    _set_limits()
    questions: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    source = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    _silence()
    threading.Thread(target=_take_questions, args=[source, questions], name="questions", daemon=True).start()
    _send(answers, {"ready": True})
    while True:
        question = json.loads(questions.get())
        _answer(question["path"], question["sheet"], answers)


def _answer(path: str, sheet: int | None, answers: BinaryIO) -> None:
    def send(found: Inspection) -> None:
        _send(answers, as_json(found))

    with suppress(OSError):  # the look itself says so
        _send(answers, {"size": Path(path).stat().st_size})  # so much more time may it take
    try:
        whole = look_inside(Path(path), sheet, send)
    except Exception:  # noqa: BLE001 - whatever a hostile file brought about; a report might hold what is in it
        whole = Inspection(unreadable=Unreadable.FAILED)
    send(whole)


def _send(answers: BinaryIO, fields: object) -> None:
    answers.write(json.dumps(fields).encode("ascii") + b"\n")
    answers.flush()


def _take_questions(source: BinaryIO, questions: queue.SimpleQueue[bytes]) -> None:
    """Read on while a file is read, so that the end of the parent is also the end of that."""
    for line in source:
        questions.put(line)
    os._exit(0)


def _silence() -> None:
    """Send what libraries print to nowhere: it might hold a piece of a ledger, and would break the answers."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _set_limits() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    os.nice(5)  # checks, uploads and the window come first
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a memory dump would hold the ledger
    if sys.platform == "linux":  # macOS takes the limit and does not keep it
        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))
