"""Draw the program's icon in the forms that each platform wants, from resources/icons/ledgerdrop.svg.

Both containers hold PNG images as they are: ICO since Windows Vista, ICNS since Mac OS X 10.7.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from product import ROOT

DRAWING: Final = ROOT / "resources" / "icons" / "ledgerdrop.svg"
PNG_SIZES: Final = (48, 128, 256, 512)  # what Linux desktops look for
_ICO_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# Apple's names of the sizes; those of 32, 64, 256, 512 and 1024 are for screens with twice the pixels.
_ICNS_TYPES: Final = {
    b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512, b"ic10": 1024,
}  # fmt: skip


def draw(folder: Path) -> None:
    """Write ledgerdrop.ico, ledgerdrop.icns, ledgerdrop.svg and ledgerdrop-SIZE.png. The same bytes each time."""
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    drawing = QSvgRenderer(QByteArray(DRAWING.read_bytes()))
    if not drawing.isValid():
        raise ValueError(f"{DRAWING} is no drawing that Qt can read")
    images = {size: _png(drawing, size) for size in {*PNG_SIZES, *_ICO_SIZES, *_ICNS_TYPES.values()}}
    (folder / "ledgerdrop.ico").write_bytes(ico({size: images[size] for size in _ICO_SIZES}))
    (folder / "ledgerdrop.icns").write_bytes(icns({name: images[size] for name, size in _ICNS_TYPES.items()}))
    (folder / "ledgerdrop.svg").write_bytes(DRAWING.read_bytes())
    (folder / "setup.bmp").write_bytes(_picture(drawing))
    for size in PNG_SIZES:
        (folder / f"ledgerdrop-{size}.png").write_bytes(images[size])
    application.shutdown()


def _picture(drawing: QSvgRenderer) -> bytes:
    """Return the picture beside the installer's last page, as BMP: the drawing above the middle of a plain ground."""
    image = QImage(164, 314, QImage.Format.Format_RGB888)  # the size that NSIS's Modern UI asks for
    image.fill(QColor("#eef3f8"))
    painter = QPainter(image)
    drawing.render(painter, QRectF(34, 84, 96, 96))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")  # type: ignore[call-overload]  # its stubs know paths only
    return bytes(buffer.data().data())


def ico(images: dict[int, bytes]) -> bytes:
    """Return Windows' container; `images` are PNG by their width in pixels, 256 at most."""
    header = struct.pack("<HHH", 0, 1, len(images))
    place = len(header) + 16 * len(images)
    entries = []
    for size, image in images.items():
        edge = size % 256  # 0 stands for 256
        entries.append(struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(image), place))
        place += len(image)
    return header + b"".join(entries) + b"".join(images.values())


def icns(images: dict[bytes, bytes]) -> bytes:
    """Return Apple's container; `images` are PNG by Apple's name of their size."""
    body = b"".join(name + struct.pack(">I", 8 + len(image)) + image for name, image in images.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def _png(drawing: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stub wants bytes, Qt takes text
        raise ValueError("Qt cannot write PNG")
    return bytes(buffer.data().data())
