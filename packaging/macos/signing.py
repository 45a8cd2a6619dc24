"""Sign and notarize with the secrets that packaging/README.md lists. Without them the program gets a signature
of nobody ("ad hoc"), with which it runs, but macOS warns.
"""

from __future__ import annotations

import base64
import os
import re
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from calls import Failed, quietly


@contextmanager
def identity() -> Iterator[str | None]:
    """Give the name to sign with, for `with`; None without a certificate, which lies in a keychain of its own."""
    certificate = os.environ.get("MACOS_CERTIFICATE")
    if not certificate:
        yield None
        return
    before = [line.strip().strip('"') for line in quietly("security", "list-keychains", "-d", "user").splitlines()]
    with tempfile.TemporaryDirectory() as scratch:
        keychain = Path(scratch) / "signing.keychain-db"
        file = Path(scratch) / "certificate.p12"
        file.write_bytes(base64.b64decode(certificate))
        password = secrets.token_urlsafe(24)
        quietly("security", "create-keychain", "-p", password, keychain)
        try:
            quietly("security", "set-keychain-settings", "-lut", "7200", keychain)
            quietly("security", "unlock-keychain", "-p", password, keychain)
            words = ["-P", os.environ["MACOS_CERTIFICATE_PASSWORD"], "-f", "pkcs12", "-T", "/usr/bin/codesign"]
            quietly("security", "import", file, "-k", keychain, *words)
            quietly("security", "set-key-partition-list", "-S", "apple-tool:,apple:", "-s", "-k", password, keychain)
            quietly("security", "list-keychains", "-d", "user", "-s", keychain, *before)
            found = quietly("security", "find-identity", "-v", "-p", "codesigning", keychain)
            name = next((part for part in found.split('"') if part.startswith("Developer ID Application:")), None)
            if name is None:
                raise Failed(f"the certificate is none to sign programs for others with:\n{found}")
            yield name
        finally:
            quietly("security", "list-keychains", "-d", "user", "-s", *before)
            quietly("security", "delete-keychain", keychain)


def notarize(image: Path) -> None:
    """Have Apple look at the disk image, and put its ticket on it. Takes some minutes."""
    with tempfile.TemporaryDirectory() as scratch:
        key = Path(scratch) / "key.p8"
        key.write_bytes(base64.b64decode(os.environ["MACOS_NOTARY_KEY"]))
        who = ["--key-id", os.environ["MACOS_NOTARY_KEY_ID"], "--issuer", os.environ["MACOS_NOTARY_ISSUER"]]
        said = quietly("xcrun", "notarytool", "submit", image, "--key", key, *who, "--wait", "--timeout", "30m")
        if "status: Accepted" not in said:
            number = re.search(r"id: (\S+)", said)
            why = quietly("xcrun", "notarytool", "log", number[1], "--key", key, *who) if number else ""
            raise Failed(f"Apple does not accept it:\n{said}\n{why}")
    quietly("xcrun", "stapler", "staple", image)
    quietly("xcrun", "stapler", "validate", image)
    quietly("spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image)
