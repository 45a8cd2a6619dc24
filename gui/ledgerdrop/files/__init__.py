"""Handle paths and bytes: dropped files, folders, readers, digests. No Qt, no network."""
