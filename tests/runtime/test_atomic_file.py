from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ledgerdrop.runtime.atomic_file import remove_leftovers, try_to_lock, write_atomically


def test_the_new_content_replaces_the_old_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_when_it_cannot_be_written_the_old_one_stays_and_no_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "folder-in-the-way"
    (path / "full").mkdir(parents=True)
    with pytest.raises(OSError, match="folder-in-the-way"):
        write_atomically(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    """Kill a process that writes two contents in turn for ever, again and again."""
    path = tmp_path / "settings.json"
    contents = {b"a" * 300_000, b"b" * 300_000}
    program = (
        "import sys, pathlib; from ledgerdrop.runtime.atomic_file import write_atomically\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "while True:\n"
        "    for letter in b'ab':\n"
        "        write_atomically(path, bytes([letter]) * 300_000)\n"
        "        print(end='.', flush=True)\n"
    )
    for writes in (1, 2, 5, 9):
        writer = subprocess.Popen(
            [sys.executable, "-c", program, str(path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert writer.stdout is not None
        with writer, writer.stdout as ticks:
            assert len(ticks.read(writes)) == writes
            writer.kill()
        assert path.read_bytes() in contents


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a writer's file from being removed by itself")
def test_what_a_killed_writer_left_goes_and_what_one_is_writing_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    dead, alive, other = (tmp_path / name for name in (".settings.json.a.new", ".settings.json.b.new", ".x.c.new"))
    for left in (dead, alive, other):
        left.write_bytes(b"half")
    held = try_to_lock(alive)
    assert held is not None
    write_atomically(path, b"new")
    assert sorted(tmp_path.iterdir()) == sorted([path, alive, other])
    os.close(held)
    remove_leftovers(path)
    assert sorted(tmp_path.iterdir()) == sorted([path, other])
