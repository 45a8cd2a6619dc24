"""Test that a benchmark which lacks something says so in a sentence, and the others go on."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import dev
import pytest

if sys.platform == "win32":
    pytest.skip("benchmarks measure with `resource`, which Windows has not", allow_module_level=True)

from tests.bench import bench_check, bench_inspect
from tests.bench.sink import nginx_sink
from tests.bench.tables import LeftOut, run


def test_without_the_real_files_only_what_needs_them_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEDGERDROP_SHARED", str(tmp_path))
    monkeypatch.setattr(bench_check, "COSTLY", {"tags.csv": bench_check.tags})
    bench_check.main()
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("Left out: the check of real files, since there is no ")
    assert printed[1].startswith("tags.csv")


def test_so_is_the_inspection_of_real_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEDGERDROP_SHARED", str(tmp_path))
    run(partial(bench_inspect.real_files, tmp_path))
    assert capsys.readouterr().out.startswith("Left out: the inspection of real files, since there is no ")


def test_without_room_in_memory_a_bench_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    def bench() -> None:
        with nginx_sink(gib=1e9):
            pytest.fail("nobody has so much memory")

    with pytest.raises(LeftOut):
        bench()
    run(bench)
    assert capsys.readouterr().out.startswith("Left out: ")


def test_one_that_breaks_does_not_stop_the_others(capfd: pytest.CaptureFixture[str]) -> None:
    commands = {
        "first": [sys.executable, "-c", "import os; os.abort()"],
        "second": [sys.executable, "-c", "print('here')"],
    }
    assert dev.in_turn(commands) == 1
    printed = capfd.readouterr().out
    assert "here" in printed
    assert "first FAILED" in printed
    assert "second ok" in printed
