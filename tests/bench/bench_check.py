"""Measure what a check costs: beside the `file` command on real files, and on files made to be costly.

Run: python3 dev.py bench check   (with the shared corpus; LEDGERDROP_SHARED names its folder)
The bars: 1,000 files in at most 6 times what `file` takes; one file at most 1 ms (median) and 20 ms (99 %), warm; and
never more than 2 s of work or 64 MiB of memory.
"""

from __future__ import annotations

import csv
import io
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench import tables
from tests.bench.tables import LeftOut, run

from ledgerdrop.content.check import check
from ledgerdrop.files.dropped_file import examine
from ledgerdrop.model.files import DroppedFile
from ledgerdrop.runtime.cancel import CancelToken

FILES = 1000
ROUNDS = 5
MIB = 1024 * 1024


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def check_one(path: Path) -> None:
    dropped = examine(path)
    if isinstance(dropped, DroppedFile):
        check(dropped, CancelToken())


def check_all(paths: list[Path]) -> None:
    for path in paths:
        check_one(path)


def present(folder: Path) -> list[Path]:
    """Copy the corpus under the names of its manifest, each row in a folder of its own."""
    corpus = tables.real_files("the check of real files")
    with (corpus / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    paths = []
    for number, row in enumerate(rows):
        path = folder / str(number) / row["name"]
        path.parent.mkdir()
        shutil.copyfile(corpus / "files" / row["file"], path)
        paths.append(path)
    return paths


def real_files(folder: Path) -> None:
    paths = present(folder)
    check_all(paths[:100])
    one_by_one(paths)
    beside_file(folder, paths)


def beside_file(folder: Path, paths: list[Path]) -> None:
    """Measure our time for 1,000 files in one process, and that of `file`; each without its start."""
    if shutil.which("file") is None:
        raise LeftOut("the comparison with `file`, which is not installed.")
    some = paths[:: max(1, len(paths) // FILES)][:FILES]
    listed, empty = folder / "list.txt", folder / "empty.txt"
    listed.write_text("".join(f"{path}\n" for path in some), encoding="utf-8")
    empty.touch()

    def file_command(names: Path) -> float:
        command = ["file", "--mime-type", "-f", str(names)]
        return seconds(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))

    theirs = median(file_command(listed) - file_command(empty) for _ in range(ROUNDS))
    ours = median(seconds(lambda: check_all(some)) for _ in range(ROUNDS))
    show(f"{len(some)} files: file --mime-type -f", f"{theirs * 1e3:.0f} ms")
    show(f"{len(some)} files: check", f"{ours * 1e3:.0f} ms", f"{ours / theirs:.1f} times file")


def one_by_one(paths: list[Path]) -> None:
    times = sorted(seconds(lambda path=path: check_one(path)) for path in paths)  # type: ignore[misc]  # path is bound
    show("one file, warm: median", f"{median(times) * 1e3:.2f} ms")
    show("one file, warm: 99 %", f"{times[int(len(times) * 0.99)] * 1e3:.2f} ms")
    show("one file, warm: worst", f"{times[-1] * 1e3:.2f} ms")


def million_members(path: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("aaaaaaaa", b"")
    content = raw.getvalue()
    start, end = content.index(b"PK\x01\x02"), content.index(b"PK\x05\x06")
    entry = content[start:end]
    with path.open("wb") as file:
        file.write(content[:start])
        for _ in range(1000):
            file.write(entry * 1000)
        size = (len(entry) * 1_000_000).to_bytes(4, "little")
        file.write(b"PK\x05\x06\0\0\0\0\xff\xff\xff\xff" + size + start.to_bytes(4, "little") + b"\0\0")


def one_line(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(300):
            file.write(b"value,," * (MIB // 7))


def quotes(path: Path) -> None:
    path.write_bytes(b'a,"' * MIB)


def tags(path: Path) -> None:
    path.write_bytes(b"<a " * MIB)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 * 1024**3)


def long_chains(path: Path) -> None:
    """Make a compound file in which every sector's successor stands in another part of the table."""
    sectors = 40_000
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[26:34] = b"\x03\0\xfe\xff\x09\0\x06\0"
    header[48:52] = (5).to_bytes(4, "little")
    header[76:] = b"".join(number.to_bytes(4, "little") for number in range(109))
    table = b"".join(((number * 7919 + 13) % 13_952).to_bytes(4, "little") for number in range(sectors))
    path.write_bytes(bytes(header) + table + bytes(sectors * 128))


def bomb(path: Path) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("[Content_Types].xml", "w", force_zip64=True) as member,
    ):
        for _ in range(1024):
            member.write(b"<Override " * (MIB // 10))


COSTLY: dict[str, Callable[[Path], None]] = {
    "a million members.zip": million_members,
    "a bomb of 1 GiB.xlsx": bomb,
    "one line of 300 MB.csv": one_line,
    "quotes without end.csv": quotes,
    "tags without end.csv": tags,
    "5 GiB of nothing.csv": sparse,
    "5 GiB of nothing.zip": sparse,
    "long chains.xls": long_chains,
}


def costly(folder: Path) -> None:
    for name, make in COSTLY.items():
        path = folder / name
        make(path)
        show(name, f"{seconds(lambda path=path: check_one(path)) * 1e3:.1f} ms")  # type: ignore[misc]  # path is bound
        path.unlink()


def show(what: str, *figures: str) -> None:
    print(f"{what:<48}" + "".join(f"{figure:>18}" for figure in figures))  # noqa: T201


def memory() -> float:
    """Return the most that this process ever had in memory, in MiB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MIB


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_one(Path(__file__))  # loads what a check needs
        warm = memory()
        run(partial(real_files, folder))
        costly(folder)
        show("memory: more than after the first file", f"{memory() - warm:.1f} MiB")


if __name__ == "__main__":
    main()
