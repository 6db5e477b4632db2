"""Propositions about the law book itself: which value is in force on which day, and what is refused."""
