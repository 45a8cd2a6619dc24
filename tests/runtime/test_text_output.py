"""No name and no word of a server begins a line of ours, colours one or turns one around."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from ledgerdrop.cli.outcome import Outcome
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.runtime.logs import start_logs
from ledgerdrop.runtime.text_output import lines, one_line

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
