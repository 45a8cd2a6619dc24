"""Test that the log holds what happened, and never a secret. Every file that is left is searched for canaries."""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledgerdrop.model.problems import Code
from ledgerdrop.runtime import logs as logs_module
from ledgerdrop.runtime.logs import FAULTS_NAME, LOG_NAME, Crash, Logs, start_logs
from ledgerdrop.runtime.redaction import register_secret

CANARY_TOKEN = "canary-token-5f1e/+=x"
CANARY_SIGNATURE = "canaryc0ffee" * 5
SIGNED = f"https://storage.example/a.csv?X-Amz-Date=20260208T121803Z&X-Amz-Signature={CANARY_SIGNATURE}"


@pytest.fixture(autouse=True)
def canary_is_known() -> None:
    register_secret(CANARY_TOKEN)


@pytest.fixture
def crashes() -> list[Crash]:
    return []


@pytest.fixture
def logs(tmp_path: Path, crashes: list[Crash]) -> Iterator[Logs]:
    running = start_logs(tmp_path / "logs", crashes.append)
    yield running
    running.close()


def written(logs: Logs) -> str:
    """Return everything in the folder, all files together."""
    assert logs.path is not None
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(logs.path.parent.iterdir()))


def has_no_canary(text: str) -> bool:
    return "canary" not in text.replace("[redacted]", "") and "20260208T" not in text


class Talkative:
    """Holds a secret in its repr and str, as requests' exceptions do."""

    def __repr__(self) -> str:
        return f"<Request {SIGNED}>"


def fail_twice() -> None:
    """Fail as requests does: the error that is raised and the one that caused it both hold a secret."""
    try:
        int(CANARY_TOKEN)
    except ValueError as error:
        raise ConnectionError(f"Max retries exceeded with url: {SIGNED}") from error


def test_arguments_messages_and_exceptions_are_redacted_for_every_handler(
    logs: Logs, caplog: pytest.LogCaptureFixture
) -> None:
    log = logging.getLogger("ledgerdrop.test")
    log.info("Uploading to %s with %s", SIGNED, CANARY_TOKEN)
    log.info("%(what)r", {"what": Talkative()})
    log.info({"x-clear-auth-token": "canary-unregistered"})
    log.info(f"stack {CANARY_TOKEN}", stack_info=True)  # noqa: G004 - what others may do
    try:
        fail_twice()
    except ConnectionError:
        log.exception("It failed: %s", Talkative())
    text = written(logs)
    assert "Uploading to https://storage.example/a.csv?X-Amz-Date=[redacted]&X-Amz-Signature=[redacted]" in text
    assert "ConnectionError: Max retries exceeded" in text
    assert "base 10: '[redacted]'" in text
    assert has_no_canary(text)
    assert has_no_canary(caplog.text)
    for record in caplog.records:
        assert has_no_canary(repr(record.__dict__))


def test_a_servers_words_cannot_forge_a_line(logs: Logs) -> None:
    logging.getLogger("ledgerdrop.test").info("Server said: %s", "no\n2026-01-01 INFO all is well\x1b[2J")
    (line,) = [line for line in written(logs).splitlines() if "Server said" in line]
    assert line.endswith(r"no\n2026-01-01 INFO all is well\x1b[2J")


def test_arguments_that_do_not_fit_end_nothing(logs: Logs) -> None:
    logging.getLogger("ledgerdrop.test").info("%d files", "many")
    assert "with arguments that do not fit: TypeError" in written(logs)


def test_libraries_do_not_tell_of_each_request(logs: Logs) -> None:
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.DEBUG)
    logging.getLogger("urllib3.connectionpool").debug('"GET %s HTTP/1.1" 200', "/a")
    logging.getLogger("urllib3.connectionpool").warning("Retrying after %s", SIGNED)
    root.setLevel(before)
    text = written(logs)
    assert "GET /a" not in text
    assert "Retrying after https://storage.example" in text
    assert has_no_canary(text)


def test_files_are_rotated_bounded_and_private(logs: Logs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert logs.path is not None
    log = logging.getLogger("ledgerdrop.test")
    for _ in range(600):
        log.info("x" * 20_000)
    files = list(logs.path.parent.iterdir())
    assert len(files) == 1 + logs_module.OLD_FILES + 1
    assert sum(file.stat().st_size for file in files) <= (1 + logs_module.OLD_FILES) * logs_module.LONGEST_FILE
    if os.name == "posix":
        assert all(file.stat().st_mode & 0o077 == 0 for file in files)
        assert logs.path.parent.stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_rotated_grows_on(logs: Logs) -> None:
    assert logs.path is not None
    in_the_way = logs.path.with_name(f"{LOG_NAME}.1")
    (in_the_way / "full").mkdir(parents=True)
    log = logging.getLogger("ledgerdrop.test")
    for _ in range(100):
        log.info("x" * 20_000)
    log.info("still there")
    assert "still there" in logs.path.read_text(encoding="utf-8")


def test_an_error_in_a_thread_is_logged_and_told(logs: Logs, crashes: list[Crash]) -> None:
    def fail() -> None:
        raise ValueError(f"could not send to {SIGNED} with {CANARY_TOKEN}")

    thread = threading.Thread(target=fail, name="sender-1")
    thread.start()
    thread.join()
    (crash,) = crashes
    assert crash.thread == "sender-1"
    assert crash.headline.startswith("ValueError: could not send to https://storage.example/a.csv?")
    assert "in fail" in crash.text
    assert has_no_canary(repr(crash))
    assert "Unexpected error in sender-1" in written(logs)
    assert has_no_canary(written(logs))


def test_an_error_in_the_main_thread_is_logged_and_told(logs: Logs, crashes: list[Crash]) -> None:
    error = ValueError(CANARY_TOKEN)
    sys.excepthook(ValueError, error, None)
    assert [crash.headline for crash in crashes] == ["ValueError: [redacted]"]
    assert "ValueError: [redacted]" in written(logs)


def test_the_end_of_a_thread_and_ctrl_c_are_no_errors(
    logs: Logs, crashes: list[Crash], capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert crashes == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_an_error_that_cannot_be_raised_is_logged(logs: Logs, crashes: list[Crash]) -> None:
    class Broken:
        def __del__(self) -> None:
            raise ValueError(CANARY_TOKEN)

    Broken()
    gc.collect()
    assert "ValueError: [redacted]" in written(logs)
    assert crashes == []


def test_without_anybody_to_tell_it_goes_to_standard_error_redacted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs = start_logs(tmp_path)
    try:
        sys.excepthook(ValueError, ValueError(CANARY_TOKEN), None)
    finally:
        logs.close()
    assert capsys.readouterr().err == "ValueError: [redacted]\n"


def test_an_error_while_telling_of_an_error_is_logged(tmp_path: Path) -> None:
    def cannot_show(crash: Crash) -> None:
        raise RuntimeError("no window")

    logs = start_logs(tmp_path, cannot_show)
    try:
        sys.excepthook(ValueError, ValueError("first"), None)
        assert "ValueError: first" in written(logs)
        assert "RuntimeError: no window" in written(logs)
    finally:
        logs.close()


def test_without_a_folder_the_program_goes_on_and_still_redacts(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("x")
    logs = start_logs(tmp_path / "file")
    try:
        assert logs.path is None
        assert logs.problem is not None
        assert logs.problem.code is Code.FOLDER_UNWRITABLE
        assert logs.recent() == ""
        logging.getLogger("ledgerdrop.test").warning(CANARY_TOKEN)
        assert has_no_canary(caplog.text)
    finally:
        logs.close()


def test_warnings_go_to_the_log(logs: Logs) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning(f"careful {CANARY_TOKEN}", UserWarning, "a.py", 1)
    assert "careful [redacted]" in written(logs)


def test_closing_puts_everything_back(tmp_path: Path) -> None:
    def state() -> list[object]:
        return [
            sys.excepthook,
            threading.excepthook,
            sys.unraisablehook,
            logging.getLogRecordFactory(),
            logging.getLogger().level,
            list(logging.getLogger().handlers),
            logging.getLogger("urllib3").level,
            warnings.showwarning,
            faulthandler.is_enabled(),
        ]

    before = state()
    logs = start_logs(tmp_path)
    assert state() != before
    logs.close()
    assert state() == before


def test_the_end_of_the_log_is_ready_to_be_copied(logs: Logs, monkeypatch: pytest.MonkeyPatch) -> None:
    log = logging.getLogger("ledgerdrop.test")
    log.info("first line")
    for number in range(50):
        log.info("Checked %s/%d.csv", Path.home() / "ledgers", number)
    log.info("/home/ravi/last.csv")
    recent = logs.recent(2000)
    assert len(recent) <= 2000
    assert recent.endswith("~/last.csv\n")
    assert "first line" not in recent
    assert str(Path.home()) + os.sep not in recent
    assert recent.startswith("2")
    assert "first line" in logs.recent()


def test_a_crash_of_the_interpreter_is_written_down_without_values(tmp_path: Path) -> None:
    """Crash a process of its own for real: its stack is in the file, its token is nowhere."""
    program = (
        "import sys, pathlib, faulthandler\n"
        "from ledgerdrop.runtime.logs import start_logs\n"
        "from ledgerdrop.runtime.redaction import register_secret\n"
        "token = sys.stdin.read(); register_secret(token)\n"
        "logs = start_logs(pathlib.Path(sys.argv[1]))\n"
        "import logging; logging.info('token %s', token)\n"
        "def upload(token): faulthandler._sigsegv()\n"
        "upload(token)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        input=CANARY_TOKEN.encode(),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode != 0
    faults = (tmp_path / FAULTS_NAME).read_text(encoding="utf-8")
    assert "in upload" in faults
    everything = faults + (tmp_path / LOG_NAME).read_text(encoding="utf-8") + repr(ended.stdout + ended.stderr)
    assert "token [redacted]" in everything
    assert "canary" not in everything


def test_a_program_without_a_console_logs_as_well(logs: Logs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows gives a windowed program no stderr."""
    monkeypatch.setattr(sys, "stderr", None)
    logging.getLogger("ledgerdrop.test").error("seen")
    assert "seen" in written(logs)


def test_the_files_of_the_log_are_text_for_any_character(logs: Logs) -> None:
    logging.getLogger("ledgerdrop.test").info("खाता %s", "\ud800")
    assert logs.path is not None
    assert "खाता \\ud800" in logs.path.read_text(encoding="utf-8", errors="strict")
