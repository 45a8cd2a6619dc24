"""Look at states of the window on a small screen: `small_screen.py WIDTH HEIGHT PERCENT [NAME ...]`.

A process of its own, since Qt reads screen and scale once. It prints what does not fit, a line each. The window is as
it is at the first start; 40 of the screen's pixels at 100 % are the system's bar.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main(width: int, height: int, percent: int, names: list[str]) -> int:
    """Print the faults of these states; of all of them where none is named."""
    scale = percent / 100
    with tempfile.NamedTemporaryFile("w", suffix=".json") as screen:
        json.dump({"screens": [{"name": "s", "width": width, "height": height - round(40 * scale)}]}, screen)
        screen.flush()
        os.environ.update(QT_QPA_PLATFORM=f"offscreen:configfile={screen.name}", QT_SCALE_FACTOR=str(scale))
        os.environ["QT_LOGGING_RULES"] = "*=false"
        sys.path[:0] = [str(ROOT / "gui"), str(ROOT)]
        from PySide6.QtWidgets import QApplication
        from tests.screens.dialogs import EVERYTHING

        from ledgerdrop import resources
        from ledgerdrop.ui.text import language
        from ledgerdrop.ui.theme import stylesheet

        app = QApplication([])
        language.speak(app, resources.path("translations"), "en")
        stylesheet.apply_theme(app, "light")
        for name in names or [name for name in EVERYTHING if name != "long_list"]:
            sys.stdout.writelines(f"{name}: {fault}\n" for fault in _faults(name))
    return 0


def _faults(name: str) -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent, QPoint
    from PySide6.QtTest import QTest
    from tests.screens.dialogs import EVERYTHING, to_look_at
    from tests.screens.facts import describe, is_cut, shown

    scene = EVERYTHING[name][0]()
    scene.window.show()
    for _ in range(3):
        QTest.qWait(1)
    looked_at = to_look_at(scene)
    available = looked_at.screen().availableGeometry()
    found = []
    for window in {scene.window, looked_at}:
        if window.frameGeometry().size().boundedTo(available.size()) != window.frameGeometry().size():
            found.append(f"{type(window).__name__} is {window.width()}x{window.height()}")
        found += [f"cut: {describe(part)}" for part in shown(window) if is_cut(part)]
    send = scene.window.footer.send
    if send.isVisible() and not scene.window.rect().contains(send.mapTo(scene.window, send.rect().bottomRight())):
        found.append(f"Send at {send.mapTo(scene.window, QPoint())} in {scene.window.size()}")
    scene.window.stop_and_close()
    scene.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return found


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]))
