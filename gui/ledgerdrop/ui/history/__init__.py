"""Show what was sent before: receipts and their export."""
