"""Tell what is inside the program twice: as notices for people, and as a CycloneDX bill of materials for machines.

Both are made from the same list: the locked packages of the platform, with what their wheels say is compiled into
them (PEP 770), `licences/components.toml` for what is no Python package, and on Linux the packages of Debian whose
libraries PyInstaller took along. `unnamed` finds a library that nothing of that list answers for.
"""

from __future__ import annotations

import json
import re
import tomllib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pins
import product
from calls import quietly

_LICENCES: Final = product.PACKAGING / "licences"
_LIBRARY: Final = re.compile(r"\.(dll|pyd|dylib|so)(\.[0-9.]+)?$", re.IGNORECASE)
_LICENCE_FILE: Final = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
# Their wheels hold the text of Qt's commercial licence only; we use them under the other one.
_LGPL: Final = ("pyside6-essentials", "shiboken6")


@dataclass(frozen=True, slots=True)
class Part:
    """Describes one thing inside the program.

    `licence` is an SPDX expression or the author's own words, `text` the licence.
    `files` are patterns, in small letters, of its files in the bundle; `inside` is what is compiled into it, in the
    form of the bill of materials.
    """

    name: str
    version: str
    licence: str
    source: str
    text: str
    files: tuple[str, ...]
    purl: str = ""
    inside: tuple[dict[str, object], ...] = ()


def parts(site_packages: Path, versions: Mapping[str, str], system: str, pinned: list[pins.Pin]) -> list[Part]:
    """Return all that is shipped for `system` (as in sys.platform); `versions` fills in components.toml."""
    found = {_canonical(dist.metadata["Name"]): dist for dist in distributions(path=[str(site_packages)])}
    return [*_components(versions, system), *(_package(pin, found[pin.name]) for pin in pinned)]


def _components(versions: Mapping[str, str], system: str) -> Iterator[Part]:
    for row in tomllib.loads((_LICENCES / "components.toml").read_text(encoding="utf-8"))["component"]:
        if system in row.get("platforms", [system]):
            note = row.get("note", "").strip()
            text = (_LICENCES / row["text"]).read_text(encoding="utf-8") if "text" in row else ""
            version = row["version"].format_map(versions)
            notice = f"{note}\n\n{text}".strip()
            yield Part(row["name"], version, row["licence"], row["source"], notice, tuple(row.get("files", ())))


def _package(pin: pins.Pin, dist: Distribution) -> Part:
    about = dist.metadata.json
    files = [path for path in dist.files or [] if ".dist-info" in path.parts[0] and _LICENCE_FILE.search(path.name)]
    texts = [Path(str(path.locate())).read_text(encoding="utf-8", errors="replace").strip() for path in sorted(files)]
    licence = _licence(about)
    if pin.name in _LGPL:
        licence, texts = "LGPL-3.0-only", ["See Qt, above."]
    if not texts:
        raise ValueError(f"{pin.name} brings no licence text: add one to packaging/licences and name it here")
    links = [link.split(", ", 1)[1] for link in about.get("project_url", [])]
    source = next(iter(links), about.get("home_page", ""))
    own = {path.parts[0].lower() for path in dist.files or []}
    return Part(
        pin.name, pin.version, licence, str(source), "\n\n".join(texts),
        files=tuple(sorted(pattern for name in own for pattern in (name, f"{name}/*"))),
        purl=f"pkg:pypi/{pin.name}@{pin.version}",
        inside=tuple(_compiled_into(dist)),
    )  # fmt: skip


def _compiled_into(dist: Distribution) -> Iterator[dict[str, object]]:
    """Return what the wheel's own bills of materials name, less what only building it needed."""
    for path in dist.files or []:
        if "sboms" in path.parts and path.suffix == ".json":
            for part in json.loads(Path(str(path.locate())).read_text(encoding="utf-8")).get("components", []):
                if part.get("scope") != "excluded":
                    yield {key: part[key] for key in ("type", "name", "version", "licenses", "purl") if key in part}


def of_debian(libraries: Iterable[Path]) -> list[Part]:
    """Return the packages of this Debian from which the libraries came, those of one package as one part.

    The licence is told by the text, a package's `copyright` file.
    """
    files: dict[str, list[str]] = {}
    for library in libraries:
        owner = quietly("dpkg", "-S", f"*/{library.name}").partition(":")[0]
        files.setdefault(owner, []).append(library.name.lower())
    parts = []
    for name, own in sorted(files.items()):
        said = quietly("dpkg-query", "--show", "--showformat=${Version} ${source:Package}", name)
        version, source = said.split()
        text = Path("/usr/share/doc", name, "copyright").read_text(encoding="utf-8", errors="replace").strip()
        where = f"https://tracker.debian.org/pkg/{source}"
        purl = f"pkg:deb/debian/{quote(name)}@{quote(version)}"
        parts.append(Part(name, version, "see the text", where, text, tuple(own), purl))
    return parts


def unnamed(folder: Path, shipped: Iterable[Part]) -> list[Path]:
    """Return the libraries in a folder that no part answers for; links to others do not count."""
    patterns = [pattern for part in shipped for pattern in part.files]
    return [
        path
        for path in sorted(folder.rglob("*"))
        if _LIBRARY.search(path.name) and path.is_file() and not path.is_symlink()
        and not any(fnmatchcase(path.relative_to(folder).as_posix().lower(), pattern) for pattern in patterns)
    ]  # fmt: skip


def _licence(about: Mapping[str, str | list[str]]) -> str:
    """Return the SPDX expression, where there is one; else what the package says of itself, in one line."""
    named = [
        str(row).rpartition(" :: ")[2] for row in about.get("classifier", []) if str(row).startswith("License ::")
    ]
    own = about.get("license_expression") or about.get("license") or " and ".join(named) or "see the text"
    return str(own).splitlines()[0]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def notices(shipped: list[Part]) -> str:
    """Return one text with everybody's licence."""
    line = "=" * 100
    own = (product.ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    text = [f"{product.NAME} {product.version()}\n\n{own}\n\n{product.NAME} contains the works of others:\n"]
    text += [f"  {part.name} {part.version}: {part.licence}" for part in shipped]
    for part in shipped:
        text.append(
            f"\n{line}\n{part.name} {part.version}\nLicence: {part.licence}\nSource: {part.source}\n\n{part.text}"
        )
    return "\n".join(text) + "\n"


def bill_of_materials(shipped: list[Part], platform: str) -> str:
    """Return CycloneDX 1.6 in JSON (https://cyclonedx.org/docs/1.6/json/). The same text for the same parts."""
    root = f"{product.COMMAND}@{product.version()}-{platform}"
    components = [_component(part) for part in shipped]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, root + repr(components))
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": serial.urn,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": product.NAME,
                "version": product.version(),
                "description": product.DESCRIPTION,
                "licenses": [{"license": {"id": "MIT"}}],
                "properties": [{"name": f"{product.COMMAND}:platform", "value": platform}],
            }
        },
        "components": components,
        "dependencies": [{"ref": root, "dependsOn": [component["bom-ref"] for component in components]}],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _component(part: Part) -> dict[str, object]:
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": part.purl or f"{part.name}@{part.version}",
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"name": part.licence}}],
    }
    if part.purl:
        component["purl"] = part.purl
    if part.inside:
        component["components"] = part.inside
    if part.source.startswith("https://") and " " not in part.source:
        component["externalReferences"] = [{"type": "distribution", "url": part.source}]
    return component


def write_licences(folder: Path, shipped: list[Part]) -> None:
    """Make the folder of licences that goes into the program."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "NOTICES.txt").write_text(notices(shipped), encoding="utf-8")
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        (folder / name).write_text((_LICENCES / name).read_text(encoding="utf-8"), encoding="utf-8")
