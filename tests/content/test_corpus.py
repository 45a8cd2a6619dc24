"""Test the verdicts on real files, and that they do not depend on the version of libmagic."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.content.corpus import ROOT, needs_corpus, rows
from tests.content.made import in_a_word, verdict_of

from ledgerdrop.content.libmagic import library_in_use

pytestmark = needs_corpus

# Text without markup that has commas, or words one below the other: nothing tells these from a poor csv, and
# libmagic sees text/plain. What may be wrong with each:
ACCEPTED_ALL_THE_SAME = {
    "testPBM.csv",  # a picture of 8 bytes, written as the numbers "P1 1 1 0": a list of values
    "ang20150420t182050_corr_v1e_img.csv",  # an ENVI header: mostly lines of comma-separated numbers
    "testGRAPHVIZg.csv",  # a graph in 8 lines: "apache -- tika;"
}
# The labels go by whether a file opens. Clear may still be unable to use it: workbooks of Excel 5.0 and 95, and zip
# files in which there are only folders or empty files.
WARNED_WITH_REASON = {("xls", "warn old_workbook"), ("zip", "warn nothing_in_archive")}
SECOND_LIBRARY = Path(os.environ.get("LEDGERDROP_OTHER_MAGIC", ROOT / ".venv" / "other-magic"))


def test_no_good_file_is_rejected() -> None:
    rejected = {
        row.name: verdict
        for row in rows()
        if row.expected == "accept"
        and (verdict := in_a_word(verdict_of(row.path, row.name))) != "accept"
        and (row.true_kind, verdict) not in WARNED_WITH_REASON
    }
    assert rejected == {}  # not even a warning


def test_hardly_a_wrong_file_is_accepted() -> None:
    accepted = {
        row.name
        for row in rows()
        if row.expected == "reject" and in_a_word(verdict_of(row.path, row.name)) == "accept"
    }
    assert accepted <= ACCEPTED_ALL_THE_SAME
    assert len(accepted) <= 5


@pytest.mark.long  # reads the whole corpus a second time
@pytest.mark.skipif(
    not (SECOND_LIBRARY / "magic" / "magic.mgc").is_file(),
    reason=f"no second libmagic in {SECOND_LIBRARY} (pip install --target it python-magic-standalone --no-deps)",
)
def test_two_versions_of_libmagic_lead_to_the_same_verdicts() -> None:
    program = (
        "import json\n"
        "from ledgerdrop.content.libmagic import library_in_use\n"
        "from tests.content.corpus import rows\n"
        "from tests.content.made import in_a_word, verdict_of\n"
        "words = [in_a_word(verdict_of(row.path, row.name)).split()[0] for row in rows()]\n"
        "print(json.dumps([library_in_use().version, words]))\n"
    )
    path = os.pathsep.join([str(SECOND_LIBRARY), str(ROOT / "gui"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=True
    )
    version, theirs = json.loads(done.stdout)
    assert version != library_in_use().version
    ours = [in_a_word(verdict_of(row.path, row.name)).split()[0] for row in rows()]
    assert [row.name for row, a, b in zip(rows(), ours, theirs, strict=True) if a != b] == []
