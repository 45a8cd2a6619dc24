"""Test that the command line forges no line, and a child runs no code from the folder that the user is in."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

import product
from ledgerdrop.cli.report import Outcome
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.command_line import lines, one_line, own_command, own_environment
from ledgerdrop.runtime.logs import start_logs

HOSTILE = (
    "\n",
    "\r",
    "\x1b[2K",
    "\x1b]0;a\x07",
    "\x9b31m",
    "\x85",
    "\u2028",
    "\u202e",
    "\u2066",
    "\u200b",
    "\x7f",
    "\x08",
)


def is_plain(output: str) -> bool:
    return all(line.isprintable() for line in output.removesuffix("\n").split("\n"))


@pytest.mark.parametrize("sign", HOSTILE)
def test_an_outcome_is_as_many_lines_as_it_should_be(sign: str) -> None:
    name = f"a{sign}Uploaded   b.csv"
    problem = Problem(Code.MISSING, {"name": name}, server_message=f"no{sign}Uploaded   c.csv")
    text = Outcome(name, problem).as_text()
    assert is_plain(text)
    assert len(text.split("\n")) == 2
    assert not any(line.startswith("Uploaded") for line in text.split("\n"))


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_no_command_prints_a_name_as_it_is(tmp_path: Path) -> None:
    paths = []
    for number, sign in enumerate((*map(str.encode, HOSTILE), b"\xff", b"\xc2\x9b")):
        paths.append(os.fsencode(tmp_path) + b"/%d" % number + sign + b"Uploaded.csv")
        Path(os.fsdecode(paths[-1])).write_bytes(b"date,amount\n2026-04-01,118.00\n" if number % 2 else b"")
    clean = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    variables = clean | {"LEDGERDROP_HOME": str(tmp_path / "ho\nme"), "LEDGERDROP_TOKEN": "no-token-at-all"}
    server = ["--base-url", "https://127.0.0.1:9", "--integration-id", str(uuid.UUID(int=7))]
    calls: list[tuple[list[str], list[bytes]]] = [
        (["check"], paths),
        (["check", "--files-from", "none\x1b[2K\n"], []),
        (["check", "--none\x1b[2K\nUploaded"], []),
        (["send", *server], [path for path in paths if not Path(os.fsdecode(path)).stat().st_size]),
        (["send", "--jobs", "1\x1b[2K\nUploaded"], paths),
        (["--none\x1b[2K\nUploaded"], []),
        (["practice", "--none\x1b[2K\nUploaded"], []),
        (["practice", "--root", "/dev/null/\x1b[2K\nUploaded"], []),
        (["inspect"], paths[:4]),
    ]
    for words, names in calls:
        command: list[str | bytes] = [sys.executable, "-m", "ledgerdrop", *words, *names]
        done = subprocess.run(command, env=variables, capture_output=True, timeout=60, check=False)
        for output in (done.stdout.decode(), done.stderr.decode()):
            assert is_plain(output), (words, output)
            assert not any(line.startswith("Uploaded") for line in output.split("\n"))


def test_a_traceback_forges_no_record_of_the_log(tmp_path: Path) -> None:
    logs = start_logs(tmp_path / "logs")
    error = OSError("no\n2026-11-30 12:00:00,000 INFO MainThread x: all is well\x1b[2K")
    logging.getLogger("ledgerdrop.test").error("It broke", exc_info=error)
    logs.close()
    assert logs.path
    written = logs.path.read_text().rstrip("\n").split("\n")
    assert is_plain("\n".join(written))
    assert written[1:] == ["  OSError: no", r"  2026-11-30 12:00:00,000 INFO MainThread x: all is well\x1b[2K"]


def test_what_is_seen_stays() -> None:
    assert one_line("खाता “Büro” 帳簿 \U0001f4d2.csv") == "खाता “Büro” 帳簿 \U0001f4d2.csv"
    assert one_line("a\n\x1b\udcff\u202e") == r"a\n\x1b\udcff\u202e"
    assert lines("a\r\nb") == "a\\r\nb"


# The packages that the program uses; `ledgerdrop` itself is what `python -m` was asked to take from here.
PACKAGES = ("requests", "urllib3", "magic", "keyring", "certifi", "idna", "platformdirs", "PySide6", "jeepney")
PROGRAMS = ("gcc", "cc", "ld", "ldconfig", "objdump", "uname", "file", "xdg-open", "env", "sh")
COMMANDS = (
    ["self-test", "--json", "--platform", "offscreen"],
    ["check", "a.csv"],
    ["send", "--base-url=https://127.0.0.1:9", f"--integration-id={uuid.UUID(int=7)}", "missing.csv"],
)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """Give a folder of a client's files, with a file under every name that a program may look for."""
    folder = tmp_path / "ledgers"
    folder.mkdir()
    for name in (*sys.stdlib_module_names, *PACKAGES, "sitecustomize", "usercustomize"):
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r} + ' ')\n")
    for name in PROGRAMS:
        (folder / name).write_text(f"#!/bin/sh\necho {name} >> {tmp_path / 'ran'}\n")
        (folder / name).chmod(0o755)
    for name in ("libmagic.so.1", "libmagic.so", "magic.mgc", "qt.conf", "python3.dll", "libmagic-1.dll"):
        (folder / name).write_bytes(b"not what it seems")
    (folder / "a.csv").write_text("date,amount\n2026-04-01,118.00\n2026-04-02,119.00\n")
    return folder


def run(command: list[str], trap: Path, **more: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    variables = clean | {"LEDGERDROP_HOME": str(trap.parent / "home"), "LEDGERDROP_TOKEN": "no-token-at-all"} | more
    variables["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    return subprocess.run(
        command, cwd=trap, env=variables, capture_output=True, text=True, timeout=120, check=False
    )  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("start", ["command", "module"])
def test_no_code_of_the_current_folder_is_run(start: str, words: list[str], trap: Path) -> None:
    command = [str(Path(sys.executable).with_name("ledgerdrop"))]
    done = run([*(command if start == "command" else [sys.executable, "-m", "ledgerdrop"]), *words], trap)
    assert not (trap.parent / "ran").exists(), (trap.parent / "ran").read_text()
    assert "Traceback" not in done.stderr
    if words[0] == "self-test":
        assert json.loads(done.stdout)["journey"]["ok"] is True, done.stdout


def test_no_helper_program_is_looked_for_to_find_a_library(trap: Path) -> None:
    done = run(
        [sys.executable, "-m", "ledgerdrop", "check", "a.csv"], trap, PATH=f".{os.pathsep}{os.environ['PATH']}"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not (trap.parent / "ran").exists(), (trap.parent / "ran").read_text()


def test_a_child_finds_what_this_process_finds_and_nothing_of_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    searched = os.pathsep.join(["", "lib", str(tmp_path / "more"), ""])
    variables = own_environment({"PYTHONPATH": searched, "HOME": "home", "LEDGERDROP_TOKEN": "canary-9"})
    assert variables == {
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "lib"), str(tmp_path / "more")]),
        "PYTHONSAFEPATH": "1",
        "HOME": "home",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="where the kernel tells the limits of a process")
def test_no_memory_is_written_to_a_file_when_the_interpreter_crashes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ledgerdrop", "sandbox", "--until-stdin-closes"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path) as child:
        assert child.stdout
        assert child.stdin
        assert child.stdout.readline().startswith(b"READY")
        limits = Path(f"/proc/{child.pid}/limits").read_text().splitlines()
        child.stdin.close()
    [core] = [line.split() for line in limits if line.startswith("Max core file size")]
    assert core[4:6] == ["0", "0"]


def test_a_frozen_program_starts_itself_or_the_console_program_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, console = tmp_path / "LedgerDrop.exe", tmp_path / f"{product.CONSOLE}.exe"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(window))
    assert own_command("check") == [str(window), "check"]
    console.touch()
    assert own_command() == [str(console)]
