"""Test what dev.py says when something is missing. That it makes everything from nothing is seen wherever CI runs."""

import os
import subprocess
import sys
from pathlib import Path

import dev
import pytest

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="packages of the system are Linux's affair")


def call(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py in a process of its own, without a display."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, str(dev.ROOT / "dev.py"), *words]
    return subprocess.run(command, env={**kept, **environment}, capture_output=True, text=True, check=False)


@LINUX
def test_without_a_display_run_says_so_and_what_to_do() -> None:
    done = call("run")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no display" in done.stderr
    assert "ssh -X" in done.stderr


def test_help_lists_every_command() -> None:
    done = call("--help")
    assert done.returncode == 0
    assert all(
        f"  {name} " in done.stdout for name in ("run", "lint", "test", "bench", "audit", "screenshots", "lock")
    )


def test_help_on_screenshots_takes_none(tmp_path: Path) -> None:
    command = [sys.executable, str(dev.ROOT / "dev.py"), "screenshots", "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.startswith("usage: dev.py screenshots [-h] [--only")) == (0, True)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_command_is_refused() -> None:
    assert call("walk").returncode == 2


@LINUX
def test_probes_tell_what_is_there() -> None:
    there = ("libc.so.6", "sh", "/bin/sh", "import json")
    missing = ("libno-such.so.9", "no-such-program", "/no/such/file", "import no_such_module")
    assert [dev.is_there(probe) for probe in there + missing] == [True] * 4 + [False] * 4


def test_the_list_of_system_packages_is_whole() -> None:
    lines = (dev.ROOT / "packaging" / "system-packages.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(maxsplit=3) for line in lines if line and not line.startswith("#")]
    assert {row[2] for row in rows} == {"run", "test", "orca", "bench", "package", "wine"}
    assert all(len(row) == 4 for row in rows)


@LINUX
@pytest.mark.parametrize(
    ("programs", "command"),
    [
        (["apt-get", "sudo"], r"sudo apt-get update && sudo apt-get install -y [-\w]+ libnone1$"),
        (["apt-get"], r"su - -c 'apt-get update && apt-get install -y [-\w]+ libnone1'$"),
    ],
)
def test_who_is_not_root_reads_the_one_command_that_helps(
    programs: list[str], command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "system-packages.txt").write_text(
        "libc6 libc.so.6 run it is there\nlibnone1 libno-such.so.9 run it is not\nnone no-such-program bench later\n"
    )
    for program in programs:
        (tmp_path / program).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Stop, match=command):
        dev.prepare_system("run", "test")


def test_a_step_that_fails_shows_its_own_words() -> None:
    with pytest.raises(dev.Stop, match=r"(?s)the reason.*This step failed"):
        dev.quietly([sys.executable, "-c", "import sys; print('the reason'); sys.exit(3)"])


def test_a_step_that_works_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    dev.quietly([sys.executable, "-c", "print('chatter')"])
    assert capfd.readouterr() == ("", "")
