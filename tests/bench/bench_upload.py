"""Measure uploads beside curl and boto3: one large file, many small ones, near and far, and the memory they take.

The bars are ratios: ours divided by theirs.

The sink keeps a large file in memory. A virtual machine may give free memory back to its host within moments (Linux:
free page reporting), and to get it again may take longer than an upload: it is then chance who pays for that, mostly
who needs a moment to start. Such a machine measures well after `echo 11 >
/sys/module/page_reporting/parameters/page_reporting_order`, as root; before, that file held 9, or less.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.sink import SMALL_FILES, Sink, nginx_sink, small_file, small_name
from tests.bench.tables import Cost, LeftOut, cost_of_command, run, show, side_by_side

_HERE = Path(__file__).parent
_GIB = 1024**3
_ROUNDS = 9


def main() -> None:
    """Print the table."""
    if shutil.which("curl") is None:
        raise LeftOut("curl is not installed.")
    with nginx_sink(gib=3) as sink:
        one_large_file(sink)
        first_byte(sink)
        memory(sink)
        small_files_far_away(sink)
        small_files_near(sink)


def one_large_file(sink: Sink) -> None:
    """Measure one large file over a line of 100 MB/s.

    On bare loopback hashing and sink would share two cores, and such a line is a fast one all the same.
    """
    large = sink.folder / "large.csv"
    with large.open("wb") as file:
        block = (b"2026-11-23,INV-000123,27AAPFU0939F1ZV,118.00\n" * 24_000)[: 1024 * 1024]
        for _ in range(_GIB // len(block)):
            file.write(block)
    with carried(sink, "throttle.py", "100e6") as line:
        curl = [
            "curl",
            "--silent",
            "--fail",
            "--cacert",
            str(sink.ca),
            "--upload-file",
            str(large),
            f"{line}/up/a.csv",
        ]
        theirs, mine, hashes = side_by_side(
            3,
            lambda: cost_of_command(curl),
            lambda: ours(sink, "journeys", f"{line}/bare", [large]),
            lambda: ours(sink, "hashes", "", [large]),
        )
    show("1 GiB over TLS at 100 MB/s, against curl -T: wall", mine.wall, theirs.wall, 1.05)
    show("1 GiB over TLS at 100 MB/s, less the two hashes: CPU", mine.cpu - hashes.cpu, theirs.cpu, 1.3)
    read = float(run_ours(sink, "reads", f"{sink.https}/bare", [large]))
    show("bytes read from disk, to the file's size", read, None, 1.02, "")
    large.unlink()


def first_byte(sink: Sink) -> None:
    """Measure how long after the start of the PUT the first byte of the body is there."""
    sparse = sink.folder / "sparse.csv"
    with sparse.open("wb") as file:
        file.truncate(5 * _GIB)
    with subprocess.Popen([sys.executable, str(_HERE / "first_byte.py")], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        url = f"http://127.0.0.1:{child.stdout.readline().split()[1]}/a.csv"
        began = time.monotonic()
        subprocess.run(["curl", "--silent", "--upload-file", str(sparse), url], check=False, capture_output=True)
        theirs = float(child.stdout.readline()) - began
        began = float(run_ours(sink, "first byte", url, [sparse]))
        mine = float(child.stdout.readline()) - began
        child.terminate()
    show("first byte of 5 GiB, later than that of curl -T", (mine - theirs) * 1000, None, 100, "ms")
    sparse.unlink()


def memory(sink: Sink) -> None:
    sparse = sink.folder / "sparse.csv"
    with sparse.open("wb") as file:
        file.truncate(5 * _GIB)
    done = run_ours(sink, "memory", f"{sink.https}/up/sparse.csv", [sparse])
    show("memory while sending 5 GiB, above its start", float(done), None, 16, "MiB")
    sparse.unlink()


def small_files_far_away(sink: Sink) -> None:
    with carried(sink, "delay.py", "0.030") as far, small_files(sink) as paths:
        curl = CurlParallel(sink, far, paths)
        theirs, mine, bare = side_by_side(
            2,
            curl.run,
            lambda: ours(sink, "journeys", far, paths),
            lambda: ours(sink, "journeys", f"{far}/bare", paths),
        )
    show("1,000 files of 20 KB at 60 ms, 8 at once, against curl: wall", mine.wall, theirs.wall, 1.1)
    show("the same without an ETag, on a new connection each: wall", bare.wall, theirs.wall, 1.6)


def small_files_near(sink: Sink) -> None:
    with small_files(sink) as paths:
        theirs, mine = side_by_side(
            _ROUNDS, lambda: ours(sink, "boto3", sink.http, paths), lambda: ours(sink, "journeys", sink.http, paths)
        )
    show("1,000 files of 20 KB near, 8 at once, against s3transfer: wall", mine.wall, theirs.wall, 1.0)


def ours(sink: Sink, what: str, url: str, paths: Sequence[Path]) -> Cost:
    """Return wall and CPU seconds, as the contestant's own process measured them without its start."""
    wall, cpu = run_ours(sink, what, url, paths).split()
    return Cost(float(wall), float(cpu))


def run_ours(sink: Sink, what: str, url: str, paths: Sequence[Path]) -> str:
    words = [sys.executable, str(_HERE / "contestants.py"), what, url, str(sink.ca)]
    names = "\n".join(map(str, paths))
    return subprocess.run(words, input=names, check=True, capture_output=True, text=True).stdout


class CurlParallel:
    """Sends the same 2,000 requests by two runs of curl: first all pre-signs, then all uploads."""

    def __init__(self, sink: Sink, base_url: str, paths: Sequence[Path]) -> None:
        self._get, self._put = sink.folder / "get.curl", sink.folder / "put.curl"
        quiet = 'output = "/dev/null"\n'
        pre_sign = f'url = "{base_url}/one-integration/action/pre-sign?filename=a.csv"\n{quiet}'
        self._get.write_text(pre_sign * len(paths))
        self._put.write_text(
            "".join(f'url = "{base_url}/up/{uuid.uuid4()}.csv"\nupload-file = "{path}"\n{quiet}' for path in paths)
        )
        self._words = ["curl", "--silent", "--fail", "--cacert", str(sink.ca), "--parallel", "--parallel-max", "8"]

    def run(self) -> Cost:
        """Do both runs, and add up their costs."""
        get, put = (cost_of_command([*self._words, "--config", str(file)]) for file in (self._get, self._put))
        return Cost(get.wall + put.wall, get.cpu + put.cpu)


@contextmanager
def small_files(sink: Sink) -> Iterator[list[Path]]:
    folder = sink.folder / "small"
    folder.mkdir()
    paths = [folder / small_name(number) for number in range(SMALL_FILES)]
    for number, path in enumerate(paths):
        path.write_bytes(small_file(number))
    try:
        yield paths
    finally:
        for path in paths:
            path.unlink()
        folder.rmdir()


@contextmanager
def carried(sink: Sink, program: str, how: str) -> Iterator[str]:
    """Give the sink's address behind a proxy that delays or throttles."""
    port = sink.https.rpartition(":")[2]
    words = [sys.executable, str(_HERE / program), port, how]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        yield f"https://127.0.0.1:{child.stdout.readline().split()[1]}"
        child.terminate()


if __name__ == "__main__":
    run(main)
