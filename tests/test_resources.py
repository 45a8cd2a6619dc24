"""Test that resources are found in a checkout, in an installed wheel, and where a frozen program has them."""

import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from ledgerdrop import resources

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("icons/ledgerdrop.svg", "samples/purchase-register-april.csv")


def test_in_a_checkout_they_are_the_folder_that_is_edited() -> None:
    assert [resources.path(name) for name in NAMES] == [ROOT / "resources" / name for name in NAMES]


def test_folders_are_found_too() -> None:
    assert resources.path("samples") == ROOT / "resources" / "samples"


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such\.svg"):
        resources.path("icons/no-such.svg")


def python(*words: str | Path) -> str:
    """Return what this Python prints when it is called so, from the project's root."""
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_installed_wheel_brings_them_all(tmp_path: Path) -> None:
    python("-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    target = tmp_path / "installed"
    python("-m", "pip", "install", "--no-index", "--no-deps", "--target", target, wheel)
    # -S keeps out the checkout, which this Python has installed in place.
    program = f"import sys; sys.path.insert(0, {str(target)!r}); import ledgerdrop.resources as r; print(r.path('.'))"
    found = Path(python("-I", "-S", "-c", program).strip())
    assert found == target / "ledgerdrop" / "data"
    source = ROOT / "resources"
    expected = {path.relative_to(source): path.read_bytes() for path in source.rglob("*") if path.is_file()}
    assert {path.relative_to(found): path.read_bytes() for path in found.rglob("*") if path.is_file()} == expected


def loaded_as(file: Path) -> Callable[[str], Path]:
    """Return `resources.path` of the module as if it had been loaded from that file, which need not exist."""
    module = types.ModuleType("ledgerdrop.resources")
    module.__file__ = str(file)
    source = Path(resources.__file__).read_text(encoding="utf-8")
    exec(compile(source, resources.__file__, "exec"), vars(module))  # noqa: S102 - our own module
    found: Callable[[str], Path] = module.path
    return found


def test_a_frozen_program_has_them_beside_its_modules(tmp_path: Path) -> None:
    # PyInstaller keeps modules in an archive; their __file__ names a file below sys._MEIPASS that does not exist.
    icon = tmp_path / "ledgerdrop" / "data" / "icons" / "ledgerdrop.svg"
    icon.parent.mkdir(parents=True)
    icon.write_text("<svg/>")
    path = loaded_as(tmp_path / "ledgerdrop" / "resources.pyc")
    assert path("icons/ledgerdrop.svg") == icon.resolve()


def test_an_installation_without_them_says_so(tmp_path: Path) -> None:
    path = loaded_as(tmp_path / "ledgerdrop" / "resources.py")
    with pytest.raises(FileNotFoundError):
        path("icons/ledgerdrop.svg")
