"""Take pictures of the states of the window: `take.py DIR [--only WORD] [--look LOOK ...]`.

A look is `LANGUAGE-SCHEME-SCALE`. English is taken light and dark, at 100 % and 200 %; the other languages, and the
pseudo-language that is 60 % longer, light at 100 %: what a language changes (lengths, scripts, direction) does not
depend on colour and scale. No display is needed. Each look runs in a process of its own, two at a time, since Qt
reads the scale once, when it starts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]
PSEUDO = "pseudo"
LANGUAGES = ("en", "hi", "ar", PSEUDO)
LOOKS = (
    "en-light-100",
    "en-dark-100",
    "en-light-200",
    "en-dark-200",
    "hi-light-100",
    "ar-light-100",
    f"{PSEUDO}-light-100",
)


def main(argv: list[str]) -> int:
    """Write `STATE-LOOK.png` into the folder; 0 when all pictures were taken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="states whose names hold this word")
    parser.add_argument("--look", action="append", help=f"such as ar-dark-200; all of these by default: {LOOKS}")
    wanted = parser.parse_args(argv)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    if os.environ.get("LEDGERDROP_LOOK"):
        return _take(wanted.folder, wanted.only, *os.environ["LEDGERDROP_LOOK"].split("-")[:2])
    with ThreadPoolExecutor(2) as pool:
        return max(pool.map(lambda look: _in_process_of_its_own(argv, look), wanted.look or LOOKS))


def _in_process_of_its_own(argv: list[str], look: str) -> int:
    environment = {
        **os.environ,
        "LEDGERDROP_LOOK": look,
        "QT_SCALE_FACTOR": str(int(look.split("-")[2]) / 100),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "gui"), str(ROOT))),
        "TZ": "UTC",
    }
    return subprocess.run([sys.executable, __file__, *argv], env=environment, check=False).returncode


def _take(folder: Path, only: str, wanted_language: str, scheme: str) -> int:
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QFont, QIcon
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from tests.screens.dialogs import EVERYTHING, to_look_at
    from tests.screens.states import LOOK
    from tests.translations.pseudo import speak_pseudo

    from ledgerdrop.services.settings import Theme
    from ledgerdrop.window import language, stylesheet

    app = QApplication([])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))
    app.setWindowIcon(QIcon(str(ROOT / "resources" / "icons" / "ledgerdrop.svg")))
    app.setFont(QFont(["Noto Sans", "DejaVu Sans"], 10))
    code = "en" if wanted_language == PSEUDO else wanted_language
    if language.speak(app, ROOT / "resources" / "translations", code) != code:
        return 1
    _longer = speak_pseudo() if wanted_language == PSEUDO else None
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
        if not picture.save(str(folder / f"{name}-{os.environ['LEDGERDROP_LOOK']}.png")):
            return 1
        staged.window._stopped = True
        staged.window.close()
        staged.window.deleteLater()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
