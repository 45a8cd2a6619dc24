"""Freeze the program into a folder with PyInstaller, and try what came out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import icons
import pins
import product
import shipped
from calls import Failed
from machine import Machine, run

BUILD: Final = product.ROOT / "build"
PACKAGES: Final = BUILD / "packages"
USER: Final = "Jürgen मार्च"  # neither half of it is in the other's code page, and it has a space
_FREEZING: Final = 1800.0  # seconds
_KEYRINGS: Final = {"win32": "Credential Manager", "darwin": "eychain", "linux": ""}
# What is planted must be a library that loads, else an attempt to load it would go unnoticed.
_ANOTHER_LIBRARY: Final = {"win32": "libffi-*.dll", "darwin": "libssl*.dylib", "linux": "libz.so.1"}
_ASK: Final = (
    "import json, pathlib, platform, sqlite3, ssl, magic, PyInstaller, PySide6.QtCore;"
    "icu = next(pathlib.Path(PySide6.__path__[0]).glob('Qt/lib/libicuuc.so.*'), None);"  # on Linux
    "print(json.dumps({'python': platform.python_version(), 'openssl': ssl.OPENSSL_VERSION.split()[1],"
    "'icu': icu and icu.suffix[1:],"
    "'sqlite': sqlite3.sqlite_version, 'pyinstaller': PyInstaller.__version__,"
    "'qt': PySide6.QtCore.qVersion(), 'libmagic': f'{magic.version() // 100}.{magic.version() % 100:02}'}))"
)


def prepare(
    machine: Machine, python: Path, site_packages: Path, label: str, locked: list[pins.Pin]
) -> tuple[Path, list[shipped.Part]]:
    """Make what the recipe (app.spec) asks for. Returns the folder for the recipe, and what will be in the program.

    `python` is the interpreter that freezes, on `machine`; `label` names the platform in file names.
    """
    made = BUILD / label / "made"
    shutil.rmtree(BUILD / label, ignore_errors=True)
    made.mkdir(parents=True)
    PACKAGES.mkdir(exist_ok=True)
    icons.draw(made)
    versions: dict[str, str] = json.loads(run(machine, python, "-c", _ASK))
    parts = shipped.parts(site_packages, versions, machine.system, locked)
    shipped.write_licences(made / "licences", parts)
    return made, parts


def account_for(libraries: Path, parts: list[shipped.Part], label: str) -> None:
    """Write the bill of materials; see that it names all that lies in the program's folder of libraries.

    Raises:
        Failed: there is a library that no part answers for.
    """
    name = f"{product.NAME}-{product.version()}-{label}.cdx.json"
    (PACKAGES / name).write_text(shipped.bill_of_materials(parts, label), encoding="utf-8")
    if found := [str(path.relative_to(libraries)) for path in shipped.unnamed(libraries, parts)]:
        told = f"the bill of materials lacks {', '.join(found)}"
        if label.startswith("linux"):  # elsewhere a release does not end by it
            raise Failed(told)
        print(f"  {told}", flush=True)


def freeze(machine: Machine, python: Path, made: Path) -> Path:
    """Run PyInstaller. Returns the folder with the program in it."""
    place = made.parent
    run(
        machine, python, "-P", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN",
        "--distpath", place / "dist", "--workpath", place / "work", product.PACKAGING / "app.spec", "--", made,
        environment={"PYINSTALLER_CONFIG_DIR": place / "pyinstaller"}, seconds=_FREEZING,
    )  # fmt: skip
    return place / "dist" / product.NAME


def self_test(
    machine: Machine,
    program: Path,
    *words: str,
    environment: Mapping[str, str | Path] | None = None,
    cwd: Path | None = None,
) -> dict[str, Any]:
    """Run the frozen program's own test, and see that what it found lies inside the bundle.

    Raises:
        Failed: something does not work, or comes from elsewhere.
    """
    said = run(machine, program, "self-test", "--json", *words, environment=environment, cwd=cwd)
    report: dict[str, Any] = json.loads(said)
    bundle = program.resolve().parent
    if bundle.name == "MacOS":
        bundle = bundle.parents[1]  # LedgerDrop.app
    places = {
        "libmagic": report["libmagic"]["library"],
        "libmagic's database": report["libmagic"]["database"],
        "Qt": report["qt"]["path"],
        "resources": report["program"]["resources"],
    }
    outside = {name: place for name, place in places.items() if not _lies_in(machine.local(place), bundle)}
    if outside:
        raise Failed(f"not from inside {bundle}: {outside}")
    if not report["program"]["frozen"] or report["program"]["version"] != product.version():
        raise Failed(f"another program answered: {report['program']}")
    if _KEYRINGS[machine.system] not in report["keyring"]["place"]:
        raise Failed(f"not the keyring of this platform: {report['keyring']}")
    return report


def _lies_in(path: Path, folder: Path) -> bool:
    # Windows' names have no case, and programs there spell them as they like.
    return Path(str(path.resolve()).lower()).is_relative_to(str(folder.resolve()).lower())


def try_out(machine: Machine, folder: Path, name: str, home: Path, *words: str) -> None:
    """Run the self-test as users meet the program: odd user name, read-only folder, a strange library lying about.

    `folder` holds the program `name`; `home` is an empty folder for users' homes.
    """
    self_test(machine, folder / name, *words)
    print("  self-test: ok", flush=True)
    user = home / USER
    # Under its own name: the bootloader looks for its libraries in `Contents/Frameworks` only below a name that ends
    # in .app (PyInstaller 6.22, pyi_main.c).
    installed = user / "Programs" / folder.name
    shutil.copytree(folder, installed, symlinks=True)
    before = _listing(installed)
    _close(installed)
    try:
        planted = user / "Downloads"
        planted.mkdir()
        another = next(installed.rglob(_ANOTHER_LIBRARY[machine.system]))
        for library in ("libmagic.dll", "libmagic-1.dll", "libmagic.so.1", "libmagic.dylib", "magic1.dll"):
            shutil.copyfile(another, planted / library)
        self_test(machine, installed / name, *words, environment=_environment(machine, user), cwd=planted)
    finally:
        _open(installed)
    if _listing(installed) != before:
        raise Failed("the program wrote into its own folder")
    print(f"  self-test by {USER}, from a read-only folder, among planted libraries: ok", flush=True)
    shutil.rmtree(user)


def _environment(machine: Machine, user: Path) -> dict[str, str | Path]:
    scratch = user / "scratch"
    scratch.mkdir()
    if machine.system == "win32":
        folders = {"LOCALAPPDATA": user / "AppData" / "Local", "APPDATA": user / "AppData" / "Roaming"}
        return {"USERNAME": USER, "USERPROFILE": user, **folders, "TEMP": scratch, "TMP": scratch}
    # XDG_* would lead past the home folder.
    return {"HOME": user, "USER": USER, "TMPDIR": scratch, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""}


def _listing(folder: Path) -> dict[str, tuple[int, int]]:
    found = {path: path.lstat() for path in folder.rglob("*") if not path.is_dir()}
    return {str(path.relative_to(folder)): (stat.st_size, stat.st_mtime_ns) for path, stat in found.items()}


def _close(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)


def _open(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o200)


def size(folder: Path) -> float:
    """Return the megabytes (10**6 bytes) of all files."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6
