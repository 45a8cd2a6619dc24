"""Test whether everything that this program needs is here, and upload one file for practice (`ledgerdrop self-test`).

It helps packagers and support: it names the libraries that are really loaded, and where they lie. Nothing leaves the
machine: the file goes to the practice server.
"""

from __future__ import annotations

import json
import os
import platform
import ssl
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from ledgerdrop import __version__, resources
from ledgerdrop.clear_api.api import guarded
from ledgerdrop.clear_api.upload import Controls, send
from ledgerdrop.cli.check import check_path
from ledgerdrop.content.libmagic import library_in_use
from ledgerdrop.inspection.inspector import Inspector
from ledgerdrop.model.files import Uploaded
from ledgerdrop.model.problems import Problem
from ledgerdrop.model.settings import Settings
from ledgerdrop.net.network import bundles_named, open_network
from ledgerdrop.net.session import no_proxies, open_session
from ledgerdrop.runtime.cancel import CancelToken
from ledgerdrop.runtime.command_line import Parser, one_line
from ledgerdrop.runtime.locations import preset_files
from ledgerdrop.store.keyring_tokens import TokenStore
from ledgerdrop.store.managed_settings import read_presets
from ledgerdrop.system.practice_process import Practice

_LEDGER: Final = b"date,invoice,amount\r\n2026-04-01,SELF-TEST-1,118.00\r\n"

Facts = dict[str, object]


def main(arguments: Sequence[str]) -> int:
    """Print what was found. Returns 0 when all of it works, 1 when something does not, 2 for a usage error."""
    purpose = "Show what this installation contains, and send one file to the practice server."
    parser = Parser(prog="ledgerdrop self-test", description=purpose)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--platform", metavar="NAME", help="Qt's platform, such as offscreen (default: the system's)")
    call = parser.parse_args(arguments)
    parts: dict[str, Callable[[], Facts]] = {
        "program": _program,
        "python": _python,
        "qt": lambda: _qt(call.platform),
        "libmagic": _libmagic,
        "keyring": _keyring,
        "trust": _trust,
        "presets": _presets,
        "inspection": _inspection,
        "journey": _journey,
    }
    report = {name: _tried(part) for name, part in parts.items()}
    works = all(facts["ok"] for facts in report.values())
    sys.stdout.write(json.dumps({**report, "ok": works}) + "\n" if call.json else _as_text(report))
    return 0 if works else 1


def _tried(part: Callable[[], Facts]) -> Facts:
    """Return what `part` found, or what it raised: a part that breaks must not hide the others."""
    try:
        return {"ok": True, **part()}
    except Exception as error:  # noqa: BLE001
        return {"ok": False, "error": f"{type(error).__name__}: {error}"}


def _program() -> Facts:
    samples = resources.path("samples")
    frozen = bool(getattr(sys, "frozen", False))
    return {"ok": samples.is_dir(), "version": __version__, "frozen": frozen, "resources": str(samples.parent)}


def _python() -> Facts:
    return {
        "version": platform.python_version(),
        "path": sys.executable,
        "system": platform.platform(),
        "openssl": ssl.OPENSSL_VERSION,
    }


def _qt(wanted: str | None) -> Facts:
    import PySide6.QtGui  # noqa: PLC0415 - what of Qt is missing is a finding, not the end of this command

    words = ["ledgerdrop"]
    if wanted:
        words += ["-platform", wanted]
    elif sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # without a display the usual one aborts the process
    application = PySide6.QtGui.QGuiApplication(words)
    facts: Facts = {
        "pyside": PySide6.__version__,
        "version": PySide6.QtCore.qVersion(),
        "path": str(Path(PySide6.__file__).parent),
        "platform": application.platformName(),
    }
    application.shutdown()
    if sys.platform != "linux":  # where it is asked for the system's proxies
        import PySide6.QtNetwork  # noqa: PLC0415 - the Linux bundle has none

        facts["system_proxies"] = len(PySide6.QtNetwork.QNetworkProxyFactory.systemProxyForQuery())
    return facts


def _libmagic() -> Facts:
    return library_in_use()._asdict()


def _keyring() -> Facts:
    store = TokenStore()
    return {"backend": store.backend_name(), "place": store.place()}


def _trust() -> Facts:
    network = open_network(no_proxies)
    if isinstance(network, Problem):
        return {"ok": False, "error": network.headline}
    if bundles := bundles_named(os.environ):
        return {"store": ", ".join(bundles), "authorities": network.trust().cert_store_stats()["x509_ca"]}
    # macOS asks its own service about each certificate, so there the number is 0
    authorities = ssl.create_default_context().cert_store_stats()["x509_ca"]
    return {"store": "the operating system's", "authorities": authorities}


def _presets() -> Facts:
    """Return what IT has set up, and which of it cannot be used."""
    found = read_presets(preset_files())
    settings = found.presets.apply(found.presets.merge(Settings()))
    facts: Facts = {
        "ok": not found.problems,
        "places": list(found.places),
        "accounts": [account.name for account in settings.accounts],
        "language": settings.language,
        "proxy": settings.proxy.url or settings.proxy.mode.value,
        "updates": settings.updates_standing.name.lower(),
        "updates_address": settings.updates_address,
        "fixed": sorted(settings.policy.fixed),
    }
    if found.problems:
        facts["error"] = " ".join(f"{problem.headline}. {problem.advice}" for problem in found.problems)
    return facts


def _inspection() -> Facts:
    """Have the child process read a workbook, for which a frozen program must bring a library along."""
    with Inspector() as inspector:
        found = inspector.inspect(resources.path("samples/purchase-register-may.xlsx"))
    reason = {"error": found.unreadable.value} if found.unreadable else {}
    return {"ok": not reason, "rows": found.row_count, "totals": len(found.totals), **reason}


def _journey() -> Facts:
    began = time.monotonic()
    with closing(Practice()) as practice, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Jürgen मार्च & co.csv"
        path.write_bytes(_LEDGER)
        outcome = guarded(lambda: _send(practice, path))
    if isinstance(outcome, Problem):
        return {"ok": False, "error": f"{outcome.code.slug}: {outcome.headline} {outcome.detail}"}
    return {"sent": outcome.name, "sha256": outcome.sha256, "seconds": round(time.monotonic() - began, 3)}


def _send(practice: Practice, path: Path) -> Uploaded | Problem:
    checked = check_path(str(path), CancelToken())
    if isinstance(checked, Problem):
        return checked
    network = open_network(no_proxies)
    if isinstance(network, Problem):
        return network
    with open_session(network) as session:
        return send(session, practice.account, practice.token, checked, Controls())


def _as_text(report: dict[str, Facts]) -> str:
    lines = []
    for name, facts in report.items():
        found = ", ".join(f"{key} {value}" for key, value in facts.items() if key != "ok")
        lines.append(one_line(f"{'ok    ' if facts['ok'] else 'FAILED'} {name}: {found}"))
    return "\n".join(lines) + "\n"
