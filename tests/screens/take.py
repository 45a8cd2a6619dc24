"""Take pictures of the states of the window: `dev.py screenshots FOLDER [--only WORD] [--look LOOK ...]`.

A look is `LANGUAGE-SCHEME-SCALE`, and may end with `-TEXT`, the size of text in per cent. Every language is taken
light and dark, at 100 % and 200 %; high contrast, the scale of 300 %, texts of double size and the pseudo-language
that is 60 % longer, in one look each. What facts.py finds wrong with a picture is said, and is a failure. No display
is needed. Each look runs in a process of its own, two at a time, since Qt reads the scale once, when it starts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCREEN = (1366, 768)  # the smallest that is still common, in device-independent pixels
PSEUDO = "pseudo"
LANGUAGES = ("en", "hi", "ar")
LOOKS = (
    *(f"{code}-{scheme}-{scale}" for code in LANGUAGES for scheme in ("light", "dark") for scale in (100, 200)),
    f"{PSEUDO}-light-100",
    "en-contrast-100",
    "en-light-300",
    *(f"{code}-light-100-200" for code in LANGUAGES),
)


def main(argv: list[str]) -> int:
    """Write `STATE-LOOK.png` into the folder; 0 when all pictures were taken, and nothing is wrong with them."""
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="states whose names hold this word")
    parser.add_argument("--look", action="append", help=f"such as ar-dark-200; all of these by default: {LOOKS}")
    wanted = parser.parse_args(argv)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    if look := os.environ.get("LEDGERDROP_LOOK"):
        return _take(wanted.folder, wanted.only, look)
    with ThreadPoolExecutor(2) as pool:
        return max(pool.map(lambda look: _in_process_of_its_own(argv, look), wanted.look or LOOKS))


def _in_process_of_its_own(argv: list[str], look: str) -> int:
    scale = int(look.split("-")[2]) / 100
    with tempfile.TemporaryDirectory() as scratch:
        screen = Path(scratch) / "screen.json"
        width, height = (round(side * scale) for side in SCREEN)
        screen.write_text(json.dumps({"screens": [{"name": "laptop", "width": width, "height": height}]}))
        environment = {
            **os.environ,
            "LEDGERDROP_LOOK": look,
            "QT_SCALE_FACTOR": str(scale),
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_LOGGING_RULES": "*=false",  # this platform says of much that it cannot do it
            "PYTHONPATH": os.pathsep.join((str(ROOT / "gui"), str(ROOT))),
            "TZ": "UTC",
        }
        return subprocess.run([sys.executable, __file__, *argv], env=environment, check=False).returncode


def _take(folder: Path, only: str, look: str) -> int:
    from PySide6.QtCore import QCoreApplication, QEvent, QLocale
    from PySide6.QtGui import QFont, QIcon
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from tests.screens.dialogs import EVERYTHING, to_look_at
    from tests.screens.facts import faults
    from tests.screens.states import LOOK
    from tests.translations.pseudo import speak_pseudo

    from ledgerdrop.model.settings import Theme
    from ledgerdrop.ui.text import language
    from ledgerdrop.ui.theme import stylesheet

    wanted_language, scheme, _scale, text_size = [*look.split("-"), "100"][:4]
    app = QApplication([])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))
    app.setWindowIcon(QIcon(str(ROOT / "resources" / "icons" / "ledgerdrop.svg")))
    app.setFont(QFont(["Noto Sans", "DejaVu Sans"], int(text_size) // 10))
    code = "en" if wanted_language == PSEUDO else wanted_language
    if language.speak(app, ROOT / "resources" / "translations", code) != code:
        return 1
    _longer = speak_pseudo() if wanted_language == PSEUDO else None
    LOOK["theme"] = Theme(scheme)
    stylesheet.apply_theme(app, scheme)
    found = []
    for name, (make, size) in EVERYTHING.items():
        if only not in name:
            continue
        staged = make()
        staged.window.resize(size)
        staged.window.show()
        for _ in range(3):
            QTest.qWait(1)
        looked_at = to_look_at(staged)
        found += [f"{name}-{look}: {fault}" for fault in faults(looked_at)]
        if not looked_at.grab().save(str(folder / f"{name}-{look}.png")):
            return 1
        staged.window.stop_and_close()
        staged.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else it is dressed with the next
    print(*found, sep="\n", end="\n" if found else "", flush=True)  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
