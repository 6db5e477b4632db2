"""Halts of measures: ordered and ended here."""
