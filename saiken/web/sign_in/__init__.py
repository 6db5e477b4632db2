"""Signing in and out, and being locked out."""
