"""The practice server: the API and the storage on this machine. Shares no code with the client."""
