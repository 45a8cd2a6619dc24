"""Turn the queue's values into what the user reads, by pure functions.

The texts of problems stand in `model.problems`.
Parameters are filled in after the translation, so that no word of a server or file name is read as a template.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from ledgerdrop.model import problems
from ledgerdrop.model.accounts import Account, Environment
from ledgerdrop.model.files import Progress, Stage
from ledgerdrop.model.ingestion import IngestionOptions, IngestionState, IngestionStatus
from ledgerdrop.model.inspection import Inspection, Note, Total, Unreadable, grouped
from ledgerdrop.model.problems import Code, Problem
from ledgerdrop.model.transfers import State, Summary, TransferItem
from ledgerdrop.store.keyring_tokens import SESSION_ONLY
from ledgerdrop.ui.text import formatting
from ledgerdrop.ui.text.formatting import plural
from ledgerdrop.ui.text.language import fill, isolated, visible
from ledgerdrop.ui.theme.icons import Shape
from ledgerdrop.ui.theme.theme import Role

translate = QCoreApplication.translate


class Tone(Enum):
    """Lists the moods of a row: `ink` is the colour of its shape, `words` that of its words.

    Blue words are links, so none are blue here.
    """

    QUIET = (Role.MUTED, Role.MUTED)
    CALM = (Role.ACCENT, Role.TEXT)
    GOOD = (Role.GOOD, Role.GOOD)
    WARN = (Role.WARN, Role.WARN)
    BAD = (Role.BAD, Role.BAD)

    def __init__(self, ink: Role, words: Role) -> None:
        self.ink, self.words = ink, words


_WAITS: Final = Tone.CALM, Shape.WAITING
_WARNS: Final = Tone.WARN, Shape.WARNING

# The colour and shape of a row, and what it says where that is the same for every file
_LOOKS: Final[Mapping[State | IngestionStatus, tuple[Tone, Shape, object]]] = {
    State.CHECKING: (Tone.QUIET, Shape.LOOKING, QT_TRANSLATE_NOOP("Status", "Checking…")),
    State.READY: (Tone.CALM, Shape.READY, QT_TRANSLATE_NOOP("Status", "Ready to send")),
    State.WARNED: (*_WARNS, ""),
    State.REJECTED: (Tone.BAD, Shape.REFUSED, ""),
    State.QUEUED: (Tone.QUIET, Shape.WAITING, QT_TRANSLATE_NOOP("Status", "Waiting")),
    State.SENDING: (Tone.CALM, Shape.SENDING, ""),
    State.RETRYING: (Tone.WARN, Shape.AGAIN, ""),
    State.PAUSED: (Tone.QUIET, Shape.PAUSED, QT_TRANSLATE_NOOP("Status", "Paused")),
    State.UPLOADED: (Tone.GOOD, Shape.DONE, ""),
    State.FAILED: (Tone.BAD, Shape.FAILED, ""),
    State.CANCELLED: (Tone.QUIET, Shape.CANCELLED, QT_TRANSLATE_NOOP("Status", "Cancelled")),
    State.DUPLICATE: (Tone.QUIET, Shape.DUPLICATE, ""),
    IngestionStatus.PLANNED: (*_WAITS, QT_TRANSLATE_NOOP("Status", "Uploaded; waiting for the rest of its batch")),
    IngestionStatus.HELD_BACK: (*_WARNS, QT_TRANSLATE_NOOP("Status", "Uploaded; its batch is held back")),
    IngestionStatus.WAITING: (Tone.QUIET, Shape.PAUSED, QT_TRANSLATE_NOOP("Status", "Uploaded; import not started")),
    IngestionStatus.ASKED: (Tone.CALM, Shape.SENDING, QT_TRANSLATE_NOOP("Status", "Uploaded; starting the import…")),
    IngestionStatus.REFUSED: (Tone.BAD, Shape.REFUSED, QT_TRANSLATE_NOOP("Status", "Uploaded, but not submitted")),
    IngestionStatus.UNCONFIRMED: (*_WARNS, QT_TRANSLATE_NOOP("Status", "Uploaded; import unconfirmed")),
    IngestionStatus.FOUND: (Tone.GOOD, Shape.DONE, QT_TRANSLATE_NOOP("Status", "Imported, confirmed by you")),
    IngestionStatus.PROCESSING: (*_WAITS, QT_TRANSLATE_NOOP("Status", "Being processed by Clear")),
    IngestionStatus.UNTOLD: (*_WARNS, QT_TRANSLATE_NOOP("Status", "Submitted; result unknown")),
    IngestionStatus.TAKEN_IN: (Tone.GOOD, Shape.DONE, QT_TRANSLATE_NOOP("Status", "Imported")),
    IngestionStatus.NOT_TAKEN_IN: (Tone.BAD, Shape.FAILED, QT_TRANSLATE_NOOP("Status", "Import rejected")),
}

# Where a row's own words say what happened
SAYS_IT_ALL: Final = (IngestionStatus.NOT_TAKEN_IN, IngestionStatus.HELD_BACK, IngestionStatus.UNCONFIRMED)


def look(entry: TransferItem) -> tuple[Tone, Shape]:
    """Return colour and shape for what is happening to a file."""
    if entry.disk_is_silent:
        return Tone.WARN, Shape.WAITING
    return _LOOKS[entry.ingestion_status or entry.state][:2]


def after_upload(entry: TransferItem) -> IngestionState | None:
    """Return the state of the import of an uploaded file, None before the upload and for no import."""
    return entry.ingestion if entry.ingestion_status is not None else None


def problem_of(entry: TransferItem) -> Problem | None:
    """Return what stands in a file's way now: on its way to Clear, or into the books."""
    return (after_upload(entry) or entry).problem


def import_status(status: IngestionStatus) -> str:
    """Return in words how far an import is, or how it has ended."""
    return translate("Status", str(_LOOKS[status][2]))


def end_unlisted(status: IngestionStatus, names: Sequence[str]) -> str:
    """Return in words how the import of files that were taken off the list has ended."""
    text = translate("Status", "{status}: {files} (no longer in the list)")
    return fill(text, {"status": import_status(status), "files": ", ".join(map(visible, names))})


def status(entry: TransferItem, now: float | None = None) -> str:
    """Return what is happening to a file, in one short line. `now` is in `time.monotonic` seconds."""
    if (ingestion := after_upload(entry)) is not None:
        why = ingestion.problem.code if ingestion.problem else None
        still_going = ingestion.status is IngestionStatus.UNTOLD and why is Code.STILL_PROCESSING
        return import_status(IngestionStatus.PROCESSING if still_going else ingestion.status)
    match entry.state:
        case State.CHECKING if _is_being_written(entry):
            return translate("Status", "Waiting until it is saved…")
        case State.CHECKING if entry.slow:
            return translate("Status", "Still reading…")
        case State.SENDING if entry.disk_is_silent:
            return translate("Status", "Waiting for the disk or network drive…")
        case State.SENDING:
            return _sending(entry.progress)
        case State.RETRYING:
            return _retrying(entry, time.monotonic() if now is None else now)
        case State.UPLOADED:
            when = formatting.moment(entry.uploaded.finished_at) if entry.uploaded else ""
            return fill(translate("Status", "Uploaded {when}"), {"when": when}).strip()
        case State.WARNED | State.REJECTED | State.FAILED | State.DUPLICATE:
            return problem(entry.problem).headline if entry.problem else translate("Status", "Needs your attention")
    return translate("Status", str(_LOOKS[entry.state][2]))


def options(how: IngestionOptions) -> str:
    """Return in words how a file is imported."""
    return f"{how.template} ({how.file_type})"


def then(how: IngestionOptions, *, together: bool) -> str:
    """Return in words what follows the upload with these options."""
    if together:
        text = translate("Status", "After the upload, it is imported in a batch as {template} ({type}).")
    else:
        text = translate("Status", "After the upload, it is imported as {template} ({type}).")
    return fill(text, {"template": how.template, "type": how.file_type})


def _is_being_written(entry: TransferItem) -> bool:
    return entry.slow and entry.problem is not None and entry.problem.code is Code.BEING_WRITTEN


def more(entry: TransferItem) -> str:
    """Return a second, quieter line for a row: advice, or how far it is; "" where there is nothing to add."""
    if entry.changed_since:
        return translate("Status", "The file has changed since. Drop it again to send it as it is now.")
    if entry.disk_is_silent:
        return translate(
            "Status",
            "The disk isn't responding; LedgerDrop keeps waiting. Check its connection, or cancel this file.",
        )
    if entry.state is State.CHECKING and entry.problem and _is_being_written(entry):
        return problem(entry.problem).advice
    if entry.state is State.CHECKING and entry.slow:
        return translate("Status", "The disk or network drive is slow; LedgerDrop keeps waiting.")
    sent = entry.progress
    if entry.state is State.SENDING and sent and sent.stage is Stage.UPLOADING:
        sizes = {"done": formatting.size(sent.done), "total": formatting.size(sent.total)}
        return fill(translate("Status", "{done} of {total}"), sizes)
    if (ingestion := after_upload(entry)) is not None:
        return _more_of(ingestion)
    if entry.problem is None:
        notes = entry.contents.notes if entry.contents else 0
        return plural("%Ln note(s)", notes) if notes else ""
    if entry.state.needs_attention:
        return problem(entry.problem).advice
    return "" if entry.state.finished else problem(entry.problem).headline


def _more_of(ingestion: IngestionState) -> str:
    found = ingestion.problem
    if found is None:
        asked = ingestion.status is IngestionStatus.PROCESSING and ingestion.answered_at
        when = {"when": formatting.moment(ingestion.answered_at)}
        return fill(translate("Status", "Last checked {when}"), when) if asked else ""
    if ingestion.status is IngestionStatus.NOT_TAKEN_IN and found.server_message:
        return found.server_message
    words = problem(found)
    return words.advice if ingestion.status in SAYS_IT_ALL else words.headline


def _sending(progress: Progress | None) -> str:
    match progress.stage if progress else None:
        case Stage.REQUESTING:
            return translate("Status", "Asking Clear for permission…")
        case Stage.UPLOADING if progress:
            share = formatting.percent(progress.done, progress.total)
            return fill(translate("Status", "Uploading {percent}"), {"percent": share})
        case Stage.CONFIRMING:
            return translate("Status", "Waiting for Clear to confirm…")
        case Stage.WAITING:
            return translate("Status", "Trying again soon…")
    return translate("Status", "Starting…")


def _retrying(entry: TransferItem, now: float) -> str:
    if entry.progress is None or not entry.progress.until:
        return translate("Status", "Trying again soon…")
    left = max(round(entry.progress.until - now), 0)
    if left < 90:
        text = plural("Trying again in %Ln second(s), attempt {attempt}", left)
    else:
        text = plural("Trying again in %Ln minute(s), attempt {attempt}", round(left / 60))
    return fill(text, {"attempt": formatting.number(entry.progress.attempt)})


class ProblemWords(NamedTuple):
    """Holds a problem in the user's language."""

    headline: str
    advice: str

    @property
    def together(self) -> str:
        """Return both as one text, not isolated: both are of one language, and would be read from left to right."""
        words = translate("Problem", "{headline}. {advice}", "a short sentence without full stop, and a longer text")
        return problems.fill(words, {"headline": self.headline, "advice": self.advice})


def problem(value: Problem) -> ProblemWords:
    """Translate a problem's templates, then fill them in; a `day` among its parameters is an ISO 8601 date."""
    text, params = value.code.value, {name: visible(what) for name, what in value.params.items()}
    if "day" in params:
        params["day"] = formatting.day(date.fromisoformat(params["day"]))
    if "what" in params:
        params["what"] = translate("Problem", params["what"])
    return ProblemWords(*(fill(translate("Problem", words), params) for words in (text.headline, text.advice)))


def for_support(entry: TransferItem) -> str:
    """Return the facts about a file for support, as lines of `name: value`; a Problem never holds secrets."""
    lines = [("file", visible(entry.name)), ("state", entry.state.name.lower())]
    if entry.checked:
        lines += [("kind", entry.checked.kind), ("content", entry.checked.mime)]
    if ingestion := entry.ingestion:
        lines += [("after the upload", ingestion.status.name.lower())]
        lines += [("template", ingestion.how.template), ("file type", ingestion.how.file_type)]
        if activity := ingestion.activity:
            lines += [("task", activity.task_id), ("answer", activity.raw)]
        lines += [("status", ingestion.answer)] if ingestion.answer else []
    if found := problem_of(entry):
        known = {"http status": found.http_status, "server code": found.server_code, "detail": found.detail}
        lines += [("problem", found.code.slug)]
        lines += [(name, found.params[name]) for name in ("kind", "mime", "host") if name in found.params]
        lines += [(name, str(value)) for name, value in known.items() if value]
    if done := entry.uploaded:
        lines += [("sha-256", done.sha256), ("http status", str(done.http_status)), ("attempts", str(done.attempts))]
    return "\n".join(f"{name}: {value}" for name, value in lines)


def whereabouts(path: Path, dropped_in: Path | None = None) -> str:
    """Return the folders from the dropped one, `dropped_in`, down to the file; without one, the file's own folder.

    The client's name is among these folders: mostly it is the dropped one's, or that of one right below it.
    """
    folder = path.parent
    if dropped_in is not None and folder != dropped_in and folder.is_relative_to(dropped_in):
        return visible(str(Path(dropped_in.name, folder.relative_to(dropped_in))))
    return visible(folder.name or str(folder))


def shown_of_all(shown: int, files: int) -> str:
    """Return in words how many files there are, and how many are shown where some are not."""
    if shown == files:
        return plural("%Ln file(s)", files)
    return fill(plural("{shown} of %Ln file(s)", files), {"shown": formatting.number(shown)})


def sums(summary: Summary, shown: int) -> list[tuple[str, Tone]]:
    """Return in words how many files there are, are uploaded and need the user; or that all is done."""
    parts = (
        (True, shown_of_all(shown, summary.files), Tone.QUIET),
        (summary.done, plural("%Ln uploaded", summary.done), Tone.QUIET),
        (summary.attention, plural("%Ln need(s) attention", summary.attention), Tone.BAD),
        (summary.all_well, translate("Status", "all done"), Tone.GOOD),
    )
    return [(words, tone) for told, words, tone in parts if told]


def folder(path: Path) -> str:
    """Return the whole folder of a file, with the user's home folder as `~`; nothing is looked up on disk."""
    home, parent = str(Path.home()), visible(str(path.parent))
    return "~" + parent[len(home) :] if parent.startswith(home) else parent


class EnvironmentWords(NamedTuple):
    """Holds how an environment is named and explained."""

    badge: str
    name: str
    explanation: str
    shape: Shape


_ENVIRONMENTS: Final[Mapping[Environment, tuple[object, object, object]]] = {  # badge, name and explanation
    Environment.PRACTICE: (
        QT_TRANSLATE_NOOP("Environment", "PRACTICE"),
        QT_TRANSLATE_NOOP("Environment", "Practice"),
        QT_TRANSLATE_NOOP("Environment", "Try everything out. Nothing leaves this computer."),
    ),
    Environment.SANDBOX: (
        QT_TRANSLATE_NOOP("Environment", "CLEAR SANDBOX"),
        QT_TRANSLATE_NOOP("Environment", "Clear sandbox"),
        QT_TRANSLATE_NOOP("Environment", "Clear's test environment. Files aren't processed for real."),
    ),
    Environment.PRODUCTION: (
        QT_TRANSLATE_NOOP("Environment", "PRODUCTION"),
        QT_TRANSLATE_NOOP("Environment", "Production"),
        QT_TRANSLATE_NOOP("Environment", "Live. Files are processed by Clear."),
    ),
    Environment.CUSTOM: (
        QT_TRANSLATE_NOOP("Environment", "OTHER ADDRESS"),
        QT_TRANSLATE_NOOP("Environment", "Another address"),
        QT_TRANSLATE_NOOP("Environment", "For other regions, with an address from Clear. Files may be live."),
    ),
}


def environment(value: Environment) -> EnvironmentWords:
    """Return an environment's name, in capitals for the button that sends, and its meaning.

    Each has a shape with the same name.
    """
    badge, name, explanation = (translate("Environment", str(text)) for text in _ENVIRONMENTS[value])
    return EnvironmentWords(badge, name, explanation, Shape[value.name])


def token_place(place: str) -> str:
    """Return where tokens are kept; "" while that is not known yet. `place` as `TokenStore.place` tells it."""
    if place == SESSION_ONLY:
        return translate("TokenPlace", "Not saved when you quit.")
    return fill(translate("TokenPlace", "Tokens are saved in {place}."), {"place": place}) if place else ""


def account(value: Account) -> str:
    """Return the account's name; where it has none, its environment's."""
    return value.name or environment(value.environment).name


def account_with_environment(value: Account) -> str:
    """Return the name of the account together with its environment."""
    name, where = account(value), environment(value.environment).name
    return name if name == where else f"{name} — {where}"


_INDIAN: Final = frozenset({QLocale.Country.India, QLocale.Country.Nepal, QLocale.Country.Bangladesh})


def note(value: Note) -> str:
    """Return in words what was noticed, and where."""
    return fill(translate("Note", value.kind.value), dict(value.params))


def unreadable(reason: Unreadable) -> str:
    """Return in words why there is nothing to show."""
    return translate("Note", reason.value)


def amount(total: Total) -> str:
    """Return the sum of a column as the file groups digits, or where it groups none as the user's country does."""
    return _written(total.sum, total.grouping)


def spread(total: Total) -> str:
    """Return in words how many numbers there are, and the range they are in."""
    template = translate("Inspection", "{count} numbers, {least} to {greatest}")
    least, greatest = _written(total.least, total.grouping), _written(total.greatest, total.grouping)
    return fill(template, {"count": formatting.number(total.count), "least": least, "greatest": greatest})


def facts(found: Inspection) -> str:
    """Return in one line how large the table is and how the file is written."""
    if found.members:
        return plural("%Ln file(s) inside", found.member_count)
    delimiters = {
        ",": translate("Inspection", "commas"),
        ";": translate("Inspection", "semicolons"),
        "\t": translate("Inspection", "tabs"),
        "|": translate("Inspection", "vertical bars"),
    }
    parts = (
        plural("%Ln row(s)", found.row_count) if found.row_count is not None else "",
        plural("%Ln column(s)", found.column_count) if found.column_count else "",
        encoding(found.encoding),
        delimiters.get(found.delimiter, "") if found.column_count > 1 else "",
    )
    return "  ·  ".join(filter(None, parts))


def encoding(name: str) -> str:
    """Return an encoding's name as programs show it."""
    known = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252", "latin-1": "ISO 8859-1"}
    upper = name.upper().replace("_", "-")
    return known.get(name, upper.replace("CP", "Windows-") if name.startswith("cp125") else upper)


def sheet(name: str, *, hidden: bool) -> str:
    """Return the name of a sheet of a workbook, in words."""
    return fill(translate("Inspection", "{name} (hidden)"), {"name": isolated(name)}) if hidden else isolated(name)


def _written(number: Decimal, grouping: str) -> str:
    here = "indian" if QLocale().territory() in _INDIAN else "western"
    return grouped(number, grouping or here)
