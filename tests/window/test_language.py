"""The catalogues hold what the sources say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtWidgets import QApplication

from ledgerdrop.window import language

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "en.ts"
TOOLS = Path(PySide6.__file__).parent
SUFFIX = ".exe" if sys.platform == "win32" else ""


def plurals(catalogue: Path) -> dict[str, list[str | None]]:
    """The forms of every text that counts something."""
    messages = ElementTree.parse(catalogue).iter("message")  # noqa: S314 - our own file
    return {
        f"{message.findtext('source')}": [form.text for form in message.iter("numerusform")]
        for message in messages
        if message.get("numerus") == "yes"
    }


def test_the_english_catalogue_has_every_plural_of_the_sources(tmp_path: Path) -> None:
    sources = sorted(str(path) for path in (ROOT / "gui" / "ledgerdrop" / "window").glob("*.py"))
    fresh = tmp_path / "en.ts"
    call = [str(TOOLS / f"lupdate{SUFFIX}"), "-locations", "none", "-pluralonly", "-source-language", "en"]
    subprocess.run([*call, "-target-language", "en", *sources, "-ts", str(fresh)], check=True, capture_output=True)
    kept = plurals(CATALOGUE)
    assert set(kept) == set(plurals(fresh))
    for source, forms in kept.items():
        assert len(forms) == 2, source
        assert all(form and "(s)" not in form and "%Ln" in form for form in forms), source


def test_the_compiled_catalogue_is_of_today(tmp_path: Path) -> None:
    fresh = tmp_path / "en.qm"
    subprocess.run([TOOLS / f"lrelease{SUFFIX}", CATALOGUE, "-qm", fresh], check=True, capture_output=True)
    assert fresh.read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("wanted", ["en", "xx"])
def test_a_language_without_a_catalogue_is_english(qapp: QApplication, wanted: str) -> None:
    assert language.speak(qapp, CATALOGUE.parent, wanted) == "en"
