"""Make what Windows users get: a folder, an installer for one user (NSIS), and one for IT departments (MSI)."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Final

import frozen
import pins
import product
from calls import Failed, quietly
from windows import installed, signing, wine
from windows.real import RealWindows
from windows.resource import version_resource

LABEL: Final = "windows-x64"
_LARGEST_INSTALLER: Final = 27.0  # MB
_LARGEST_FOLDER: Final = 100.0
_SOURCES: Final = product.PACKAGING / "windows"


def make() -> None:
    """Freeze, sign, make both installers, and try all of it as users and administrators do.

    Raises:
        Failed: something is not as it should be, or Wine is missing and this is CI.
    """
    if sys.platform == "win32":
        make_on(RealWindows())
        return
    if lacking := wine.missing():
        if "CI" in os.environ:
            raise Failed(f"the Windows program cannot be made and tried here without {', '.join(lacking)}")
        print(f"SKIPPED: the Windows program, since this machine lacks {', '.join(lacking)}", flush=True)
        return
    with wine.windows() as machine:
        make_on(machine)


def make_on(machine: installed.Windows) -> None:
    """Make and try everything on one machine: Windows itself, or Wine."""
    made, parts = frozen.prepare(machine, machine.python, machine.site_packages, LABEL, pins.shipped(machine.markers))
    for name in (product.NAME, product.CONSOLE):
        (made / f"{name}-version.txt").write_text(version_resource(name), encoding="utf-8")
    folder = frozen.freeze(machine, machine.python, made)
    frozen.account_for(folder / "_internal", parts, LABEL)
    signing.sign(folder)
    with tempfile.TemporaryDirectory() as scratch:
        frozen.try_out(machine, folder, f"{product.CONSOLE}.exe", Path(scratch))
        setup = nsis(folder, made)
        msi, newer = (
            msi_of(folder, made, version, place)
            for version, place in ((product.version(), frozen.PACKAGES), (_next(product.version()), Path(scratch)))
        )
        _weigh(folder, setup, msi)
        installed.try_setup(machine, setup, Path(scratch) / "ledgers")
        installed.try_msi(machine, msi, newer, setup)


def nsis(folder: Path, made: Path) -> Path:
    """Make the installer for one user."""
    target = frozen.PACKAGES / f"{product.NAME}-{product.version()}-{LABEL}{_signed()}-setup.exe"
    names = {
        "NAME": product.NAME,
        "CONSOLE": product.CONSOLE,
        "VERSION": product.version(),
        "PUBLISHER": product.PUBLISHER,
        "COPYRIGHT": product.COPYRIGHT,
        "DESCRIPTION": product.DESCRIPTION,
        "ICON": made / "ledgerdrop.ico",
        "PICTURE": made / "setup.bmp",
        "SOURCE": folder,
        "OUT": target,
        # Debian brings 64-bit stubs, the only ones that Wine runs here; NSIS's own distribution has 32-bit ones.
        "TARGET": "x86-unicode" if sys.platform == "win32" else "amd64-unicode",
    }
    script = (_SOURCES / "installer.nsi").read_text(encoding="utf-8")
    if os.sep == "/":
        script = script.replace(r"${SOURCE}\*", "${SOURCE}/*")
    copy = made / "installer.nsi"
    copy.write_text(script, encoding="utf-8")
    if signing.wanted():
        names["SIGN"] = signing.command()
    quietly(
        _makensis(), "-V2", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in names.items()), copy
    )
    signing.sign(target)
    return target


def msi_of(folder: Path, made: Path, version: str, target: Path) -> Path:
    """Make the installer for all users of a computer: by wixl, or on Windows by WiX 3, which reads the same."""
    msi = target / f"{product.NAME}-{version}-{LABEL}{_signed()}.msi"
    # wixl finds files only by relative paths, so all of this happens beside the program's folder.
    here = folder.parent
    recipe, listing = _SOURCES / "installer.wxs", made / "files.wxs"
    names = {
        "NAME": product.NAME,
        "VERSION": version,
        "PUBLISHER": product.PUBLISHER,
        "UPGRADE_CODE": product.UPGRADE_CODE,
        "ICON": os.path.relpath(made / "ledgerdrop.ico", here),
        "SOURCE": folder.name,
        "Win64": "yes",
    }
    if sys.platform == "win32":
        words = ["-cg", "Files", "-dr", "INSTALLDIR", "-var", "var.SOURCE", "-srd", "-ag", "-sfrag", "-sreg", "-scom"]
        quietly(_wix("heat"), "dir", folder, *words, "-out", listing)
        defines = [f"-d{name}={value}" for name, value in names.items()]
        quietly(_wix("candle"), "-arch", "x64", *defines, "-out", f"{made}\\", recipe, listing, cwd=here)
        quietly(_wix("light"), "-out", msi, made / "installer.wixobj", made / "files.wixobj", cwd=here)
    else:
        files = "\n".join(sorted(str(path.relative_to(here)) for path in folder.rglob("*") if path.is_file()))
        words = ["--directory-ref", "INSTALLDIR", "--component-group", "Files", "--var", "var.SOURCE", "--win64"]
        listing.write_text(
            quietly("wixl-heat", "-p", f"{folder.name}/", *words, text=files, cwd=here), encoding="utf-8"
        )
        defines = [word for name, value in names.items() for word in ("-D", f"{name}={value}")]
        copy = made / "installer.wxs"
        copy.write_text(
            re.sub(r"<!-- {{.*?}} -->", "", recipe.read_text(encoding="utf-8"), flags=re.DOTALL), encoding="utf-8"
        )
        quietly("wixl", "-a", "x64", *defines, "-o", msi, copy, listing, cwd=here)
    signing.sign(msi)
    return msi


def _makensis() -> str:
    """Find makensis: on Windows its installer does not put it where programs are looked for."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    return str(usual) if usual.is_file() else "makensis"


def _wix(tool: str) -> Path:
    return Path(os.environ["WIX"]) / "bin" / f"{tool}.exe"


def _weigh(folder: Path, setup: Path, msi: Path) -> None:
    sizes = [frozen.size(folder), setup.stat().st_size / 1e6, msi.stat().st_size / 1e6]
    print("  {:.1f} MB, installer {:.1f} MB, MSI {:.1f} MB".format(*sizes), flush=True)
    if sizes[0] > _LARGEST_FOLDER or sizes[1] > _LARGEST_INSTALLER:
        raise Failed(f"too large: at most {_LARGEST_FOLDER:g} MB installed, {_LARGEST_INSTALLER:g} MB to download")


def _signed() -> str:
    """Return what an unsigned file is called in addition, so that nobody takes it for what we answer for."""
    return "" if signing.wanted() else "-unsigned"


def _next(version: str) -> str:
    major, minor, patch = map(int, version.split("."))
    return f"{major}.{minor}.{patch + 1}"
