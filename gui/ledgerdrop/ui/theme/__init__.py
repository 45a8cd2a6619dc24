"""Define colours, spaces, fonts and icons."""
