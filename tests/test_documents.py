"""Test that the documents name files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_names_exists(document: Path) -> None:
    names = re.findall(r"`([\w./-]+/[\w.-]+\.(?:py|md|toml|txt))`", document.read_text(encoding="utf-8"))
    places = (ROOT, ROOT / "gui" / "ledgerdrop")
    assert [name for name in names if not any((place / name).is_file() for place in places)] == []


def test_the_architecture_names_every_package() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    packages = {path.parent.name for path in (ROOT / "gui" / "ledgerdrop").glob("*/__init__.py")}
    assert packages
    assert [package for package in sorted(packages) if not re.search(rf"\b{package}\b", text)] == []


def test_the_glossary_names_classes_that_exist() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "gui").rglob("*.py"))
    names = set(re.findall(r"`([A-Z][a-zA-Z]+)`", text))
    assert names
    assert [name for name in sorted(names) if not re.search(rf"(class {name}\b|^    {name} = )", sources)] == []
