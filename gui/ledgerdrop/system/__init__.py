"""Deal with the operating system: single instance, sleep, taskbar, the practice server as a process."""
