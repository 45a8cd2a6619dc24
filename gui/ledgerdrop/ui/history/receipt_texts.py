"""Say what a receipt says, in words: for its row in the history, and as what proves an upload."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ledgerdrop.model.accounts import Environment
from ledgerdrop.model.receipts import Receipt
from ledgerdrop.store.receipt_export import BY_STATUS_ALONE, ENGLISH, NOT_READ, full_moment
from ledgerdrop.ui.text import formatting, wording
from ledgerdrop.ui.text.language import isolated, visible

translate = QCoreApplication.translate
JOINT = "  ·  "  # between an account's name and its environment, and between a file's and its folder


def account(value: Receipt) -> str:
    """For whom and where to: the account's name as it was, and the environment where the name does not say it."""
    known = value.environment in set(Environment)
    place = wording.environment(Environment(value.environment)).name if known else ""
    if value.account_name == place:
        return place
    return JOINT.join(part for part in (isolated(value.account_name), place) if part)


def proof(value: Receipt) -> str:
    """Return what its row in the history does not say, as lines of `name: value`."""
    _, books = books_words().get(value.workflow_status, ("", ""))
    books += f": {value.reason}" if value.reason else ""
    return _lines(
        (translate("Receipt", "Sent from"), isolated(wording.folder(value.path)) if value.path else ""),
        ("SHA-256", value.uploaded.sha256),
        ("ETag", value.uploaded.etag or translate("Receipt", BY_STATUS_ALONE)),
        (translate("Receipt", "Import status"), books),
        (translate("Receipt", "Rows"), _rows(value)),
        (translate("Receipt", "Control totals"), isolated(value.contents.totals_as_text()) if value.contents else ""),
    )


def _rows(value: Receipt) -> str:
    if value.contents is None:
        return translate("Receipt", NOT_READ)
    return "" if value.contents.rows is None else formatting.number(value.contents.rows)


def books_words() -> dict[str, tuple[str, str]]:
    """For each `Receipt.workflow_status` what became of the file after the upload, in short and exactly."""
    taken, not_taken = translate("Status", "Imported"), translate("Status", "Import rejected")
    return {
        "SUCCESS": (taken, taken),
        "FAILED": (not_taken, not_taken),
        "FOUND": (translate("Receipt", "Found in Clear"), translate("Status", "Imported, confirmed by you")),
        "UNCONFIRMED": (
            translate("Receipt", "Unconfirmed"),
            translate("Receipt", "Unconfirmed; Clear's reply was lost"),
        ),
        "PROCESSING": (
            translate("Receipt", "Being processed"),
            translate("Receipt", "Being processed at the last check"),
        ),
        "UNKNOWN": (
            translate("Receipt", "Not known"),
            translate("Status", "Submitted; result unknown"),
        ),
    }


def in_the_books(value: Receipt) -> str:
    """Return what became of it after the upload, as far as Clear has told, in short; "" where nothing followed."""
    return books_words().get(value.workflow_status, ("", ""))[0]


def details(value: Receipt) -> str:
    """Return what proves the upload, as lines of `name: value`, to be kept or handed on."""
    row = _lines(
        (translate("Receipt", "File"), visible(value.uploaded.name)),
        (translate("Receipt", "Size"), f"{formatting.size(value.uploaded.size)} ({value.uploaded.size} B)"),
        (translate("Receipt", "Uploaded"), isolated(full_moment(value.uploaded.finished_at))),
        (translate("Receipt", "Account"), account(value)),
        (translate("Receipt", "Stored at"), value.uploaded.location),
    )
    task = _lines((translate("Receipt", "Task at Clear"), value.task_id))
    return "\n".join(part for part in (row, proof(value), task) if part)


def _lines(*facts: tuple[str, str]) -> str:
    return "\n".join(f"{name}: {what}" for name, what in facts if what)


def export_words() -> dict[str, str]:
    """Return what stands beside the receipts' own words in CSV and PDF, by the English of it."""
    return {text: translate("Receipt", text) for text in ENGLISH}
