"""Measure how soon the window is there, and how it answers while files are dropped and sent."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from tests.bench.bench_upload import carried
from tests.bench.sink import Sink, nginx_sink
from tests.bench.tables import Cost, run, show, side_by_side

_ROUNDS: Final = 10
_LISTED: Final = 10_000
_LINE: Final = "2026-11-23,INV-{name},27AAPFU0939F1ZV,118.00\n"
_SIZES: Final = 500


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        bare, ours = side_by_side(_ROUNDS, lambda: first_paint("bare", home), lambda: first_paint("ours", home))
    show("process start to first painted frame, against a bare window", ours.wall, bare.wall, 2.4)
    with nginx_sink(gib=6) as sink:
        folder = sink.folder / "files"
        folder.mkdir()
        write(folder, "a", _LISTED, 20_000)
        (seconds,) = measure("listed", sink.https, sink, folder)
        show("10,000 files dropped, until all rows are listed", seconds, None, 1.0)
        write(folder, "z", 1_000, 20_000)
        (seconds,) = measure("grouped", sink.https, sink, grouped(folder))
        show("10,000 files in 100 folders dropped, until all are listed", seconds, None, 1.0)
        with carried(sink, "delay.py", "0.030") as far:
            report("10,000 rows, 16 uploads at 60 ms", measure("small", far, sink, folder), 16, 50)
        for path in folder.glob("z*.csv"):
            path.unlink()
        write(folder, "z", 4, 1024**3)
        report("10,000 rows, 4 large uploads", measure("large", sink.https, sink, folder), 40, 100)


def report(what: str, found: list[float], most: float, worst: float) -> None:
    show(f"{what}: timer late, 99th percentile", found[0] * 1000, None, most, "ms")
    show(f"{what}: timer late, worst", found[1] * 1000, None, worst, "ms")


def write(folder: Path, prefix: str, count: int, size: int) -> None:
    """Write files that differ, few of them of one size: one with the content of another would not be sent."""
    for number in range(count):
        line = _LINE.format(name=f"{prefix}{number:05}").encode()
        block = line * (min(size, 1024**2) // len(line))
        with (folder / f"{prefix}{number:05}.csv").open("wb") as file:
            file.write(line * (number % _SIZES))
            for _ in range(max(1, size // len(block))):
                file.write(block)


def grouped(folder: Path) -> Path:
    """Put the files to be listed into 100 folders beside theirs, and return the one above these."""
    clients = folder.with_name("clients")
    for number, path in enumerate(sorted(folder.glob("a*.csv"))):
        client = clients / f"client {number % 100:02}"
        client.mkdir(parents=True, exist_ok=True)
        (client / path.name).hardlink_to(path)
    return clients


def measure(what: str, url: str, sink: Sink, folder: Path) -> list[float]:
    return window(what, url, str(sink.ca), folder)


def window(what: str, url: str, ca: str, folder: Path) -> list[float]:
    """Run a real window, and return what `busy_window.py` measures of it."""
    words = [sys.executable, str(Path(__file__).with_name("busy_window.py")), what, url, ca, str(folder)]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


def first_paint(which: str, home: str) -> Cost:
    """Measure the seconds from the start of the process to its first frame; offscreen, unless told otherwise."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "LEDGERDROP_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users start from compiled modules
    words = [sys.executable, str(Path(__file__).with_name("first_paint.py")), which]
    began = time.time()
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    return Cost(float(done.stdout) - began, 0.0)


if __name__ == "__main__":
    run(main)
