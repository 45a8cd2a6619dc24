"""Make LedgerDrop.app in a disk image, for the processor that this runs on."""

from __future__ import annotations

import os
import platform
import sys
import sysconfig
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import dmgbuild

import frozen
import pins
import product
from calls import Failed, quietly
from machine import Native
from macos import signing


def make() -> None:
    """Freeze, sign, try, wrap, notarize, and try what is in the image.

    Raises:
        Failed: something is not as it should be.
    """
    machine = Native()
    label = f"macos-{platform.machine()}"
    site_packages = Path(sysconfig.get_path("purelib"))
    made, parts = frozen.prepare(machine, Path(sys.executable), site_packages, label, pins.shipped())
    with signing.identity() as name, tempfile.TemporaryDirectory() as scratch:
        # PyInstaller signs every library and the program, from the inside out, with the hardened runtime.
        os.environ["LEDGERDROP_CODESIGN_IDENTITY"] = name or ""
        app = frozen.freeze(machine, Path(sys.executable), made).with_suffix(".app")
        quietly("codesign", "--verify", "--deep", "--strict", app)
        frozen.account_for(app / "Contents" / "Frameworks", parts, label)
        frozen.try_out(machine, app, f"Contents/MacOS/{product.NAME}", Path(scratch), "--platform", "offscreen")
        image = frozen.PACKAGES / f"{product.NAME}-{product.version()}-{label}{'' if name else '-unsigned'}.dmg"
        _wrap(app, made, image)
        if name:
            quietly("codesign", "--sign", name, "--timestamp", image)
            signing.notarize(image)
        _try_image(machine, image, Path(scratch) / "mounted")
    print(f"  {frozen.size(app):.0f} MB, image {image.stat().st_size / 1e6:.1f} MB", flush=True)


def _wrap(app: Path, made: Path, image: Path) -> None:
    """Make a disk image that shows the program beside the folder to drag it to."""
    dmgbuild.build_dmg(
        str(image),
        product.NAME,
        settings={
            "files": [str(app)],
            "symlinks": {"Applications": "/Applications"},
            "icon": str(made / "ledgerdrop.icns"),
            "icon_locations": {app.name: (150, 160), "Applications": (390, 160)},
            "window_rect": ((200, 200), (540, 360)),
            "icon_size": 96,
            "format": "ULMO",
        },
    )


def _try_image(machine: Native, image: Path, place: Path) -> None:
    place.mkdir()
    quietly("hdiutil", "attach", image, "-mountpoint", place, "-nobrowse", "-readonly")
    try:
        program = place / f"{product.NAME}.app" / "Contents" / "MacOS" / product.NAME
        frozen.self_test(machine, program, "--platform", "offscreen")
    finally:
        _detach(place)


def _detach(place: Path) -> None:
    """Unmount the image; Spotlight may still be looking at it for a few seconds."""
    for pause in (1, 2, 4, 8):
        with suppress(Failed):
            quietly("hdiutil", "detach", place)
            return
        time.sleep(pause)
    quietly("hdiutil", "detach", "-force", place)
