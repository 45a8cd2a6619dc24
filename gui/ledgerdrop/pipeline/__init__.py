"""The steps of one file, from a dropped path to a receipt. No Qt in here."""
