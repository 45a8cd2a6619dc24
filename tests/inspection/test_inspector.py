"""Test the child process: apart, bounded, started again, and silent."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest

from ledgerdrop import resources
from ledgerdrop.inspection.inspector import Inspector, Limits, resident_bytes
from ledgerdrop.model.inspection import Inspection, Unreadable
from ledgerdrop.runtime.cancel import CancelToken

SAMPLES = resources.path("samples")
LEDGER = SAMPLES / "purchase-register-april.csv"


def bomb(path: Path, size: int) -> Path:
    """Return a workbook of a few kilobytes whose sheet unpacks to so many bytes of cells."""
    with zipfile.ZipFile(SAMPLES / "purchase-register-may.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = next(name for name in parts if name.startswith("xl/worksheets/sheet"))
    head, _, tail = parts[sheet].partition(b"<sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in parts.items():
            if name != sheet:
                archive.writestr(name, raw)
        with archive.open(sheet, "w", force_zip64=True) as member:
            member.write(head + b"<sheetData>")
            row = b"<row>" + b"<c><v>1</v></c>" * 1000 + b"</row>"
            for _ in range(size // len(row)):
                member.write(row)
            member.write(tail)
    return path


def test_answers_one_file_after_the_other_with_the_first_rows_before() -> None:
    told: list[Inspection] = []
    with Inspector() as inspector:
        found = inspector.inspect(LEDGER, on_preview=told.append)
        again = inspector.inspect(SAMPLES / "purchase-register-may.xlsx")
    assert (found.row_count, again.row_count, found.notes) == (40, 40, ())
    assert [(len(first.rows), first.complete) for first in told] == [(40, False)]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_child_that_dies_is_started_anew() -> None:
    with Inspector() as inspector:
        inspector.inspect(LEDGER)
        assert inspector.child is not None
        os.kill(inspector.child.pid, signal.SIGSTOP)  # it cannot answer, and then is gone
        killer = threading.Timer(0.1, os.kill, [inspector.child.pid, signal.SIGKILL])
        killer.start()
        assert inspector.inspect(LEDGER).unreadable is Unreadable.FAILED
        killer.join()
        assert inspector.inspect(LEDGER).row_count == 40


def test_a_file_that_takes_all_memory_ends_the_child_only(tmp_path: Path) -> None:
    path = bomb(tmp_path / "bomb.xlsx", 200 * 1024 * 1024)
    with Inspector(Limits(memory=120 * 1024 * 1024, seconds=100)) as inspector:
        assert inspector.inspect(path).unreadable is Unreadable.TOO_LARGE
        assert inspector.inspect(LEDGER).row_count == 40


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = bomb(tmp_path / "bomb.xlsx", 200 * 1024 * 1024)
    with Inspector(Limits(seconds=0.05)) as inspector:
        assert inspector.inspect(path).unreadable is Unreadable.TOO_SLOW
        assert inspector.inspect(tmp_path / "gone.csv").unreadable in (Unreadable.MISSING, Unreadable.TOO_SLOW)


def test_a_cancel_is_heard_while_a_file_is_read(tmp_path: Path) -> None:
    path = bomb(tmp_path / "bomb.xlsx", 200 * 1024 * 1024)
    cancel = CancelToken()
    with Inspector() as inspector:
        inspector.inspect(LEDGER)
        threading.Timer(0.05, cancel.cancel).start()
        assert inspector.inspect(path, cancel=cancel).unreadable is Unreadable.CANCELLED


def test_the_first_rows_stay_when_the_rest_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    with path.open("w", encoding="ascii") as file:
        for number in range(400_000):
            file.write(f"{number},x{number},1.5\n")
    for seconds in (0.3, 1.0, 3.0, 9.0):  # the later ones on a busy machine, where even the first rows take so long
        with Inspector(Limits(seconds=seconds, bytes_per_second=10**12)) as inspector:
            inspector.inspect(LEDGER)
            found = inspector.inspect(path)
        if found.rows:
            break
    assert (found.unreadable, found.complete, len(found.rows)) == (Unreadable.TOO_SLOW, False, 50)


def test_memory_is_given_back_after_a_large_file(tmp_path: Path) -> None:
    with Inspector(Limits(keep_memory=1)) as inspector:
        inspector.inspect(LEDGER)
        assert inspector.child is None


def test_the_child_ends_with_its_parent_while_it_reads(tmp_path: Path) -> None:
    path = bomb(tmp_path / "bomb.xlsx", 400 * 1024 * 1024)
    script = (
        "import sys, os\n"
        "from pathlib import Path\n"
        "from ledgerdrop.inspection.inspector import Inspector\n"
        "inspector = Inspector()\n"
        f"inspector.inspect(Path({str(LEDGER)!r}))\n"
        "child = inspector.child\n"
        "print(child.pid, flush=True)\n"
        f"child.ask({{'path': {str(path)!r}, 'sheet': None}})\n"
        "os._exit(0)\n"
    )
    pid = int(subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout)
    deadline = time.monotonic() + 60
    while resident_bytes(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert resident_bytes(pid) == 0


def test_the_child_imports_neither_the_window_nor_http_nor_what_lies_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(7)", encoding="ascii")
    (tmp_path / "csv.py").write_text("raise SystemExit(7)", encoding="ascii")
    monkeypatch.chdir(tmp_path)
    with Inspector() as inspector:
        assert inspector.inspect(LEDGER).row_count == 40
    script = (
        "import sys; before = set(sys.modules)\n"  # what measures the coverage is there already
        "import ledgerdrop.inspection.look, ledgerdrop.inspection.workbook_file\n"
        "print([name for name in ('PySide6', 'requests', 'urllib3', 'keyring', 'sqlite3', 'magic', 'ssl', 'socket')"
        " if name in sys.modules.keys() - before])"
    )
    said = subprocess.run([sys.executable, "-P", "-c", script], check=True, capture_output=True, text=True)
    assert said.stdout.strip() == "[]"


def test_knows_the_memory_of_a_process() -> None:
    assert resident_bytes(os.getpid()) > 5 * 1024 * 1024
    assert resident_bytes(2**22 + 7) == 0


def mutations(count: int) -> list[tuple[str, bytes]]:
    chance = random.Random(21)  # noqa: S311 - the same each time
    names = ["purchase-register-may.xlsx", "general-ledger-2025-26.xls", "sales-first-quarter.zip"]
    names += ["supplier-payments-europe.csv", "trial-balance.ods", "sales-register-hindi.csv"]
    made = []
    for number in range(count):
        name = names[number % len(names)]
        raw = bytearray((SAMPLES / name).read_bytes())
        match number // len(names) % 4:
            case 0:
                for _ in range(chance.randint(1, 60)):
                    raw[chance.randrange(len(raw))] = chance.randrange(256)
            case 1:
                del raw[chance.randrange(len(raw)) :]
            case 2:
                place = chance.randrange(len(raw))
                raw[place:place] = chance.randbytes(chance.randint(1, 3000))
            case _:
                place, length = chance.randrange(len(raw)), chance.randint(1, 500)
                raw[place : place + length] = bytes([chance.choice([0, 255, 34, 44])]) * length
        made.append((f"{number}-{name}", bytes(raw)))
    return made


def inspect_all(folder: Path, files: list[tuple[str, bytes]]) -> list[Inspection]:
    found = []
    with Inspector() as inspector:
        for name, raw in files:
            path = folder / name
            path.write_bytes(raw)
            found.append(inspector.inspect(path))
            path.unlink()
    return found


def test_damaged_files_are_answered(tmp_path: Path) -> None:
    found = inspect_all(tmp_path, mutations(36))
    assert not [inspection for inspection in found if inspection.unreadable is Unreadable.FAILED]


@pytest.mark.long
def test_five_hundred_damaged_files_are_answered(tmp_path: Path) -> None:
    found = inspect_all(tmp_path, mutations(500))
    assert not [inspection for inspection in found if inspection.unreadable is Unreadable.FAILED]
