"""Test that all the user reads is translatable: no plain text goes to a widget, and none is put together before."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.translations.catalogues import SOURCES

MODULES = [SOURCES / "app.py", *sorted((SOURCES / "ui").rglob("*.py"))]
SAYS = {
    "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setTitle", "setWindowTitle", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "setInformativeText", "addAction", "addMenu", "addItem",
    "addTab", "menu", "menu_within", "item", "say", "announce", "showMessage", "setNameFilter", "setLabelText",
    "Words", "Elided", "Button", "Tick", "Option", "Choice", "QLabel", "QPushButton", "QCheckBox", "QRadioButton",
    "QAction", "QGroupBox", "QMessageBox", "QFileDialog", "warning", "information", "critical", "question", "put",
    "set_words",
}  # fmt: skip
# The program's name is the same everywhere; the others are addresses and keys.
NOT_TEXTS = re.compile(r"LedgerDrop( — )?|https?://\S*|(Ctrl|Alt|Shift)\+\S+|F\d+")
KINDS = {"primary", "production", "quiet", "tab", "info", "warn", "bad", "good", "muted"}
TRANSLATES = {"tr", "translate", "plural"}


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def plain(argument: ast.expr) -> Iterator[str]:
    """Yield the literals in what is said, those that go through `tr` or `translate` left out."""
    if isinstance(argument, ast.Call) and name_of(argument) in TRANSLATES:
        return
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    if isinstance(argument, ast.Constant | ast.Compare | ast.Subscript | ast.Lambda):
        return
    if isinstance(argument, ast.IfExp):
        yield from plain(argument.body)
        yield from plain(argument.orelse)
        return
    if isinstance(argument, ast.Call):  # what is asked of another function is not said itself, but may be built here
        if name_of(argument) in {"fill", "isolated", "format", "join"}:
            for inner in argument.args[:1]:
                yield from plain(inner)
        return
    for child in ast.iter_child_nodes(argument):
        if isinstance(child, ast.expr):
            yield from plain(child)


def untranslatable(source: str) -> list[str]:
    """Return texts with words that are said as they stand in the source, and templates that are no literals."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        if name_of(node) in SAYS:
            said = [text for argument in node.args for text in plain(argument)]
            words = [text for text in said if re.search(r"[^\W\d_]{2}", text) and text not in KINDS]
            found += [text for text in words if not NOT_TEXTS.fullmatch(text)]
        if name_of(node) in TRANSLATES and isinstance(node.func, ast.Attribute | ast.Name):
            place = 1 if name_of(node) == "translate" else 0
            template = node.args[place] if len(node.args) > place else None
            if isinstance(template, ast.JoinedStr | ast.BinOp):
                found.append(ast.unparse(template))
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_text_is_said_untranslated(module: Path) -> None:
    assert untranslatable(module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_parameters_are_filled_in_by_the_function_that_isolates_them(module: Path) -> None:
    assert "problems import fill" not in module.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('self.send.setText("Send")', ["Send"]),
        ('Words(f"Sent {n} files")', ["Sent ", " files"]),
        ('self.say("Saved" if done else self.tr("Failed"))', ["Saved"]),
        ('Button(self.tr("Send"), "primary")', []),
        ('self.tr(f"Sent {n} files")', ["f'Sent {n} files'"]),
        ('label.setText(plural(f"%Ln {what}", n))', ["f'%Ln {what}'"]),
        ('label.setText(fill("{n} files", values))', ["{n} files"]),
        ('label.setText(fill(self.tr("{n} files"), values))', []),
        ('label.setText(f"{name}  ·  {size}")', []),
        ('self.setWindowTitle("LedgerDrop")', []),
    ],
)
def test_what_is_not_translatable_is_found(source: str, found: list[str]) -> None:
    assert untranslatable(source) == found
