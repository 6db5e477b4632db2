"""Protected persons: measures, their reviews, timed releases."""
