"""Measure a look inside a file: the time until the first rows and until all is known, and the child's memory.

Run: python tests/bench/bench_inspect.py   (with the shared corpus; LEDGERDROP_SHARED names its folder)
The bars: 1 MB within 0.3 s, the first file of all within 0.8 s; a csv of 200 MB, workbooks of 20 and 50 MB within
1.5, 1.5 and 5 s with 64, 200 and 512 MiB; 99 % of the corpus' files
that Clear takes; 500 damaged files within 5 s each; the window at most 16 ms late, 99 times of 100, meanwhile.
"""

from __future__ import annotations

import csv
import random
import shutil
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from certifi import where
from tests.bench import tables
from tests.bench.bench_window import window
from tests.bench.tables import run, show

from ledgerdrop import resources
from ledgerdrop.inspection.inspector import Inspector, resident_bytes
from ledgerdrop.model.inspection import Inspection

SAMPLES = resources.path("samples")
MIB = 1024 * 1024
MB = 1000 * 1000
ROUNDS = 5
DAMAGED = 500


def write_csv(path: Path, size: int) -> None:
    chance = random.Random(1)  # noqa: S311 - the same each time
    with path.open("w", encoding="ascii") as file:
        written = file.write("Date,Invoice No,Party,GSTIN,Taxable Value,CGST,SGST,Invoice Value\n")
        number = 0
        while written < size:
            number += 1
            amounts = ",".join(f"{chance.randrange(10**7) / 100}" for _ in range(3))
            written += file.write(
                f'01-04-2026,INV/{number},Party {number % 20000},27AAPFU0939F1ZV,{amounts},"1,20,000.00"\n'
            )


def write_workbook(path: Path, size: int) -> None:
    """Write an xlsx file with the sheet of a sample replaced by rows of numbers and texts, until it has that size."""
    with zipfile.ZipFile(SAMPLES / "purchase-register-may.xlsx") as sample:
        parts = {name: sample.read(name) for name in sample.namelist()}
    sheet = next(name for name in parts if name.startswith("xl/worksheets/sheet"))
    head, _, tail = parts.pop(sheet).partition(b"<sheetData>")
    tail = tail[tail.index(b"</sheetData>") :]
    chance = random.Random(1)  # noqa: S311 - the same each time
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
        with archive.open(sheet, "w", force_zip64=True) as member:
            member.write(head.replace(b"<dimension", b"<ignored") + b"<sheetData>")
            number = 0
            while path.stat().st_size < size:
                for _ in range(1000):
                    number += 1
                    cells = "".join(
                        f'<c r="{letter}{number}"><v>{chance.randrange(10**7) / 100}</v></c>' for letter in "BCDEFGHI"
                    )
                    word = f'<c r="A{number}" t="inlineStr"><is><t>INV/{number:07}</t></is></c>'
                    member.write(f'<row r="{number}">{word}{cells}</row>'.encode())
            member.write(tail)


@contextmanager
def peak_of(inspector: Inspector) -> Iterator[list[int]]:
    """Watch the child's memory while the block runs; the list holds its peak in bytes."""
    peak, done = [0], threading.Event()

    def watch() -> None:
        while not done.wait(0.005):
            child = inspector.child
            if child is not None:
                peak[0] = max(peak[0], resident_bytes(child.pid))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


def seconds_to_first_rows(inspector: Inspector, path: Path) -> tuple[float, float, Inspection]:
    began, first = time.perf_counter(), [0.0]

    def on_preview(_: Inspection) -> None:
        first[0] = first[0] or time.perf_counter() - began

    found = inspector.inspect(path, on_preview=on_preview)
    whole = time.perf_counter() - began
    return first[0] or whole, whole, found


def small(folder: Path) -> None:
    for name, write in (("csv", write_csv), ("xlsx", write_workbook)):
        path = folder / f"small.{name}"
        write(path, MB)
        firsts = []
        for _ in range(ROUNDS):
            with Inspector() as inspector:
                firsts.append(seconds_to_first_rows(inspector, path)[0])
        with Inspector() as inspector:
            inspector.inspect(SAMPLES / "day-book.xls")
            later = [seconds_to_first_rows(inspector, path)[0] for _ in range(ROUNDS)]
        show(f"1 MB {name}, the first file of all: first rows", median(firsts), None, 0.8)
        show(f"1 MB {name}: first rows", median(later), None, 0.3)


def large(folder: Path) -> None:
    for name, size, seconds, memory in (("csv", 200, 1.5, 64), ("xlsx", 20, 1.5, 200), ("xlsx", 50, 5.0, 512)):
        path = folder / f"large-{size}.{name}"
        (write_csv if name == "csv" else write_workbook)(path, size * MB)
        with Inspector() as inspector:
            inspector.inspect(SAMPLES / "day-book.xls")
            with peak_of(inspector) as peak:
                first, whole, found = seconds_to_first_rows(inspector, path)
        show(f"{size} MB {name}: first rows", first, None, seconds)
        show(f"{size} MB {name}: the child's memory", peak[0] / MIB, None, memory, "MiB")
        state = found.unreadable.name if found.unreadable else f"{found.row_count} rows"
        sys.stdout.write(f"{f'{size} MB {name}: all of it':<66}{whole:10.3f} s     {state}\n")
        if size == 50:
            late, worst = window("read", "https://localhost:1", where(), path.parent)
            show("the window while it is read: timer late, 99th percentile", late * 1000, None, 16, "ms")
            show("the window while it is read: timer late, worst", worst * 1000, None, 100, "ms")
        path.unlink()


def real_files(folder: Path) -> None:
    corpus = tables.real_files("the inspection of real files")
    with (corpus / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["expected"] == "accept"]
    unread = []
    with Inspector() as inspector:
        for row in rows:
            path = folder / row["name"]
            shutil.copyfile(corpus / "files" / row["file"], path)
            found = inspector.inspect(path)
            if found.unreadable is not None:
                unread.append(f"{row['name']}: {found.unreadable.value}")
            path.unlink()
    show(f"{len(rows)} corpus files: not shown", 100 * len(unread) / len(rows), None, 1.0, "%")
    sys.stdout.write("".join(f"    {line}\n" for line in unread))


def damaged(folder: Path) -> None:
    from tests.inspection.test_inspector import mutations

    slowest, failed = 0.0, 0
    with Inspector() as inspector:
        for name, raw in mutations(DAMAGED):
            path = folder / name
            path.write_bytes(raw)
            began = time.perf_counter()
            found = inspector.inspect(path)
            slowest = max(slowest, time.perf_counter() - began)
            failed += found.unreadable is not None and found.unreadable.name == "FAILED"
            path.unlink()
    show(f"{DAMAGED} damaged files: the slowest answer", slowest, None, 5.0)
    show(f"{DAMAGED} damaged files: the child broke down", failed, None, 0, "times")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small(folder)
        large(folder)
        damaged(folder)
        run(partial(real_files, folder))


if __name__ == "__main__":
    main()
