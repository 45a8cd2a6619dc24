"""Test the rules of the house that no tool checks for us."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
MOST_LINES = 600  # a hint to look; a class is not cut in two for it, the rules of complexity are the hard line
ALLOWED_LINES = {
    "gui/ledgerdrop/ui/main_window.py": 820,
    "gui/ledgerdrop/transfer/engine.py": 939,  # one class, which is never cut in two to satisfy a limit
    "dev.py": 320,
}


def tracked() -> list[str]:
    """Return names of all files that git knows, and of new ones that it does not ignore."""
    listing = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return [name for name in listing.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def texts() -> dict[str, str]:
    """Return the tracked files that are text: name and content."""
    found = {}
    for name in tracked():
        try:
            found[name] = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def test_git_lists_the_files_that_the_other_tests_look_at() -> None:
    assert {"dev.py", "pyproject.toml", "tests/test_house.py"} <= set(tracked())


def test_no_module_is_too_long_to_read() -> None:
    lengths = {name: len(text.splitlines()) for name, text in texts().items() if name.endswith(".py")}
    assert {name: n for name, n in lengths.items() if n > ALLOWED_LINES.get(name, MOST_LINES)} == {}


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"util", "utils", "helper", "helpers", "misc", "common"}
    assert [
        name for name in tracked() if name.endswith(".py") and drawers & {*Path(name).with_suffix("").parts}
    ] == []


def test_dev_py_needs_nothing_but_the_standard_library() -> None:
    nodes = list(ast.walk(ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))))
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert "pathlib" in modules
    assert {module.split(".")[0] for module in modules} <= sys.stdlib_module_names


def test_the_changelog_has_a_place_for_the_next_change() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "pattern",
    [
        # Hosts of package registries and mirrors, spelled so that this file does not name them itself.
        r"py[p]i\.org|python[h]osted\.org|npm[j]s\.(org|com)|deb[.]debian\.org",
        # Folders of one machine: where a checkout happens to lie.
        r"(?<![\w.~/])/(root|work)/\w",
        # Places that a lock file would take packages from.
        r"(?m)^--(index-url|extra-index-url|find-links|trusted-host)",
        r"@ fil[e]://",
    ],
)
def test_no_file_names_a_registry_or_a_machine(pattern: str) -> None:
    found = {name: match.group() for name, text in texts().items() if (match := re.search(pattern, text))}
    assert found == {}


def locked(name: str) -> dict[str, str]:
    """Return packages of a lock file: normalised name, and its line with version and marker."""
    lines = (LOCKS / name).read_text(encoding="utf-8").splitlines()
    return {line.split("==")[0]: line for line in lines if re.match(r"[a-z0-9]", line)}


def required(requirements: list[str]) -> set[str]:
    """Return the normalised names of requirements (PEP 503)."""
    names = (re.match(r"[\w.-]+", requirement) for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name.group()).lower() for name in names if name}


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    build, dev = project["dependency-groups"]["build"], project["dependency-groups"]["dev"]
    tools = build + [entry for entry in dev if isinstance(entry, str)]
    assert required(project["project"]["dependencies"]) <= {*locked("run.txt")}
    assert required(build) <= {*locked("build.txt")}
    assert required(tools) | {*locked("run.txt")} <= {*locked("dev.txt")}


def test_tests_run_on_the_versions_that_users_get() -> None:
    run, dev = locked("run.txt"), locked("dev.txt")
    assert {name: line.split()[0] for name, line in run.items()} == {name: dev[name].split()[0] for name in run}


@pytest.mark.parametrize("name", ["run.txt", "build.txt", "dev.txt"])
def test_every_locked_package_has_hashes(name: str) -> None:
    blocks = re.split(r"(?m)^(?=[a-z0-9])", (LOCKS / name).read_text(encoding="utf-8"))[1:]
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert len(blocks) == len(locked(name)) > 0
