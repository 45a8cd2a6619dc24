"""Test what a name alone tells: downloads under way, shortcuts, marks, parts, and extensions nobody can see."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest
from tests.content.made import CSV, in_a_word, verdict_of, verdict_on, xlsx, zipped

from ledgerdrop.files.dropped_file import examine, find_files, read_target, target_of
from ledgerdrop.model.problems import Problem
from ledgerdrop.runtime.cancel import CancelToken

HEADER = bytes.fromhex("4c0000000114020000000000c000000000000046")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ledger.csv.part", "unfinished_download"),
        ("ledger.xlsx.crdownload", "unfinished_download"),
        ("Unconfirmed 123456.CRDOWNLOAD", "unfinished_download"),
        ("ledger.zip.opdownload", "unfinished_download"),
        ("ledger.csv.filepart", "unfinished_download"),
        ("~$ledger.xlsx", "lock_file"),
        ("ledger.xlsx.lnk", "shortcut"),
        ("GST portal.url", "shortcut"),
        (".ledger.xlsx.icloud", "online_only"),
        ("ledger.csv.001", "one_part"),
        ("ledger.zip.002", "one_part"),
        ("ledger.csv.117", "one_part"),
        ("ledger.z01", "one_part"),
    ],
)
@pytest.mark.parametrize("data", [CSV, b""], ids=["csv", "empty"])
def test_a_name_tells(tmp_path: Path, name: str, code: str, data: bytes) -> None:
    problem = verdict_on(data, name, tmp_path)
    assert in_a_word(problem) == f"reject {code}"
    assert isinstance(problem, Problem)
    assert "better_name" not in problem.params
    assert "..." not in problem.headline + problem.advice


def test_a_number_that_is_no_part_is_only_a_wrong_name(tmp_path: Path) -> None:
    assert in_a_word(verdict_on(CSV, "ledger 2026.117", tmp_path)) == "reject wrong_extension"


def test_a_folder_under_way_is_told_as_well(tmp_path: Path) -> None:
    folder = tmp_path / "ledger.csv.download"
    folder.mkdir()
    problem = examine(folder)
    assert isinstance(problem, Problem)
    assert problem.code.slug == "unfinished_download"


def test_a_folder_may_be_called_like_a_part(tmp_path: Path) -> None:
    folder = tmp_path / "ledgers.csv.001"
    folder.mkdir()
    problem = examine(folder)
    assert isinstance(problem, Problem)
    assert problem.code.slug == "folder"


def test_a_file_kept_online_only_is_not_skipped_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / ".ledger.xlsx.icloud").write_bytes(b"bplist00")
    found = find_files([tmp_path], CancelToken())
    assert [path.name for path in found.files] == [".ledger.xlsx.icloud"]


@pytest.mark.parametrize("ending", [".csv\u200b", ".csv\u00a0", ".CSV\u202c", ".c\u200bsv", ".csv\ufeff", ".csv "])
def test_an_ending_with_something_invisible_behind_it(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "dropped"
    path.write_bytes(CSV)
    problem = verdict_of(path, "ledger" + ending)
    assert isinstance(problem, Problem)
    assert problem.code.slug == "invisible_ending"
    assert problem.params["better_name"].lower() == "ledger.csv"
    assert in_a_word(verdict_of(path, problem.params["better_name"])) == "accept"


def test_behind_an_invisible_ending_the_content_counts(tmp_path: Path) -> None:
    path = tmp_path / "dropped"
    path.write_bytes(xlsx())
    problem = verdict_of(path, "ledger.csv\u200b")
    assert isinstance(problem, Problem)
    assert problem.code.slug == "name_differs"
    assert problem.params["better_name"] == "ledger.xlsx"
    path.write_bytes(zipped({"META-INF/MANIFEST.MF": b""}))
    assert in_a_word(verdict_of(path, "ledger.zip\u200b")) == "reject invisible_ending"


@pytest.mark.parametrize(
    "folder", ["7zO4C1D2E3F", "Rar$DIa1234.56789", "Temp1_ledgers.zip", "wz3f2a", ".fr-Ab12Cd", "ark-Ab12Cd"]
)
def test_a_file_that_left_an_archive_window(tmp_path: Path, folder: str) -> None:
    problem = examine(tmp_path / folder / "april" / "ledger.csv")
    assert isinstance(problem, Problem)
    assert problem.code.slug == "left_archive"
    assert in_a_word(verdict_of(tmp_path / "ledger.csv")) == "reject missing"


def test_a_share_that_is_not_connected_any_more(tmp_path: Path) -> None:
    problem = examine(tmp_path / "gvfs" / "smb-share:server=nas,share=x" / "ledger.csv")
    assert isinstance(problem, Problem)
    assert problem.code.slug == "share_not_connected"


def shortcut(*, local: str = "", share: str = "", rest: str = "", wide: bool = False) -> bytes:
    """Return a .lnk with a list of items in front ([MS-SHLLINK] 2.1 to 2.3)."""
    id_list = b"\x05\x00abc\x00\x00"
    header_size = 0x24 if wide else 0x1C
    if wide:
        base, end = local.encode("utf-16-le") + b"\0\0", rest.encode("utf-16-le") + b"\0\0"
        offsets = struct.pack("<5I", 1, 0, 0, 0, 0) + struct.pack("<2I", header_size, header_size + len(base))
        data = base + end
    elif local:
        base, end = local.encode("cp1252") + b"\0", rest.encode("cp1252") + b"\0"
        offsets = struct.pack("<5I", 1, 0, header_size, 0, header_size + len(base))
        data = base + end
    else:
        network = struct.pack("<5I", 20 + len(share) + 1, 0, 20, 0, 0) + share.encode("cp1252") + b"\0"
        offsets = struct.pack("<5I", 2, 0, 0, header_size, header_size + len(network))
        data = network + rest.encode("cp1252") + b"\0"
    info = struct.pack("<2I", header_size + len(data), header_size) + offsets + data
    return (HEADER + struct.pack("<I", 3)).ljust(76, b"\0") + struct.pack("<H", len(id_list)) + id_list + info


@pytest.mark.parametrize(
    ("content", "target"),
    [
        (shortcut(local="C:\\Ledgers\\april.xlsx"), "C:\\Ledgers\\april.xlsx"),
        (shortcut(local="C:\\Users\\", rest="april.xlsx"), "C:\\Users\\april.xlsx"),
        (shortcut(local="C:\\बहीखाते\\april.xlsx", wide=True), "C:\\बहीखाते\\april.xlsx"),
        (shortcut(share="\\\\server\\share", rest="x\\april.csv"), "\\\\server\\share\\x\\april.csv"),
        (shortcut(local="C:\\april.xlsx")[:100], None),
        (HEADER.ljust(76, b"\0"), None),  # a printer, for instance
        (CSV, None),
        (b"", None),
    ],
)
def test_what_a_shortcut_points_to(content: bytes, target: str | None) -> None:
    assert read_target(content) == target


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows follows its shortcuts")
def test_a_shortcut_is_followed(tmp_path: Path) -> None:
    ledger = tmp_path / "april.csv"
    ledger.write_bytes(CSV)
    link = tmp_path / "april.csv.lnk"
    link.write_bytes(shortcut(local=str(ledger)))
    assert target_of(link) == ledger
    assert in_a_word(verdict_of(link)) == "accept"


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has paths that are too long")
def test_a_path_of_more_than_260_characters(tmp_path: Path) -> None:
    folder = Path("\\\\?\\" + str(tmp_path.absolute()))
    for _ in range(6):
        folder /= "x" * 50
    folder.mkdir(parents=True)
    (folder / "april.csv").write_bytes(CSV)
    plain = Path(str(folder)[4:]) / "april.csv"
    assert in_a_word(verdict_of(plain)) == "accept"
    assert len(find_files([tmp_path], CancelToken()).files) == 1
