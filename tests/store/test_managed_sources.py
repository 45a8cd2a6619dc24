"""Test presets as IT writes them: a file, the registry, and everything that can be wrong with them."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.settings import ProxyChoice, ProxyMode, Settings
from ledgerdrop.runtime.locations import preset_files
from ledgerdrop.runtime.redaction import redact
from ledgerdrop.store.account_files import LONGEST, export_accounts
from ledgerdrop.store.managed_settings import (
    HIVES,
    KEY,
    ManagedSettings,
    ManagedSettingsFound,
    no_registry,
    parse,
    read_presets,
)

UUID = "6f1c6d3e-5d2f-4d27-9d1a-0f2ad04d8c11"
ACCOUNT = {"name": "Sharma", "environment": "production", "integration_id": UUID, "colour": "#3366cc"}
PROXY = "http://proxy.example:8080"
FULL: dict[str, object] = {
    "accounts": [
        ACCOUNT,
        {"name": "Gulf", "environment": "custom", "base_url": "https://api-sa.example", "key": "g"},
    ],
    "language": "hi",
    "proxy": PROXY,
    "ask_for_updates": True,
    "updates_address": "https://it.example.com/ledgerdrop.json",
    "fixed": ["language", "proxy"],
}
POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has access lists instead of modes")
OFF = (False, frozenset({"ask_for_updates"}))


@pytest.fixture
def put(tmp_path: Path) -> Callable[[object], Path]:
    """Give a function that writes a file of presets, as an administrator would."""

    def write(content: object) -> Path:
        path = tmp_path / "presets.json"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(json.dumps({"form": "ledgerdrop-presets", "version": 1, **dict(content)}), "utf-8")  # type: ignore[call-overload]
        path.chmod(0o644)
        return path

    return write


def read(path: Path) -> ManagedSettingsFound:
    return read_presets([path], no_registry)


def problem_of(found: ManagedSettingsFound) -> Problem:
    (problem,) = found.problems
    return problem


def updates_of(presets: ManagedSettings) -> tuple[bool | None, frozenset[str]]:
    return presets.ask_for_updates, presets.fixed


def test_each_key_is_read(put: Callable[[object], Path]) -> None:
    path = put(FULL)
    found = read(path)
    assert (found.problems, found.places) == ((), (str(path),))
    presets = found.presets
    assert presets.language == "hi"
    assert presets.proxy == ProxyChoice(ProxyMode.MANUAL, PROXY)
    assert presets.ask_for_updates is True
    assert presets.updates_address == "https://it.example.com/ledgerdrop.json"
    assert presets.fixed == {"language", "proxy"}
    assert presets.accounts is not None
    assert [(one.key, one.account.name, one.account.base_url) for one in presets.accounts] == [
        (UUID, "Sharma", "https://api.clear.in"),
        ("g", "Gulf", "https://api-sa.example"),
    ]
    assert redact(UUID) == "****8c11"


def test_without_a_file_nothing_is_preset(tmp_path: Path) -> None:
    assert read(tmp_path / "none.json") == ManagedSettingsFound()
    (tmp_path / "file").write_text("")
    assert read(tmp_path / "file" / "presets.json") == ManagedSettingsFound()


def test_a_file_says_only_what_it_says(put: Callable[[object], Path]) -> None:
    assert read(put({})).presets == ManagedSettings()
    assert read(put({"proxy": "none"})).presets == ManagedSettings(proxy=ProxyChoice(ProxyMode.NONE))
    assert read(put({"proxy": "system", "language": "system"})).presets == ManagedSettings(
        proxy=ProxyChoice(), language=""
    )
    assert read(put({"updates_address": ""})).presets == ManagedSettings(updates_address="")


def test_exported_accounts_can_be_preset(put: Callable[[object], Path]) -> None:
    presets = read(put(FULL)).presets
    exported = json.loads(export_accounts(presets.merge(Settings())))
    again = read(put({"accounts": exported["accounts"]})).presets
    assert again.accounts is not None
    assert [one.account.base_url for one in again.accounts] == ["https://api.clear.in", "https://api-sa.example"]


def test_what_a_file_of_accounts_may_not_say_presets_may_not_say_either(put: Callable[[object], Path]) -> None:
    forbidden = {"id": "p" * 32, "token": "x", "send_at_once": True, "after_upload": {"template": "SALES"}}
    elsewhere = {"base_url": "https://evil.example"}
    (one,) = read(put({"accounts": [{**ACCOUNT, **forbidden, **elsewhere}]})).presets.accounts or ()
    assert one.account.base_url == "https://api.clear.in"
    assert one.account.environment is Environment.PRODUCTION
    assert one.account.id != "p" * 32
    assert not one.account.send_at_once
    assert one.account.after_upload is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_the_tools_of_windows_write_is_read(put: Callable[[object], Path], encoding: str) -> None:
    text = json.dumps({"form": "ledgerdrop-presets", "version": 1, "language": "ar"})
    assert read(put(text.encode(encoding))).presets.language == "ar"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "damaged"),
        (b'{"form": "ledgerdrop-presets", "version": 1, ', "damaged"),
        (b"\xff\xff", "damaged"),
        (b"[]", "damaged"),
        (b"[" * 100_000, "damaged"),
        (b"1" * 5000, "damaged"),
        (b'{"form": "ledgerdrop-accounts", "version": 1, "accounts": []}', "damaged"),
        (b" " * (4 * LONGEST + 1), "damaged"),
        (b'{"form": "ledgerdrop-presets"}', "which format version"),
        (b'{"form": "ledgerdrop-presets", "version": true}', "which format version"),
        (b'{"form": "ledgerdrop-presets", "version": 2, "language": "hi"}', "a newer version of LedgerDrop"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_and_nobody_is_asked_for_updates(
    put: Callable[[object], Path], content: bytes, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = put(content)
    found = read(path)
    problem = problem_of(found)
    assert problem.code is Code.PRESETS_UNUSABLE
    assert words in problem.advice
    assert str(path) in problem.advice
    assert found.presets == ManagedSettings(ask_for_updates=False, fixed=frozenset({"ask_for_updates"}))
    assert words in caplog.text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accounts", {}),
        ("accounts", "Sharma"),
        ("accounts", [ACCOUNT] * 1001),
        ("language", 7),
        ("language", "xx"),
        ("language", "../en"),
        ("language", "HI"),
        ("proxy", 8080),
        ("proxy", {"mode": "none"}),
        ("proxy", "socks5://proxy.example"),
        ("proxy", "http://ravi:secret@proxy.example:8080"),
    ],
)
def test_a_setting_that_is_wrong_is_named_and_the_others_are_used(
    put: Callable[[object], Path], name: str, value: object
) -> None:
    found = read(put({**FULL, name: value}))
    problem = problem_of(found)
    assert problem.code is Code.PRESET_WRONG
    assert problem.params["name"] == name
    assert f"“{name}”" in problem.advice
    assert "secret" not in problem.advice
    assert getattr(found.presets, name) is None
    assert found.presets.ask_for_updates is True
    assert read(put({**FULL, name: FULL[name]})).problems == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ask_for_updates", "no"),
        ("ask_for_updates", None),
        ("ask_for_updates", 2),
        ("updates_address", "http://it.example.com/x.json"),
        ("updates_address", "http://127.0.0.1/x.json"),
        ("updates_address", "https://user@it.example.com/"),
        ("updates_address", 1),
        ("fixed", ["everything"]),
        ("fixed", [["language"]]),
        ("fixed", "all"),
        ("fixed", 1),
    ],
)
def test_nobody_is_asked_for_updates_where_it_is_not_clear_whether_it_wants_that(
    put: Callable[[object], Path], name: str, value: object
) -> None:
    found = read(put({**FULL, name: value}))
    assert problem_of(found).params["name"] == name
    assert found.presets.ask_for_updates is False
    assert "ask_for_updates" in found.presets.fixed
    assert found.presets.language == "hi"


@pytest.mark.parametrize(
    ("account", "words"),
    [
        ("x", "it isn't an account"),
        ({**ACCOUNT, "name": ""}, "no name"),
        ({**ACCOUNT, "environment": "practice"}, "its environment must be"),
        ({"name": "x", "environment": "custom", "base_url": "http://api.example"}, "must start with https://"),
        ({**ACCOUNT, "integration_id": "1"}, "36 characters"),
        ({**ACCOUNT, "key": 1}, "its key must be"),
        ({**ACCOUNT, "key": "x" * 201}, "its key must be"),
        (ACCOUNT, "it's there twice"),
        ({**ACCOUNT, "integration_id": UUID.upper(), "name": "Other"}, "it's there twice"),
        ({"name": "Sharma", "environment": "production", "key": "another"}, "it's there twice"),
    ],
)
def test_an_account_that_is_wrong_is_numbered_and_the_others_are_used(
    put: Callable[[object], Path], account: object, words: str
) -> None:
    found = read(put({"accounts": [ACCOUNT, account, {"name": "Last", "environment": "sandbox"}]}))
    problem = problem_of(found)
    assert problem.code is Code.PRESET_ACCOUNT_WRONG
    assert "Account 2 in " in problem.advice
    assert words in problem.advice
    assert [one.account.name for one in found.presets.accounts or ()] == ["Sharma", "Last"]


def test_a_name_that_is_not_known_is_noted_in_the_log(
    put: Callable[[object], Path], caplog: pytest.LogCaptureFixture
) -> None:
    found = read(put({"langauge": "hi", "proxy": "none"}))
    assert found.problems == ()
    assert "langauge" in caplog.text


@POSIX
@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_file_that_others_may_change_is_not_used(put: Callable[[object], Path], mode: int) -> None:
    path = put(FULL)
    path.chmod(mode)
    found = read(path)
    assert problem_of(found).code is Code.PRESETS_UNUSABLE
    assert "Someone other than an administrator" in problem_of(found).advice
    assert found.presets.accounts is None
    assert updates_of(found.presets) == OFF
    path.chmod(0o644)
    assert read(path).problems == ()


@POSIX
@pytest.mark.parametrize("mode", [0o775, 0o1777])
def test_a_file_in_a_folder_where_others_may_write_is_not_used(put: Callable[[object], Path], mode: int) -> None:
    path = put(FULL)
    path.parent.chmod(mode)
    assert problem_of(read(path)).code is Code.PRESETS_UNUSABLE
    path.parent.chmod(0o755)
    assert read(path).problems == ()


@POSIX
def test_a_file_of_another_user_is_not_used(put: Callable[[object], Path]) -> None:
    path = put(FULL)
    found = read_presets([path], no_registry, owners=[path.stat().st_uid + 1])
    assert problem_of(found).code is Code.PRESETS_UNUSABLE
    assert found.presets.accounts is None
    assert read_presets([path], no_registry, owners=[path.stat().st_uid]).problems == ()


@POSIX
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "presets.json")
    assert problem_of(read(tmp_path / "presets.json")).code is Code.PRESETS_UNUSABLE
    (tmp_path / "folder").mkdir()
    assert problem_of(read(tmp_path / "folder")).code is Code.PRESETS_UNUSABLE


def test_the_registry_says_the_same_in_its_own_way() -> None:
    values: Mapping[str, object] = {
        "": "the key's default value",
        "Accounts": json.dumps(FULL["accounts"]),
        "Language": "hi",
        "PROXY": PROXY,
        "AskForUpdates": 1,
        "UpdatesAddress": FULL["updates_address"],
        "Fixed": ["Language", "proxy"],
    }
    found = read_presets([], lambda hive: values if hive == HIVES[0] else {})
    assert found.problems == ()
    assert found.places == (f"HKEY_LOCAL_MACHINE\\{KEY}",)
    assert found.presets == parse(FULL, "").presets
    lines = json.dumps(FULL["accounts"], indent=1).splitlines()
    several = {"Accounts": lines, "Fixed": "AskForUpdates", "AskForUpdates": 0}
    again = read_presets([], lambda hive: several if hive == HIVES[1] else {})
    assert again.problems == ()
    assert again.presets.accounts == found.presets.accounts
    assert updates_of(again.presets) == OFF


@pytest.mark.parametrize(
    "values", [{"Accounts": "[{"}, {"Accounts": b"[]"}, {"Language": 1}, {"Proxy": ["a", "b"]}, {"Fixed": [None]}]
)
def test_what_is_wrong_in_the_registry_is_said_with_its_key(values: Mapping[str, object]) -> None:
    problem = problem_of(read_presets([], lambda hive: values if hive == HIVES[0] else {}))
    assert problem.code is Code.PRESET_WRONG
    assert f"HKEY_LOCAL_MACHINE\\{KEY}" in problem.advice


def test_a_registry_that_cannot_be_read_is_said() -> None:
    def refuse(_hive: str) -> Mapping[str, object]:
        raise PermissionError

    found = read_presets([], refuse)
    assert [problem.code for problem in found.problems] == [Code.PRESETS_UNUSABLE] * 2
    assert updates_of(found.presets) == OFF


def test_the_computers_policy_goes_over_the_users_and_both_over_the_file(put: Callable[[object], Path]) -> None:
    hives: dict[str, Mapping[str, object]] = {
        "HKEY_LOCAL_MACHINE": {"Language": "ar"},
        "HKEY_CURRENT_USER": {"Language": "hi", "Proxy": "none", "Fixed": ["Language", "Proxy"]},
    }
    found = read_presets([put(FULL)], hives.__getitem__)
    assert found.presets.language == "ar"
    assert found.presets.proxy == ProxyChoice(ProxyMode.NONE)
    assert found.presets.fixed == {"proxy"}
    assert found.presets.accounts is not None
    assert len(found.places) == 3


def test_the_first_file_goes_over_the_second(put: Callable[[object], Path], tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"form": "ledgerdrop-presets", "version": 1, "language": "ar", "proxy": "none"}')
    presets = read_presets([put({"language": "hi"}), other], no_registry).presets
    assert (presets.language, presets.proxy) == ("hi", ProxyChoice(ProxyMode.NONE))


def test_one_place_that_cannot_be_used_leaves_the_others_alone(put: Callable[[object], Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    found = read_presets([broken, put(FULL)], no_registry)
    assert problem_of(found).code is Code.PRESETS_UNUSABLE
    assert found.presets.language == "hi"
    assert found.presets.ask_for_updates is False


def test_the_example_for_administrators_works(put: Callable[[object], Path]) -> None:
    readme = (Path(__file__).parents[2] / "packaging" / "README.md").read_text(encoding="utf-8")
    example = readme[readme.index('    {\n      "form": "ledgerdrop-presets"') :].split("\n\n")[0]
    found = read(put(example.encode()))
    assert found.problems == ()
    assert found.presets.fixed == {"proxy", "ask_for_updates"}
    assert found.presets.accounts is not None
    assert found.presets.accounts[0].key == "head office"


def test_where_presets_lie(tmp_path: Path) -> None:
    (computer,) = preset_files({"PROGRAMFILES": r"C:\Program Files"})
    expected = {"win32": r"C:\Program Files\LedgerDrop", "darwin": "/Library/Application Support/LedgerDrop"}
    assert computer == Path(expected.get(sys.platform, "/etc/xdg/ledgerdrop")) / "presets.json"
    assert preset_files({"LEDGERDROP_HOME": str(tmp_path)})[1:] == (tmp_path / "presets.json",)


@given(
    st.dictionaries(
        st.sampled_from(list(FULL)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(list(FULL)),
            lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["name", "key", "environment"]), inner),
        ),
    )
)
def test_no_value_anywhere_is_a_bug(form: dict[str, object]) -> None:
    logging.disable()
    try:
        presets = parse(form, "somewhere").presets
    finally:
        logging.disable(logging.NOTSET)
    own = presets.merge(Settings())
    assert presets.merge(own) == own
    presets.apply(own)
