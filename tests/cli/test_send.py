"""Test `ledgerdrop send` as its users run it: a process of its own, against a server in another."""

from __future__ import annotations

import http.server
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.parse
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.servers.practice import Practice

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.settings import Settings
from ledgerdrop.runtime.locations import locations
from ledgerdrop.store.settings_file import FILE_NAME, save

LEDGER = b"date,invoice,amount\n2026-11-23,INV-1,118.00\n2026-11-24,INV-2,236.00\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Give environment variables without settings, keyring and proxy."""
    mine = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
    return mine | {
        "LEDGERDROP_HOME": str(tmp_path / "home"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONWARNINGS": "error",
    }


@pytest.fixture
def ledger(tmp_path: Path) -> Callable[[str], Path]:
    def make(name: str, content: bytes = LEDGER) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


def words_for(server: Practice) -> list[str]:
    return ["--json", "--base-url", server.base_url, "--integration-id", server.integration_id]


def run(
    words: list[str], environment: dict[str, str], server: Practice | None = None
) -> subprocess.CompletedProcess[str]:
    variables = dict(environment)
    if server:
        variables["LEDGERDROP_TOKEN"] = server.token
        if server.ca:
            variables["SSL_CERT_FILE"] = str(server.ca)
    command = [sys.executable, "-m", "ledgerdrop", "send", *words]
    return subprocess.run(command, env=variables, capture_output=True, text=True, timeout=60, check=False)


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_files_arrive_as_they_are(
    each_practice: Practice, environment: dict[str, str], ledger: Callable[[str], Path]
) -> None:
    paths = [ledger("march.csv"), ledger("मार्च & €.csv")]
    done = run([*words_for(each_practice), *map(str, paths)], environment, each_practice)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = objects(done.stdout)
    assert first["path"] == str(paths[0])
    assert second["path"] == str(paths[1])
    assert first["seconds"] >= 0
    expected = {
        "state": "uploaded",
        "code": None,
        "headline": None,
        "advice": None,
        "server_message": None,
        "http_status": 200,
        "bytes": len(LEDGER),
        "attempts": 1,
    }
    assert {key: first[key] for key in expected} == expected
    total = {"sum": "354.00", "count": 2, "least": "118.00", "greatest": "236.00", "others": 0, "grouping": ""}
    totals = [{"letter": "C", "name": "amount", **total}]
    assert (
        first["contents"]
        == second["contents"]
        == {
            "rows": 2,
            "columns": 3,
            "totals": totals,
            "notes": 0,
            "sheet": "",
        }
    )
    assert {name: path.read_bytes() for name, path in each_practice.objects().items()} == {
        path.name: LEDGER for path in paths
    }


def test_each_ends_in_its_own_way_and_in_the_order_of_the_call(
    practice: Practice, environment: dict[str, str], ledger: Callable[..., Path]
) -> None:
    paths = [
        ledger("provoke-406.csv"),
        ledger("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ledger("good.csv"),
        Path("nowhere.csv"),
    ]
    done = run([*words_for(practice), *map(str, paths)], environment, practice)
    assert done.returncode == 1
    refused, rejected, uploaded, missing = objects(done.stdout)
    assert (refused["state"], refused["code"], refused["http_status"]) == ("failed", "name_refused", 406)
    assert refused["server_message"]
    assert refused["attempts"] == 1
    assert (rejected["state"], rejected["attempts"], rejected["contents"]) == ("rejected", 0, None)
    assert uploaded["state"] == "uploaded"
    assert (missing["state"], missing["code"]) == ("rejected", "missing")
    assert set(practice.objects()) == {"good.csv"}


def test_a_folder_with_nothing_in_it_says_so(practice: Practice, environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "april").mkdir()
    done = run([*words_for(practice), str(tmp_path / "april")], environment, practice)
    (folder,) = objects(done.stdout)
    assert (folder["state"], folder["code"], done.returncode) == ("rejected", "empty_folder", 1)


def test_it_tries_again_by_itself(
    practice: Practice, environment: dict[str, str], ledger: Callable[[str], Path]
) -> None:
    done = run([*words_for(practice), str(ledger("provoke-once-503.csv"))], environment, practice)
    (sent,) = objects(done.stdout)
    assert (sent["state"], sent["attempts"], done.returncode) == ("uploaded", 2, 0)


def test_people_read_sentences(
    practice: Practice, environment: dict[str, str], ledger: Callable[[str], Path]
) -> None:
    words = [word for word in words_for(practice) if word != "--json"]
    done = run([*words, str(ledger("good.csv")), str(ledger("provoke-406.csv"))], environment, practice)
    first, second, third = done.stdout.splitlines()
    assert first.startswith("Uploaded")
    assert "Clear rejected this file name" in second
    assert third.strip().startswith("The server said:")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "PATH"),
        (["--base-url", "http://example.com", "--integration-id", str(uuid.UUID(int=7)), "a.csv"], "--base-url"),
        (["--base-url", "https://api.example", "--integration-id", "short", "a.csv"], "--integration-id"),
        (["--base-url", "https://api.example", "a.csv"], "--integration-id"),
        (["--jobs", "17", "a.csv"], "--jobs"),
        (["--base-url", "https://api.example", f"--integration-id={uuid.UUID(int=7)}", "a.csv"], "LEDGERDROP_TOKEN"),
    ],
)
def test_a_wrong_call_is_said_and_nothing_is_sent(words: list[str], said: str, environment: dict[str, str]) -> None:
    done = run(words, environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_an_account_that_it_has_set_up_is_sent_with(
    practice_tls: Practice, environment: dict[str, str], ledger: Callable[[str], Path]
) -> None:
    account = {"name": "Ours", "environment": "custom", "base_url": practice_tls.base_url}
    account["integration_id"] = practice_tls.integration_id
    presets = Path(environment["LEDGERDROP_HOME"]) / "presets.json"
    presets.parent.mkdir(mode=0o755)
    presets.write_text(json.dumps({"form": "ledgerdrop-presets", "version": 1, "accounts": [account, 1]}))
    presets.chmod(0o644)
    done = run(["--json", str(ledger("march.csv"))], environment, practice_tls)
    assert [one["state"] for one in objects(done.stdout)] == ["uploaded"]
    assert "Account 2 in" in done.stderr
    assert set(practice_tls.objects()) == {"march.csv"}


# Runs the command with a password store that holds a token for every account, and tells who asked for one.
WITH_A_STORE = """
import sys, keyring, keyring.backend
class Store(keyring.backend.KeyringBackend):
    __module__ = "keyring.backends.SecretService"
    priority = 9
    def get_password(self, service, user):
        print("asked for", service, file=sys.stderr)
        return "kept-" + "token"
    def set_password(self, service, user, password): ...
    def delete_password(self, service, user): ...
keyring.set_keyring(Store())
from ledgerdrop.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("named", ["another", "the same"])
@pytest.mark.parametrize("with_id", [True, False])
def test_an_address_from_the_call_gets_neither_token_nor_integration_id_of_the_account_in_use(
    named: str, with_id: bool, practice: Practice, environment: dict[str, str], ledger: Callable[[str], Path]
) -> None:
    base_url = "https://api.clear.in" if named == "another" else practice.base_url
    account = Account("a" * 32, "Ours", Environment.CUSTOM, base_url, str(uuid.UUID(int=7)))
    assert save(locations(environ=environment).settings, Settings((account,), account.id)) is None
    words = ["send", "--base-url", practice.base_url, str(ledger("march.csv"))]
    words += ["--integration-id", practice.integration_id] if with_id else []
    command = [sys.executable, "-c", WITH_A_STORE, *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert ("LEDGERDROP_TOKEN" if with_id else "--integration-id") in done.stderr
    assert "asked for" not in done.stderr
    assert not practice.requests()


def test_sending_leaves_the_settings_as_they_are_whatever_is_in_them(
    practice: Practice, environment: dict[str, str], ledger: Callable[[str], Path]
) -> None:
    """Check with one damaged account: the damage is told, and the good account sends, also the next time."""
    account = Account("a" * 32, "Ours", Environment.CUSTOM, practice.base_url, practice.integration_id)
    folder = locations(environ=environment).settings
    assert save(folder, Settings((account,), account.id)) is None
    form = json.loads((folder / FILE_NAME).read_text())
    form["accounts"].append({"id": 7})
    (folder / FILE_NAME).write_text(json.dumps(form))
    before = (folder / FILE_NAME).read_bytes()
    for name in ("april.csv", "may.csv"):
        done = run(["--json", str(ledger(name))], environment, practice)
        assert [one["state"] for one in objects(done.stdout)] == ["uploaded"]
        assert "couldn't be read" in done.stderr
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]
    assert (folder / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupting_it_cancels_what_is_left(
    practice: Practice, environment: dict[str, str], ledger: Callable[[str], Path], number: signal.Signals
) -> None:
    paths = [ledger(name) for name in ("good.csv", "provoke-silent.csv", "provoke-silent.xyz.csv")]
    variables = environment | {"LEDGERDROP_TOKEN": practice.token}
    command = [sys.executable, "-m", "ledgerdrop", "send", "--jobs", "1", *words_for(practice), *map(str, paths)]
    with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        assert json.loads(child.stdout.readline())["state"] == "uploaded"
        child.send_signal(number)
        states = [entry["state"] for entry in objects(child.stdout.read())]
    assert states == ["cancelled", "cancelled"]
    assert child.returncode == 1


def test_interrupting_it_after_the_last_byte_says_that_the_file_may_have_arrived(
    practice: Practice, environment: dict[str, str], ledger: Callable[[str], Path]
) -> None:
    variables = environment | {"LEDGERDROP_TOKEN": practice.token}
    command = [sys.executable, "-m", "ledgerdrop", "send", *words_for(practice)]
    command.append(str(ledger("provoke-storage-silent.csv")))
    with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True) as child:
        while not any(request.method == "PUT" for request in practice.requests()):
            assert child.poll() is None
        child.send_signal(signal.SIGINT)
        output, _ = child.communicate(timeout=30)
    (outcome,) = objects(output)
    assert (child.returncode, outcome["state"], outcome["code"]) == (3, "unconfirmed", "may_have_arrived")


def test_beside_a_file_that_hangs_the_first_ctrl_c_ends_it(
    practice: Practice, environment: dict[str, str], ledger: Callable[[str], Path], tmp_path: Path
) -> None:
    """Check that what was uploaded is printed all the same."""
    confirmed = tmp_path / "confirmed"
    script = (
        "import sys, threading, pathlib, ledgerdrop.cli.send as cli; look, send = cli.check_path, cli.send\n"
        "def told(*words, **more):\n"
        f"    outcome = send(*words, **more); pathlib.Path({str(confirmed)!r}).touch(); return outcome\n"
        "cli.send = told\n"
        "cli.check_path = lambda path, cancel: threading.Event().wait() if 'hung' in path else look(path, cancel)\n"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    paths = [ledger("hung.csv"), ledger("good.csv")]
    command = [sys.executable, "-c", script, *words_for(practice), *map(str, paths)]
    variables = environment | {"LEDGERDROP_TOKEN": practice.token}
    with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True) as child:
        while not confirmed.exists():
            assert child.poll() is None
        child.send_signal(signal.SIGINT)
        output, _ = child.communicate(timeout=20)
    assert [entry["state"] for entry in objects(output)] == ["cancelled", "uploaded"]
    assert child.returncode == 1


BROKEN = {
    "what prints": "cli._printed = broken_once(cli._printed)",
    "what counts": "cli.ProgressBar.finish = broken_once(cli.ProgressBar.finish)",
    "what follows": "cli.IngestionRun.followed = broken_once(cli.IngestionRun.followed)",
    "what asks": "cli.submit_import = broken_once(cli.submit_import)",
    "what looks inside": "cli.Inspector.inspect = broken_once(cli.Inspector.inspect)",
}


@pytest.mark.parametrize("what", BROKEN)
def test_whatever_breaks_down_it_ends_and_prints_what_it_uploaded(
    what: str, quick_practice: Practice, environment: dict[str, str], ledger: Callable[..., Path]
) -> None:
    script = (
        "import sys, ledgerdrop.cli.send as cli\n"
        "def broken_once(function):\n"
        "    calls = []\n"
        "    def call(*words, **more):\n"
        "        calls.append(1)\n"
        "        if len(calls) == 1: raise RuntimeError\n"
        "        return function(*words, **more)\n"
        "    return call\n"
        f"{BROKEN[what]}\n"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    paths = [ledger(f"{number}.csv", LEDGER + b"2026-11-25,X,%d\n" % number) for number in range(4)]
    words = [*words_for(quick_practice), "--template", "SALES", "--file-type", "x", "--wait"]
    done = subprocess.run(
        [sys.executable, "-c", script, *words, *map(str, paths)],
        env=environment | {"LEDGERDROP_TOKEN": quick_practice.token},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    told = objects(done.stdout)
    assert [one["path"] for one in told] == [str(path) for path in paths]
    assert {Path(one["path"]).name for one in told if one["bytes"]} == set(quick_practice.objects())
    assert done.returncode == (0 if what == "what looks inside" else 1)
    assert len(quick_practice.objects()) == 4
    assert done.stderr == ""


def test_no_secret_is_printed_and_no_window_is_loaded(
    practice: Practice, environment: dict[str, str], ledger: Callable[[str], Path]
) -> None:
    script = (
        "import sys; from ledgerdrop.__main__ import main; code = main(sys.argv[1:]); "
        "assert not [name for name in sys.modules if name.startswith('PySide6')]; sys.exit(code)"
    )
    names = ["good.csv", "provoke-signature.csv"]
    words = ["send", *words_for(practice), *(str(ledger(name)) for name in names)]
    variables = environment | {"LEDGERDROP_TOKEN": practice.token}
    done = subprocess.run(
        [sys.executable, "-c", script, *words], env=variables, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1, done.stderr
    assert practice.token not in done.stdout + done.stderr
    assert "X-Amz-Signature=" not in done.stdout + done.stderr


TOKEN = "s3cr3t-Canary-5f1e7"
HIDDEN = [
    TOKEN[:18],
    "\u200b".join(TOKEN),
    "\0".join(TOKEN),
    TOKEN.upper(),
    "".join(f"%25{ord(c):02X}" for c in TOKEN),
]


@pytest.mark.parametrize("status", [401, 406])
def test_a_server_that_repeats_the_token_in_disguise_gets_it_into_no_output_and_no_log(
    status: int, environment: dict[str, str], ledger: Callable[[str], Path]
) -> None:
    said = [f"{'x' * 980} {hidden}" for hidden in HIDDEN] + [f"You sent {hidden}" for hidden in HIDDEN]

    class Repeats(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = urllib.parse.unquote(self.path.rpartition("filename=")[2])
            words = said[int(name.removesuffix(".csv"))]
            error = {"code": words, "message": words}
            body = json.dumps({"success": False, "message": words, "error": error}).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Repeats) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        paths = [ledger(f"{number}.csv") for number in range(len(said))]
        for number, path in enumerate(paths):  # each with content of its own
            path.write_bytes(LEDGER + b"2026-11-25,X,%d\n" % number)
        words = ["--base-url", address, "--integration-id", str(uuid.UUID(int=7)), *map(str, paths)]
        variables = environment | {"LEDGERDROP_TOKEN": TOKEN}
        outputs = [run([*more, *words], variables) for more in ((), ("--json",))]
        server.shutdown()
    home = Path(environment["LEDGERDROP_HOME"])
    seen = [done.stdout + done.stderr for done in outputs]
    seen += [path.read_text(errors="replace") for path in home.rglob("*") if path.is_file()]
    for text in seen:
        letters = re.sub("[^a-z0-9]", "", urllib.parse.unquote(urllib.parse.unquote(text)).lower())
        assert "s3cr3tcanary" not in letters
    assert all("[redacted]" in text for text in seen[:2])
