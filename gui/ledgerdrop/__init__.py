"""Provide the window on which accountants drop ledgers to hand them to Clear."""

__version__ = "0.1.0"

# Who is asked once a day whether there is a newer version: an https address, or "" for nobody (packaging/README.md,
# "Releases"). The one place for it; IT may name another.
UPDATES_ADDRESS = ""
