"""Take a picture of every state of the window: `take.py DIR [--only WORD]`.

Light and dark, at 100 % and 200 %; no display is needed. Each scale runs in a process of its own, since Qt reads it
once, when it starts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCALES = (100, 200)
SCHEMES = ("light", "dark")


def main(argv: list[str]) -> int:
    """Write `STATE-SCHEME-SCALE.png` into the folder; 0 when all pictures were taken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="states whose names hold this word")
    parser.add_argument("--scale", type=int, choices=SCALES)
    parser.add_argument("--scheme", choices=SCHEMES)
    wanted = parser.parse_args(argv)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    scales = (wanted.scale,) if wanted.scale else SCALES
    if os.environ.get("LEDGERDROP_SCALE") is None:
        return max(_in_process_of_its_own(argv, scale) for scale in scales)
    return _take(wanted.folder, wanted.only, (wanted.scheme,) if wanted.scheme else SCHEMES)


def _in_process_of_its_own(argv: list[str], scale: int) -> int:
    environment = {
        **os.environ,
        "LEDGERDROP_SCALE": str(scale),
        "QT_SCALE_FACTOR": str(scale / 100),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "gui"), str(ROOT))),
        "TZ": "UTC",
    }
    return subprocess.run([sys.executable, __file__, *argv], env=environment, check=False).returncode


def _take(folder: Path, only: str, schemes: tuple[str, ...]) -> int:
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QFont, QIcon
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from tests.screens.dialogs import EVERYTHING, to_look_at
    from tests.screens.states import LOOK

    from ledgerdrop.services.settings import Theme
    from ledgerdrop.window import language, stylesheet

    app = QApplication([])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))
    app.setWindowIcon(QIcon(str(ROOT / "resources" / "icons" / "ledgerdrop.svg")))
    app.setFont(QFont(["Noto Sans", "DejaVu Sans"], 10))
    language.speak(app, ROOT / "resources" / "translations", "en")
    for scheme in schemes:
        LOOK["theme"] = Theme(scheme)
        stylesheet.dress(app, scheme)
        for name, (make, size) in EVERYTHING.items():
            if only not in name:
                continue
            staged = make()
            staged.window.resize(size)
            staged.window.show()
            for _ in range(3):
                QTest.qWait(1)
            picture = to_look_at(staged).grab()
            if not picture.save(str(folder / f"{name}-{scheme}-{os.environ['LEDGERDROP_SCALE']}.png")):
                return 1
            staged.window._stopped = True
            staged.window.close()
            staged.window.deleteLater()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
