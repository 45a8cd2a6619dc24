"""Serve the window for as long as the program runs: settings, network, update checks, the practice server."""
