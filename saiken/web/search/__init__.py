"""The search for persons."""
