"""Find the shared corpus of real files, where it is there."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("LEDGERDROP_SHARED", ROOT.parent / "shared")) / "corpus"

needs_corpus = pytest.mark.skipif(not (CORPUS / "manifest.tsv").is_file(), reason=f"no corpus in {CORPUS}")


@dataclass(frozen=True)
class Row:
    """Holds one presentation of a file: `name` to show it under; `expected` is accept, warn or reject."""

    path: Path
    name: str
    true_kind: str
    expected: str


@cache
def rows() -> list[Row]:
    with (CORPUS / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Row(CORPUS / "files" / row["file"], row["name"], row["true_kind"], row["expected"])
            for row in csv.DictReader(file, delimiter="\t")
        ]
