"""What every other room stands on: processes, cancelling, redaction, logs, folders, files."""
