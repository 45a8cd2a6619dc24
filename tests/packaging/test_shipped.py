"""Test which packages a platform gets, and what is said of them."""

from __future__ import annotations

import json
import shutil
import sysconfig
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import ledgerdrop
import pins
import product
import shipped

VERSIONS = dict.fromkeys(("qt", "python", "openssl", "sqlite", "pyinstaller", "libmagic", "icu"), "1.2.3")


def test_the_version_is_that_of_the_package() -> None:
    assert product.version() == ledgerdrop.__version__


def test_windows_gets_its_own_packages_wherever_it_is_built() -> None:
    names = {pin.name for pin in pins.locked("freeze.txt", pins.WINDOWS)}
    assert {"pywin32-ctypes", "pefile", "pyinstaller", "pyside6-essentials"} <= names
    assert not {"jeepney", "secretstorage", "dmgbuild"} & names


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_every_platform_gets_the_libmagic_that_brings_its_library(system: str) -> None:
    names = {pin.name for pin in pins.shipped({**pins.WINDOWS, "sys_platform": system})}
    assert "python-magic-standalone" in names
    assert "python-magic" not in names
    assert not {"pyinstaller", "setuptools"} & names


def test_a_line_that_is_no_pin_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.txt").write_text("requests>=2\n")
    monkeypatch.setattr(pins, "LOCKS", tmp_path)
    with pytest.raises(ValueError, match="requests>=2"):
        pins.locked("odd.txt")


def parts(system: str) -> list[shipped.Part]:
    # Of the environment of the tests: what is not the same there as in the program cannot be asked about here.
    pinned = [pin for pin in pins.shipped() if pin.name != "python-magic-standalone"]
    return shipped.parts(Path(sysconfig.get_path("purelib")), VERSIONS, system, pinned)


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_the_bill_of_materials_keeps_to_its_schema(system: str) -> None:
    bill = shipped.bill_of_materials(parts(system), system)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    names = {component["name"] for component in json.loads(bill)["components"]}
    assert {"Qt", "libmagic", "OpenSSL", "CPython", "SQLite", "requests"} <= names
    assert bill == shipped.bill_of_materials(parts(system), system)


def test_the_bill_of_materials_tells_what_a_wheel_has_compiled_in() -> None:
    bill = json.loads(shipped.bill_of_materials(parts("linux"), "linux"))
    inside = {part["name"]: part["components"] for part in bill["components"] if "components" in part}
    assert "calamine" in {part["name"] for part in inside["python-calamine"]}


def test_what_nobody_answers_for_is_found(tmp_path: Path) -> None:
    for name in ("libfresh.so.1", "PySide6/QtCore.abi3.so", "libssl.so.3", "ledgerdrop/data/help/en.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "libQt6Core.so.6").symlink_to("PySide6/QtCore.abi3.so")
    assert shipped.unnamed(tmp_path, parts("linux")) == [tmp_path / "libfresh.so.1"]


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="asks dpkg")
def test_a_library_of_debian_is_told_by_its_package() -> None:
    (part,) = shipped.of_debian([Path("/usr/lib/libz.so.1")])
    assert (part.name, part.files) == ("zlib1g", ("libz.so.1",))
    assert part.purl.startswith("pkg:deb/debian/zlib1g@1%3A")
    assert "Mark Adler" in part.text


def test_the_notices_hold_everybodys_licence() -> None:
    text = shipped.notices(parts("win32"))
    for sentence in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "Ian F. Darwin",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
        "Apache License",
        "The LedgerDrop authors",
        "Microsoft Visual C++",
    ):
        assert sentence in text
    assert "Microsoft Visual C++" not in shipped.notices(parts("linux"))
