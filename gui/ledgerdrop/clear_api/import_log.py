"""Log how an import ended or was refused: window and commands log it nowhere else."""

from __future__ import annotations

import logging

from ledgerdrop.model.ingestion import Activity, Workflow
from ledgerdrop.model.problems import Problem

log = logging.getLogger(__name__)


def log_import(files: str, outcome: Activity | Workflow | Problem) -> None:
    """Log what Clear, or the way there, made of an import.

    `files` says which files it is about, by number. Their names and the server's words are not logged: they may hold
    secrets. What ends an import without Clear, a restart or that its account was removed, is logged as well.
    """
    if isinstance(outcome, Problem):
        said = outcome.code.slug
    else:
        said = "accepted" if isinstance(outcome, Activity) else "imported"
    log.info("Import (%s): %s", files, said)
