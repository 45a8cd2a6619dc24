"""Look inside files, in a process of its own: it may run out of memory, hang or die, and only a preview is lost.

The process takes one question a line on its standard input, and answers on its standard output, both in JSON: a line
for the first rows, where there are any, and one for the whole. It keeps nothing, and ends when its input does. It
writes no file, computes no formula and follows no link.
"""

from __future__ import annotations

import csv
import json
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from ledgerdrop.content import formats
from ledgerdrop.content.ole_file import Compound, DamagedCompoundError
from ledgerdrop.content.plain_text import recognise
from ledgerdrop.content.workbooks import identify_container, workbook_stream
from ledgerdrop.content.zip_directory import SIGNATURES, DamagedArchiveError, read_archive
from ledgerdrop.files.dropped_file import open_unbuffered
from ledgerdrop.files.reader import Source
from ledgerdrop.inspection.table import MOST_COLUMNS, TableReader, note_on
from ledgerdrop.inspection.text_file import read_text_file
from ledgerdrop.inspection.workbook_file import ErrorCells, Workbook, WorkbookError, check_members
from ledgerdrop.model.inspection import Inspection, Member, Note, NoteKind, Sheet, Unreadable, as_json
from ledgerdrop.runtime.cancel import CancelToken

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
        _answer(answers, **json.loads(questions.get()))


def _answer(answers: BinaryIO, path: str, sheet: int | None) -> None:
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
    """Read questions also while a file is read, so that the end of the parent ends that too."""
    for line in source:
        questions.put(line)
    os._exit(0)


def _silence() -> None:
    """Discard what libraries print: it might hold a piece of a ledger, and would break the answers."""
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


_HEAD: Final = 256 * 1024  # bytes
_MOST_MEMBERS: Final = 1000  # shown
_WORKBOOKS: Final = frozenset({"xlsx", "xlsm", "xlsb", "xls", "opendocument"})
_LOCKED: Final = frozenset({"xlsx-encrypted", "xls-encrypted"})
_JUDGED: Final = {formats.BLANK, formats.CSV, formats.LIST}  # of other texts nothing is to be told

OnPreview = Callable[[Inspection], None]


def look_inside(path: Path, sheet: int | None, on_preview: OnPreview) -> Inspection:
    """Return what a file holds. `sheet` chooses one of a workbook's; None shows the first with rows.

    `on_preview` gets the first rows before the rest is read. What cannot be read is a value too (`unreadable`).
    """
    found = Inspection()
    try:
        with open_unbuffered(path) as file:
            status = os.fstat(file.fileno())
            found = Inspection(size=status.st_size, modified_ns=status.st_mtime_ns)
            source = Source(file, found.size, CancelToken())
            head = source.read(0, _HEAD)
            container = identify_container(source, head)
            known = replace(found, kind=container.kind if container else "")
            if head.startswith(SIGNATURES) and known.kind not in _WORKBOOKS | _LOCKED:
                whole = _members(source, known)
                if known.kind != "damaged" or whole.unreadable is None:
                    return whole
        return _look(path, head, known, sheet, on_preview)
    except OSError:
        return replace(found, unreadable=Unreadable.MISSING)
    except MemoryError:
        return replace(found, unreadable=Unreadable.TOO_LARGE)


def _look(path: Path, head: bytes, found: Inspection, sheet: int | None, on_preview: OnPreview) -> Inspection:
    if not head:
        return replace(found, unreadable=Unreadable.EMPTY)
    if found.kind in _WORKBOOKS or found.kind == "damaged":
        return _workbook(path, found, sheet, on_preview)
    if found.kind:
        return replace(found, unreadable=Unreadable.PASSWORD if found.kind in _LOCKED else Unreadable.NOT_A_TABLE)
    return _text(path, head, found, on_preview)


def _members(source: Source, found: Inspection) -> Inspection:
    try:
        archive = read_archive(source)
    except DamagedArchiveError:
        return replace(found, unreadable=Unreadable.DAMAGED)
    members = tuple(Member(m.name, m.size, m.encrypted) for m in archive.members[:_MOST_MEMBERS])
    notes = check_members(archive, "", ErrorCells())
    return replace(found, members=members, member_count=len(archive.members), notes=notes)


def _workbook(path: Path, found: Inspection, sheet: int | None, on_preview: OnPreview) -> Inspection:
    try:
        book = Workbook(path, found.kind, found.size)
        if not book.sheets:
            return replace(found, unreadable=Unreadable.NOT_A_TABLE)
        place = sheet if sheet is not None and 0 <= sheet < len(book.sheets) else book.first_with_rows()
        found = replace(found, sheets=book.sheets, sheet=place)
        table = _table(book, place, found, on_preview)
        sheets = book.counted(place, (table.row_count or 0) + (table.header_row > 0))
    except WorkbookError as reason:
        return replace(found, unreadable=Unreadable[str(reason)])
    notes = (*table.notes, *_several(sheets), *_of_file(book, table))
    if not notes and not table.row_count and not table.header_row:
        notes = (Note(NoteKind.NO_VALUES),)
    return replace(table, sheets=sheets, notes=notes)


def _table(book: Workbook, place: int, found: Inspection, on_preview: OnPreview) -> Inspection:
    head = book.head_of(place)
    if head is not None:
        first_column, rows = head
        on_preview(TableReader(rows, found, typed=True, first_column=first_column).preview)
        with suppress(WorkbookError):
            pieces = book.rows_in_pieces(place, first_column)
            return TableReader(pieces, found, typed=True, first_column=first_column).read()
    first_column, all_rows = book.rows_of(place)
    reader = TableReader(all_rows, found, typed=True, first_column=first_column)
    if head is None:
        on_preview(reader.preview)
    return reader.read()


def _several(sheets: tuple[Sheet, ...]) -> tuple[Note, ...]:
    filled = [sheet.name for sheet in sheets if sheet.rows and sheet.rows > 1]  # one may be a title
    if len(filled) < 2:
        return ()
    names = ", ".join(filled[:5]) + (" …" if len(filled) > 5 else "")
    return (Note(NoteKind.SEVERAL_SHEETS, params={"count": str(len(filled)), "names": names}),)


def _of_file(book: Workbook, table: Inspection) -> Iterator[Note]:
    """Note what calamine leaves out: cells with error values, and damaged members of an xlsx file."""
    errors = ErrorCells()
    damaged: tuple[Note, ...] = ()
    with open_unbuffered(book.path) as file, suppress(DamagedArchiveError, DamagedCompoundError):
        source = Source(file, table.size, CancelToken())
        if table.kind == "xls":
            compound = Compound(source)
            if stream := workbook_stream(compound.streams()):
                errors.feed_xls(compound.read(stream, source.size), book.places[table.sheet])
        elif table.kind in {"xlsx", "xlsm"}:
            damaged = check_members(read_archive(source), book.member_of(table.sheet), errors)
    if errors.first and errors.first[1] <= MOST_COLUMNS:
        row, column, value = errors.first
        yield note_on(NoteKind.ERROR_VALUE, row, column, errors.count, value=value)
    yield from damaged


def _text(path: Path, head: bytes, found: Inspection, on_preview: OnPreview) -> Inspection:
    file = read_text_file(path, head)
    if file is None:
        return replace(found, unreadable=Unreadable.NOT_A_TABLE)
    begins_like = recognise(file.start, columns=file.shape is formats.CSV)
    if begins_like is not None:
        return replace(found, kind=begins_like.kind, unreadable=Unreadable.NOT_A_TABLE)
    found = replace(found, kind="csv", encoding=file.encoding, delimiter=file.delimiter)
    try:
        reader = TableReader(file.rows(), found, typed=False)
        on_preview(reader.preview)
        whole = reader.read()
    except csv.Error:
        return replace(found, unreadable=Unreadable.DAMAGED)
    return whole if file.shape in _JUDGED else replace(whole, notes=())
