"""The only threads: Qt workers around the pipeline, and the queue that feeds them."""
