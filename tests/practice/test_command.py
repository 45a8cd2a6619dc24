"""Test `ledgerdrop practice` as a command: how it is called, what it says, how it ends."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import stat
import subprocess
import sys
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
import requests
from tests.servers.practice import SOURCES, StartPractice, run

from ledgerdrop.practice.command import main

CALL = [sys.executable, "-m", "ledgerdrop", "practice"]
UUID = "85899214-187b-4ca5-9d53-f89a83f955ba"
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and modes of POSIX")


def test_it_serves_until_its_input_ends(tmp_path: Path) -> None:
    env = {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}
    with run([*CALL, "--until-stdin-closes"], env=env) as (process, ready):
        base_url = ready.removeprefix("READY ").strip()
        assert base_url.startswith("http://127.0.0.1:")
        assert process.stdout
        token_file = Path(process.stdout.readline().decode().removeprefix("TOKEN-FILE ").strip())
        for token, status in ((token_file.read_text().strip(), 200), ("anything", 401), ("", 401)):
            answer = requests.get(
                base_url + "/one-integration/action/pre-sign?filename=a.csv",
                headers={"x-clear-auth-token": token, "x-integration-id": UUID},
                timeout=30,
            )
            assert answer.status_code == status
        assert requests.get(base_url + "/one-integration/none", timeout=30).status_code == 404
        [data] = tmp_path.iterdir()
        if os.name == "posix":
            assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert process.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_it_answers_nobody_who_came_by_another_name() -> None:
    """Refuse a web page whose name leads to 127.0.0.1 (DNS rebinding); its browser sends that name as Host."""
    with run([*CALL, "--until-stdin-closes"]) as (process, ready):
        assert process.stdout
        token = Path(process.stdout.readline().decode().split(maxsplit=1)[1].strip()).read_text().strip()
        port = int(ready.strip().rpartition(":")[2])
        allowed = ["127.0.0.1", "localhost", "LOCALHOST"]
        for host in [*allowed, "evil.example", "127.0.0.1.evil.example", "evil.example#127.0.0.1", "", "10.0.0.1"]:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            headers = {"Host": f"{host}:{port}", "x-clear-auth-token": token, "x-integration-id": UUID}
            connection.request("GET", "/one-integration/action/pre-sign?filename=a.csv", headers=headers)
            answer = connection.getresponse()
            assert answer.status == (200 if host in allowed else 421), host
            assert parsedate_to_datetime(answer.headers["Date"]).tzinfo is not None
            assert len(answer.headers.get_all("Date", [])) == 1
            connection.close()


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(number: signal.Signals) -> None:
    with run(CALL, subprocess.PIPE) as (process, ready):
        assert ready.startswith("READY ")
        process.send_signal(number)
        assert process.wait(30) == 0
        assert process.stderr
        assert process.stderr.read() == b""
        process.stderr.close()


@POSIX
def test_secrets_are_made_for_its_owner_only_and_read_again(tmp_path: Path) -> None:
    token = tmp_path / "token"
    call = [*CALL, "--until-stdin-closes", "--token-file", str(token)]
    seen = []
    for _ in range(2):
        with run(call) as (_, ready):
            assert ready.startswith("READY ")
        assert stat.S_IMODE(token.stat().st_mode) == 0o600
        seen.append(token.read_text())
    assert seen[0] == seen[1]
    assert len(seen[0].strip()) >= 32


@POSIX
def test_a_folder_that_it_makes_is_its_owners_only(tmp_path: Path) -> None:
    with run([*CALL, "--until-stdin-closes", "--root", str(tmp_path / "new" / "root")]) as (_, ready):
        assert ready.startswith("READY ")
        assert stat.S_IMODE((tmp_path / "new" / "root").stat().st_mode) == 0o700


def test_only_this_machine_reaches_it(start_practice: StartPractice) -> None:
    with start_practice() as practice:
        port = int(practice.base_url.rpartition(":")[2])
        with pytest.raises(ConnectionError):
            socket.create_connection(("127.0.0.2", port), timeout=30)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--port", "99999"], "The practice server cannot start on port 99999: "),
        (["--root", "{tmp}/file"], "The folder {tmp}/file cannot be written to: File exists."),
        (["--token-file", "{tmp}/empty"], "The file {tmp}/empty is empty."),
        (
            ["--token-file", "{tmp}/none/token"],
            "The file {tmp}/none/token cannot be used: No such file or directory.",
        ),
    ],
)
def test_what_it_cannot_do_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: list[str], sentence: str
) -> None:
    (tmp_path / "file").write_text("one")
    (tmp_path / "empty").write_text("\n")
    with pytest.raises(SystemExit) as end:
        main([word.format(tmp=tmp_path) for word in words])
    assert str(end.value).startswith(sentence.format(tmp=tmp_path))
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", [["--port", "x"], ["--integration-id", "abc"], ["--nonsense"]])
def test_a_wrong_call_ends_with_2(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 2
    assert words[0] in capsys.readouterr().err


def test_a_port_in_use_is_told_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"The practice server cannot start on port {port}: "):
            main(["--port", str(port)])


def test_it_imports_nothing_of_the_client() -> None:
    code = (
        "import sys, ledgerdrop.practice.command; "
        "print([m for m in sys.modules if m.startswith('ledgerdrop.') and not m.startswith('ledgerdrop.practice') "
        "or m.partition('.')[0] in {'PySide6', 'requests', 'urllib3', 'magic', 'keyring'}])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(SOURCES)}, capture_output=True, check=True
    )
    assert result.stdout.strip() == b"[]"


def test_a_throttled_upload_can_be_watched(start_practice: StartPractice) -> None:
    """At 1,000 bytes a second a client cannot hand over megabytes at once, whatever the kernel buffers."""
    with start_practice("--bytes-per-second", "1000") as practice, requests.Session() as session:
        session.trust_env = False
        url = session.get(
            practice.base_url + "/one-integration/action/pre-sign?filename=a.csv",
            headers={"x-clear-auth-token": practice.token, "x-integration-id": practice.integration_id},
            timeout=30,
        ).json()["result"]["uploadUrl"]
        with pytest.raises(requests.ConnectionError):
            session.put(url, b"x" * 50_000_000, headers={"Content-Type": "text/csv"}, timeout=0.5)
        assert session.put(url, b"x" * 200, headers={"Content-Type": "text/csv"}, timeout=30).status_code == 200
