"""Lists sent to offices with a question, and their answers."""
