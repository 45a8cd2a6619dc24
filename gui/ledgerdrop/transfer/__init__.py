"""Run the queue: the engine (free of Qt), its jobs, and the workers on their threads."""
