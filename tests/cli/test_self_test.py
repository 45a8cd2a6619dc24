"""Test `ledgerdrop self-test`, in a process of its own."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables}
    command = [sys.executable, "-m", "ledgerdrop", "self-test", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=False)


def test_it_names_what_is_loaded_and_sends_a_file() -> None:
    done = run("--json")
    report = json.loads(done.stdout)
    assert (done.returncode, report["ok"], done.stderr) == (0, True, "")
    assert report["qt"]["platform"] == "offscreen"
    assert Path(report["libmagic"]["library"]).is_file()
    assert report["libmagic"]["version"].startswith("5.")
    assert report["keyring"]["place"]
    assert (report["inspection"]["rows"], report["inspection"]["totals"]) == (40, 5)
    assert report["keyring"]["backend"].startswith("keyring.backends.")
    ledger = b"date,invoice,amount\r\n2026-04-01,SELF-TEST-1,118.00\r\n"
    assert report["journey"]["sha256"] == hashlib.sha256(ledger).hexdigest()


def test_what_is_broken_is_said_and_the_rest_still_told(tmp_path: Path) -> None:
    done = run("--json", SSL_CERT_FILE=str(tmp_path / "none.pem"))
    report = json.loads(done.stdout)
    assert (done.returncode, report["ok"], report["trust"]["ok"]) == (1, False, False)
    assert report["libmagic"]["ok"]


def presets(home: Path, content: str) -> None:
    home.mkdir(mode=0o755)
    (home / "presets.json").write_text(content, encoding="utf-8")
    (home / "presets.json").chmod(0o644)


def test_it_says_what_it_has_set_up(tmp_path: Path) -> None:
    account = {"name": "Sharma", "environment": "production"}
    form = {"form": "ledgerdrop-presets", "version": 1, "accounts": [account], "proxy": "none", "fixed": ["proxy"]}
    presets(tmp_path / "home", json.dumps({**form, "updates_address": "https://it.example.com/x.json"}))
    found = json.loads(run("--json", LEDGERDROP_HOME=str(tmp_path / "home")).stdout)["presets"]
    assert found == {
        "ok": True,
        "places": [str(tmp_path / "home" / "presets.json")],
        "accounts": ["Sharma"],
        "language": "",
        "proxy": "none",
        "updates": "on",
        "updates_address": "https://it.example.com/x.json",
        "fixed": ["proxy"],
    }


def test_presets_that_cannot_be_used_fail_it(tmp_path: Path) -> None:
    presets(tmp_path / "home", "{")
    done = run("--json", LEDGERDROP_HOME=str(tmp_path / "home"))
    found = json.loads(done.stdout)["presets"]
    assert (done.returncode, found["ok"], found["updates"]) == (1, False, "off_by_it")
    assert "damaged" in found["error"]


def test_people_read_a_line_a_part() -> None:
    done = run()
    assert done.returncode == 0
    assert all(line.startswith("ok") for line in done.stdout.splitlines())
