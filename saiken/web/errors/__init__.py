"""Calm pages for what cannot be shown: 400, 403, 404, 500."""
