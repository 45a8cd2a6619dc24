"""Deal with the operating system: single instance, sleep, taskbar, updates, diagnostics."""
