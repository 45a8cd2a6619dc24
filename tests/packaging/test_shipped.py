"""Which packages a platform gets, and what is told of them."""

from __future__ import annotations

import json
import sysconfig
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import ledgerdrop
import pins
import product
import shipped

VERSIONS = dict.fromkeys(("qt", "python", "openssl", "sqlite", "pyinstaller", "libmagic"), "1.2.3")  # fmt: skip


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
