"""Offer the commands without a window: `check`, `send`, `inspect`, `forget`, `self-test`. Qt only in `self-test`."""
