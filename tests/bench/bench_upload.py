"""Uploads beside curl and boto3: one large file, many small ones, near and far, and the memory that it takes.

The bars are those of the issue "Transfers that survive anything"; ratios are ours divided by theirs.

The sink keeps a large file in memory. A virtual machine may give free memory back to its host within moments (Linux:
free page reporting), and to get it again may take longer than an upload: it is then chance who pays for that, mostly
who needs a moment to start. Such a machine measures well after
`echo 11 > /sys/module/page_reporting/parameters/page_reporting_order`, as root; before, that file held 9, or less.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.sink import Sink, nginx_sink
from tests.bench.tables import Cost, LeftOut, cost_of_command, run, show, side_by_side

_HERE = Path(__file__).parent
_GIB = 1024**3
_ROUNDS = 9
_FILES = 1_000


def main() -> None:
    """Print the table."""
    if shutil.which("curl") is None:
        raise LeftOut("curl is not installed.")
    with nginx_sink(gib=3) as sink:
        one_large_file(sink)
        memory(sink)
        small_files_far_away(sink)
        small_files_near(sink)


def one_large_file(sink: Sink) -> None:
    large = sink.folder / "large.csv"
    with large.open("wb") as file:
        block = (b"2026-11-23,INV-000123,27AAPFU0939F1ZV,118.00\n" * 24_000)[: 1024 * 1024]
        for _ in range(_GIB // len(block)):
            file.write(block)
    url = f"{sink.https}/large.csv"
    curl = ["curl", "--silent", "--fail", "--cacert", str(sink.ca), "--upload-file", str(large), url]
    theirs, put, whole = side_by_side(
        _ROUNDS,
        lambda: cost_of_command(curl),
        lambda: ours(sink, "put", url, [large]),
        lambda: ours(sink, "fingerprint+put", url, [large]),
    )
    show("1 GiB over TLS, PUT, against curl -T: wall", put.wall, theirs.wall, 1.10)
    show("1 GiB over TLS, PUT, against curl -T: CPU", put.cpu, theirs.cpu, 1.25)
    show("1 GiB over TLS, fingerprint and PUT, against curl -T: wall", whole.wall, theirs.wall, 2.0)
    show("1 GiB over TLS, fingerprint and PUT, against curl -T: CPU", whole.cpu, theirs.cpu, 3.2)
    large.unlink()


def memory(sink: Sink) -> None:
    sparse = sink.folder / "sparse.csv"
    with sparse.open("wb") as file:
        file.truncate(5 * _GIB)
    done = run_ours(sink, "memory", f"{sink.https}/up/sparse.csv", [sparse])
    show("memory while sending 5 GiB, above its start", float(done), None, 16, "MiB")
    sparse.unlink()


def small_files_far_away(sink: Sink) -> None:
    with delayed(sink, 0.030) as far, small_files(sink) as paths:
        curl = CurlParallel(sink, far, paths)
        theirs, mine = side_by_side(2, curl.run, lambda: ours(sink, "journeys", far, paths))
    show("1,000 files of 20 KB at 60 ms, 8 at once, against curl: wall", mine.wall, theirs.wall, 1.1)


def small_files_near(sink: Sink) -> None:
    with small_files(sink) as paths:
        theirs, mine = side_by_side(
            _ROUNDS, lambda: ours(sink, "boto3", sink.http, paths), lambda: ours(sink, "journeys", sink.http, paths)
        )
    show("1,000 files of 20 KB near, 8 at once, against s3transfer: wall", mine.wall, theirs.wall, 1.0)


def ours(sink: Sink, what: str, url: str, paths: Sequence[Path]) -> Cost:
    """Wall and CPU seconds, as the contestant's own process measured them without its start."""
    wall, cpu = run_ours(sink, what, url, paths).split()
    return Cost(float(wall), float(cpu))


def run_ours(sink: Sink, what: str, url: str, paths: Sequence[Path]) -> str:
    words = [sys.executable, str(_HERE / "contestants.py"), what, url, str(sink.ca)]
    names = "\n".join(map(str, paths))
    return subprocess.run(words, input=names, check=True, capture_output=True, text=True).stdout


class CurlParallel:
    """The same 2,000 requests by two runs of curl: first all pre-signs, then all uploads."""

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
        """Both runs, summed."""
        get, put = (cost_of_command([*self._words, "--config", str(file)]) for file in (self._get, self._put))
        return Cost(get.wall + put.wall, get.cpu + put.cpu)


@contextmanager
def small_files(sink: Sink) -> Iterator[list[Path]]:
    folder = sink.folder / "small"
    folder.mkdir()
    paths = [folder / f"ledger-{number:04}.csv" for number in range(_FILES)]
    for number, path in enumerate(paths):  # each of its own content, as ledgers are
        path.write_bytes((f"2026-11-23,INV-{number:06},27AAPFU0939F1ZV,118.00\n" * 500).encode()[:20_000])
    try:
        yield paths
    finally:
        for path in paths:
            path.unlink()
        folder.rmdir()


@contextmanager
def delayed(sink: Sink, one_way: float) -> Iterator[str]:
    port = sink.https.rpartition(":")[2]
    words = [sys.executable, str(_HERE / "delay.py"), port, str(one_way)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        yield f"https://127.0.0.1:{child.stdout.readline().split()[1]}"
        child.terminate()


if __name__ == "__main__":
    run(main)
