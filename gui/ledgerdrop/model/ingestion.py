"""Say what follows the upload, as values: how files are to be ingested, the activity that does it, how far it is.

They stand apart from the steps that make them, as those of `values.py` do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Final

from ledgerdrop.model.problems import Problem

TEMPLATES: Final = ("SALES", "PURCHASE", "TDSV2_PR", "GENERAL_LEDGER")  # later-steps, step 3, `templateType`
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class IngestionOptions:
    """Hold what Clear is to make of a file: `template` is one of TEMPLATES or a name agreed at onboarding.

    `file_type` names the schema, also agreed at onboarding; any word where no transformation was agreed.
    """

    template: str
    file_type: str


def ingestion_options(template: str, file_type: str) -> IngestionOptions | None:
    """Return the two without stray space, or None when one of them is empty, far too long or not plain text."""
    names = (template.strip(), file_type.strip())
    if all(name and len(name) <= _LONGEST_NAME and name.isprintable() for name in names):
        return IngestionOptions(*names)
    return None


@dataclass(frozen=True, slots=True)
class FileInfo:
    """Name one uploaded file for an activity. `location` is its upload URL without the query: no secret.

    `uploaded_at` is in seconds since the epoch.
    """

    location: str
    filename: str
    uploaded_at: float


@dataclass(frozen=True, slots=True)
class Activity:
    """An ingestion activity that Clear has accepted. All its files are taken in, or may fail, together.

    `created_at` is in seconds since the epoch. `raw` is the answer, redacted and bounded, for "Details".
    """

    task_id: str
    created_at: float
    raw: str = ""


class WorkflowStatus(StrEnum):
    """Grade how far an activity is (later-steps, step 4)."""

    CREATED = "CREATED"
    PROCESSING = "PROCESSING"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"
    OTHER = "OTHER"  # a word that the reference does not know: not taken for the end


@dataclass(frozen=True, slots=True)
class Workflow:
    """Hold what Clear says of an activity; `raw` as above. `words`: what it says beside the status, for people."""

    status: WorkflowStatus
    raw: str = ""
    words: str = ""


class IngestionStatus(Enum):
    """Grade how far an uploaded file is on its way into the books."""

    __hash__ = object.__hash__  # as `model.transfers.State` has it

    UNWANTED = auto()  # the user said that nothing follows, whatever the account says
    PLANNED = auto()  # Clear is asked as soon as all files of its batch are uploaded
    HELD_BACK = auto()  # PLANNED, but one of them did not arrive
    WAITING = auto()  # nothing came of it yet, for certain; goes on by itself once its problem is gone
    ASKED = auto()  # the request is on its way, or was when the program ended
    REFUSED = auto()  # nothing came of it, for certain
    UNCONFIRMED = auto()  # it may have been received
    FOUND = auto()  # it was UNCONFIRMED, and the user found it in Clear
    PROCESSING = auto()  # Clear has an activity for it, and is asked how far it is
    UNTOLD = auto()  # Clear has an activity for it, and is not asked any more
    TAKEN_IN = auto()
    NOT_TAKEN_IN = auto()

    @property
    def choosable(self) -> bool:
        """Return nothing came of it at Clear, for certain: so it may be said anew what is to follow."""
        return self in _CHOOSABLE

    @property
    def ended(self) -> bool:
        """Clear is not asked for anything any more, unless the user says anew what is to follow."""
        return self in _ENDED

    @property
    def needs_user(self) -> bool:
        """The user has to decide, or to mend something; nothing more happens by itself."""
        return self in _NEEDS_USER


_CHOOSABLE: Final = frozenset(
    {
        IngestionStatus.UNWANTED,
        IngestionStatus.PLANNED,
        IngestionStatus.HELD_BACK,
        IngestionStatus.WAITING,
        IngestionStatus.REFUSED,
        IngestionStatus.NOT_TAKEN_IN,
    }
)
_ENDED: Final = frozenset(
    {IngestionStatus.UNWANTED, IngestionStatus.FOUND, IngestionStatus.TAKEN_IN, IngestionStatus.NOT_TAKEN_IN}
)
_NEEDS_USER: Final = frozenset(
    {
        IngestionStatus.HELD_BACK,
        IngestionStatus.REFUSED,
        IngestionStatus.UNCONFIRMED,
        IngestionStatus.UNTOLD,
        IngestionStatus.NOT_TAKEN_IN,
    }
)


@dataclass(frozen=True, slots=True)
class IngestionState:
    """Hold what becomes of an uploaded file. Those of one `batch`, a number, share an activity and all of this.

    `problem` says why it is REFUSED, HELD_BACK, ..., or what PROCESSING waits for before Clear is asked again.
    `answer` is what Clear said last of the activity, redacted and bounded, for "Details"; `answered_at` when, in
    seconds since the epoch, 0 while it was not asked.
    """

    how: IngestionOptions
    batch: int
    status: IngestionStatus = IngestionStatus.PLANNED
    activity: Activity | None = None
    problem: Problem | None = None
    answer: str = ""
    answered_at: float = 0.0
