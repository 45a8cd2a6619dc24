"""Do the same without a window: `check`, `send`, `self-test`. No Qt in here, but for `self-test`."""
