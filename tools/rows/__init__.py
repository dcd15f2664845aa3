"""The rows of the registry, a file a kind: shared lists and facts of our own in, rows with their sources out."""
