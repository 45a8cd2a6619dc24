"""Speak Clear's API: pre-signed URLs, storage, and the import that may follow. No Qt in here."""
