#!/usr/bin/env python3
"""Do everything a developer needs, from a bare checkout: `python3 dev.py --help`.

Each command first makes what it needs: `.venv` with exactly the packages of the lock files in `packaging/locks`
(each checked against its hash), and on Debian and Ubuntu what `packaging/system-packages.txt` lists. Only the
standard library of Python 3.11 or newer is used here, on Linux, Windows and macOS.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import platform
import random
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCKS = ROOT / "packaging" / "locks"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")
STAMP = VENV / "made-from.txt"

LINTERS: dict[str, list[str | Path]] = {
    "ruff check": [PYTHON, "-m", "ruff", "check", "."],
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "mypy": [PYTHON, "-m", "mypy"],
    "lint-imports": [BIN / "lint-imports", "--no-logo"],
    **({"actionlint": [BIN / "actionlint"]} if sys.platform == "linux" else {}),
}
# Three processes for two cores: many tests wait for a server or for a time to pass.
SIDE_BY_SIDE = ("--numprocesses=3", "--dist=worksteal")


class Stop(Exception):  # noqa: N818 - not an error of the program: the sentence with which it ends
    """Says why nothing more can be done here."""


def call(*command: str | Path) -> int:
    """Run a command from the project's root and return its exit code."""
    return subprocess.run([str(word) for word in command], cwd=ROOT, check=False).returncode


def quietly(command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
    """Run a step of the set-up, showing what it prints only when it fails.

    Raises:
        Stop: it failed.
    """
    done = subprocess.run(
        command, env=environment, check=False, text=True, errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    if done.returncode != 0:
        raise Stop(f"{done.stdout}\nThis step failed; the lines above say why:\n  {shlex.join(command)}")


def is_there(probe: str) -> bool:
    """Return whether a library (`libX.so.N`), a program, a file (absolute path) or a module (`import X`) is there."""
    if probe.startswith("import "):
        return importlib.util.find_spec(probe.removeprefix("import ")) is not None
    if probe.startswith("/"):
        return Path(probe).exists()
    if ".so." not in probe:
        return shutil.which(probe) is not None
    try:
        ctypes.CDLL(probe)
    except OSError:
        return False
    return True


def prepare_system(*stages: str) -> None:
    """Check on Linux that the packages of these stages are there. As root on Debian install them, else say how to.

    Raises:
        Stop: they are missing, and the user must install them.
    """
    if sys.platform != "linux":
        return
    wanted = {f"python3.{sys.version_info[1]}-venv": "import ensurepip"}
    for line in (ROOT / "packaging" / "system-packages.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            package, probe, stage, _reason = line.split(maxsplit=3)
            wanted |= {package: probe} if stage in stages else {}
    if "package" in stages and sys.base_prefix == "/usr":  # the interpreter as a library, to be put into the program
        wanted[f"libpython3.{sys.version_info[1]}"] = f"libpython3.{sys.version_info[1]}.so.1.0"
    missing = [package for package, probe in wanted.items() if not is_there(probe)]
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if not missing:
        return
    if shutil.which("apt-get") is None:
        print("These seem to be missing (Debian's names; yours may differ):", *missing, flush=True)
    elif os.geteuid() != 0:
        if shutil.which("sudo"):
            command = f"sudo apt-get update && sudo {shlex.join(install)}"
        else:
            command = f"su - -c {shlex.quote('apt-get update && ' + shlex.join(install))}"
        raise Stop(f"The system lacks some packages. Run this once, then try again:\n  {command}")
    else:
        print("Installing packages of the system:", *missing, flush=True)
        call("apt-get", "-qq", "update")
        quietly(install, {**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def prepare(purpose: str) -> None:
    """Make `.venv` for `run` (what the program needs) or `dev` (that, and the tools), unless it is there already.

    The stamp is written last: an environment without the right one is old or half made, and is made anew.

    Raises:
        Stop: a step failed; its own words say why.
    """
    import tomllib  # noqa: PLC0415 - new in 3.11; at the top it would end an older Python before main() can say so

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    made_from = [sys.version, platform.machine(), str(ROOT), repr(project["build-system"]), repr(project["project"])]
    made_from += [path.read_text(encoding="utf-8") for path in sorted(LOCKS.glob("*.txt"))]
    digest = hashlib.sha256("\0".join(made_from).encode())
    stamps = {name: f"{name} {digest.hexdigest()}" for name in ("run", "dev")}
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() in (stamps[purpose], stamps["dev"]):
        return
    print("Making .venv (a minute or two the first time) ...", flush=True)
    STAMP.unlink(missing_ok=True)
    locks = ("dev.txt",) if purpose == "dev" else ("run.txt", "build.txt")
    pip = [str(PYTHON), "-P", "-m", "pip", "--disable-pip-version-check", "install", "--no-input"]
    quietly([sys.executable, "-P", "-m", "venv", "--clear", str(VENV)])
    # The locks hold everything: left to look for more, older versions of pip reject a locked package for a newer one.
    quietly([*pip, "--no-deps", "--require-hashes", *(f"--requirement={LOCKS / lock}" for lock in locks)])
    quietly([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    if purpose == "dev" and sys.platform == "linux":  # apart: it fills the same folder as python-magic
        other = (f"--target={VENV / 'other-magic'}", f"--requirement={LOCKS / 'other-magic.txt'}")
        quietly([*pip, "--no-deps", "--require-hashes", *other])
    STAMP.write_text(stamps[purpose])


def run(paths: Sequence[str]) -> int:
    """Open the window on the practice server, with the given files in its list."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Stop(
            "There is no display here, so no window can be opened. Run this from a desktop session, or connect with\n"
            "`ssh -X`. To see the tests work without one: `python3 dev.py test`."
        )
    prepare_system("run")
    prepare("run")
    return call(PYTHON, "-m", "ledgerdrop", "--practice", *(Path(path).absolute() for path in paths))


def lint(words: Sequence[str]) -> int:  # noqa: ARG001 - each command takes words
    """Check style, types, who imports whom, and the workflows."""
    prepare_system("run")
    prepare("dev")
    return in_turn(LINTERS)


def test(words: Sequence[str]) -> int:
    """Run all checks and tests [--no-lint --long --coverage --stress N --orca]; other words go to pytest, alone."""
    parser = argparse.ArgumentParser(prog="dev.py test", allow_abbrev=False, add_help=False)
    parser.add_argument("--no-lint", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--coverage", action="store_true")
    parser.add_argument("--stress", type=int, metavar="N")
    parser.add_argument("--orca", action="store_true")
    options, wanted = parser.parse_known_args(words)
    prepare_system("run", "test", *(["orca"] if options.orca else []))
    prepare("dev")
    pytest: list[str | Path] = [PYTHON, "-m", "pytest"]
    if options.orca:  # alone: two of them do not run side by side
        return call(*pytest, "-m", "orca", "tests/orca", *wanted)
    if options.long:
        pytest += ["-m", "not orca"]
    if options.coverage:
        pytest += ["--cov", "--cov-report=term", "--cov-report=json:build/coverage.json"]
    if options.stress:
        return stress([*pytest, *wanted], options.stress)
    if wanted:
        return call(*pytest, *wanted)
    parts = {**({} if options.no_lint else LINTERS), "pytest": [*pytest, *SIDE_BY_SIDE]}
    if options.coverage:
        parts["coverage of each module"] = [PYTHON, "-m", "tests.covered", "build/coverage.json"]
    return in_turn(parts)


def in_turn(parts: Mapping[str, Sequence[str | Path]]) -> int:
    """Run all these commands, also when one fails; say at the end how each went. Returns 1 when one failed."""
    results = {}
    for name, command in parts.items():
        print(f"\n--- {name}", flush=True)
        begin = time.monotonic()
        exit_code = call(*command)
        results[name] = f"{name} {'FAILED' if exit_code else 'ok'} ({time.monotonic() - begin:.0f} s)"
    print("\n" + ", ".join(results.values()), flush=True)
    return 1 if any("FAILED" in result for result in results.values()) else 0


def stress(pytest: Sequence[str | Path], times: int) -> int:
    """Run the tests so many times, each time in another order, beside two processes that keep the machine busy."""
    seeds = [random.randrange(10**6) for _ in range(times)]  # noqa: S311 - no secret
    busy = [subprocess.Popen([PYTHON, "-c", "while True: pass"]) for _ in range(2)]
    try:
        return in_turn({f"--shuffle={seed}": [*pytest, *SIDE_BY_SIDE, f"--shuffle={seed}"] for seed in seeds})
    finally:
        for process in busy:
            process.kill()
            process.wait()


def bench(words: Sequence[str]) -> int:
    """Measure against curl, boto3 and a bare window, side by side; all of tests/bench, or `bench upload` only."""
    prepare_system("run", "test", "bench")
    prepare("dev")
    names = [file.stem for file in sorted((ROOT / "tests" / "bench").glob("bench_*.py"))]
    wanted = [name for name in names if not words or name.removeprefix("bench_") in words]
    if not wanted:
        raise Stop(f"There is no such bench. There are: {', '.join(name.removeprefix('bench_') for name in names)}.")
    return in_turn({name: [PYTHON, "-m", f"tests.bench.{name}"] for name in wanted})


def package(words: Sequence[str]) -> int:
    """Make and try what users install: for this system, and on Linux with Wine for Windows too."""
    prepare_system("run", "package")
    try:
        prepare_system(*([] if "linux" in words else ["wine"]))
    except Stop as stop:
        if "CI" in os.environ:
            raise
        print(f"Nothing for Windows can be made here. {stop}", flush=True)
    return call(sys.executable, ROOT / "packaging" / "build.py", *words)


def screenshots(words: Sequence[str]) -> int:
    """Write every state of the window into the given folder, as PNG; --only WORD for some."""
    prepare_system("run", "test")
    prepare("dev")
    folder = [str(Path(word).absolute()) for word in words[:1] if not word.startswith("-")]
    return call(PYTHON, "-m", "tests.screens.take", *folder, *words[len(folder) :])


def audit(words: Sequence[str]) -> int:
    """Look for known weaknesses in what we build upon (asks the network), and for risky lines of our own."""
    prepare_system()
    prepare("dev")
    packages = [f"--requirement={LOCKS / 'dev.txt'}", "--require-hashes", "--disable-pip", "--strict", *words]
    own = ["--quiet", "--severity-level=medium", "--configfile=pyproject.toml", "--recursive", "gui", "dev.py"]
    return max(call(PYTHON, "-m", "pip_audit", *packages), call(PYTHON, "-m", "bandit", *own))


def lock(words: Sequence[str]) -> int:
    """Write the lock files from pyproject.toml, for all platforms; --upgrade takes the newest versions."""
    prepare_system()
    prepare("dev")
    uv: list[str | Path] = [PYTHON, "-m", "uv", "--quiet", "pip", "compile", "--universal", "--generate-hashes"]
    uv += ["--python-version=3.11", "--custom-compile-command=python3 dev.py lock", *words]
    same = ["pyproject.toml", "--constraints=packaging/locks/run.txt"]
    sources = {
        "run.txt": ["pyproject.toml"],
        "build.txt": ["--group=build"],
        "other-magic.txt": ["--group=other-magic"],
        "dev.txt": [*same, "--group=dev"],
        "freeze.txt": [*same, "--group=freeze", "--overrides=packaging/locks/freeze-overrides.txt"],
    }
    return max(call(*uv, *source, f"--output-file=packaging/locks/{name}") for name, source in sources.items())


def main() -> int:
    """Read the command line and carry it out. Returns the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python would otherwise fail without saying why
        raise Stop(f"LedgerDrop needs Python 3.11 or newer, and this is {platform.python_version()}.")
    commands = {command.__name__: command for command in (run, lint, test, bench, package, audit, screenshots, lock)}
    listing = "\n".join(f"  {name:12} {command.__doc__}" for name, command in commands.items())
    parser = argparse.ArgumentParser(
        prog="dev.py", description=f"Commands:\n{listing}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=commands, metavar="COMMAND")
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="...", help="what the command takes")
    options = parser.parse_args()
    return commands[options.command](options.words)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as stop:
        sys.exit(str(stop))
    except KeyboardInterrupt:
        sys.exit(130)
