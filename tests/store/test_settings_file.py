from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.ingestion import IngestionOptions
from ledgerdrop.model.problems import Code
from ledgerdrop.model.settings import FolderRule, Policy, ProxyChoice, ProxyMode, Settings, SortBy, Theme
from ledgerdrop.runtime.atomic_file import locked
from ledgerdrop.runtime.redaction import redact
from ledgerdrop.store import settings_file as settings_module
from ledgerdrop.store.settings_file import FILE_NAME, LOCK_NAME, LONGEST, Changed, Loaded, change, load, save

FIRST = Account("1", "Sharma टेक्सटाइल्स", Environment.SANDBOX, "https://api-sandbox.clear.in", "a" * 36)
SECOND = Account("2", "Own", Environment.CUSTOM, "https://api.example", "b" * 36, send_at_once=True, colour="#3366cc")
FULL = Settings(
    accounts=(FIRST, SECOND),
    current_id="2",
    uploads_at_once=8,
    language="hi",
    theme=Theme.DARK,
    proxy=ProxyChoice(ProxyMode.MANUAL, "http://proxy.example:8080"),
    recent_folders=("/data/ledgers",),
    name_width=222,
    sort_by=SortBy.STATUS,
    descending=True,
    ask_for_updates=False,
    declined_version="1.4.0",
    chosen=frozenset({"language", "proxy"}),
    preset_ids={"head office": "2"},
    folders={"/data/Sharma": FolderRule("1", IngestionOptions("TDSV2_PR", "tds")), "/data/Own": FolderRule("2")},
    declined_folders=("/data/others",),
)


def put(folder: Path, content: object) -> Path:
    path = folder / FILE_NAME
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    assert save(folder, FULL) is None
    assert load(folder) == Loaded(FULL)


def test_names_in_the_file_are_never_changed(tmp_path: Path) -> None:
    assert save(tmp_path, FULL) is None
    form = json.loads((tmp_path / FILE_NAME).read_text())
    assert set(form) == {
        "version", "accounts", "current_account", "jobs", "language", "theme", "proxy", "recent_folders",
        "proxy_sign_ins", "placement", "name_width", "sort_by", "descending", "ask_for_updates", "declined_version",
        "chosen", "presets", "folder_accounts", "folder_options", "declined_folders",
    }  # fmt: skip
    assert form["folder_accounts"] == {"/data/Sharma": "1", "/data/Own": "2"}
    assert form["folder_options"] == {"/data/Sharma": {"template": "TDSV2_PR", "file_type": "tds"}}


def test_without_a_file_all_is_at_its_default(tmp_path: Path) -> None:
    assert load(tmp_path) == Loaded(Settings())


def test_what_a_later_version_added_is_kept(tmp_path: Path) -> None:
    put(tmp_path, {"version": 1, "accounts": [], "sounds": {"done": "bell"}})
    loaded = load(tmp_path)
    assert loaded.problem is None
    assert save(tmp_path, replace(loaded.settings, uploads_at_once=2)) is None
    assert json.loads((tmp_path / FILE_NAME).read_text())["sounds"] == {"done": "bell"}


def test_a_preference_of_the_wrong_kind_falls_back(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "version": 1,
            "jobs": "many",
            "language": 7,
            "theme": "pink",
            "proxy": {"mode": []},
            "recent_folders": [1, "a"],
            "folder_accounts": {"/a": 1, "/b": "of nobody"},
            "declined_folders": "all",
            "sort_by": "colour",
            "descending": "yes",
            "ask_for_updates": "no",
            "declined_version": 2,
            "chosen": {"language": 1},
            "presets": {"head office": "an account that is not there", "branch": ["x"]},
        },
    )
    assert load(tmp_path) == Loaded(Settings(recent_folders=("a",)))


@pytest.mark.parametrize(("value", "count"), [(0, 1), (17, 16), (10**30, 16), (True, 4), (2.5, 4), (3, 3)])
def test_uploads_at_once_stay_within_bounds(tmp_path: Path, value: object, count: int) -> None:
    put(tmp_path, {"version": 1, "jobs": value})
    assert load(tmp_path).settings.uploads_at_once == count


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe{}",
        b"[]",
        b"null",
        b"[" * 100_000,
        b"1" * 5000,
        b" " * (LONGEST + 1),
        {},
        {"version": "1"},
    ],
    ids=["empty", "cut", "not-utf8", "list", "null", "deep", "long-number", "long", "no-version", "odd-version"],
)
def test_a_damaged_file_is_put_aside_and_said(tmp_path: Path, content: object) -> None:
    before = put(tmp_path, content).read_bytes()
    changed = change(tmp_path, lambda settings: replace(settings, uploads_at_once=2))
    assert changed.written
    assert load(tmp_path) == Loaded(Settings(uploads_at_once=2))
    assert changed.problem is not None
    assert changed.problem.code is Code.SETTINGS_DAMAGED
    aside = Path(changed.problem.params["path"])
    assert aside.read_bytes() == before
    assert str(aside) in changed.problem.advice


def test_damaged_files_of_the_same_second_do_not_replace_each_other(tmp_path: Path) -> None:
    for number in range(5):
        put(tmp_path, b"{" * (number + 1))
        change(tmp_path, lambda settings: settings)
    asides = list(tmp_path.glob("settings-damaged-*"))
    assert {path.read_bytes() for path in asides} == {b"{" * (number + 1) for number in range(5)}


@pytest.mark.parametrize(
    "content", [b"", b"{", b" " * (LONGEST + 1), {"version": 2}, {"version": 1, "accounts": ["x"]}]
)
def test_who_only_reads_leaves_the_file_as_it_is(tmp_path: Path, content: object) -> None:
    before = put(tmp_path, content).read_bytes()
    for _ in range(2):
        problem = load(tmp_path).problem
        assert problem is not None
        assert problem.params["path"] == str(tmp_path / FILE_NAME)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_of_a_newer_version_is_left_alone_and_said(tmp_path: Path) -> None:
    before = put(tmp_path, {"version": 2, "accounts": "elsewhere"}).read_bytes()
    changed = change(tmp_path, lambda settings: replace(settings, uploads_at_once=2))
    assert not changed.written
    for problem in (changed.problem, load(tmp_path).problem):
        assert problem is not None
        assert problem.code is Code.SETTINGS_NEWER
    assert load(tmp_path).settings == Settings()
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_accounts_that_can_be_read_are_used_and_written_back_and_the_others_put_aside(tmp_path: Path) -> None:
    assert save(tmp_path, FULL) is None
    form = json.loads((tmp_path / FILE_NAME).read_text())
    form["accounts"] += [form["accounts"][0], "x", {"id": "3"}, {**form["accounts"][0], "id": "4", "name": 4}]
    before = put(tmp_path, form).read_bytes()
    for _ in range(2):
        loaded = load(tmp_path)
        assert loaded.settings == FULL
        assert loaded.problem is not None
        assert loaded.problem.code is Code.SETTINGS_DAMAGED
    changed = change(tmp_path, lambda settings: replace(settings, uploads_at_once=2))
    assert changed.problem is not None
    assert Path(changed.problem.params["path"]).read_bytes() == before
    assert load(tmp_path) == Loaded(replace(FULL, uploads_at_once=2))


def test_a_change_is_made_to_what_is_there_now(tmp_path: Path) -> None:
    """Many writers at once, each a process's worth of its own: no change is lost."""
    with ThreadPoolExecutor(8) as pool:
        for number in range(40):
            pool.submit(change, tmp_path, lambda own, n=number: own.with_account(replace(FIRST, id=f"{n:032x}")))  # type: ignore[misc]
    assert len(load(tmp_path).settings.accounts) == 40


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    assert save(tmp_path, FULL) is None
    before = (tmp_path / FILE_NAME).stat()
    assert change(tmp_path, lambda settings: settings) == Changed(FULL, written=True)
    after = (tmp_path / FILE_NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_writer_that_hangs_is_not_waited_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_module, "LOCK_SECONDS", 0.1)
    assert save(tmp_path, FULL) is None
    with locked(tmp_path / LOCK_NAME, 1.0):
        changed = change(tmp_path, lambda settings: replace(settings, uploads_at_once=2))
    assert changed.problem is not None
    assert changed.problem.code is Code.FOLDER_UNWRITABLE
    assert load(tmp_path).settings == FULL


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(list(json.loads('{"id":0,"name":0,"url":0}'))), inner)
        ),
    ),
    st.sampled_from(
        [
            *("accounts", "current_account", "jobs", "language", "theme", "proxy", "recent_folders", "other"),
            *("ask_for_updates", "declined_version", "chosen", "presets"),
        ]
    ),
)
def test_no_value_anywhere_is_a_bug(tmp_path_factory: pytest.TempPathFactory, value: object, name: str) -> None:
    folder = tmp_path_factory.mktemp("settings")
    put(folder, {"version": 1, name: value})
    assert save(folder, load(folder).settings) is None
    assert load(folder).problem is None


def test_an_environment_of_clear_has_its_own_address_whatever_the_file_says(tmp_path: Path) -> None:
    save(tmp_path, Settings((replace(FIRST, base_url="https://evil.example"),)))
    assert load(tmp_path).settings.accounts == (FIRST,)


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    problem = save(tmp_path / "file", FULL)
    assert problem is not None
    assert problem.code is Code.FOLDER_UNWRITABLE


def test_a_file_that_cannot_be_opened_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    loaded = load(tmp_path)
    assert loaded.problem is not None
    assert loaded.problem.code is Code.SETTINGS_UNREADABLE
    assert (tmp_path / FILE_NAME).is_dir()


def test_what_it_keeps_in_its_hands_is_never_written(tmp_path: Path) -> None:
    policy = Policy(frozenset({"proxy"}), {"1": frozenset({"name"})}, "https://it.example.com/")
    save(tmp_path, replace(FULL, policy=policy))
    assert load(tmp_path) == Loaded(FULL)
    assert "it.example.com" not in (tmp_path / FILE_NAME).read_text(encoding="utf-8")


def test_integration_ids_become_known_to_redaction(tmp_path: Path) -> None:
    one, other = "0a1b2c3d-0000-4000-8000-00000000aaaa", "0a1b2c3d-0000-4000-8000-00000000bbbb"
    assert one in redact(one)
    save(tmp_path, Settings((replace(FIRST, integration_id=one),)))
    assert redact(one) == "****aaaa"
    form = json.loads((tmp_path / FILE_NAME).read_text())
    form["accounts"][0]["integration_id"] = other
    put(tmp_path, form)
    load(tmp_path)
    assert redact(other) == "****bbbb"


def test_accounts_are_added_changed_chosen_and_removed() -> None:
    settings = Settings().with_account(FIRST).with_account(SECOND)
    assert settings.current == FIRST
    renamed = replace(FIRST, name="Sharma & Sons")
    assert settings.with_account(renamed).accounts == (renamed, SECOND)
    assert settings.using("2").current == SECOND
    assert settings.using("unknown") == settings
    assert settings.without_account("1").current == SECOND
    assert settings.using("2").without_account("1").current == SECOND
    assert settings.without_account("1").without_account("2") == Settings()


def test_a_folder_has_one_account_until_that_is_removed() -> None:
    settings = Settings().with_account(FIRST).with_account(SECOND)
    known = settings.with_folder_account("/books/Sharma", "1").with_folder_account("/books/Sharma", "2")
    assert known.folders == {"/books/Sharma": FolderRule("2")}
    assert settings.with_folder_account("/books", "unknown") == settings
    owner = known.folder_rules().owner(Path("/books/Sharma/April/a.csv"))
    assert owner is not None
    assert owner.account == SECOND
    assert known.folder_rules().owner(Path("/books/Sharma 2/a.csv")) is None
    assert known.without_folder_account("/books/Sharma") == settings
    assert known.without_account("2").folders == {}


def test_recent_folders_are_few_and_the_latest_comes_first() -> None:
    settings = Settings()
    for number in [*range(20), 15]:
        settings = settings.with_recent_folder(f"/{number}")
    assert settings.recent_folders[:3] == ("/15", "/19", "/18")
    assert len(settings.recent_folders) == 10


@pytest.mark.skipif(os.name != "posix", reason="Windows has access lists instead of modes")
def test_no_other_user_can_read_it(tmp_path: Path) -> None:
    save(tmp_path / "settings", FULL)
    assert (tmp_path / "settings").stat().st_mode & 0o077 == 0
    assert (tmp_path / "settings" / FILE_NAME).stat().st_mode & 0o077 == 0
