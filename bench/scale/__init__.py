"""A register of millions of claims, and people at work on it."""
