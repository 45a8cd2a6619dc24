"""Make the catalogues of `resources/translations` from the sources.

lupdate finds what the window says. It cannot see the texts of the rooms without Qt, which the window translates when
it shows them, nor those of `formatting.plural`: they are listed for it in a file that exists only meanwhile.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from ledgerdrop.model.inspection import NoteKind, Unreadable
from ledgerdrop.model.problems import Code
from ledgerdrop.store.receipt_export import ENGLISH

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "gui" / "ledgerdrop"
FOLDER = ROOT / "resources" / "translations"
TRANSLATED = ("hi", "ar")  # English has its plurals only: everything else is English in the sources
LANGUAGES = ("en", *TRANSLATED)
_TOOLS = Path(PySide6.__file__).parent
_SUFFIX = ".exe" if sys.platform == "win32" else ""

# What a file is, and what is wrong with a token or an account: the parameter `what` of a problem, by the place of the
# text among the arguments of what is called.
_SAID_AS_WHAT = {"Format": 1, "another": 1, "wrapper": 1, "_bad": 0, "_wrong": 0, "_unusable": 1}


@dataclass(frozen=True, slots=True)
class Message:
    """Holds one text of a catalogue. `forms` are its translations: one, or one for each plural form."""

    context: str
    source: str
    comment: str
    counts: bool
    finished: bool
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """Return what the program asks for."""
        return self.context, self.source, self.comment, self.counts


def read(catalogue: Path) -> list[Message]:
    """Return all texts of a `.ts` file (Qt Linguist manual, "TS file format")."""
    found = []
    for context in ElementTree.parse(catalogue).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            counts = message.get("numerus") == "yes"
            forms = (
                [form.text or "" for form in translation.iter("numerusform")] if counts else [translation.text or ""]
            )
            found.append(
                Message(
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    message.findtext("comment") or "",
                    counts,
                    translation.get("type") is None,
                    tuple(forms),
                )
            )
    return found


def problem_texts() -> list[str]:
    """Return the texts of the rooms without Qt, each once, in the order of the sources."""
    found = [text for code in Code for text in (code.value.headline, code.value.advice)]
    for room in ("clear_api", "content", "files", "model", "net", "runtime", "store", "system"):
        for module in sorted((SOURCES / room).glob("*.py")):
            found += _whats(ast.parse(module.read_text(encoding="utf-8")))
    return list(dict.fromkeys(found))


def note_texts() -> list[str]:
    """Return what is said of the inside of files, each once."""
    return list(dict.fromkeys(kind.value for enumeration in (NoteKind, Unreadable) for kind in enumeration))


def plural_texts() -> list[str]:
    """Return the texts that are given to `formatting.plural`, each once."""
    modules = (ast.parse(module.read_text(encoding="utf-8")) for module in sorted((SOURCES / "ui").rglob("*.py")))
    calls = (node for module in modules for node in ast.walk(module) if isinstance(node, ast.Call))
    return list(dict.fromkeys(ast.literal_eval(call.args[0]) for call in calls if ast.unparse(call.func) == "plural"))


def _whats(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        texts: list[ast.expr | None] = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SAID_AS_WHAT:
            texts = [*node.args[_SAID_AS_WHAT[node.func.id] :][:1]]
        elif isinstance(node, ast.Dict):
            texts = [value for key, value in zip(node.keys, node.values, strict=True) if _is_what(key)]
        elif isinstance(node, ast.FunctionDef) and isinstance(node.returns, ast.BinOp):
            # A function that returns a value, or in words what is wrong with it.
            if ast.unparse(node.returns).endswith(" | str"):
                texts = [inner.value for inner in ast.walk(node) if isinstance(inner, ast.Return)]
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_READERS":
            texts = [inner.elts[0] for inner in ast.walk(node) if isinstance(inner, ast.Tuple)]
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_BY_FAMILY":
            texts = [*node.value.values] if isinstance(node.value, ast.Dict) else []
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "_BY_FAMILY.get":
            texts = [*node.args[1:]]
        for text in texts:
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value


def _is_what(key: ast.expr | None) -> bool:
    return isinstance(key, ast.Constant) and key.value == "what"


def update(language: str, folder: Path) -> Path:
    """Bring the `.ts` file of that language in the folder up to date with the sources; translations are kept."""
    catalogue = folder / f"{language}.ts"
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    options += ["-pluralonly"] if language not in TRANSLATED else []
    window = sorted((SOURCES / "ui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as temporary:
        file_table = Path(temporary) / "problems.cpp"
        listed = {"Problem": problem_texts(), "Note": note_texts(), "Receipt": ENGLISH}
        said = [("QT_TRANSLATE_NOOP", context, text) for context, texts in listed.items() for text in texts]
        said += [("QT_TRANSLATE_N_NOOP", "Plurals", text) for text in plural_texts()]
        lines = (f'{mark}("{context}", {json.dumps(text, ensure_ascii=False)}),' for mark, context, text in said)
        file_table.write_text("const char *texts[] = {\n" + "\n".join(lines) + "\n};\n", encoding="utf-8")
        _run("lupdate", *options, SOURCES / "app.py", *window, file_table, "-ts", catalogue)
    return catalogue


def compile_(catalogue: Path, target: Path) -> None:
    """Write the `.qm` file that the program loads, in one step: one that runs now has the old file in its memory."""
    fresh = target.with_suffix(".new")
    _run("lrelease", catalogue, "-qm", fresh)
    fresh.replace(target)


def _run(tool: str, *words: str | Path) -> None:
    command = [str(_TOOLS / f"{tool}{_SUFFIX}"), *(str(word) for word in words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
