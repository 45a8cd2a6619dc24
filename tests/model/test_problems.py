"""Test the texts of all problems: each of its own, filled in full, fit to be translated and read."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import ledgerdrop
from ledgerdrop.model.problems import Code, Problem, fill

SOURCES = Path(ledgerdrop.__file__).parent


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", Code)
def test_each_has_words_that_end_as_sentences(code: Code) -> None:
    headline, advice = code.value.headline, code.value.advice
    assert headline[0].isupper() or headline.startswith(("{", "macOS"))
    assert not headline.endswith(".")
    assert advice.endswith(".")
    assert len(headline) <= 80
    assert "!" not in headline + advice


def test_no_two_codes_say_the_same() -> None:
    texts = [(code.value.headline, code.value.advice) for code in Code]
    assert len(set(texts)) == len(list(Code)) == len(Code.__members__)


def test_parameters_are_put_in_and_never_read_as_templates() -> None:
    assert fill("No reply from {host}", {"host": "{x} {0} %s"}) == "No reply from {x} {0} %s"
    assert Problem(Code.HOST_UNKNOWN, {"host": "clear.example"}).headline == ("Can't reach clear.example")


def test_a_missing_parameter_does_not_hide_the_problem() -> None:
    assert fill("No reply from {host}", {}) == "No reply from ..."


def _made_with_literals() -> Iterator[tuple[str, Code, set[str]]]:
    """Yield every `Problem(Code.X, {...})` in the sources whose parameters are written out."""
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and node.args):
                continue
            code = node.args[0]
            if not (isinstance(code, ast.Attribute) and getattr(code.value, "id", "") == "Code"):
                continue
            keywords = {keyword.arg: keyword.value for keyword in node.keywords}
            params = node.args[1] if len(node.args) > 1 else keywords.get("params", ast.Dict([], []))
            if isinstance(params, ast.Dict) and all(isinstance(key, ast.Constant) for key in params.keys):
                names = {str(key.value) for key in params.keys if isinstance(key, ast.Constant)}
                yield f"{path.name}:{node.lineno}", Code[code.attr], names


def test_whoever_makes_a_problem_gives_it_all_its_parameters() -> None:
    made = list(_made_with_literals())
    assert len(made) > 40
    for where, code, names in made:
        wanted = _fields(code.value.headline) | _fields(code.value.advice)
        assert wanted <= names, f"{where} leaves out {wanted - names} of {code.slug}"
