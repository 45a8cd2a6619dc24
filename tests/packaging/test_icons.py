"""Test the icon's containers, read back by Qt, which knows nothing of how we write them."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImageReader

from product import PACKAGING


def draw(folder: Path) -> None:
    """Draw in a process of its own, since drawing ends Qt's application there."""
    folder.mkdir()
    program = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[1]); import icons; icons.draw(pathlib.Path(sys.argv[2]))"
    )
    subprocess.run([sys.executable, "-c", program, PACKAGING, folder], check=True)


def test_every_platform_gets_its_icon_the_same_each_time(tmp_path: Path) -> None:
    draw(tmp_path / "first")
    draw(tmp_path / "second")
    first, second = (
        {path.name: hashlib.sha256(path.read_bytes()).digest() for path in (tmp_path / name).iterdir()}
        for name in ("first", "second")
    )
    assert first == second
    reader = QImageReader(str(tmp_path / "first" / "ledgerdrop.ico"))
    assert reader.imageCount() == 9
    sizes = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        image = reader.read()
        assert not image.isNull()
        assert image.pixelColor(image.rect().center()).alpha() == 255
        sizes.append(image.width())
    assert sizes == [16, 20, 24, 32, 40, 48, 64, 128, 256]
    apple = (tmp_path / "first" / "ledgerdrop.icns").read_bytes()
    assert apple[:4] == b"icns"
    assert int.from_bytes(apple[4:8], "big") == len(apple)
