"""Last step: the file's bytes go to storage, which confirms them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Uploaded:
    """Storage's confirmation, and what a receipt needs.

    `location` is the URL without its query; `etag` is storage's own, without quotes, "" where it gave none;
    `sha256` is in hex; `finished_at` in seconds since the epoch, `seconds` what the last attempt took.
    """

    name: str
    size: int
    sha256: str
    etag: str
    location: str
    http_status: int
    finished_at: float
    seconds: float
    attempts: int
