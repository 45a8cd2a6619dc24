"""Define the values of the import that follows the upload: its options, the activity, and how far it is.

The values stand apart from the steps that make them, as those of `files.py` do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, StrEnum, auto
from typing import Final

from ledgerdrop.model.problems import Problem

TEMPLATES: Final = ("SALES", "PURCHASE", "TDSV2_PR", "GENERAL_LEDGER")  # docs/clear-api.md, 3: `templateType`
_LONGEST_NAME: Final = 200


@dataclass(frozen=True)
class IngestionOptions:
    """Holds what Clear is to make of a file: `template` is one of TEMPLATES or a name agreed at onboarding.

    `file_type` names the schema, also agreed at onboarding; it is any word where no transformation was agreed.
    """

    template: str
    file_type: str


def ingestion_options(template: str, file_type: str) -> IngestionOptions | None:
    """Return the options without stray spaces, or None when one of them is empty, far too long or not plain text."""
    names = (template.strip(), file_type.strip())
    if all(name and len(name) <= _LONGEST_NAME and name.isprintable() for name in names):
        return IngestionOptions(*names)
    return None


@dataclass(frozen=True)
class Activity:
    """Holds an activity that Clear has accepted. All its files are imported, or may fail, together.

    `created_at` is in seconds since the epoch. `raw` is the answer, redacted and bounded, for "Details".
    """

    task_id: str
    created_at: float
    raw: str = ""


class WorkflowStatus(StrEnum):
    """Lists how far an activity is (docs/clear-api.md, 4)."""

    CREATED = "CREATED"
    PROCESSING = "PROCESSING"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"
    OTHER = "OTHER"  # a word that the reference does not know: not taken for the end


@dataclass(frozen=True)
class Workflow:
    """Holds what Clear says of an activity: the answer in `raw`, and what it says to people in `words`."""

    status: WorkflowStatus
    raw: str = ""
    words: str = ""


class _Meaning(Flag):
    NEITHER = 0
    CHOOSABLE = auto()
    ENDED = auto()
    NEEDS_USER = auto()


class IngestionStatus(Enum):
    """Lists how far an uploaded file is on its way into the books.

    `choosable`: Clear has certainly not acted on the file, so another import, or none, can be chosen. `ended`: Clear
    is not asked any more, unless the user chooses so. `needs_user`: the user has to decide or correct something;
    nothing more happens by itself.
    """

    __hash__ = object.__hash__  # as `model.transfers.State` has it

    UNWANTED = 1, _Meaning.CHOOSABLE | _Meaning.ENDED  # the user said that nothing follows, whatever the account says
    PLANNED = 2, _Meaning.CHOOSABLE  # Clear is asked as soon as all files of its batch are uploaded
    HELD_BACK = 3, _Meaning.CHOOSABLE | _Meaning.NEEDS_USER  # PLANNED, but one of them did not arrive
    WAITING = 4, _Meaning.CHOOSABLE  # nothing came of it yet; goes on by itself once its problem is gone
    ASKED = 5, _Meaning.NEITHER  # the request is on its way, or was when the program ended
    REFUSED = 6, _Meaning.CHOOSABLE | _Meaning.NEEDS_USER
    UNCONFIRMED = 7, _Meaning.NEEDS_USER  # it may have been received
    FOUND = 8, _Meaning.ENDED  # it was UNCONFIRMED, and the user found it in Clear
    PROCESSING = 9, _Meaning.NEITHER  # Clear has an activity for it, and is asked how far it is
    UNTOLD = 10, _Meaning.NEEDS_USER  # Clear has an activity for it, and is not asked any more
    TAKEN_IN = 11, _Meaning.ENDED
    NOT_TAKEN_IN = 12, _Meaning.CHOOSABLE | _Meaning.ENDED | _Meaning.NEEDS_USER

    def __init__(self, _place: int, meaning: _Meaning) -> None:
        self.choosable = _Meaning.CHOOSABLE in meaning
        self.ended = _Meaning.ENDED in meaning
        self.needs_user = _Meaning.NEEDS_USER in meaning


@dataclass(frozen=True)
class IngestionState:
    """Holds what becomes of an uploaded file. Files of one `batch`, a number, share an activity and all of this.

    `problem` says why it is REFUSED, HELD_BACK, ..., or what PROCESSING waits for before Clear is asked again.
    `answer` is Clear's last answer on the activity, redacted and bounded, for "Details". `answered_at` is the time of
    that answer, in seconds since the epoch, 0 before the first.
    """

    how: IngestionOptions
    batch: int
    status: IngestionStatus = IngestionStatus.PLANNED
    activity: Activity | None = None
    problem: Problem | None = None
    answer: str = ""
    answered_at: float = 0.0
