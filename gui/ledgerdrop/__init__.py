"""LedgerDrop: the window on which accountants drop ledgers to hand them to Clear."""

__version__ = "0.1.0"
